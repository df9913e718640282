// Segments, buttons, chips and bars of widgets.h.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace atlas {

bool segments(const Canvas& canvas, const char* id, const std::vector<std::string>& names, int& chosen) {
  if (names.empty()) return false;
  const Line line = next_line(canvas, 28);
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const Rect_px frame{line.x, line.y, line.width, line.height};
  // Equal cells; as wide as their words need where one wouldn't fit.
  float sum = 0, longest = 0;
  for (const std::string& name : names) {
    const float word = text_width(canvas.fonts.text, name);
    sum += word;
    longest = std::max(longest, word);
  }
  const auto count = static_cast<float>(names.size());
  const bool equal = longest + canvas.px(8) <= line.width / count;
  const float spare = (line.width - sum) / count;
  float next_x = line.x;
  bool changed = false;
  ImGui::PushID(id);
  for (size_t i = 0; i < names.size(); ++i) {
    const int index = static_cast<int>(i);
    const bool last = i + 1 == names.size();
    const float wanted = equal ? line.width / count : text_width(canvas.fonts.text, names[i]) + spare;
    const float x = std::round(next_x);
    next_x += wanted;
    const Rect_px cell{x, line.y, (last ? line.right() : std::round(next_x)) - x, line.height};
    ImGui::SetCursorScreenPos(ImVec2(cell.x, cell.y));
    ImGui::PushID(index);
    if (ImGui::InvisibleButton("cell", ImVec2(cell.width, cell.height)) && chosen != index) {
      chosen = index;
      changed = true;
    }
    if (ImGui::IsItemHovered()) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      if (chosen != index) fill_rect(canvas, cell, canvas.colour.hover, canvas.px(4));
    }
    ImGui::PopID();
    const bool on = chosen == index;
    if (on) fill_rect(canvas, cell, canvas.colour.text1, canvas.px(4));
    draw_text(canvas, canvas.fonts.text, cell.x + cell.width / 2, cell.y + cell.height / 2,
              on ? canvas.colour.inverse | 0xff000000u : canvas.colour.text2, names[i], Align::centre);
  }
  ImGui::PopID();
  stroke_rect(canvas, frame, canvas.colour.hairline, canvas.hairline(), canvas.px(4));
  ImGui::SetCursorScreenPos(after);
  return changed;
}

bool button(const Canvas& canvas, const char* id, std::string_view text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = std::round(text_width(canvas.fonts.text, text) + canvas.px(22)), height = canvas.px(30);
  const bool clicked = ImGui::InvisibleButton(id, ImVec2(width, height));
  const Rect_px r{at.x, at.y, width, height};
  if (ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    fill_rect(canvas, r, canvas.colour.hover, canvas.px(4));
  }
  stroke_rect(canvas, r, faded(canvas.colour.text3, 0.55), canvas.hairline(), canvas.px(4));
  draw_text(canvas, canvas.fonts.text, r.x + width / 2, r.y + height / 2, canvas.colour.text1, text, Align::centre);
  return clicked;
}

bool text_button(const Canvas& canvas, const char* id, float x, float y_mid, std::string_view text, ImFont* font,
                 Align align) {
  const float width = text_width(font, text), slack = canvas.px(5), height = line_height(font) + 2 * slack;
  const float left = align == Align::left ? x : align == Align::right ? x - width : x - width / 2;
  const ImVec2 cursor = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(ImVec2(left - slack, y_mid - height / 2));
  const bool clicked = ImGui::InvisibleButton(id, ImVec2(width + 2 * slack, height));
  const bool hovered = ImGui::IsItemHovered();
  ImGui::SetCursorScreenPos(cursor);
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  draw_text(canvas, font, left, y_mid, hovered ? canvas.colour.text1 : canvas.colour.text2, text);
  return clicked;
}

