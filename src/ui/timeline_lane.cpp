// Curve and strips of one lane.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/hatch.h"
#include "ui/timeline.h"

namespace atlas {
namespace {

uint32_t lane_colour(const Canvas& canvas, Lane lane) {
  return lane == Lane::deals ? canvas.colour.deal : canvas.colour.hold;
}

struct Span {
  float x0, x1;
  bool empty() const { return x1 <= x0; }
};

// From a step to the next one, or to the recorded end; cut to the plot.
template <class Step>
Span span_of(const TimelinePlace& place, const std::vector<Step>& steps, size_t i, double end) {
  const double to = i + 1 < steps.size() ? std::min(steps[i + 1].x, end) : end;
  const float left = place.plot.x, right = place.plot.x + place.plot.width;
  return {std::clamp(std::round(place.x(steps[i].x)), left, right), std::clamp(std::round(place.x(to)), left, right)};
}

void fill_between(const Canvas& canvas, const Span& span, float y0, float y1, uint32_t colour) {
  fill_rect(canvas, {span.x0, std::min(y0, y1), span.x1 - span.x0, std::abs(y1 - y0)}, colour);
}

}  // namespace

void draw_curve(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane, double end) {
  const bool up = lane.lane == Lane::deals;
  const LanePlace& at = place.of(lane.lane);
  const uint32_t colour = lane_colour(canvas, lane.lane);
  const float width = std::max(1.0f, std::round(canvas.px(up ? 1.4 : 1.5)));
  const auto y_of = [&](double value) { return std::round(at.curve_y(value, lane.curve_max, up)); };

  for (size_t i = 0; i < lane.curve.size(); ++i) {
    const CurveStep& step = lane.curve[i];
    const Span span = span_of(place, lane.curve, i, end);
    if (span.empty()) continue;
    const float zero = at.axis_edge, low = y_of(step.low), best = y_of(step.best), high = y_of(step.high);
    if (up) {
      fill_between(canvas, span, zero, low, faded(colour, 0.42));
      fill_between(canvas, span, low, best, faded(colour, 0.22));
    } else {
      fill_between(canvas, span, zero, best, faded(colour, canvas.colour.paper ? 0.13 : 0.24));
      hatch_rect(canvas, {span.x0, zero, span.x1 - span.x0, best - zero}, Hold::restricts, faded(colour, 0.85));
    }
    fill_between(canvas, span, best, high, faded(colour, up ? 0.08 : 0.13));
  }
  // The line last, over every fill; vertical strokes where the value changes.
  std::optional<float> before;
  for (size_t i = 0; i < lane.curve.size(); ++i) {
    const Span span = span_of(place, lane.curve, i, end);
    if (span.empty()) continue;
    const float y = y_of(lane.curve[i].best);
    if (before) {
      const float top = std::min(*before, y), bottom = std::max(*before, y);
      fill_rect(canvas, {std::round(span.x0 - width / 2), std::round(top - width / 2), width, bottom - top + width},
                colour);
    }
    draw_line(canvas, span.x0, y, span.x1, y, colour, width);
    before = y;
  }
  if (!up) {
    const float all = at.axis_edge + at.curve_height;
    draw_dashes(canvas, place.plot.x, all, place.plot.x + place.plot.width, all, faded(canvas.colour.text2, 0.55),
                canvas.hairline(), canvas.px(2), canvas.px(3));
  }
}

namespace {

// Opacity of the strip's layers: operating, signed, suspended (striped), pledged; blocks, restricts, hinders, other.
constexpr double kDealLayer[4] = {0.95, 0.55, 0.60, 0.22};
constexpr double kHoldLayer[4] = {0.95, 0.52, 0.24, 0.14};

double in_force(const LaneGroup::Step& step) {
  return static_cast<double>(step.counts[0] + step.counts[1] + step.counts[2] + step.counts[3]);
}

void stripes(const Canvas& canvas, const Rect_px& r, uint32_t colour) {
  const float on = std::max(1.0f, std::round(canvas.px(2))), period = on * 2;
  const float begin = std::ceil(r.x / period) * period;
  const int count = static_cast<int>(std::ceil((r.x + r.width - begin) / period));
  for (int i = 0; i < count; ++i) {
    const float x = begin + static_cast<float>(i) * period;
    fill_rect(canvas, {x, r.y, std::min(on, r.x + r.width - x), r.height}, colour);
  }
}

void draw_strip(const Canvas& canvas, const TimelinePlace& place, const LaneGroup& group, const GroupPlace& at,
                Lane lane, double most, double end) {
  const uint32_t colour = lane_colour(canvas, lane);
  const double* layers = lane == Lane::deals ? kDealLayer : kHoldLayer;
  for (size_t i = 0; i < group.steps.size(); ++i) {
    const LaneGroup::Step& step = group.steps[i];
    const double count = in_force(step);
    const Span span = span_of(place, group.steps, i, end);
    if (count <= 0 || span.empty()) continue;
    const double height = std::max(1.0, place.strip_height * std::sqrt(count / most));
    double sum = 0;
    float y = at.bottom;
    for (int layer = 0; layer < 4; ++layer) {
      sum += static_cast<double>(step.counts[layer]);
      const float top = std::round(at.bottom - static_cast<float>(height * sum / count));
      const Rect_px r{span.x0, top, span.x1 - span.x0, y - top};
      if (lane == Lane::deals && layer == 2) {
        stripes(canvas, r, faded(colour, layers[layer]));
      } else {
        fill_rect(canvas, r, faded(colour, layers[layer]));
      }
      y = top;
    }
  }
}

}  // namespace

void draw_strips(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane, double end) {
  const LanePlace& at = place.of(lane.lane);
  double most = 1;
  for (const LaneGroup& group : lane.groups)
    for (const LaneGroup::Step& step : group.steps) most = std::max(most, in_force(step));
  const float right = place.plot.x + place.plot.width, tick = std::round(canvas.px(2));
  for (size_t g = 0; g < lane.groups.size() && g < at.groups.size(); ++g) {
    const float y = at.groups[g].bottom;
    draw_line(canvas, place.plot.x, y, right, y, canvas.colour.inner_line, canvas.hairline());
    draw_strip(canvas, place, lane.groups[g], at.groups[g], lane.lane, most, end);
    for (const double start : lane.groups[g].starts) {
      const float x = std::round(place.x(start));
      if (x < place.plot.x || x > right) continue;
      fill_rect(canvas, {x, y + canvas.hairline(), canvas.hairline(), tick}, faded(canvas.colour.text1, 0.8));
    }
  }
}

}  // namespace atlas
