#include "data/host_columns.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace atlas {
namespace {

Fault fault_at(const char* column, const char* what, size_t index, double value) {
  return {{}, 0, column, std::string(what) + " at index " + std::to_string(index), std::to_string(value)};
}

/// A fault for the first element of which `is_good` says no.
template <class T, class IsGood>
void require_all(const char* column, const char* what, std::span<const T> values, IsGood is_good, Faults& faults) {
  const auto bad = std::find_if_not(values.begin(), values.end(), is_good);
  if (bad != values.end())
    faults.push_back(fault_at(column, what, static_cast<size_t>(bad - values.begin()), static_cast<double>(*bad)));
}

}  // namespace

Result<HostColumns> HostColumns::from(std::span<const float> lon_deg, std::span<const float> lat_deg,
                                      std::span<const float> values, std::span<const int32_t> times_day) {
  Faults faults;
  if (lon_deg.size() != lat_deg.size())
    faults.push_back({{}, 0, "lat_deg", "is not as long as lon_deg", std::to_string(lat_deg.size())});
  if (times_day.empty()) faults.push_back({{}, 0, "times_day", "is empty", {}});
  // Compared by division: the product could overflow where size_t has 32 bits.
  const bool fits =
      !times_day.empty() && values.size() % times_day.size() == 0 && values.size() / times_day.size() == lon_deg.size();
  if (!fits) faults.push_back({{}, 0, "values", "is not columns x times long", std::to_string(values.size())});
  // Comparisons with NaN are false, so these refuse it too.
  require_all(
      "lon_deg", "is outside -180 to 180", lon_deg, [](float v) { return v >= -180 && v <= 180; }, faults);
  require_all(
      "lat_deg", "is outside -90 to 90", lat_deg, [](float v) { return v >= -90 && v <= 90; }, faults);
  require_all(
      "values", "is negative or not finite", values, [](float v) { return v >= 0 && std::isfinite(v); }, faults);
  const auto unordered =
      std::adjacent_find(times_day.begin(), times_day.end(), [](int32_t a, int32_t b) { return a >= b; });
  if (unordered != times_day.end())
    faults.push_back(
        fault_at("times_day", "is not increasing", static_cast<size_t>(unordered - times_day.begin()), *unordered));
  if (!faults.empty()) return faults;

  HostColumns columns;
  columns.lon_deg_.assign(lon_deg.begin(), lon_deg.end());
  columns.lat_deg_.assign(lat_deg.begin(), lat_deg.end());
  columns.values_.assign(values.begin(), values.end());
  columns.times_day_.assign(times_day.begin(), times_day.end());
  if (!values.empty()) columns.largest_ = *std::max_element(values.begin(), values.end());
  return columns;
}

LonLat HostColumns::position(size_t column) const {
  assert(column < lon_deg_.size());
  return {static_cast<double>(lon_deg_[column]), static_cast<double>(lat_deg_[column])};
}

float HostColumns::value(size_t column, size_t time) const {
  assert(column < column_count() && time < time_count());
  return values_[column * times_day_.size() + time];
}

double HostColumns::time_position(Date day) const {
  if (times_day_.empty() || day.days <= times_day_.front()) return 0;
  if (day.days >= times_day_.back()) return static_cast<double>(times_day_.size() - 1);
  const auto next = std::upper_bound(times_day_.begin(), times_day_.end(), day.days);
  const auto before = std::prev(next);
  const double span = static_cast<double>(*next) - *before;
  return static_cast<double>(before - times_day_.begin()) + (static_cast<double>(day.days) - *before) / span;
}

}  // namespace atlas
