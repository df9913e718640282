#pragma once

// Pieces of panels. Each takes one line or block at ImGui's cursor over the panel's full text width, draws it, and says
// what was asked of it. Numbers come ready.
#include <functional>
#include <string>

#include "report/format.h"
#include "ui/canvas.h"
#include "ui/hatch.h"

namespace atlas {

/// CSS px.
struct PanelLook {
  bool exact_height = false;  ///< as high as its place and never scrolled; else as high as its content, at most
  float padding_x = 16, padding_y = 11, rounding = 6;
};
/// A window without title at a panel's place. False when there is nothing to draw; end_panel() only after true.
bool begin_panel(const PanelInput& in, const char* id, const Rect_px& place, const PanelLook& look);
void end_panel();

/// The line at the cursor, over the text width; the cursor goes below it.
struct Line {
  float x = 0, y = 0, width = 0, height = 0;
  float mid() const { return y + height / 2; }
  float right() const { return x + width; }
};
Line next_line(const Canvas& canvas, double height_css);
/// A line that can be clicked; `hovered` tints it.
struct ClickLine : Line {
  bool clicked = false, hovered = false;
};
ClickLine next_click_line(const Canvas& canvas, const char* id, double height_css);

void gap(const Canvas& canvas, double css);
/// Hairline over the whole panel with its room above and below.
void section_line(const Canvas& canvas);
void section_head(const Canvas& canvas, std::string_view text);
/// Wrapped to the text width.
/// Less `keep_free` px at the right.
void paragraph(const Canvas& canvas, ImFont* font, uint32_t colour, std::string_view text, double line_css,
               float keep_free = 0);
/// Calls `each` with every line of the text wrapped to `width` px.
void wrapped(ImFont* font, std::string_view text, float width, const std::function<void(std::string_view)>& each);

/// Name left, value right.
void value_row(const Canvas& canvas, std::string_view name, std::string_view value, double height_css = 20);
/// 40 px number with its unit or a phrase beside it, on one baseline.
void lead_number(const Canvas& canvas, std::string_view number, std::string_view beside, double em_css = 40);

bool checkbox_row(const Canvas& canvas, const char* id, std::string_view name, std::string_view count, bool& on);
/// A box at a given place, 14 px, for rows that have more in them. True if clicked.
bool checkbox(const Canvas& canvas, const char* id, float x, float y_mid, bool on);
/// Two or three words in one frame; true if `chosen` changed.
bool segments(const Canvas& canvas, const char* id, const std::vector<std::string>& names, int& chosen);
/// Words in a frame of hairlines, at the cursor.
bool button(const Canvas& canvas, const char* id, std::string_view text);
/// Words alone, at a given place; colour 2, on hover colour 1. Returns true if clicked; `width` out in device px.
bool text_button(const Canvas& canvas, const char* id, float x, float y_mid, std::string_view text, ImFont* font,
                 Align align = Align::left);
/// Opens a source's address, if it has one.
void source_chip(const Canvas& canvas, const char* id, const SourceLine& source, Actions& ask);

/// Bar of parts by hold: blocked, restricted, hindered, free, from the left, of `all` = full width.
struct HoldParts {
  double blocks = 0, restricts = 0, hinders = 0, free = 0;
};
void hold_bar(const Canvas& canvas, const Rect_px& r, const HoldParts& parts, double all);
/// Bar of gas, liquids, oil.
void commodity_bar(const Canvas& canvas, const Rect_px& r, double gas, double liquids, double oil, double all);
/// Line from low to high with end ticks and a dot at the drawn value, fractions of `r`'s width.
void range_whisker(const Canvas& canvas, const Rect_px& r, double low, double drawn, double high);
/// Name, bar, number: rows of the totals. True if clicked.
bool bar_row(const Canvas& canvas, const char* id, const BarRow& row, double all, bool by_commodity, float names);

}  // namespace atlas
