// Names that hold what was typed, in both languages, upper or lower case.
#include <imgui.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/sort_stably.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

constexpr size_t kMostResults = 10;

// Lower case of ASCII and Cyrillic; other letters compare as they are. Two bytes of Cyrillic UTF-8 at a time.
std::string lower(std::string_view text) {
  std::string out(text);
  for (size_t i = 0; i < out.size(); ++i) {
    const auto c = static_cast<unsigned char>(out[i]);
    if (c >= 'A' && c <= 'Z') out[i] = static_cast<char>(c + 32);
    if (c != 0xd0 || i + 1 >= out.size()) continue;
    const auto d = static_cast<unsigned char>(out[i + 1]);
    if (d >= 0x90 && d <= 0x9f) out[i + 1] = static_cast<char>(d + 0x20);  // А..П
    if (d >= 0xa0 && d <= 0xaf) {                                          // Р..Я
      out[i] = static_cast<char>(0xd1);
      out[i + 1] = static_cast<char>(d - 0x20);
    }
    if (d == 0x81) {  // Ё
      out[i] = static_cast<char>(0xd1);
      out[i + 1] = static_cast<char>(0x91);
    }
    ++i;
  }
  return out;
}

struct Found {
  Selection what;
  std::string name;
  bool at_start = false;
  uint32_t colour = 0;
};

bool matches(const Text& text, std::string_view wanted, bool& at_start) {
  for (const std::string* name : {&text.en, &text.ru}) {
    const size_t at = lower(*name).find(wanted);
    if (at == std::string::npos) continue;
    at_start = at == 0;
    return true;
  }
  return false;
}

std::vector<Found> find_names(const PanelInput& in, const UiColours& colour, std::string_view typed) {
  const std::string wanted = lower(typed);
  std::vector<Found> found;
  for (size_t i = 0; i < in.dataset.assets.size(); ++i) {
    Found f{AssetIx(i), in.dataset.assets[i].name.in(in.state.lang), false, colour.text2};
    if (matches(in.dataset.assets[i].name, wanted, f.at_start)) found.push_back(std::move(f));
  }
  for (size_t i = 0; i < in.dataset.events.size(); ++i) {
    const Event& event = in.dataset.events[i];
    Found f{EventIx(i), event.title.in(in.state.lang), false, event.lane == Lane::deals ? colour.deal : colour.hold};
    if (matches(event.title, wanted, f.at_start)) found.push_back(std::move(f));
  }
  sort_stably(found, [](const Found& a, const Found& b) { return a.at_start > b.at_start; });
  if (found.size() > kMostResults) found.resize(kMostResults);
  return found;
}

}  // namespace

void search_results(const PanelInput& in, const Rect_px& field, Session& session, Actions& ask) {
  // The list belongs to the field: a click anywhere else closes it.
  const bool field_active = ImGui::IsItemActive();
  const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  const float width = std::max(field.width, 340 * in.layout.scale);
  const float left = std::max(8 * in.layout.scale, std::min(field.x, field.x + field.width - width));
  ImGui::SetNextWindowPos(ImVec2(left, field.y + field.height + 6 * in.layout.scale));
  ImGui::SetNextWindowSizeConstraints(ImVec2(width, 0), ImVec2(width, FLT_MAX));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12 * in.layout.scale, 8 * in.layout.scale));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 6 * in.layout.scale);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetColorU32(ImGuiCol_PopupBg));
  ImGui::Begin("search results", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
  const Canvas canvas = window_canvas(in);
  const std::vector<Found> found = find_names(in, canvas.colour, session.search);
  std::optional<Selection> chosen;
  if (found.empty()) {
    const Line line = next_line(canvas, 24);
    draw_text(canvas, in.fonts.text, line.x, line.mid(), canvas.colour.text3, in.word("ui.search_empty"));
  }
  for (size_t i = 0; i < found.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const ClickLine line = next_click_line(canvas, "result", 24);
    draw_dot(canvas, line.x + canvas.px(3), line.mid(), canvas.px(2.5), found[i].colour);
    const float at = line.x + canvas.px(14);
    draw_text(canvas, in.fonts.text, at, line.mid(), canvas.colour.text1,
              fitted(in.fonts.text, found[i].name, line.right() - at));
    if (line.clicked || (enter && i == 0)) chosen = found[i].what;
    ImGui::PopID();
  }
  const bool hovered = ImGui::IsWindowHovered();
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(4);
  if (chosen) {
    ask.push(Select{*chosen});
    ask.ask(FlyToSelection{});
    session.search.clear();
    session.search_open = false;
  } else if (!field_active && !hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    session.search_open = false;
  }
}

}  // namespace atlas
