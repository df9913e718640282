#pragma once

// An amount that is not exactly known: low <= best <= high, where best may be unknown.
#include <algorithm>
#include <optional>

namespace atlas {

struct Interval {
  double low = 0;
  std::optional<double> best = 0.0;
  double high = 0;

  static Interval exactly(double v) { return {v, v, v}; }
  static Interval between(double low, double high) { return {low, std::nullopt, high}; }
  bool is_zero() const { return low == 0 && high == 0; }
  bool operator==(const Interval&) const = default;
};

/// Sum; the best of a sum is known only if both are.
inline Interval operator+(const Interval& a, const Interval& b) {
  return {a.low + b.low, a.best && b.best ? std::optional(*a.best + *b.best) : std::nullopt, a.high + b.high};
}
inline Interval& operator+=(Interval& a, const Interval& b) { return a = a + b; }
/// Product with a factor >= 0.
inline Interval operator*(const Interval& a, double k) {
  return {a.low * k, a.best ? std::optional(*a.best * k) : std::nullopt, a.high * k};
}
/// Product of two intervals of numbers >= 0 (an amount and a share).
inline Interval operator*(const Interval& a, const Interval& b) {
  return {a.low * b.low, a.best && b.best ? std::optional(*a.best * *b.best) : std::nullopt, a.high * b.high};
}
/// Best if known, else the middle: for drawing only, never for a number that is printed.
inline double drawn_value(const Interval& a) { return a.best ? *a.best : 0.5 * (a.low + a.high); }

}  // namespace atlas
