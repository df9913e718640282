#pragma once

// The two lanes mirrored about one axis (LOOK.md, "Timeline"): where everything stands, and the painters of its pieces.
// Curves lie against the axis, strips or rows of events outside them; nothing is drawn over anything else.
#include <optional>
#include <string>
#include <vector>

#include "ui/canvas.h"

namespace atlas {

/// Where a group of events stands. Strips grow up from `bottom`.
struct GroupPlace {
  float top = 0, bottom = 0;
};

struct LanePlace {
  float axis_edge = 0;  ///< y of the curve's zero
  float curve_height = 0;
  std::vector<GroupPlace> groups;  ///< as LaneText::groups
  /// y of a value on the curve.
  float curve_y(double value, double max, bool up) const;
};

struct TimelinePlace {
  Rect_px panel, plot;  ///< plot: both lanes and the axis, without the words at the left
  float axis_top = 0, axis_bottom = 0;
  float strip_height = 0;  ///< of the strip with the most in force
  float row_pitch = 0;     ///< rows mode: from bar to bar
  int most_rows = 8;       ///< rows of a group; what has no row stays in a thin strip at its outer end
  bool rows = false;       ///< single events as bars; else strips
  bool strips = false;     ///< any events at all; else curves alone
  bool words = false;      ///< a column of words at the left
  LanePlace deals, sanctions;

  float x(double fraction) const { return plot.x + plot.width * static_cast<float>(fraction); }
  double fraction(float px) const { return plot.width > 0 ? (px - plot.x) / plot.width : 0; }
  const LanePlace& of(Lane lane) const { return lane == Lane::deals ? deals : sanctions; }
};

/// `panel` in device px. Rows appear when a year is wider than 150 CSS px and there is height for them.
TimelinePlace place_timeline(const Lanes& lanes, const Rect_px& panel, LayoutForm form, float scale, Date around);

/// An event under the pointer or selected, with the rectangle of its bar.
struct BarHit {
  const LaneBar* bar = nullptr;
  Lane lane = Lane::deals;
  Rect_px rect;
};

/// The day of a clock, on the axis.
struct DateFlag {
  Rect_px rect;
  std::string text;
};
// Painters; none of them asks for anything.
/// One while the clocks go together, else one each; none outside the plot.
std::vector<DateFlag> date_flags(const Canvas& canvas, const PanelInput& in, const TimelinePlace& place);
/// Years that a flag would cut are left out.
void draw_axis(const Canvas& canvas, const TimelinePlace& place, const Lanes& lanes,
               const std::vector<DateFlag>& flags);
/// `end`: fraction of the width to which events are recorded.
void draw_curve(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane, double end);
void draw_strips(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane, double end);
void draw_rows(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane);
/// A bar that stands out from its strip: hovered, selected or switched off.
void draw_marked_bar(const Canvas& canvas, const TimelinePlace& place, const BarHit& hit, bool outline);
void draw_handles(const Canvas& canvas, const PanelInput& in, const TimelinePlace& place,
                  const std::vector<DateFlag>& flags);

/// Bars that touch a window position: the one that starts there, else all in force there, nearest start first.
std::vector<BarHit> bars_at(const TimelinePlace& place, const LaneText& lane, float x, float y, float scale);
/// The bar of an event, if the lane has it.
std::optional<BarHit> bar_of(const TimelinePlace& place, const LaneText& lane, EventIx event);

/// Dragging, wheel, clicks and hover over the plot. Returns what the pointer is on.
std::vector<BarHit> handle_plot(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place,
                                Session& session, Actions& ask);
/// Play, together or apart, speed, named dates, groups with the number in force.
void draw_lane_words(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place, Session& session,
                     Actions& ask);
/// What the bars under the pointer are.
void draw_bar_card(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place,
                   const std::vector<BarHit>& hits);

/// The whole timeline inside the current window.
void draw_timeline(const PanelInput& in, const Rect_px& panel, Session& session, Actions& ask);

}  // namespace atlas
