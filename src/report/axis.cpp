#include <algorithm>
#include <cmath>

#include "report/format.h"
#include "report/lanes.h"
#include "report/lanes_parts.h"
#include "state/reduce.h"

namespace atlas {
namespace {

/// The years before it are told in brief.
const Date kBreak = Date::from_ymd(2012, 1, 1);
constexpr double kDaysPerYear = 365.2425;

double fraction_between(Date date, Date from, Date to) {
  return static_cast<double>(date.days - from.days) / static_cast<double>(to.days - from.days);
}

/// Position on the whole axis, 0..1 from first to last day; goes on evenly outside.
double whole_axis(Date date) {
  if (date < kBreak) return kAxisBreak_x * fraction_between(date, kAxisFirst, kBreak);
  return kAxisBreak_x + (1 - kAxisBreak_x) * fraction_between(date, kBreak, kAxisLast);
}

double visible_from(const TimeAxis& axis) { return axis.pan * (1 - 1 / axis.zoom); }

/// Months have room when the whole axis is at least this many times as wide as the window.
constexpr double kMonthTicksFrom_zoom = 5, kMonthLabelsFrom_zoom = 14;

void add_months(const Speech& say, const TimeAxis& axis, int year, std::vector<AxisTick>& ticks) {
  for (int month = 2; month <= 12; ++month) {
    const double x = axis.x_of(Date::from_ymd(year, month, 1));
    if (x < 0 || x > 1) continue;
    const bool labelled = axis.zoom >= kMonthLabelsFrom_zoom && month % 2 == 1;
    ticks.push_back({x, labelled ? say("month.short." + std::to_string(month)) : "", false});
  }
}

}  // namespace

double TimeAxis::x_of(Date date) const { return (whole_axis(date) - visible_from(*this)) * zoom; }

Date TimeAxis::date_at(double x) const {
  const double whole = std::clamp(x / zoom + visible_from(*this), 0.0, 1.0);
  const bool early = whole < kAxisBreak_x;
  const Date from = early ? kAxisFirst : kBreak, to = early ? kBreak : kAxisLast;
  const double part = early ? whole / kAxisBreak_x : (whole - kAxisBreak_x) / (1 - kAxisBreak_x);
  return from.plus_days(static_cast<int>(std::lround(part * static_cast<double>(to.days - from.days))));
}

double TimeAxis::px_per_year(double width_px, Date around) const {
  const Date from = around < kBreak ? kAxisFirst : kBreak, to = around < kBreak ? kBreak : kAxisLast;
  const double share = around < kBreak ? kAxisBreak_x : 1 - kAxisBreak_x;
  return share * zoom * width_px * kDaysPerYear / static_cast<double>(to.days - from.days);
}

std::vector<AxisTick> axis_ticks(const Speech& say, const TimeAxis& axis) {
  std::vector<AxisTick> ticks;
  for (int year = kAxisFirst.ymd().year; year <= kAxisLast.ymd().year; ++year) {
    const Date date = Date::from_ymd(year, 1, 1);
    const double x = axis.x_of(date);
    const bool early = date < kBreak;
    const bool labelled = !early || (year % 5 == 0 && year < 2010) || axis.zoom >= kMonthTicksFrom_zoom;
    if (x >= 0 && x <= 1) ticks.push_back({x, labelled ? std::to_string(year) : "", labelled});
    if (!early && axis.zoom >= kMonthTicksFrom_zoom) add_months(say, axis, year, ticks);
  }
  return ticks;
}

}  // namespace atlas
