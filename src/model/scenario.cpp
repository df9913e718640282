#include "model/scenario.h"

#include "base/variant.h"

namespace atlas {

Date clock(const Clocks& clocks, Lane lane) {
  return std::visit(Overloaded{[](const Together& c) { return c.date; },
                               [lane](const Apart& c) { return lane == Lane::deals ? c.deals : c.sanctions; }},
                    clocks);
}

Clocks with_date(const Clocks& clocks, Lane lane, Date date) {
  return std::visit(Overloaded{[date](const Together&) -> Clocks { return Together{date}; },
                               [lane, date](const Apart& c) -> Clocks {
                                 return lane == Lane::deals ? Apart{date, c.sanctions} : Apart{c.deals, date};
                               }},
                    clocks);
}

DateRange days_of(const Scenario& scenario, Lane lane) {
  const auto& range = lane == Lane::deals ? scenario.deals_range : scenario.sanctions_range;
  const Date day = clock(scenario.clocks, lane);
  return range.value_or(DateRange{day, day});
}

Scenario default_scenario(const Dataset& dataset) {
  Scenario scenario;
  scenario.clocks = Together{dataset.as_of};
  return scenario;
}

Scenario baseline_of(const Scenario& scenario) {
  Scenario baseline = scenario;
  baseline.overrides.clear();
  return baseline;
}

}  // namespace atlas
