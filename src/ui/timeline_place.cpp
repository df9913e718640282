// Where the pieces of the timeline stand.
#include <algorithm>
#include <cmath>

#include "ui/timeline.h"

namespace atlas {
namespace {

constexpr double kRowsFromPxPerYear = 150;
constexpr int kMostRows = 8;

struct Metrics {
  float margin, curve, strip, pitch, axis, words, right;
};

Metrics metrics_for(float height_css, LayoutForm form) {
  if (form == LayoutForm::phone) return {8, 48, 0, 0, 24, 0, 0};
  if (height_css < 160) return {11, 36, 0, 0, 24, 100, 17};
  if (height_css < 230) return {13, 36, 9, 12, 24, 203, 21};
  return {13, 46, 12, 15, 24, 241, 21};
}

int rows_of(const LaneGroup& group, int most) {
  int rows = 0;
  for (const LaneBar& bar : group.bars)
    if (bar.row >= 0 && bar.row < most && bar.x1 > 0 && bar.x0 < 1) rows = std::max(rows, bar.row + 1);
  return std::max(rows, 1);
}

int rows_of(const LaneText& lane, int most) {
  int rows = 0;
  for (const LaneGroup& group : lane.groups) rows += rows_of(group, most);
  return rows;
}

}  // namespace

float LanePlace::curve_y(double value, double max, bool up) const {
  const auto t = static_cast<float>(max > 0 ? std::clamp(value / max, 0.0, 1.0) : 0.0);
  return up ? axis_edge - t * curve_height : axis_edge + t * curve_height;
}

TimelinePlace place_timeline(const Lanes& lanes, const Rect_px& panel, LayoutForm form, float scale, Date around) {
  const auto px = [scale](double css) { return std::round(static_cast<float>(css) * scale); };
  const Metrics m = metrics_for(panel.height / scale, form);
  TimelinePlace out;
  out.panel = panel;
  out.words = m.words > 0;
  out.strips = m.pitch > 0;
  out.plot = {panel.x + px(m.words + (out.words ? 12 : 0)), panel.y + px(m.margin), 0, 0};
  out.plot.width = panel.x + panel.width - px(m.right) - out.plot.x;
  out.plot.height = panel.height - px(m.margin) - px(form == LayoutForm::phone ? m.margin : 11);
  out.strip_height = px(m.strip);
  out.deals.curve_height = out.sanctions.curve_height = px(m.curve);

  const double px_per_year = lanes.axis.px_per_year(out.plot.width / scale, around);
  out.rows = out.strips && px_per_year >= kRowsFromPxPerYear && panel.height / scale > 300;

  const float axis = px(m.axis), gap = px(4);
  const auto deal_groups = static_cast<float>(lanes.deals.groups.size());
  if (!out.strips) {
    out.axis_top = out.plot.y + std::round((out.plot.height - axis) / 2);
    out.deals.curve_height = out.sanctions.curve_height = std::min(px(m.curve), out.axis_top - out.plot.y);
  } else if (!out.rows) {
    out.axis_top = out.plot.y + px(m.pitch) * std::max(deal_groups, 3.0f) + gap + px(m.curve);
  }

  if (out.rows) {
    // Rows share what the curves and the axis leave, equally.
    const float group_gap = px(6);
    const float groups = deal_groups + static_cast<float>(lanes.sanctions.groups.size());
    const float room = out.plot.height - axis - 2 * px(m.curve) - 2 * gap - groups * group_gap;
    // Fewer rows with names are worth more than many without.
    for (out.most_rows = kMostRows; out.most_rows > 2; --out.most_rows)
      if (static_cast<float>(rows_of(lanes.deals, out.most_rows) + rows_of(lanes.sanctions, out.most_rows)) * px(13) <=
          room)
        break;
    const int up = rows_of(lanes.deals, out.most_rows), down = rows_of(lanes.sanctions, out.most_rows);
    out.row_pitch = std::clamp(std::floor(room / static_cast<float>(std::max(1, up + down))), px(3), px(15));
    const float used_up = static_cast<float>(up) * out.row_pitch + deal_groups * group_gap;
    out.axis_top =
        std::min(out.plot.y + used_up + gap + px(m.curve), out.plot.y + out.plot.height - axis - px(m.curve) - gap);
  }
  out.axis_bottom = out.axis_top + axis;
  out.deals.axis_edge = out.axis_top;
  out.sanctions.axis_edge = out.axis_bottom;
  if (!out.strips) return out;

  float up = out.axis_top - px(m.curve) - gap;
  for (const LaneGroup& group : lanes.deals.groups) {
    const float height =
        out.rows ? static_cast<float>(rows_of(group, out.most_rows)) * out.row_pitch : out.strip_height;
    out.deals.groups.push_back({up - height, up});
    up -= out.rows ? height + px(6) : px(m.pitch);
  }
  float down = out.axis_bottom + px(m.curve) + gap + (out.rows ? gap : 0);
  for (const LaneGroup& group : lanes.sanctions.groups) {
    const float height =
        out.rows ? static_cast<float>(rows_of(group, out.most_rows)) * out.row_pitch : out.strip_height;
    out.sanctions.groups.push_back({down, down + height});
    down += out.rows ? height + px(6) : px(m.pitch);
  }
  return out;
}

}  // namespace atlas
