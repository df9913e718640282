#include "data/host_columns.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace atlas {
namespace {

constexpr float kLargestCode = 65535;

Fault fault_at(const char* column, const char* what, size_t index, double value) {
  return {{}, 0, column, std::string(what) + " at index " + std::to_string(index), std::to_string(value)};
}

/// A fault for the first element of which `is_good` says no.
template <class T, class IsGood>
void require_all(const char* column, const char* what, std::span<const T> values, size_t first_index, IsGood is_good,
                 Faults& faults) {
  const auto bad = std::find_if_not(values.begin(), values.end(), is_good);
  if (bad != values.end())
    faults.push_back(
        fault_at(column, what, first_index + static_cast<size_t>(bad - values.begin()), static_cast<double>(*bad)));
}

void require_at_most(const char* column, size_t count, size_t limit, const char* of_what, Faults& faults) {
  if (count > limit)
    faults.push_back(
        {{}, 0, column, "this device draws at most " + std::to_string(limit) + " " + of_what, std::to_string(count)});
}

}  // namespace

Result<HostColumnsIntake> HostColumnsIntake::begin(std::span<const float> lon_deg, std::span<const float> lat_deg,
                                                   std::span<const int32_t> times_day, const HostColumnLimits& limits) {
  Faults faults;
  if (lon_deg.size() != lat_deg.size())
    faults.push_back({{}, 0, "lat_deg", "is not as long as lon_deg", std::to_string(lat_deg.size())});
  if (times_day.empty()) faults.push_back({{}, 0, "times_day", "is empty", {}});
  require_at_most("lon_deg", lon_deg.size(), limits.columns, "columns", faults);
  require_at_most("times_day", times_day.size(), limits.times, "times", faults);
  // Comparisons with NaN are false, so these refuse it too.
  require_all(
      "lon_deg", "is outside -180 to 180", lon_deg, 0, [](float v) { return v >= -180 && v <= 180; }, faults);
  require_all(
      "lat_deg", "is outside -90 to 90", lat_deg, 0, [](float v) { return v >= -90 && v <= 90; }, faults);
  const auto unordered =
      std::adjacent_find(times_day.begin(), times_day.end(), [](int32_t a, int32_t b) { return a >= b; });
  if (unordered != times_day.end())
    faults.push_back(
        fault_at("times_day", "is not increasing", static_cast<size_t>(unordered - times_day.begin()), *unordered));
  // The product could overflow where size_t has 32 bits.
  if (!times_day.empty() && lon_deg.size() > SIZE_MAX / sizeof(float) / times_day.size())
    faults.push_back({{}, 0, "values", "are more than memory can hold", {}});
  if (!faults.empty()) return faults;

  HostColumnsIntake intake;
  {
    std::vector<glm::vec3> points;
    points.reserve(lon_deg.size());
    for (size_t i = 0; i < lon_deg.size(); ++i)
      points.emplace_back(to_world({static_cast<double>(lon_deg[i]), static_cast<double>(lat_deg[i])}));
    intake.columns_.tree_ = CapTree(points);
  }
  intake.columns_.times_day_.assign(times_day.begin(), times_day.end());
  intake.place_of_.resize(lon_deg.size());
  for (size_t place = 0; place < lon_deg.size(); ++place)
    intake.place_of_[intake.columns_.tree_.given(place)] = static_cast<uint32_t>(place);
  return intake;
}

Faults HostColumnsIntake::check_piece(std::span<const float> values, size_t done) const {
  const size_t times = columns_.time_count();
  if (values.size() % times == 0 && done + values.size() / times <= columns_.column_count()) return {};
  return {Fault{{}, 0, "values", "is not columns x times long", std::to_string(done * times + values.size())}};
}

