#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/icons.h"

namespace atlas {

bool begin_panel(const PanelInput& in, const char* id, const Rect_px& place, const PanelLook& look) {
  if (place.empty()) return false;
  ImGui::SetNextWindowPos(ImVec2(place.x, place.y));
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                           ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (look.exact_height) {
    ImGui::SetNextWindowSize(ImVec2(place.width, place.height));
    flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  } else {
    ImGui::SetNextWindowSizeConstraints(ImVec2(place.width, 0), ImVec2(place.width, place.height));
    flags |= ImGuiWindowFlags_AlwaysAutoResize;
  }
  const float scale = in.layout.scale;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.padding_x * scale, look.padding_y * scale));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.rounding * scale);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::PushFont(in.fonts.text);
  ImGui::Begin(id, nullptr, flags);
  return true;
}

void end_panel() {
  ImGui::End();
  ImGui::PopFont();
  ImGui::PopStyleVar(4);
}

namespace {

float text_area_width() {
  // The same on both sides, whether or not a scroll bar stands in the right one.
  return std::floor(ImGui::GetWindowWidth() - 2 * ImGui::GetWindowContentRegionMin().x);
}

}  // namespace

Line next_line(const Canvas& canvas, double height_css) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Line line{at.x, at.y, text_area_width(), std::round(canvas.px(height_css))};
  ImGui::Dummy(ImVec2(line.width, line.height));
  return line;
}

ClickLine next_click_line(const Canvas& canvas, const char* id, double height_css) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ClickLine line;
  line.x = at.x;
  line.y = at.y;
  line.width = text_area_width();
  line.height = std::round(canvas.px(height_css));
  line.clicked = ImGui::InvisibleButton(id, ImVec2(line.width, line.height));
  line.hovered = ImGui::IsItemHovered();
  if (line.hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const float out = canvas.px(6);
    fill_rect(canvas, {line.x - out, line.y, line.width + 2 * out, line.height}, canvas.colour.hover, canvas.px(4));
  }
  return line;
}

void gap(const Canvas& canvas, double css) { ImGui::Dummy(ImVec2(0, std::round(canvas.px(css)))); }

void section_line(const Canvas& canvas) {
  gap(canvas, 11);
  const Line line = next_line(canvas, 1);
  const ImVec2 at = ImGui::GetWindowPos();
  const float width = ImGui::GetWindowWidth(), border = ImGui::GetStyle().WindowBorderSize;
  ImGui::PushClipRect(at, ImVec2(at.x + width, at.y + ImGui::GetWindowHeight()), false);
  fill_rect(canvas, {at.x + border, line.y, width - 2 * border, canvas.hairline()}, canvas.colour.inner_line);
  ImGui::PopClipRect();
  gap(canvas, 10);
}

void section_head(const Canvas& canvas, std::string_view text) {
  const Line line = next_line(canvas, 16);
  draw_text(canvas, canvas.fonts.small, line.x, line.mid(), canvas.colour.text3, text);
  gap(canvas, 3);
}

// At spaces only: ImGui's own wrapping also breaks after commas and full stops, which tears numbers apart.
void wrapped(ImFont* font, std::string_view text, float width, const std::function<void(std::string_view)>& each) {
  size_t begin = 0, end = 0;  // the line so far
  for (size_t at = 0; at < text.size();) {
    const size_t word_end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > begin && text_width(font, text.substr(begin, word_end - begin)) > width) {
      each(text.substr(begin, end - begin));
      begin = at;
    }
    end = word_end;
    if (word_end == text.size()) break;
    at = word_end + 1;
    if (text[word_end] == '\n') {
      each(text.substr(begin, end - begin));
      begin = end = at;
    }
  }
  if (end > begin) each(text.substr(begin, end - begin));
}

