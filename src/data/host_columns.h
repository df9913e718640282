#pragma once

// Columns that a page hands in: places on the globe, each with a value per time. They are not assets: no filter by
// event reaches them and no total counts them.
#include <cstdint>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "geo/lon_lat.h"

namespace atlas {

class HostColumns {
 public:
  HostColumns() = default;

  /// `values[i * times_day.size() + t]` is column i at time t; times are whole days since 1970-01-01, strictly
  /// increasing. Faults (the first of each kind, with its index): lengths that don't fit, no times, a position out of
  /// range, a value that is not finite or negative, times out of order.
  static Result<HostColumns> from(std::span<const float> lon_deg, std::span<const float> lat_deg,
                                  std::span<const float> values, std::span<const int32_t> times_day);

  size_t column_count() const { return lon_deg_.size(); }
  size_t time_count() const { return times_day_.size(); }
  LonLat position(size_t column) const;
  float value(size_t column, size_t time) const;
  std::span<const float> lon_deg() const { return lon_deg_; }
  std::span<const float> lat_deg() const { return lat_deg_; }
  std::span<const float> values() const { return values_; }
  std::span<const int32_t> times_day() const { return times_day_; }
  float largest_value() const { return largest_; }
  /// Where a day lies among the times, as index and fraction: 2.5 is half way from the third to the fourth. Days before
  /// the first and after the last time stand at the ends.
  double time_position(Date day) const;

 private:
  std::vector<float> lon_deg_, lat_deg_, values_;
  std::vector<int32_t> times_day_;
  float largest_ = 0;
};

}  // namespace atlas
