#include "model/touch.h"

#include <algorithm>

namespace atlas {
namespace {

struct Piece {
  DaySpan days;
  bool sure = true;
};

/// A waiver that counts, over the days on which it does.
struct Waiver {
  const EffectReach* reach;
  DaySpan days;
  bool whatever_day;
};

std::vector<Waiver> waivers_for(const Dataset& dataset, const Reach& reach, const Scenario& scenario, EventIx event,
                                Override choice, Activity activity) {
  std::vector<Waiver> result;
  for (const EffectIx ix : reach.waivers[event.value]) {
    const std::vector<Activity>& lifted = dataset.effects[ix.value].selector.activities;
    if (!lifted.empty() && std::find(lifted.begin(), lifted.end(), activity) == lifted.end()) continue;
    const Override waiver = choice_of(dataset, scenario, dataset.effects[ix.value].event);
    if (waiver == Override::off) continue;
    const bool on = waiver == Override::on;
    // An event that is switched on holds whatever the day: only a waiver that is switched on as well reaches it.
    if (choice == Override::on && !on) continue;
    const EffectReach& effect = reach.effects[ix.value];
    result.push_back({&effect, on ? DaySpan{} : effect.window, on});
  }
  return result;
}

/// Takes `days` out of the pieces; where the waiver is not sure it leaves what it meets as not sure.
void subtract(std::vector<Piece>& pieces, DaySpan days, bool sure) {
  std::vector<Piece> left;
  for (const Piece& piece : pieces) {
    const DaySpan common = intersection(piece.days, days);
    if (common.empty()) {
      left.push_back(piece);
      continue;
    }
    const DaySpan before{piece.days.from, common.from}, after{common.to, piece.days.to};
    if (!before.empty()) left.push_back({before, piece.sure});
    if (!sure) left.push_back({common, false});
    if (!after.empty()) left.push_back({after, piece.sure});
  }
  pieces = std::move(left);
}

void waive(const Reach& reach, const std::vector<Waiver>& waivers, uint32_t slot, std::vector<Piece>& pieces) {
  for (const Waiver& waiver : waivers) {
    const auto& slots = waiver.reach->slots;
    const auto at = std::lower_bound(slots.begin(), slots.end(), slot,
                                     [](const SlotReach& reached, uint32_t wanted) { return reached.slot < wanted; });
    if (at == slots.end() || at->slot != slot) continue;
    if (at->span_count == 0 || waiver.whatever_day) {
      subtract(pieces, waiver.days, at->sure);
    } else {
      for (uint32_t i = 0; i < at->span_count; ++i)
        subtract(pieces, intersection(waiver.days, reach.spans[at->first_span + i]), at->sure);
    }
  }
}

class Collector {
 public:
  Collector(const Dataset& dataset, const Reach& reach, const Scenario& scenario, std::optional<DaySpan> days,
            std::vector<Touch>& into)
      : dataset_(dataset), reach_(reach), scenario_(scenario), days_(days), into_(into) {}

  void sanction(EffectIx ix) {
    const Effect& row = dataset_.effects[ix.value];
    const uint8_t level = static_cast<uint8_t>(hold_of(row.activity));
    add(ix, level, choice_of(dataset_, scenario_, row.event), DaySpan{});
  }

  void deal(EffectIx ix) {
    const Effect& row = dataset_.effects[ix.value];
    const auto& spans = reach_.stage_spans[row.event.value];
    const Override choice = choice_of(dataset_, scenario_, row.event);
    if (choice == Override::on) {
      add(ix, static_cast<uint8_t>(best_stage(spans)), choice, DaySpan{});
    } else if (days_) {
      if (const Stage stage = stage_in(spans, *days_); stage != Stage::none)
        add(ix, static_cast<uint8_t>(stage), choice, *days_);
    } else {
      for (const StageSpan& span : spans) add(ix, static_cast<uint8_t>(span.stage), choice, span.days);
    }
  }

 private:
  void add(EffectIx ix, uint8_t level, Override choice, DaySpan limit) {
    if (choice == Override::off) return;
    const EffectReach& effect = reach_.effects[ix.value];
    const EventIx event = dataset_.effects[ix.value].event;
    const Activity activity = dataset_.effects[ix.value].activity;
    const bool whatever_day = choice == Override::on;
    const DaySpan window = intersection(whatever_day ? DaySpan{} : effect.window, limit);
    if (window.empty() || (days_ && !meet(window, *days_))) return;
    const std::vector<Waiver> waivers = waivers_for(dataset_, reach_, scenario_, event, choice, activity);
    for (const SlotReach& reached : effect.slots) {
      pieces_.clear();
      if (whatever_day || reached.span_count == 0) {
        pieces_.push_back({window, reached.sure});
      } else {
        for (uint32_t i = 0; i < reached.span_count; ++i) {
          const DaySpan days = intersection(window, reach_.spans[reached.first_span + i]);
          if (!days.empty()) pieces_.push_back({days, reached.sure});
        }
      }
      if (!waivers.empty()) waive(reach_, waivers, reached.slot, pieces_);
      for (const Piece& piece : pieces_)
        if (!days_ || meet(piece.days, *days_)) into_.push_back({reached.slot, event, level, piece.sure, piece.days});
    }
  }

  const Dataset& dataset_;
  const Reach& reach_;
  const Scenario& scenario_;
  std::optional<DaySpan> days_;
  std::vector<Touch>& into_;
  std::vector<Piece> pieces_;
};

}  // namespace

Override choice_of(const Dataset& dataset, const Scenario& scenario, EventIx event) {
  const Event& row = dataset.at(event);
  if (row.lane == Lane::sanctions && scenario.issuers_off.count(row.group) > 0) return Override::off;
  const auto found = scenario.overrides.find(event);
  return found == scenario.overrides.end() ? Override::as_recorded : found->second;
}

Stage stage_in(const std::vector<StageSpan>& spans, DaySpan days) {
  Stage last = Stage::none;
  for (const StageSpan& span : spans)
    if (meet(span.days, days) && (span.stage != Stage::ended || last == Stage::none)) last = span.stage;
  return last;
}

Stage best_stage(const std::vector<StageSpan>& spans) {
  Stage best = Stage::none;
  for (const StageSpan& span : spans) best = std::max(best, span.stage);
  return best;
}

void touches(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Lane lane,
             std::optional<DaySpan> days, std::vector<Touch>& into) {
  into.clear();
  Collector collector(dataset, reach, scenario, days, into);
  for (size_t i = 0; i < dataset.effects.size(); ++i) {
    const Effect& row = dataset.effects[i];
    const Event& event = dataset.at(row.event);
    if (event.lane != lane || row.activity == Activity::suspends) continue;
    if (lane == Lane::sanctions)
      collector.sanction(EffectIx(i));
    else if (event.counts)
      collector.deal(EffectIx(i));
  }
}

std::vector<int32_t> turning_days(const Dataset& dataset, const Reach& reach, const Scenario& scenario) {
  std::vector<int32_t> days;
  const auto add = [&days](DaySpan span) {
    days.push_back(span.from);
    days.push_back(span.to);
  };
  std::vector<Touch> all;
  for (const Lane lane : {Lane::deals, Lane::sanctions}) {
    touches(dataset, reach, scenario, lane, std::nullopt, all);
    for (const Touch& touch : all) add(touch.days);
  }
  for (size_t i = 0; i < dataset.events.size(); ++i) {
    const Event& event = dataset.events[i];
    add({event.start().days, event.end ? event.end->days : INT32_MAX});
    for (const StageSpan& span : reach.stage_spans[i]) add(span.days);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace atlas
