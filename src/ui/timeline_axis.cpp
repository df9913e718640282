#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/hatch.h"
#include "ui/timeline.h"

namespace atlas {
namespace {

// Two wavy strokes: the years before it stand closer together.
void draw_break(const Canvas& canvas, float x, float y_mid) {
  const uint32_t colour = canvas.colour.text2;
  const float half = canvas.px(6.5), wave = canvas.px(1.6);
  for (const float side : {-1.0f, 1.0f}) {
    const float cx = x + side * canvas.px(2.2);
    canvas.draw->PathClear();
    for (int i = 0; i <= 16; ++i) {
      const float t = static_cast<float>(i) / 16.0f;
      canvas.draw->PathLineTo(ImVec2(cx + wave * std::sin(t * 6.2831853f * 1.5f), y_mid + (2 * t - 1) * half));
    }
    canvas.draw->PathStroke(colour, ImDrawFlags_None, canvas.px(1.1));
  }
}

bool has_named_date(const Lanes& lanes, double from, double to) {
  return std::any_of(lanes.named.begin(), lanes.named.end(), [&](const NamedDate& named) {
    const double x = lanes.axis.x_of(named.date);
    return x >= from && x < to;
  });
}

void draw_years(const Canvas& canvas, const TimelinePlace& place, const Lanes& lanes,
                const std::vector<DateFlag>& flags) {
  const float mid = (place.axis_top + place.axis_bottom) / 2;
  const float break_x = place.x(lanes.x_break);
  ImFont* font = canvas.fonts.small;
  float last_right = place.plot.x - canvas.px(4);
  for (size_t i = 0; i < lanes.ticks.size(); ++i) {
    const AxisTick& tick = lanes.ticks[i];
    if (tick.label.empty()) continue;
    double next = 1;
    for (size_t j = i + 1; j < lanes.ticks.size(); ++j)
      if (!lanes.ticks[j].label.empty()) {
        next = lanes.ticks[j].x;
        break;
      }
    const float width = text_width(font, tick.label);
    const bool before_break = tick.x < lanes.x_break - 1e-9;
    float left = before_break ? place.x(tick.x) + canvas.px(4) : (place.x(tick.x) + place.x(next) - width) / 2;
    if (!before_break && place.x(next) - place.x(tick.x) < width + canvas.px(4)) left = place.x(tick.x) + canvas.px(3);
    const float right = left + width;
    if (left < std::max(place.plot.x, last_right + canvas.px(5))) continue;
    if (right > place.plot.x + place.plot.width) continue;
    if (left < break_x + canvas.px(7) && right > break_x - canvas.px(7)) continue;
    last_right = right;
    // A year that a flag would cut stays away as a whole; its neighbours stay where they are.
    const float air = canvas.px(3);
    if (std::any_of(flags.begin(), flags.end(), [&](const DateFlag& flag) {
          return left < flag.rect.x + flag.rect.width + air && right > flag.rect.x - air;
        }))
      continue;
    const uint32_t colour =
        has_named_date(lanes, tick.x, next) && !before_break ? canvas.colour.text1 : canvas.colour.text2;
    draw_text(canvas, font, left, mid, colour, tick.label);
  }
}

}  // namespace

void draw_axis(const Canvas& canvas, const TimelinePlace& place, const Lanes& lanes,
               const std::vector<DateFlag>& flags) {
  const Rect_px& plot = place.plot;
  const float right = plot.x + plot.width, bottom = plot.y + plot.height;
  for (const AxisTick& tick : lanes.ticks) {
    if (tick.x < 0 || tick.x > 1) continue;
    const float x = std::round(place.x(tick.x));
    if (tick.major) {
      draw_line(canvas, x, plot.y, x, place.axis_top, canvas.colour.inner_line, canvas.hairline());
      draw_line(canvas, x, place.axis_bottom, x, bottom, canvas.colour.inner_line, canvas.hairline());
    } else {
      draw_line(canvas, x, place.axis_top, x, place.axis_top + canvas.px(4), canvas.colour.hairline, canvas.hairline());
    }
  }
  // What is not recorded yet.
  const float as_of = std::clamp(place.x(lanes.x_as_of), plot.x, right);
  diagonals(canvas, {as_of, plot.y, right - as_of, place.axis_top - plot.y}, canvas.px(8), canvas.hairline(),
            canvas.colour.hairline, true);
  diagonals(canvas, {as_of, place.axis_bottom, right - as_of, bottom - place.axis_bottom}, canvas.px(8),
            canvas.hairline(), canvas.colour.hairline, true);

  draw_line(canvas, plot.x, place.axis_top, right, place.axis_top, canvas.colour.hairline, canvas.hairline());
  draw_line(canvas, plot.x, place.axis_bottom, right, place.axis_bottom, canvas.colour.hairline, canvas.hairline());
  draw_years(canvas, place, lanes, flags);
  if (lanes.x_break > 0 && lanes.x_break < 1)
    draw_break(canvas, place.x(lanes.x_break), (place.axis_top + place.axis_bottom) / 2);
  for (const NamedDate& named : lanes.named) {
    const double at = lanes.axis.x_of(named.date);
    if (at < 0 || at > 1) continue;
    const float x = std::round(place.x(at)), y = place.axis_bottom - canvas.px(1), h = canvas.px(4);
    canvas.draw->AddTriangleFilled(ImVec2(x - h * 0.7f, y), ImVec2(x, y - h), ImVec2(x + h * 0.7f, y),
                                   canvas.colour.text3);
  }
}

}  // namespace atlas
