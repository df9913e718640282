// Title, search, and what can be done with the whole: words, no icons but the search glass.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

bool begin_bar(const PanelInput& in, const char* id, const Rect_px& place) {
  if (place.empty()) return false;
  ImGui::SetNextWindowPos(ImVec2(place.x, place.y));
  ImGui::SetNextWindowSize(ImVec2(place.width, place.height));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::PushFont(in.fonts.text);
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  return true;
}

void end_bar() {
  ImGui::End();
  ImGui::PopFont();
  ImGui::PopStyleVar(4);
}

void search_field(const PanelInput& in, const Canvas& canvas, const Rect_px& field, Session& session, Actions& ask) {
  stroke_rect(canvas, field, canvas.colour.hairline, canvas.hairline(), canvas.px(4));
  icon_search(canvas, field.x + canvas.px(17), field.y + field.height / 2, canvas.px(13), canvas.colour.text2);
  char text[128] = {};
  std::strncpy(text, session.search.c_str(), sizeof text - 1);
  const float left = field.x + canvas.px(32);
  ImGui::SetCursorScreenPos(ImVec2(left, field.y));
  ImGui::SetNextItemWidth(field.x + field.width - left - canvas.px(4));
  const float pad = std::floor((field.height - ImGui::GetFontSize()) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, pad));
  for (const ImGuiCol slot : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive})
    ImGui::PushStyleColor(slot, 0u);
  const std::string hint =
      fitted(in.fonts.text, in.word("ui.search_hint"), field.x + field.width - left - canvas.px(8));
  if (ImGui::InputTextWithHint("##search", hint.c_str(), text, sizeof text)) {
    session.search = text;
    session.search_open = true;
  }
  if (ImGui::IsItemActivated()) session.search_open = true;
  ImGui::PopStyleColor(3);
  ImGui::PopStyleVar();
  if (session.search_open && !session.search.empty()) search_results(in, field, session, ask);
}

struct Command {
  const char* word;
  void (*run)(const PanelInput&, Session&, Actions&);
};

// Layers and reader share one place.
void toggle_layers(const PanelInput& in, Session& session, Actions&) {
  const bool shown = !in.layout.layers.empty();
  session.layers_open = session.reader_open || !shown || !session.layers_open;
  session.reader_open = false;
}
void toggle_reader(const PanelInput&, Session& session, Actions&) {
  session.reader_open = !session.reader_open;
  if (session.reader_open) session.layers_open = false;
}
void switch_language(const PanelInput& in, Session&, Actions& ask) {
  ask.push(SetLang{in.state.lang == Lang::en ? Lang::ru : Lang::en});
}
void switch_theme(const PanelInput& in, Session&, Actions& ask) {
  ask.push(SetTheme{in.state.theme == Theme::night ? Theme::paper : Theme::night});
}
void share(const PanelInput&, Session&, Actions& ask) { ask.ask(CopyLink{}); }
void text_view(const PanelInput&, Session&, Actions& ask) { ask.ask(ToggleTextView{}); }
void help(const PanelInput&, Session& session, Actions&) { session.about_open = !session.about_open; }

constexpr Command kCommands[] = {{"ui.story", toggle_reader},
                                 {"ui.layers", toggle_layers},
                                 {"ui.language_other", switch_language},
                                 {"ui.theme", switch_theme},
                                 {"ui.share", share},
                                 {"ui.text", text_view},
                                 {"ui.help", help}};

// From the right end leftwards; returns the left end of the first word.
float commands(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  const Rect_px& bar = in.layout.top_bar;
  const bool with_layers = in.layout.form != LayoutForm::wide || in.report.what_if.has_value() || session.reader_open;
  float x = bar.x + bar.width - canvas.px(26);
  for (auto command = std::rbegin(kCommands); command != std::rend(kCommands); ++command) {
    if (command->run == toggle_layers && !with_layers) continue;
    const std::string word = in.word(command->word);
    if (text_button(canvas, command->word, x, bar.y + bar.height / 2, word, in.fonts.text, Align::right))
      command->run(in, session, ask);
    x -= text_width(in.fonts.text, word) + canvas.px(23);
  }
  return x;
}

void desktop_bar(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  const Rect_px& bar = in.layout.top_bar;
  const float mid = bar.y + bar.height / 2;
  const std::string title = in.word("app.name");
  draw_text(canvas, in.fonts.title, bar.x + canvas.px(16), mid, canvas.colour.text1, title);
  const float title_right = bar.x + canvas.px(16) + text_width(in.fonts.title, title);
  const float right = commands(in, canvas, session, ask) - canvas.px(9);
  const float width = std::min(canvas.px(232), right - title_right - canvas.px(24));
  if (width < canvas.px(90)) return;
  const Rect_px field{std::round(right - width), bar.y + canvas.px(8), width, bar.height - 2 * canvas.px(8)};
  search_field(in, canvas, field, session, ask);
  const std::string subtitle = in.word("app.tagline");
  if (title_right + canvas.px(16) + text_width(in.fonts.small, subtitle) < field.x - canvas.px(20))
    draw_text(canvas, in.fonts.small, title_right + canvas.px(16), mid, canvas.colour.text2, subtitle);
}

void phone_bar(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  const Rect_px& bar = in.layout.top_bar;
  const float mid = bar.y + bar.height / 2, size = canvas.px(40);
  const float icon_x = bar.x + bar.width - canvas.px(30);
  ImGui::SetCursorScreenPos(ImVec2(icon_x - size / 2, mid - size / 2));
  if (ImGui::InvisibleButton("search", ImVec2(size, size))) {
    session.search_open = !session.search_open;
    session.search.clear();
  }
  if (session.search_open) {
    icon_close(canvas, icon_x, mid, canvas.px(15), canvas.colour.text2);
    const float left = bar.x + canvas.px(12);
    search_field(in, canvas, {left, mid - canvas.px(17), icon_x - canvas.px(20) - left, canvas.px(34)}, session, ask);
    return;
  }
  icon_search(canvas, icon_x, mid, canvas.px(17), canvas.colour.text2);
  draw_text(canvas, in.fonts.title, bar.x + canvas.px(16), mid, canvas.colour.text1, in.word("app.name"));
  if (text_button(canvas, "text", icon_x - canvas.px(30), mid, in.word("ui.text"), in.fonts.text, Align::right))
    ask.ask(ToggleTextView{});
}

}  // namespace

void top_bar(const PanelInput& in, Session& session, Actions& ask) {
  if (in.layout.form == LayoutForm::embed || !begin_bar(in, "top bar", in.layout.top_bar)) return;
  const Canvas canvas = window_canvas(in);
  const Rect_px& bar = in.layout.top_bar;
  fill_rect(canvas, {bar.x, bar.y + bar.height - canvas.hairline(), bar.width, canvas.hairline()},
            canvas.colour.hairline);
  if (in.layout.form == LayoutForm::phone) {
    phone_bar(in, canvas, session, ask);
  } else {
    desktop_bar(in, canvas, session, ask);
  }
  end_bar();
}

}  // namespace atlas
