// Single events as bars: rows when the axis is zoomed in, and the one bar that stands out from its strip.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "base/sort_stably.h"
#include "ui/hatch.h"
#include "ui/timeline.h"

namespace atlas {
namespace {

uint32_t lane_colour(const Canvas& canvas, Lane lane) {
  return lane == Lane::deals ? canvas.colour.deal : canvas.colour.hold;
}

// Rows grow away from the axis; what has no row stays in a thin strip at the outer end.
Rect_px row_rect(const TimelinePlace& place, const GroupPlace& group, const LaneBar& bar, Lane lane) {
  const float left = std::max(place.x(bar.x0), place.plot.x);
  const float right = std::min(place.x(bar.x1), place.plot.x + place.plot.width);
  const float height = std::max(2.0f, std::round(place.row_pitch * 0.8f));
  const auto row = static_cast<float>(bar.row);
  const float y =
      lane == Lane::deals ? group.bottom - row * place.row_pitch - height : group.top + row * place.row_pitch;
  return {std::round(left), std::round(y), std::max(1.0f, std::round(right) - std::round(left)), height};
}

Rect_px strip_rect(const TimelinePlace& place, const GroupPlace& group, const LaneBar& bar) {
  const float left = std::max(place.x(bar.x0), place.plot.x);
  const float right = std::min(place.x(bar.x1), place.plot.x + place.plot.width);
  return {std::round(left), group.top, std::max(2.0f, std::round(right) - std::round(left)), group.bottom - group.top};
}

bool has_row(const TimelinePlace& place, const LaneBar& bar) { return bar.row >= 0 && bar.row < place.most_rows; }

// A bar that goes on is not cut off: it fades into the panel.
void fade_open_end(const Canvas& canvas, const Rect_px& r) {
  const float fade = std::min(canvas.px(46), r.width / 2);
  const uint32_t solid = canvas.colour.panel | 0xff000000u, clear = solid & 0x00ffffffu;
  const float right = r.x + r.width + 1;
  canvas.draw->AddRectFilledMultiColor(ImVec2(right - fade, r.y - 1), ImVec2(right, r.y + r.height + 1), clear, solid,
                                       solid, clear);
}

void draw_name(const Canvas& canvas, const TimelinePlace& place, const Rect_px& r, const LaneBar& bar, Lane lane) {
  ImFont* font = canvas.fonts.small;
  const float width = text_width(font, bar.title), pad = canvas.px(5), mid = r.y + r.height / 2;
  const bool dark = lane == Lane::deals && bar.stage == Stage::operating && !bar.off;
  if (width + 2 * pad <= r.width) {
    if (dark) {
      draw_text(canvas, font, r.x + pad, mid, canvas.colour.inverse | 0xff000000u, bar.title);
    } else {
      draw_text_with_halo(canvas, font, r.x + pad, mid, canvas.colour.text1, bar.title);
    }
  } else if (r.x + r.width + pad + width < place.plot.x + place.plot.width) {
    draw_text_with_halo(canvas, font, r.x + r.width + pad, mid, canvas.colour.text1, bar.title);
  } else {
    draw_text_with_halo(canvas, font, r.x - pad, mid, canvas.colour.text1, bar.title, Align::right);
  }
}

void draw_bar(const Canvas& canvas, const TimelinePlace& place, const Rect_px& r, const LaneBar& bar, Lane lane) {
  const uint32_t colour = lane_colour(canvas, lane);
  const float announced = place.x(bar.x_announced), mid = std::round(r.y + r.height / 2);
  if (announced < r.x - 1) draw_line(canvas, std::max(announced, place.plot.x), mid, r.x, mid, colour, canvas.px(1.2));
  if (bar.off) {
    draw_dashed_rect(canvas, r, canvas.colour.text1, canvas.px(1), canvas.px(5), canvas.px(3));
    return;
  }
  if (lane == Lane::deals) {
    fill_stage(canvas, r, bar.stage);
  } else {
    fill_hold(canvas, r, bar.hold);
  }
  if (bar.open_end) fade_open_end(canvas, r);
  if (bar.soft_start)
    fill_rect(canvas, {r.x, r.y, std::min(canvas.px(6), r.width), r.height}, faded(canvas.colour.panel, 0.5));
  const uint32_t stroke = faded(colour, bar.soft_start ? 0.5 : 1.0);
  if (place.x(bar.x0) >= place.plot.x) fill_rect(canvas, {r.x, r.y, std::round(canvas.px(2)), r.height}, stroke);
  if (!bar.open_end && place.x(bar.x1) <= place.plot.x + place.plot.width)
    fill_rect(canvas, {r.x + r.width - std::round(canvas.px(1.5)), r.y, std::round(canvas.px(1.5)), r.height}, colour);
}

bool on_screen(const LaneBar& bar) { return bar.x1 > 0 && bar.x0 < 1; }

}  // namespace

void draw_rows(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane) {
  const LanePlace& at = place.of(lane.lane);
  const bool names = place.row_pitch >= canvas.px(11);
  for (size_t g = 0; g < lane.groups.size() && g < at.groups.size(); ++g) {
    for (const LaneBar& bar : lane.groups[g].bars) {
      if (!on_screen(bar)) continue;
      if (has_row(place, bar)) {
        draw_bar(canvas, place, row_rect(place, at.groups[g], bar, lane.lane), bar, lane.lane);
      } else {
        const float y = lane.lane == Lane::deals ? at.groups[g].top - canvas.px(4) : at.groups[g].bottom + canvas.px(1);
        const Rect_px r = strip_rect(place, at.groups[g], bar);
        fill_rect(canvas, {r.x, y, r.width, canvas.px(3)}, faded(lane_colour(canvas, lane.lane), 0.3));
      }
    }
    if (!names) continue;
    for (const LaneBar& bar : lane.groups[g].bars)
      if (on_screen(bar) && has_row(place, bar))
        draw_name(canvas, place, row_rect(place, at.groups[g], bar, lane.lane), bar, lane.lane);
  }
}

void draw_marked_bar(const Canvas& canvas, const TimelinePlace& place, const BarHit& hit, bool outline) {
  if (hit.bar == nullptr) return;
  const float out = canvas.px(1);
  const Rect_px r{hit.rect.x - out, hit.rect.y - out, hit.rect.width + 2 * out, hit.rect.height + 2 * out};
  if (hit.bar->off) draw_dashed_rect(canvas, r, canvas.colour.text1, canvas.px(1), canvas.px(5), canvas.px(3));
  if (outline) stroke_rect(canvas, r, canvas.colour.text1, canvas.px(1.5), canvas.px(2));
  if (!place.rows) draw_name(canvas, place, hit.rect, *hit.bar, hit.lane);
}

std::vector<BarHit> bars_at(const TimelinePlace& place, const LaneText& lane, float x, float y, float scale) {
  std::vector<BarHit> hits;
  const LanePlace& at = place.of(lane.lane);
  const float slack = 2 * scale;
  for (size_t g = 0; g < lane.groups.size() && g < at.groups.size(); ++g) {
    const GroupPlace& group = at.groups[g];
    if (y < group.top - slack || y > group.bottom + slack) continue;
    for (const LaneBar& bar : lane.groups[g].bars) {
      if (!on_screen(bar)) continue;
      if (place.rows && !has_row(place, bar)) continue;
      const Rect_px r = place.rows ? row_rect(place, group, bar, lane.lane) : strip_rect(place, group, bar);
      const Rect_px wide{r.x - slack, r.y - 1, r.width + 2 * slack, r.height + 2};
      if (place.rows ? wide.contains(x, y) : x >= wide.x && x <= wide.x + wide.width)
        hits.push_back({&bar, lane.lane, r});
    }
  }
  sort_stably(hits, [x](const BarHit& a, const BarHit& b) { return std::abs(a.rect.x - x) < std::abs(b.rect.x - x); });
  // On a start tick the pointer means that one event.
  if (!hits.empty() && std::abs(hits.front().rect.x - x) <= 4 * scale) hits.resize(1);
  return hits;
}

std::optional<BarHit> bar_of(const TimelinePlace& place, const LaneText& lane, EventIx event) {
  const LanePlace& at = place.of(lane.lane);
  for (size_t g = 0; g < lane.groups.size() && g < at.groups.size(); ++g)
    for (const LaneBar& bar : lane.groups[g].bars)
      if (bar.event == event && on_screen(bar) && (!place.rows || has_row(place, bar)))
        return BarHit{
            &bar, lane.lane,
            place.rows ? row_rect(place, at.groups[g], bar, lane.lane) : strip_rect(place, at.groups[g], bar)};
  return std::nullopt;
}

}  // namespace atlas
