#include "ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

const char* begin_of(std::string_view text) { return text.data(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

float aligned(const ImFont* font, float x, std::string_view text, Align align) {
  if (align == Align::left) return x;
  const float width = text_width(font, text);
  return align == Align::right ? x - width : x - width / 2;
}

}  // namespace

Canvas window_canvas(const PanelInput& in) {
  return {ImGui::GetWindowDrawList(), in.fonts, ui_colours(in.palette), in.layout.scale};
}

Canvas top_canvas(const PanelInput& in) {
  return {ImGui::GetForegroundDrawList(), in.fonts, ui_colours(in.palette), in.layout.scale};
}

float text_width(const ImFont* font, std::string_view text) {
  if (text.empty()) return 0;
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, begin_of(text), end_of(text)).x;
}

float line_height(const ImFont* font) { return font->FontSize; }

void draw_text(const Canvas& canvas, ImFont* font, float x, float y_mid, uint32_t colour, std::string_view text,
               Align align) {
  if (text.empty()) return;
  const ImVec2 at(std::round(aligned(font, x, text, align)), std::round(y_mid - font->FontSize / 2));
  canvas.draw->AddText(font, font->FontSize, at, colour, begin_of(text), end_of(text));
}

float draw_text_on_baseline(const Canvas& canvas, ImFont* font, float x, float y_base, uint32_t colour,
                            std::string_view text) {
  if (text.empty()) return x;
  const ImVec2 at(std::round(x), std::round(y_base) - font->Ascent);
  canvas.draw->AddText(font, font->FontSize, at, colour, begin_of(text), end_of(text));
  return at.x + text_width(font, text);
}

float draw_lead(const Canvas& canvas, ImFont* font, float font_em_css, float em_css, float x, float y_base,
                uint32_t colour, std::string_view text) {
  if (text.empty()) return x;
  const float k = em_css / font_em_css;
  const ImVec2 at(std::round(x), std::round(y_base - font->Ascent * k));
  canvas.draw->AddText(font, font->FontSize * k, at, colour, begin_of(text), end_of(text));
  return at.x + text_width(font, text) * k;
}

void draw_text_with_halo(const Canvas& canvas, ImFont* font, float x, float y_mid, uint32_t colour,
                         std::string_view text, Align align) {
  const uint32_t halo = faded(canvas.colour.raised, 0.55);
  const float d = std::max(1.0f, std::round(canvas.px(1)));
  const float left = aligned(font, x, text, align);
  for (const float dx : {-d, 0.0f, d})
    for (const float dy : {-d, 0.0f, d})
      if (dx != 0 || dy != 0) draw_text(canvas, font, left + dx, y_mid + dy, halo, text);
  draw_text(canvas, font, left, y_mid, colour, text);
}

std::string fitted(const ImFont* font, std::string_view text, float width) {
  if (text_width(font, text) <= width) return std::string(text);
  static constexpr std::string_view kEllipsis = "\xe2\x80\xa6";
  const float room = std::max(0.0f, width - text_width(font, kEllipsis));
  const char* rest = begin_of(text);
  font->CalcTextSizeA(font->FontSize, room, 0, begin_of(text), end_of(text), &rest);
  std::string cut(begin_of(text), rest);
  while (!cut.empty() && (cut.back() == ' ' || cut.back() == ',')) cut.pop_back();
  return cut.append(kEllipsis);
}

void fill_rect(const Canvas& canvas, const Rect_px& r, uint32_t colour, float rounding) {
  if (r.empty()) return;
  canvas.draw->AddRectFilled(ImVec2(r.x, r.y), ImVec2(r.x + r.width, r.y + r.height), colour, rounding);
}

void stroke_rect(const Canvas& canvas, const Rect_px& r, uint32_t colour, float width, float rounding) {
  if (r.empty()) return;
  canvas.draw->AddRect(ImVec2(r.x, r.y), ImVec2(r.x + r.width, r.y + r.height), colour, rounding, 0, width);
}

void draw_line(const Canvas& canvas, float x0, float y0, float x1, float y1, uint32_t colour, float width) {
  // Straight lines of whole width are rectangles on whole pixels: sharp at every ratio.
  const float w = std::max(1.0f, std::round(width));
  if (x0 == x1) {
    const float x = std::round(x0 - w / 2);
    fill_rect(canvas, {x, std::min(y0, y1), w, std::abs(y1 - y0)}, colour);
  } else if (y0 == y1) {
    const float y = std::round(y0 - w / 2);
    fill_rect(canvas, {std::min(x0, x1), y, std::abs(x1 - x0), w}, colour);
  } else {
    canvas.draw->AddLine(ImVec2(x0, y0), ImVec2(x1, y1), colour, width);
  }
}

void draw_dashes(const Canvas& canvas, float x0, float y0, float x1, float y1, uint32_t colour, float width, float on,
                 float off) {
  const float length = std::hypot(x1 - x0, y1 - y0);
  if (length <= 0 || on <= 0 || on + off < 0.5f) return;
  const float ux = (x1 - x0) / length, uy = (y1 - y0) / length;
  const int count = static_cast<int>(std::ceil(length / (on + off)));
  for (int i = 0; i < count; ++i) {
    const float at = static_cast<float>(i) * (on + off);
    const float to = std::min(length, at + on);
    draw_line(canvas, x0 + ux * at, y0 + uy * at, x0 + ux * to, y0 + uy * to, colour, width);
  }
}

void draw_dashed_rect(const Canvas& canvas, const Rect_px& r, uint32_t colour, float width, float on, float off) {
  const float right = r.x + r.width, bottom = r.y + r.height;
  draw_dashes(canvas, r.x, r.y, right, r.y, colour, width, on, off);
  draw_dashes(canvas, r.x, bottom, right, bottom, colour, width, on, off);
  draw_dashes(canvas, r.x, r.y, r.x, bottom, colour, width, on, off);
  draw_dashes(canvas, right, r.y, right, bottom, colour, width, on, off);
}

void draw_dot(const Canvas& canvas, float x, float y, float radius, uint32_t colour) {
  canvas.draw->AddCircleFilled(ImVec2(x, y), radius, colour);
}

}  // namespace atlas