void paragraph(const Canvas& canvas, ImFont* font, uint32_t colour, std::string_view text, double line_css,
               float keep_free) {
  wrapped(font, text, text_area_width() - keep_free, [&](std::string_view piece) {
    const Line line = next_line(canvas, line_css);
    draw_text(canvas, font, line.x, line.mid(), colour, piece);
  });
}

void value_row(const Canvas& canvas, std::string_view name, std::string_view value, double height_css) {
  const Line line = next_line(canvas, height_css);
  const float value_width = text_width(canvas.fonts.text, value);
  const float room = line.width - value_width - canvas.px(10);
  draw_text(canvas, canvas.fonts.text, line.x, line.mid(), canvas.colour.text1, fitted(canvas.fonts.text, name, room));
  draw_text(canvas, canvas.fonts.text, line.right(), line.mid(), canvas.colour.text2, value, Align::right);
}

void lead_number(const Canvas& canvas, std::string_view number, std::string_view beside, double em_css) {
  const Line line = next_line(canvas, em_css * 1.1);
  const float baseline = line.y + canvas.px(em_css * 0.91);
  const auto em = static_cast<float>(em_css);
  const bool small = em_css < 30;
  const float x = draw_lead(canvas, small ? canvas.fonts.lead_small : canvas.fonts.lead, small ? 26 : 40, em,
                            line.x - canvas.px(em_css * 0.04), baseline, canvas.colour.text1, number);
  const float at = x + canvas.px(9);
  if (at + text_width(canvas.fonts.text, beside) <= line.right()) {
    draw_text_on_baseline(canvas, canvas.fonts.text, at, baseline, canvas.colour.text2, beside);
  } else {  // long words go under the number, whole
    const Line below = next_line(canvas, 20);
    draw_text(canvas, canvas.fonts.text, below.x, below.mid(), canvas.colour.text2,
              fitted(canvas.fonts.text, beside, below.width));
  }
}

bool checkbox(const Canvas& canvas, const char* id, float x, float y_mid, bool on) {
  const float size = std::round(canvas.px(14)), slack = canvas.px(4);
  const Rect_px r{std::round(x), std::round(y_mid - size / 2), size, size};
  const ImVec2 cursor = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(ImVec2(r.x - slack, r.y - slack));
  const bool clicked = ImGui::InvisibleButton(id, ImVec2(size + 2 * slack, size + 2 * slack));
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImGui::SetCursorScreenPos(cursor);
  const float rounding = canvas.px(3);
  if (on) {
    fill_rect(canvas, r, canvas.colour.text1, rounding);
    icon_tick(canvas, r.x + size / 2, r.y + size / 2, size, canvas.colour.inverse | 0xff000000u);
  } else {
    stroke_rect(canvas, r, hovered ? canvas.colour.text1 : canvas.colour.text3, canvas.px(1), rounding);
  }
  return clicked;
}

bool checkbox_row(const Canvas& canvas, const char* id, std::string_view name, std::string_view count, bool& on) {
  const ClickLine line = next_click_line(canvas, id, 22);
  const float size = std::round(canvas.px(14));
  const Rect_px r{line.x, std::round(line.mid() - size / 2), size, size};
  if (line.clicked) on = !on;
  if (on) {
    fill_rect(canvas, r, canvas.colour.text1, canvas.px(3));
    icon_tick(canvas, r.x + size / 2, r.y + size / 2, size, canvas.colour.inverse | 0xff000000u);
  } else {
    stroke_rect(canvas, r, line.hovered ? canvas.colour.text1 : canvas.colour.text3, canvas.px(1), canvas.px(3));
  }
  const float at = line.x + canvas.px(22);
  const float room = line.right() - at - text_width(canvas.fonts.text, count) - canvas.px(8);
  draw_text(canvas, canvas.fonts.text, at, line.mid(), canvas.colour.text1, fitted(canvas.fonts.text, name, room));
  draw_text(canvas, canvas.fonts.text, line.right(), line.mid(), canvas.colour.text2, count, Align::right);
  return line.clicked;
}

}  // namespace atlas
