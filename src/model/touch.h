#pragma once

// One event touching one slot over some days, after overrides, choice of issuers and waivers. Both evaluate() (one day
// or range) and sweep() (all days) are made of these, so they can't disagree.
#include <optional>
#include <vector>

#include "model/reach.h"
#include "model/scenario.h"

namespace atlas {

struct Touch {
  uint32_t slot = 0;
  EventIx event;
  uint8_t level = 0;  ///< a Hold (sanctions) or a Stage (deals)
  bool sure = true;   ///< false: 0 to all of the part
  DaySpan days;
};

/// What the scenario makes of an event: its override, off if its issuer doesn't count.
Override choice_of(const Dataset& dataset, const Scenario& scenario, EventIx event);

/// Stage of a deal on those days: the last one within them that isn't `ended`, else the last.
Stage stage_in(const std::vector<StageSpan>& spans, DaySpan days);

/// Best stage that a deal ever had, for an override `on`.
Stage best_stage(const std::vector<StageSpan>& spans);

/// All touches of a lane, by effect, then slot. With `days`: only those that meet these days, and a deal at its one
/// stage of these days. `into` is cleared first (and keeps its memory).
void touches(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Lane lane,
             std::optional<DaySpan> days, std::vector<Touch>& into);

/// Days, each once and in order, at which a snapshot of this scenario may be another than on the day before, for either
/// lane; its own days don't matter. From one to the next evaluate() gives the same answer.
std::vector<int32_t> turning_days(const Dataset& dataset, const Reach& reach, const Scenario& scenario);

}  // namespace atlas