Faults HostColumnsIntake::measure(std::span<const float> values) {
  Faults faults = check_piece(values, measured_);
  require_all(
      "values", "is negative or not finite", values, measured_ * columns_.time_count(),
      [](float v) { return v >= 0 && std::isfinite(v); }, faults);
  if (!faults.empty()) return faults;
  for (const float v : values) columns_.largest_ = std::max(columns_.largest_, v);
  measured_ += values.size() / columns_.time_count();
  return {};
}

Faults HostColumnsIntake::take(std::span<const float> values) {
  if (Faults faults = check_piece(values, taken_); !faults.empty()) return faults;
  const size_t count = columns_.column_count(), times = columns_.time_count();
  if (measured_ != count) return {Fault{{}, 0, "values", "is not columns x times long", std::to_string(measured_)}};
  columns_.codes_.resize(count * times);
  const float largest = columns_.largest_ > 0 ? columns_.largest_ : 1;
  for (size_t i = 0; i < values.size(); i += times, ++taken_) {
    uint16_t* code = columns_.codes_.data() + place_of_[taken_];
    for (size_t t = 0; t < times; ++t, code += count) {
      const float share = std::min(values[i + t] / largest, 1.0f);
      *code = static_cast<uint16_t>(std::lround(kLargestCode * std::sqrt(share)));
    }
  }
  return {};
}

Result<HostColumns> HostColumnsIntake::finish() {
  const size_t count = columns_.column_count();
  if (taken_ != count)
    return Fault{{}, 0, "values", "is not columns x times long", std::to_string(taken_ * columns_.time_count())};
  const CapTree& tree = columns_.tree_;
  columns_.highest_.assign(tree.node_count(), 0);
  const int last = tree.levels() - 1;
  for (size_t node = 0; last >= 0 && node < size_t{1} << last; ++node) {
    uint16_t& highest = columns_.highest_[CapTree::index(last, node)];
    for (size_t t = 0; t < columns_.time_count(); ++t)
      for (size_t place = tree.first(last, node); place < tree.end(last, node); ++place)
        highest = std::max(highest, columns_.codes_[t * count + place]);
  }
  for (size_t k = tree.node_count(); k-- > 1;) {
    uint16_t& above = columns_.highest_[(k - 1) / 2];
    above = std::max(above, columns_.highest_[k]);
  }
  return std::move(columns_);
}

Result<HostColumns> HostColumns::from(std::span<const float> lon_deg, std::span<const float> lat_deg,
                                      std::span<const float> values, std::span<const int32_t> times_day,
                                      const HostColumnLimits& limits) {
  Result<HostColumnsIntake> begun = HostColumnsIntake::begin(lon_deg, lat_deg, times_day, limits);
  if (!begun.ok()) return begun.faults();
  HostColumnsIntake intake = std::move(begun).value();
  if (Faults faults = intake.measure(values); !faults.empty()) return faults;
  if (Faults faults = intake.take(values); !faults.empty()) return faults;
  return intake.finish();
}

double HostColumns::time_position(Date day) const {
  if (times_day_.empty() || day.days <= times_day_.front()) return 0;
  if (day.days >= times_day_.back()) return static_cast<double>(times_day_.size() - 1);
  const auto next = std::upper_bound(times_day_.begin(), times_day_.end(), day.days);
  const auto before = std::prev(next);
  const double span = static_cast<double>(*next) - *before;
  return static_cast<double>(before - times_day_.begin()) + (static_cast<double>(day.days) - *before) / span;
}

double HostColumns::share_at(size_t place, double time_position) const {
  assert(place < column_count());
  const size_t count = column_count();
  const auto before = std::min(static_cast<size_t>(std::max(0.0, time_position)), time_count() - 1);
  const size_t after = std::min(before + 1, time_count() - 1);
  const double a = codes_[before * count + place] / double{kLargestCode};
  const double b = codes_[after * count + place] / double{kLargestCode};
  const double between = std::clamp(time_position - static_cast<double>(before), 0.0, 1.0);
  return a * a * (1 - between) + b * b * between;
}

}  // namespace atlas
