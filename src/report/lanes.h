#pragma once

// The timeline as data, before anybody paints it (look/LOOK.md, "Timeline"). x is a fraction 0..1 of the axis' width.
#include <string>
#include <vector>

#include "model/curve.h"
#include "report/words.h"
#include "state/state.h"

namespace atlas {

/// Axis with a break: 1990 to 2012 lies in the first 15 % of the width, 2012 to 2028 in the rest; zoomed and panned.
struct TimeAxis {
  double zoom = 1, pan = 0;
  double x_of(Date date) const;  ///< may lie outside 0..1 when zoomed
  Date date_at(double x) const;  ///< inverse, clamped to the axis
  double px_per_year(double width_px, Date around) const;
};

struct AxisTick {
  double x = 0;
  std::string label;  ///< empty for a minor tick
  bool major = false;
};

struct LaneBar {
  EventIx event;
  double x0 = 0, x1 = 0;
  double x_announced = 0;  ///< thin lead-in from here to x0 (== x0 if none)
  bool open_end = false, soft_start = false;
  Hold hold = Hold::none;          ///< heaviest of the event's effects
  Stage stage = Stage::none;       ///< last stage
  std::string title, dates, word;  ///< word: what it does or its last stage
  bool off = false;
  bool switched = false;  ///< by the reader, on or off: it stays marked
  int row = -1;           ///< first-fit row in its group, -1 = only in the strip
};

struct LaneGroup {
  std::string key, name;
  int in_force = 0;            ///< on the lane's day
  std::vector<double> starts;  ///< x of each event's start tick
  struct Step {                ///< number in force by stage or hold from x on
    double x = 0;
    float counts[4] = {
        0, 0, 0, 0};  ///< deals: operating, signed, suspended, pledged; sanctions: blocks, restricts, hinders, other
  };
  std::vector<Step> steps;
  std::vector<LaneBar> bars;
};

struct CurveStep {
  double x = 0;
  double low = 0, best = 0, high = 0;  ///< bn boe; best may be a drawn value
};

struct LaneText {
  Lane lane = Lane::deals;
  std::string name;               ///< "Deals"
  std::string curve_name;         ///< "fields under a deal, bn boe"
  std::vector<LaneGroup> groups;  ///< from the axis outwards
  std::vector<CurveStep> curve;
  double curve_max = 1;  ///< fixed scale
  std::string date;      ///< the lane's day, "10 Oct 2026"
  std::string value;     ///< at the lane's day, "304.0"
  double value_drawn = 0;
};

struct NamedDate {
  Date date;
  std::string name;   ///< what happened
  std::string label;  ///< "12 Sep 2014"
};

struct Lanes {
  TimeAxis axis;
  std::vector<AxisTick> ticks;
  LaneText deals, sanctions;
  double x_as_of = 1;  ///< recorded to here; hatched after it
  double x_break = 0.15;
  std::vector<NamedDate> named;
};

Lanes make_lanes(const Dataset& dataset, const Words& words, const State& state, const Snapshot& snapshot,
                 const Curve& deals, const Curve& sanctions, const TimeAxis& axis);

/// The same for another day: `lanes` were made for a state that differs in nothing but the days of its scenario, what
/// is selected and what is seen of the globe.
void move_lanes(const Words& words, const State& state, const Snapshot& snapshot, Lanes& lanes);

}  // namespace atlas
