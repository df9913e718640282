#include "report/report.h"

#include <algorithm>

#include "base/sort_stably.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

std::string clock_text(const Speech& say, const Clocks& clocks) {
  const Date deals = clock(clocks, Lane::deals), sanctions = clock(clocks, Lane::sanctions);
  if (std::holds_alternative<Together>(clocks)) return date_text(say, sanctions);
  return filled(filled(say("format.two_clocks"), "deals", date_text(say, deals)), "sanctions",
                date_text(say, sanctions));
}

void fill_events(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot,
                 Report& report) {
  const std::vector<Hold> holds = heaviest_holds(dataset);
  report.active_deals.clear();
  report.active_sanctions.clear();
  std::vector<EventIx> order;
  for (size_t i = 0; i < dataset.events.size(); ++i)
    if (snapshot.event_active[i] || state.scenario.overrides.count(EventIx(i)) > 0) order.push_back(EventIx(i));
  sort_stably(order, [&](EventIx a, EventIx b) { return dataset.at(a).start() > dataset.at(b).start(); });
  for (const EventIx ix : order) {
    auto& rows = dataset.at(ix).lane == Lane::deals ? report.active_deals : report.active_sanctions;
    rows.push_back(event_row(dataset, say, state, snapshot, holds, ix));
  }
}

/// Sources of what is shown, in the data's order.
void fill_sources(const Dataset& dataset, const State& state, const Snapshot& snapshot, Report& report) {
  std::vector<uint8_t> used(dataset.sources.size());
  const auto use = [&](SourceIx ix) {
    if (ix.valid()) used[ix.value] = 1;
  };
  for (const Asset& asset : dataset.assets)
    if (is_visible(dataset, state, asset)) {
      use(asset.source);
      for (const Figure& figure : asset.figures) use(figure.source);
    }
  for (size_t i = 0; i < dataset.events.size(); ++i)
    if (snapshot.event_active[i]) use(dataset.events[i].source);
  report.sources.clear();
  for (size_t i = 0; i < used.size(); ++i)
    if (used[i]) report.sources.push_back(SourceIx(i));
  report.totals.sources_count = static_cast<int>(report.sources.size());
}

LegendText legend_text(const Speech& say, HeightMode height) {
  const bool volume = height == HeightMode::volume;
  return {say(volume ? "legend.cube" : "legend.height"), say("legend.unit_amount"), say("legend.columns")};
}

std::string summary_of(const Speech& say, const Report& report) {
  const TotalsText& totals = report.totals;
  std::string text = totals.heading + ": " + joined(totals.held_back) + ' ' + totals.of_all;
  if (!totals.held_back.range.empty()) text += " (" + totals.held_back.range + ')';
  text += ". " + filled(say("summary.events"), "sanctions",
                        count_text(say, "count.measure", static_cast<int>(report.active_sanctions.size())));
  return filled(text, "deals", count_text(say, "count.deal", static_cast<int>(report.active_deals.size())));
}

}  // namespace

Report make_report(const Dataset& dataset, const Words& words, const State& state, const Snapshot& snapshot,
                   const Snapshot& baseline) {
  const Speech say{words, state.lang};
  Report report;
  fill_choices(dataset, say, state, report);
  report.totals.largest = largest_provinces(dataset, say);
  move_report(dataset, words, state, snapshot, baseline, report);
  return report;
}

void move_report(const Dataset& dataset, const Words& words, const State& state, const Snapshot& snapshot,
                 const Snapshot& baseline, Report& report) {
  const Speech say{words, state.lang};
  std::vector<BarRow> largest = std::move(report.totals.largest);
  report.totals = totals_text(dataset, say, state, snapshot);
  report.totals.largest = std::move(largest);
  report.what_if = what_if_text(dataset, say, state, snapshot, baseline);
  report.card = selected_card(dataset, say, state, snapshot, baseline);
  fill_events(dataset, say, state, snapshot, report);
  fill_issuers(dataset, say, state, snapshot, report);
  report.legend = legend_text(say, state.height);
  fill_sources(dataset, state, snapshot, report);
  move_day(words, state, report);
}

void move_day(const Words& words, const State& state, Report& report) {
  const Speech say{words, state.lang};
  report.clock_text = clock_text(say, state.scenario.clocks);
  report.totals.heading = totals_heading(say, state.scenario);
  report.title = say("app.name") + ": " + report.clock_text + ", " + joined(report.totals.held_back) + ' ' +
                 say("title.held_back");
  if (report.card) report.title = report.card->title + ", " + report.clock_text + ". " + say("app.name");
  report.summary = summary_of(say, report);
}

}  // namespace atlas
