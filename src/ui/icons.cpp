#include "ui/icons.h"

#include <imgui.h>

#include <cmath>

namespace atlas {

void icon_play(const Canvas& canvas, float x, float y, float size, uint32_t colour) {
  const float h = size / 2;
  canvas.draw->AddTriangleFilled(ImVec2(x - h * 0.75f, y - h), ImVec2(x + h * 0.85f, y), ImVec2(x - h * 0.75f, y + h),
                                 colour);
}

void icon_pause(const Canvas& canvas, float x, float y, float size, uint32_t colour) {
  const float bar = std::round(size * 0.28f), h = size / 2;
  fill_rect(canvas, {std::round(x - h * 0.75f), std::round(y - h), bar, size}, colour);
  fill_rect(canvas, {std::round(x + h * 0.75f - bar), std::round(y - h), bar, size}, colour);
}

void icon_link(const Canvas& canvas, float x, float y, float size, uint32_t colour, bool joined) {
  // Two links of a chain on a rising diagonal; apart they don't touch.
  const float w = canvas.px(1.3), r = size * 0.19f, half = size * 0.17f, gap = joined ? size * 0.18f : size * 0.30f;
  const float c = 0.70710678f;
  for (const float side : {-1.0f, 1.0f}) {
    const float cx = x + side * gap * c, cy = y - side * gap * c;
    const ImVec2 along(c, -c), across(c, c);
    canvas.draw->PathClear();
    const int steps = 8;
    for (int end = 0; end < 2; ++end) {
      const float sign = end == 0 ? 1.0f : -1.0f;
      for (int i = 0; i <= steps; ++i) {
        const float a = 3.14159265f * static_cast<float>(i) / steps;
        const float u = sign * (half + r * std::sin(a)), v = sign * r * std::cos(a);
        canvas.draw->PathLineTo(ImVec2(cx + along.x * u + across.x * v, cy + along.y * u + across.y * v));
      }
    }
    canvas.draw->PathStroke(colour, ImDrawFlags_Closed, w);
  }
}

void icon_search(const Canvas& canvas, float x, float y, float size, uint32_t colour) {
  const float r = size * 0.34f, w = canvas.px(1.5), cx = x - size * 0.10f, cy = y - size * 0.10f;
  canvas.draw->AddCircle(ImVec2(cx, cy), r, colour, 0, w);
  const float d = r * 0.70710678f;
  canvas.draw->AddLine(ImVec2(cx + d, cy + d), ImVec2(x + size * 0.45f, y + size * 0.45f), colour, w);
}

void icon_close(const Canvas& canvas, float x, float y, float size, uint32_t colour) {
  const float h = size * 0.36f, w = canvas.px(1.4);
  canvas.draw->AddLine(ImVec2(x - h, y - h), ImVec2(x + h, y + h), colour, w);
  canvas.draw->AddLine(ImVec2(x - h, y + h), ImVec2(x + h, y - h), colour, w);
}

void icon_verdict(const Canvas& canvas, float x, float y, float size, std::string_view verdict, uint32_t colour) {
  const float r = size / 2;
  canvas.draw->AddCircle(ImVec2(x, y), r, colour, 0, canvas.px(1.2));
  if (verdict == "supported") {
    icon_tick(canvas, x, y, size * 0.85f, colour);
  } else if (verdict == "contradicted") {
    icon_close(canvas, x, y, size * 0.8f, colour);
  } else if (verdict == "needs-context") {
    canvas.draw->PathClear();
    canvas.draw->PathArcTo(ImVec2(x, y), r * 0.7f, 1.5707963f, 4.712389f);
    canvas.draw->PathFillConvex(colour);
  }
}

void icon_tick(const Canvas& canvas, float x, float y, float size, uint32_t colour) {
  const ImVec2 points[3] = {ImVec2(x - size * 0.27f, y + size * 0.01f), ImVec2(x - size * 0.07f, y + size * 0.21f),
                            ImVec2(x + size * 0.29f, y - size * 0.20f)};
  canvas.draw->AddPolyline(points, 3, colour, ImDrawFlags_None, canvas.px(1.5));
}

void icon_cube(const Canvas& canvas, float x, float y, float size, uint32_t body, uint32_t edge) {
  const float h = size / 2, w = h * 0.866f;
  const ImVec2 top(x, y - h), right_up(x + w, y - h / 2), middle(x, y), left_up(x - w, y - h / 2),
      left_down(x - w, y + h / 2), bottom(x, y + h), right_down(x + w, y + h / 2);
  canvas.draw->AddQuadFilled(top, right_up, middle, left_up, faded(body, 0.28));
  canvas.draw->AddQuadFilled(left_up, middle, bottom, left_down, faded(body, 0.78));
  canvas.draw->AddQuadFilled(middle, right_up, right_down, bottom, faded(body, 0.62));
  const float line = canvas.px(1.15);
  const uint32_t ink = faded(edge, 0.9);
  const ImVec2 rim[6] = {top, right_up, right_down, bottom, left_down, left_up};
  canvas.draw->AddPolyline(rim, 6, ink, ImDrawFlags_Closed, line);
  canvas.draw->AddLine(left_up, middle, ink, line);
  canvas.draw->AddLine(right_up, middle, ink, line);
  canvas.draw->AddLine(middle, bottom, ink, line);
}

}  // namespace atlas
