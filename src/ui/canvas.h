#pragma once

// What a panel draws with: a draw list, type, colours, and CSS px to device px. Text stands by the middle of its line,
// so rows of different sizes share one centre.
#include <string_view>

#include "ui/colours.h"
#include "ui/layout.h"
#include "ui/panel.h"

struct ImDrawList;

namespace atlas {

enum class Align : uint8_t { left, centre, right };

struct Canvas {
  ImDrawList* draw = nullptr;
  const Fonts& fonts;
  UiColours colour;
  float scale = 1;

  float px(double css) const { return static_cast<float>(css) * scale; }
  float hairline() const { return scale < 3 ? (scale < 2 ? 1.0f : 1.0f + (scale >= 2.5f)) : scale / 1.5f; }
};

/// For the current ImGui window.
Canvas window_canvas(const PanelInput& in);
/// Over everything.
Canvas top_canvas(const PanelInput& in);

/// Width in device px.
float text_width(const ImFont* font, std::string_view text);
/// Height of a line of this font, device px.
float line_height(const ImFont* font);
void draw_text(const Canvas& canvas, ImFont* font, float x, float y_mid, uint32_t colour, std::string_view text,
               Align align = Align::left);
/// On a common baseline with text of other sizes. Returns the right end.
float draw_text_on_baseline(const Canvas& canvas, ImFont* font, float x, float y_base, uint32_t colour,
                            std::string_view text);
/// The lead number is shown in more sizes than there are fonts: `em_css` px.
float draw_lead(const Canvas& canvas, ImFont* font, float font_em_css, float em_css, float x, float y_base,
                uint32_t colour, std::string_view text);
/// Text with a halo of the panel's colour, for labels over curves and bars.
void draw_text_with_halo(const Canvas& canvas, ImFont* font, float x, float y_mid, uint32_t colour,
                         std::string_view text, Align align = Align::left);
/// The text, or as much as fits with an ellipsis.
std::string fitted(const ImFont* font, std::string_view text, float width);

void fill_rect(const Canvas& canvas, const Rect_px& r, uint32_t colour, float rounding = 0);
void stroke_rect(const Canvas& canvas, const Rect_px& r, uint32_t colour, float width, float rounding = 0);
void draw_line(const Canvas& canvas, float x0, float y0, float x1, float y1, uint32_t colour, float width);
/// Along the x or y axis, or any other straight way: `on` and `off` in device px.
void draw_dashes(const Canvas& canvas, float x0, float y0, float x1, float y1, uint32_t colour, float width, float on,
                 float off);
void draw_dashed_rect(const Canvas& canvas, const Rect_px& r, uint32_t colour, float width, float on, float off);
void draw_dot(const Canvas& canvas, float x, float y, float radius, uint32_t colour);

}  // namespace atlas
