#pragma once

// Pieces of the lanes and rows of events; only report's own files include this.
#include <vector>

#include "report/format.h"
#include "report/report.h"

namespace atlas {

/// Where the axis' break lies on its whole width.
inline constexpr double kAxisBreak_x = 0.15;

std::vector<AxisTick> axis_ticks(const Speech& say, const TimeAxis& axis);

/// Heaviest hold of each event's effects, whatever the day; by EventIx.
std::vector<Hold> heaviest_holds(const Dataset& dataset);
/// Last stage of a deal's life.
Stage last_stage(const Event& event);
/// "12 Sep 2014", by the event's precision.
std::string start_text(const Speech& say, const Event& event);
/// "12 Sep 2014 to 3 Mar 2020", "since 12 Sep 2014".
std::string dates_text(const Speech& say, const Event& event);
/// Whether its filters let an asset be seen (layer switches too).
bool is_visible(const Dataset& dataset, const State& state, const Asset& asset);

/// "blocks"; "eases" for a waiver; "holds nothing here" where no row says what it reaches.
std::string sanction_word(const Dataset& dataset, const Speech& say, EventIx event, Hold hold);

EventRow event_row(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot,
                   const std::vector<Hold>& holds, EventIx ix);

/// All but its heading, which names the day.
TotalsText totals_text(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot);
std::optional<WhatIfText> what_if_text(const Dataset& dataset, const Speech& say, const State& state,
                                       const Snapshot& snapshot, const Snapshot& baseline);
std::optional<Card> selected_card(const Dataset& dataset, const Speech& say, const State& state,
                                  const Snapshot& snapshot, const Snapshot& baseline);
/// All that a reader can choose from, whatever the day.
void fill_choices(const Dataset& dataset, const Speech& say, const State& state, Report& report);
/// Issuers with what they have in force.
void fill_issuers(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot,
                  Report& report);
/// "Held back on 10 October 2026".
std::string totals_heading(const Speech& say, const Scenario& scenario);
std::vector<BarRow> largest_provinces(const Dataset& dataset, const Speech& say);

}  // namespace atlas