void source_chip(const Canvas& canvas, const char* id, const SourceLine& source, Actions& ask) {
  if (source.text.empty()) return;
  if (source.url.empty()) {
    paragraph(canvas, canvas.fonts.small, canvas.colour.text3, source.text, 15);
    return;
  }
  const ClickLine line = next_click_line(canvas, id, 17);
  const float indent = line.x - ImGui::GetWindowPos().x - ImGui::GetWindowContentRegionMin().x;
  const std::string text = fitted(canvas.fonts.small, source.text, line.width - std::max(0.0f, indent));
  const uint32_t colour = line.hovered ? canvas.colour.text1 : canvas.colour.text3;
  draw_text(canvas, canvas.fonts.small, line.x, line.mid(), colour, text);
  const float y = std::round(line.mid() + line_height(canvas.fonts.small) * 0.42f);
  draw_line(canvas, line.x, y, line.x + text_width(canvas.fonts.small, text), y, faded(colour, 0.5), canvas.hairline());
  if (line.clicked) ask.ask(OpenUrl{source.url});
}

void hold_bar(const Canvas& canvas, const Rect_px& r, const HoldParts& parts, double all) {
  if (all <= 0) return;
  struct Piece {
    double amount;
    Hold hold;
  };
  float x = r.x;
  double sum = 0;
  for (const Piece& piece : {Piece{parts.blocks, Hold::blocks}, Piece{parts.restricts, Hold::restricts},
                             Piece{parts.hinders, Hold::hinders}, Piece{parts.free, Hold::none}}) {
    sum += piece.amount;
    const float to = std::round(r.x + r.width * static_cast<float>(std::clamp(sum / all, 0.0, 1.0)));
    fill_hold(canvas, {x, r.y, to - x, r.height}, piece.hold);
    x = to;
  }
}

void commodity_bar(const Canvas& canvas, const Rect_px& r, double gas, double liquids, double oil, double all) {
  if (all <= 0) return;
  float x = r.x;
  double sum = 0;
  const std::array<double, 3> amounts{gas, liquids, oil};
  for (size_t i = 0; i < amounts.size(); ++i) {
    sum += amounts[i];
    const float to = std::round(r.x + r.width * static_cast<float>(std::clamp(sum / all, 0.0, 1.0)));
    fill_rect(canvas, {x, r.y, to - x, r.height}, canvas.colour.commodity[2 - i]);
    x = to;
  }
}

void range_whisker(const Canvas& canvas, const Rect_px& r, double low, double drawn, double high) {
  const float width = r.width - canvas.hairline();  // the end ticks stay inside
  const auto at = [&](double t) { return std::round(r.x + width * static_cast<float>(std::clamp(t, 0.0, 1.0))); };
  const float y = std::round(r.y + r.height / 2), tick = canvas.px(3.5);
  const uint32_t colour = canvas.colour.text2;
  draw_line(canvas, at(low), y, at(high), y, colour, canvas.px(1));
  for (const double end : {low, high}) draw_line(canvas, at(end), y - tick, at(end), y + tick, colour, canvas.px(1));
  draw_dot(canvas, at(drawn), y, canvas.px(2.5), canvas.colour.text1);
}

bool bar_row(const Canvas& canvas, const char* id, const BarRow& row, double all, bool by_commodity, float names) {
  ClickLine line;
  if (row.asset) {
    line = next_click_line(canvas, id, 22);
  } else {
    static_cast<Line&>(line) = next_line(canvas, 22);
  }
  const float number = canvas.px(42), bar_x = std::round(line.x + names);
  const float name_room = bar_x - line.x - canvas.px(2);
  draw_text(canvas, canvas.fonts.text, line.x, line.mid(), canvas.colour.text1,
            fitted(canvas.fonts.text, row.name, name_room));
  const Rect_px bar{bar_x, std::round(line.mid() - canvas.px(5)), line.right() - number - bar_x,
                    std::round(canvas.px(10))};
  if (by_commodity) {
    commodity_bar(canvas, bar, row.gas, row.liquids, row.oil, all);
  } else {
    hold_bar(canvas, bar, {row.blocks, row.restricts, row.hinders, row.free}, all);
  }
  draw_text(canvas, canvas.fonts.text, line.right(), line.mid(), canvas.colour.text2, row.amount.value, Align::right);
  return line.clicked;
}

}  // namespace atlas
