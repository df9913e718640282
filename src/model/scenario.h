#pragma once

// What a reader asks of the model: two clocks, optional ranges, whose measures and which holds count, what-ifs.
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "data/dataset.h"

namespace atlas {

/// Both lanes stand on one day.
struct Together {
  Date date;
  bool operator==(const Together&) const = default;
};
/// Each lane has its own day; both are always written.
struct Apart {
  Date deals, sanctions;
  bool operator==(const Apart&) const = default;
};
using Clocks = std::variant<Together, Apart>;

Date clock(const Clocks& clocks, Lane lane);
/// Moves one lane's day; together both move.
Clocks with_date(const Clocks& clocks, Lane lane, Date date);

enum class Override : uint8_t { as_recorded, on, off };

/// Holds that count as held back in totals and picture; default all.
struct HoldChoice {
  bool hinders = true, restricts = true, blocks = true;
  bool operator==(const HoldChoice&) const = default;
};

struct Scenario {
  Clocks clocks;
  std::optional<DateRange> deals_range, sanctions_range;
  std::set<std::string> issuers_off;  ///< groups of sanctions that don't count ("eu-partners" ...); empty = all count
  HoldChoice holds;
  std::map<EventIx, Override> overrides;  ///< only those that differ from as_recorded
  bool operator==(const Scenario&) const = default;
};

/// The days that count in a lane: its range if it has one, else its clock's day.
DateRange days_of(const Scenario& scenario, Lane lane);

/// Default: both clocks on the dataset's as_of day, everything counts.
Scenario default_scenario(const Dataset& dataset);
/// The same clocks, ranges, issuers and holds, without overrides.
Scenario baseline_of(const Scenario& scenario);

}  // namespace atlas
