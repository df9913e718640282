// The two clocks on the timeline: lines, discs, date flags, values beside the curves, ranges.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "ui/timeline.h"

namespace atlas {
namespace {

constexpr double kDisc = 5.5;

struct Extent {
  float top, bottom;
};

Extent lane_extent(const TimelinePlace& place, Lane lane) {
  return lane == Lane::deals ? Extent{place.plot.y, place.axis_top}
                             : Extent{place.axis_bottom, place.plot.y + place.plot.height};
}

bool in_plot(const TimelinePlace& place, float x) {
  return x >= place.plot.x - 1 && x <= place.plot.x + place.plot.width + 1;
}

void draw_disc(const Canvas& canvas, float x, float y) {
  draw_dot(canvas, x, y, canvas.px(kDisc) + canvas.px(1.5), canvas.colour.panel | 0xff000000u);
  draw_dot(canvas, x, y, canvas.px(kDisc), canvas.colour.text1);
}

Rect_px flag_rect(const Canvas& canvas, const TimelinePlace& place, float x, std::string_view text) {
  const float width = std::round(text_width(canvas.fonts.small_head, text) + canvas.px(18));
  const float most_left = place.panel.x + place.panel.width - width - canvas.px(4);
  const float left = std::round(std::clamp(x - width / 2, place.plot.x, std::max(place.plot.x, most_left)));
  return {left, std::round(place.axis_top + canvas.px(2)), width,
          std::round(place.axis_bottom - place.axis_top - canvas.px(4))};
}

void draw_value(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane, float x) {
  const LanePlace& at = place.of(lane.lane);
  const bool up = lane.lane == Lane::deals;
  const uint32_t colour = up ? canvas.colour.deal : canvas.colour.hold;
  const float y = std::round(at.curve_y(lane.value_drawn, lane.curve_max, up));
  draw_dot(canvas, x, y, canvas.px(4), canvas.colour.panel | 0xff000000u);
  draw_dot(canvas, x, y, canvas.px(2.8), colour);
  const float width = text_width(canvas.fonts.head, lane.value);
  const float right_end = place.panel.x + place.panel.width - canvas.px(6);
  const bool left = x + canvas.px(8) + width > right_end;
  const float half = line_height(canvas.fonts.head) / 2;
  // Above the point where the curve rises, below or on it where it hangs; always between the axis and the strips.
  const float limit_near = up ? at.axis_edge - half : at.axis_edge + half;
  float mid = y - canvas.px(up ? 10 : 8);
  mid = up ? std::clamp(mid, at.axis_edge - at.curve_height, limit_near)
           : std::clamp(mid, limit_near, at.axis_edge + at.curve_height - half * 0.5f);
  draw_text_with_halo(canvas, canvas.fonts.head, left ? x - canvas.px(8) : x + canvas.px(8), mid, colour, lane.value,
                      left ? Align::right : Align::left);
}

void draw_range(const Canvas& canvas, const TimelinePlace& place, const Lanes& lanes, Lane lane,
                const std::optional<DateRange>& range) {
  if (!range) return;
  const Extent e = lane_extent(place, lane);
  const float left = place.plot.x, right = left + place.plot.width;
  const float from = place.x(lanes.axis.x_of(range->from)), to = place.x(lanes.axis.x_of(range->to));
  const float x0 = std::clamp(from, left, right), x1 = std::clamp(to, left, right);
  fill_rect(canvas, {x0, e.top, x1 - x0, e.bottom - e.top}, faded(canvas.colour.text1, 0.06));
  for (const float x : {from, to}) {
    if (!in_plot(place, x)) continue;
    draw_line(canvas, std::round(x), e.top, std::round(x), e.bottom, faded(canvas.colour.text1, 0.7), canvas.px(1));
    draw_dot(canvas, std::round(x), lane == Lane::deals ? e.top : e.bottom, canvas.px(4), canvas.colour.text2);
  }
}

// The report words the day; a lane without words shows the plain civil date.
std::string day_text(const LaneText& lane, const Clocks& clocks) {
  return lane.date.empty() ? to_text(clock(clocks, lane.lane)) : lane.date;
}

}  // namespace

std::vector<DateFlag> date_flags(const Canvas& canvas, const PanelInput& in, const TimelinePlace& place) {
  const Clocks& clocks = in.state.scenario.clocks;
  std::vector<DateFlag> flags;
  for (const LaneText* lane : {&in.lanes.deals, &in.lanes.sanctions}) {
    if (std::holds_alternative<Together>(clocks) && lane->lane == Lane::deals) continue;
    const float x = place.x(in.lanes.axis.x_of(clock(clocks, lane->lane)));
    if (!in_plot(place, x)) continue;
    const std::string text = day_text(*lane, clocks);
    flags.push_back({flag_rect(canvas, place, x, text), text});
  }
  return flags;
}

void draw_handles(const Canvas& canvas, const PanelInput& in, const TimelinePlace& place,
                  const std::vector<DateFlag>& flags) {
  const Clocks& clocks = in.state.scenario.clocks;
  const bool together = std::holds_alternative<Together>(clocks);
  draw_range(canvas, place, in.lanes, Lane::deals, in.state.scenario.deals_range);
  draw_range(canvas, place, in.lanes, Lane::sanctions, in.state.scenario.sanctions_range);
  const float width = canvas.px(1.5);
  for (const LaneText* lane : {&in.lanes.deals, &in.lanes.sanctions}) {
    const float x = std::round(place.x(in.lanes.axis.x_of(clock(clocks, lane->lane))));
    if (!in_plot(place, x)) continue;
    const Extent e = lane_extent(place, lane->lane);
    const float mid = (place.axis_top + place.axis_bottom) / 2;
    const float top = lane->lane == Lane::deals ? e.top : together ? mid : e.top;
    const float bottom = lane->lane == Lane::deals ? (together ? mid : e.bottom) : e.bottom;
    draw_line(canvas, x, top, x, bottom, canvas.colour.text1, width);
    draw_disc(canvas, x, lane->lane == Lane::deals ? e.top : e.bottom);
    draw_value(canvas, place, *lane, x);
  }
  for (const DateFlag& flag : flags) {
    fill_rect(canvas, flag.rect, canvas.colour.text1, canvas.px(3));
    draw_text(canvas, canvas.fonts.small_head, flag.rect.x + flag.rect.width / 2, flag.rect.y + flag.rect.height / 2,
              canvas.colour.inverse | 0xff000000u, flag.text, Align::centre);
  }
}

}  // namespace atlas
