#include "state/reduce.h"

#include <algorithm>

#include "base/variant.h"
#include "state/story.h"

namespace atlas {
namespace {

Date on_axis(Date date, Date last) { return std::clamp(date, kAxisFirst, std::max(kAxisFirst, last)); }

Clocks on_axis(const Clocks& clocks) {
  return std::visit(Overloaded{[](const Together& c) -> Clocks { return Together{on_axis(c.date, kAxisLast)}; },
                               [](const Apart& c) -> Clocks {
                                 return Apart{on_axis(c.deals, kAxisLast), on_axis(c.sanctions, kAxisLast)};
                               }},
                    clocks);
}

std::optional<DateRange> on_axis(const std::optional<DateRange>& range, Date last) {
  if (!range) return range;
  const Date a = on_axis(range->from, last), b = on_axis(range->to, last);
  return DateRange{std::min(a, b), std::max(a, b)};
}

bool is_known_group(const Dataset& dataset, const std::string& group) {
  return std::any_of(dataset.events.begin(), dataset.events.end(),
                     [&](const Event& event) { return event.lane == Lane::sanctions && event.group == group; });
}

bool is_known(const Dataset& dataset, const Selection& selection) {
  return std::visit(
      Overloaded{[](std::monostate) { return true; }, [&](AssetIx ix) { return ix.value < dataset.assets.size(); },
                 [&](EventIx ix) { return ix.value < dataset.events.size(); }},
      selection);
}

void set_override(const Dataset& dataset, Scenario& scenario, EventIx event, Override to) {
  if (event.value >= dataset.events.size()) return;
  if (to == Override::as_recorded)
    scenario.overrides.erase(event);
  else
    scenario.overrides[event] = to;
}

void set_date(const Dataset& dataset, Scenario& scenario, const SetDate& action) {
  const Date date = on_axis(action.date, dataset.as_of);
  const bool together = std::holds_alternative<Together>(scenario.clocks);
  scenario.clocks = with_date(scenario.clocks, action.lane, date);
  // Who moves a day asks for that day: a range on the lane ends.
  if (together || action.lane == Lane::deals) scenario.deals_range.reset();
  if (together || action.lane == Lane::sanctions) scenario.sanctions_range.reset();
}

void set_range(const Dataset& dataset, Scenario& scenario, const SetRange& action) {
  const auto range = on_axis(action.range, dataset.as_of);
  (action.lane == Lane::deals ? scenario.deals_range : scenario.sanctions_range) = range;
  if (range) scenario.clocks = with_date(scenario.clocks, action.lane, range->to);
}

void link_clocks(Scenario& scenario, bool together) {
  const Date deals = clock(scenario.clocks, Lane::deals), sanctions = clock(scenario.clocks, Lane::sanctions);
  if (together)
    scenario.clocks = Together{sanctions};
  else
    scenario.clocks = Apart{deals, sanctions};
}

State inside(const Dataset& dataset, State state) {
  Scenario& scenario = state.scenario;
  scenario.clocks = on_axis(scenario.clocks);
  scenario.deals_range = on_axis(scenario.deals_range, kAxisLast);
  scenario.sanctions_range = on_axis(scenario.sanctions_range, kAxisLast);
  for (auto it = scenario.overrides.begin(); it != scenario.overrides.end();) {
    const bool keep = it->first.value < dataset.events.size() && it->second != Override::as_recorded;
    it = keep ? std::next(it) : scenario.overrides.erase(it);
  }
  for (auto it = scenario.issuers_off.begin(); it != scenario.issuers_off.end();)
    it = is_known_group(dataset, *it) ? std::next(it) : scenario.issuers_off.erase(it);
  if (!is_known(dataset, state.selected)) state.selected = Selection{};
  if (state.story && !find_step(dataset, *state.story)) state.story.reset();
  state.camera = within_limits(state.camera);
  return state;
}

}  // namespace

State reduce(const Dataset& dataset, State next, const Action& action) {
  std::visit(Overloaded{
                 [&](const SetDate& a) { set_date(dataset, next.scenario, a); },
                 [&](const SetClocks& a) { next.scenario.clocks = on_axis(a.clocks); },
                 [&](const LinkClocks& a) { link_clocks(next.scenario, a.together); },
                 [&](const SetRange& a) { set_range(dataset, next.scenario, a); },
                 [&](const SetEvent& a) { set_override(dataset, next.scenario, a.event, a.to); },
                 [&](const ClearOverrides&) { next.scenario.overrides.clear(); },
                 [&](const Select& a) {
                   if (is_known(dataset, a.what)) next.selected = a.what;
                 },
                 [&](const MoveCamera& a) { next.camera = within_limits(a.pose); },
                 [&](const SetLayers& a) { next.layers = a.layers; },
                 [&](const SetFilters& a) { next.filters = a.filters; },
                 [&](const SetHolds& a) { next.scenario.holds = a.holds; },
                 [&](const SetIssuer& a) {
                   if (a.counts)
                     next.scenario.issuers_off.erase(a.group);
                   else if (is_known_group(dataset, a.group))
                     next.scenario.issuers_off.insert(a.group);
                 },
                 [&](const SetHeight& a) { next.height = a.mode; },
                 [&](const SetLang& a) { next.lang = a.lang; },
                 [&](const SetTheme& a) { next.theme = a.theme; },
                 [&](const SetUi& a) { next.ui = a.mode; },
                 [&](const SetStory& a) {
                   if (a.place)
                     next = at_step(dataset, next, *a.place);
                   else
                     next.story.reset();
                 },
                 [&](const SetState& a) { next = inside(dataset, a.state); },
             },
             action);
  return next;
}

SetEvent switched(const State& state, EventIx event) {
  const auto found = state.scenario.overrides.find(event);
  const bool off = found != state.scenario.overrides.end() && found->second == Override::off;
  return {event, off ? Override::as_recorded : Override::off};
}

}  // namespace atlas
