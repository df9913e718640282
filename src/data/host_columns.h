#pragma once

// Columns that a page or an analyst hands in: places on the globe, each with a value per time. They are not assets: no
// filter by event reaches them and no total counts them. There may be a million of them, so one copy of the values is
// kept, in 16 bits each, and nothing here grows with a change of the date.
#include <cstdint>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "geo/cap_tree.h"
#include "geo/lon_lat.h"

namespace atlas {

/// What the device that draws them allows: columns stand in one layer of a texture per time.
struct HostColumnLimits {
  size_t columns = SIZE_MAX, times = SIZE_MAX;
};

class HostColumns {
 public:
  HostColumns() = default;

  /// `values[i * times_day.size() + t]` is column i at time t; times are whole days since 1970-01-01, strictly
  /// increasing. Faults (the first of each kind, with its index): lengths that don't fit, no times, a position out of
  /// range, a value that is not finite or negative, times out of order, more than the limits.
  static Result<HostColumns> from(std::span<const float> lon_deg, std::span<const float> lat_deg,
                                  std::span<const float> values, std::span<const int32_t> times_day,
                                  const HostColumnLimits& limits = {});

  size_t column_count() const { return tree_.points().size(); }
  size_t time_count() const { return times_day_.size(); }
  std::span<const int32_t> times_day() const { return times_day_; }
  float largest_value() const { return largest_; }

  /// The places in the tree's order: the order of everything below. tree().given(place) is the host's index.
  const CapTree& tree() const { return tree_; }
  /// 65535 sqrt(value / largest_value()), time by time: codes()[t * column_count() + place]. The root keeps small
  /// values exact: half a step is 0.15 % of a value that is 1/10,000 of the largest.
  std::span<const uint16_t> codes() const { return codes_; }
  /// The highest code of a node at any time, beside CapTree::cap.
  uint16_t highest_code(int level, size_t node) const { return highest_[CapTree::index(level, node)]; }

  std::span<const uint16_t> highest_codes() const { return highest_; }

  /// Where a day lies among the times, as index and fraction: 2.5 is half way from the third to the fourth. Days before
  /// the first and after the last time stand at the ends.
  double time_position(Date day) const;
  /// Share of the largest value, 0 to 1, straight between the times.
  double share_at(size_t place, double time_position) const;
  double value_at(size_t place, double time_position) const { return share_at(place, time_position) * largest_; }

 private:
  friend class HostColumnsIntake;
  CapTree tree_;
  std::vector<uint16_t> codes_, highest_;
  std::vector<int32_t> times_day_;
  float largest_ = 0;
};

/// Takes columns in pieces, so that their values never stand twice in memory: all values are measured first (measure,
/// in order), then taken (take, in the same order). Pieces are whole columns.
class HostColumnsIntake {
 public:
  static Result<HostColumnsIntake> begin(std::span<const float> lon_deg, std::span<const float> lat_deg,
                                         std::span<const int32_t> times_day, const HostColumnLimits& limits = {});
  Faults measure(std::span<const float> values);
  Faults take(std::span<const float> values);
  /// A fault if columns are missing.
  Result<HostColumns> finish();

 private:
  HostColumnsIntake() = default;
  Faults check_piece(std::span<const float> values, size_t done) const;

  HostColumns columns_;
  std::vector<uint32_t> place_of_;  ///< by the host's index
  size_t measured_ = 0, taken_ = 0;
};

}  // namespace atlas
