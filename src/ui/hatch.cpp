#include "ui/hatch.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace atlas {

void diagonals(const Canvas& canvas, const Rect_px& r, float period, float width, uint32_t colour, bool down) {
  if (r.empty() || period < 1) return;
  const float x0 = r.x, x1 = r.x + r.width, y0 = r.y, y1 = r.y + r.height;
  // Rising lines: x + y = c; falling lines: x - y = c.
  const float first = down ? x0 - y1 : x0 + y0;
  const float last = down ? x1 - y0 : x1 + y1;
  const float begin = std::ceil(first / period) * period;
  const int count = static_cast<int>(std::ceil((last - begin) / period));
  for (int i = 0; i < count; ++i) {
    const float c = begin + static_cast<float>(i) * period;
    const float left = down ? std::max(x0, c + y0) : std::max(x0, c - y1);
    const float right = down ? std::min(x1, c + y1) : std::min(x1, c - y0);
    if (right - left < 0.5f) continue;
    const float y_left = down ? left - c : c - left;
    const float y_right = down ? right - c : c - right;
    canvas.draw->AddLine(ImVec2(left, y_left), ImVec2(right, y_right), colour, width);
  }
}

void hatch_rect(const Canvas& canvas, const Rect_px& r, Hold hold, uint32_t colour) {
  // Along the slope LOOK.md's periods are measured across the lines; along an axis they are sqrt 2 wider.
  const float width = canvas.px(1.15);
  switch (hold) {
    case Hold::none:
      break;
    case Hold::hinders:
      diagonals(canvas, r, canvas.px(11), width, colour, false);
      break;
    case Hold::restricts:
      diagonals(canvas, r, canvas.px(7.5), width, colour, false);
      break;
    case Hold::blocks:
      diagonals(canvas, r, canvas.px(6.5), width, colour, false);
      diagonals(canvas, r, canvas.px(6.5), width, colour, true);
      break;
  }
}

void fill_hold(const Canvas& canvas, const Rect_px& r, Hold hold) {
  const UiColours& c = canvas.colour;
  switch (hold) {
    case Hold::none:
      fill_rect(canvas, r, c.free_part);
      break;
    case Hold::hinders:
      fill_rect(canvas, r, faded(c.grey, 0.30));
      hatch_rect(canvas, r, hold, faded(c.text2, 0.9));
      break;
    case Hold::restricts:
      fill_rect(canvas, r, faded(c.hold, c.paper ? 0.16 : 0.28));
      hatch_rect(canvas, r, hold, faded(c.hold, 0.95));
      break;
    case Hold::blocks:
      fill_rect(canvas, r, faded(c.hold, c.paper ? 0.30 : 0.48));
      hatch_rect(canvas, r, hold, c.hold);
      break;
  }
}

void hold_swatch(const Canvas& canvas, float x, float y_mid, float size, Hold hold) {
  const Rect_px r{std::round(x), std::round(y_mid - size / 2), size, size};
  fill_hold(canvas, r, hold);
  const uint32_t rim = hold == Hold::none || hold == Hold::hinders ? canvas.colour.text3 : canvas.colour.hold;
  stroke_rect(canvas, r, rim, canvas.hairline(), canvas.px(2));
}

void colour_swatch(const Canvas& canvas, float x, float y_mid, float size, uint32_t colour) {
  fill_rect(canvas, {std::round(x), std::round(y_mid - size / 2), size, size}, colour, canvas.px(2));
}

void stage_line(const Canvas& canvas, float x0, float x1, float y, Stage stage) {
  const uint32_t deal = canvas.colour.deal;
  switch (stage) {
    case Stage::pledged:
      draw_dashes(canvas, x0, y, x1, y, faded(deal, 0.60), canvas.px(1.4), canvas.px(1.6), canvas.px(2.4));
      break;
    case Stage::signed_:
      draw_line(canvas, x0, y, x1, y, faded(deal, 0.75), canvas.px(1.2));
      break;
    case Stage::operating:
      draw_line(canvas, x0, y, x1, y, deal, canvas.px(2.2));
      break;
    case Stage::suspended:
      draw_dashes(canvas, x0, y, x1, y, faded(deal, 0.90), canvas.px(2.2), canvas.px(5), canvas.px(3));
      break;
    case Stage::ended:
      draw_line(canvas, x0, y, x1, y, faded(deal, 0.28), canvas.px(1.2));
      break;
    case Stage::none:
      break;
  }
}

void fill_stage(const Canvas& canvas, const Rect_px& r, Stage stage) {
  const uint32_t deal = canvas.colour.deal;
  switch (stage) {
    case Stage::operating:
      fill_rect(canvas, r, faded(deal, 0.84));
      break;
    case Stage::signed_:
      fill_rect(canvas, r, faded(deal, 0.34));
      draw_line(canvas, r.x, r.y, r.x + r.width, r.y, faded(deal, 0.9), canvas.hairline());
      draw_line(canvas, r.x, r.y + r.height, r.x + r.width, r.y + r.height, faded(deal, 0.9), canvas.hairline());
      break;
    case Stage::suspended: {
      const float period = canvas.px(6), on = canvas.px(3);
      const int count = static_cast<int>(std::ceil(r.width / period));
      for (int i = 0; i < count; ++i) {
        const float x = r.x + static_cast<float>(i) * period;
        fill_rect(canvas, {x, r.y, std::min(on, r.x + r.width - x), r.height}, faded(deal, 0.70));
      }
      break;
    }
    case Stage::pledged:
      fill_rect(canvas, r, faded(deal, 0.08));
      draw_dashes(canvas, r.x, r.y, r.x + r.width, r.y, faded(deal, 0.7), canvas.hairline(), canvas.px(3),
                  canvas.px(3));
      draw_dashes(canvas, r.x, r.y + r.height, r.x + r.width, r.y + r.height, faded(deal, 0.7), canvas.hairline(),
                  canvas.px(3), canvas.px(3));
      break;
    case Stage::ended:
    case Stage::none:
      fill_rect(canvas, r, faded(deal, 0.16));
      break;
  }
}

}  // namespace atlas
