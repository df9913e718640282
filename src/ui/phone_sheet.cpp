// The phone's bottom sheet: totals and curves, layers, or the card of what is selected; tabs at its foot.
#include <imgui.h>

#include <array>
#include <cmath>

#include "ui/panels.h"
#include "ui/timeline.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

constexpr float kTabs_css = 52, kGrip_css = 20, kLane_css = 168;

void grip(const Canvas& canvas, const Rect_px& sheet, Session& session) {
  ImGui::SetCursorScreenPos(ImVec2(sheet.x, sheet.y));
  if (ImGui::InvisibleButton("grip", ImVec2(sheet.width, canvas.px(kGrip_css)))) session.sheet_up = !session.sheet_up;
  if (ImGui::IsItemActive() && std::abs(ImGui::GetMouseDragDelta(0, 0).y) > canvas.px(20))
    session.sheet_up = ImGui::GetMouseDragDelta(0, 0).y < 0;
  fill_rect(canvas, {sheet.x + sheet.width / 2 - canvas.px(18), sheet.y + canvas.px(8), canvas.px(36), canvas.px(4)},
            canvas.colour.hairline, canvas.px(2));
}

void short_totals(const PanelInput& in, const Canvas& canvas) {
  const TotalsText& t = in.report.totals;
  const Line head = next_line(canvas, 18);
  draw_text(canvas, in.fonts.text, head.x, head.mid(), canvas.colour.text2, t.heading);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  lead_number(canvas, t.held_back.value, t.of_all, 32);
  draw_text_on_baseline(canvas, in.fonts.small, head.right() - text_width(in.fonts.small, t.held_back.range),
                        top.y + canvas.px(32 * 0.91), canvas.colour.text2, t.held_back.range);
  gap(canvas, 6);
  const Line bar = next_line(canvas, 12);
  hold_bar(canvas, {bar.x, bar.y, bar.width, bar.height}, {t.blocked, t.restricted, t.hindered, t.free}, t.all);
  const Line words = next_line(canvas, 24);
  const std::string blocked = in.word("ui.blocked") + " " + t.blocked_text.value;
  const std::string restricted = in.word("ui.restricted") + " " + t.restricted_text.value;
  draw_text(canvas, in.fonts.small, words.x, words.mid(), canvas.colour.text2, blocked);
  draw_text(canvas, in.fonts.small, words.x + text_width(in.fonts.small, blocked) + canvas.px(16), words.mid(),
            canvas.colour.text2, restricted);
  draw_text(canvas, in.fonts.small, words.right(), words.mid(), canvas.colour.text2,
            in.word("ui.free") + " " + t.free_text.value, Align::right);
}

void lane_title(const PanelInput& in, const Canvas& canvas, const LaneText& lane) {
  const Line line = next_line(canvas, 17);
  draw_text(canvas, in.fonts.small_head, line.x, line.mid(), canvas.colour.text1, lane.name);
  draw_text(canvas, in.fonts.small, line.x + text_width(in.fonts.small_head, lane.name) + canvas.px(5), line.mid(),
            canvas.colour.text2, lane.curve_name);
}

void time_tab(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  short_totals(in, canvas);
  lane_title(in, canvas, in.lanes.deals);
  const float side = canvas.px(16);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect_px lanes{in.layout.sheet.x + side, at.y - canvas.px(2), in.layout.sheet.width - 2 * side,
                      canvas.px(kLane_css - 36)};
  draw_timeline(in, lanes, session, ask);
  ImGui::SetCursorScreenPos(ImVec2(at.x, lanes.y + lanes.height));
  lane_title(in, canvas, in.lanes.sanctions);
}

void commands(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  section_line(canvas);
  if (button(canvas, "language", in.word("ui.language_other")))
    ask.push(SetLang{in.state.lang == Lang::en ? Lang::ru : Lang::en});
  ImGui::SameLine(0, canvas.px(8));
  if (button(canvas, "theme", in.word("ui.theme")))
    ask.push(SetTheme{in.state.theme == Theme::night ? Theme::paper : Theme::night});
  ImGui::SameLine(0, canvas.px(8));
  if (button(canvas, "share", in.word("ui.share"))) ask.ask(CopyLink{});
  ImGui::SameLine(0, canvas.px(8));
  if (button(canvas, "help", in.word("ui.help"))) session.about_open = true;
  gap(canvas, 8);
}

void tabs(const PanelInput& in, const Canvas& canvas, const Rect_px& bar, Session& session) {
  const std::array<const char*, 4> words{"ui.tab_time", in.report.card ? "ui.inspector" : "ui.totals", "ui.layers",
                                         "ui.story"};
  fill_rect(canvas, {bar.x, bar.y, bar.width, canvas.hairline()}, canvas.colour.hairline);
  const float width = bar.width / static_cast<float>(words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    const float x = bar.x + width * static_cast<float>(i);
    const int tab = static_cast<int>(i);
    ImGui::SetCursorScreenPos(ImVec2(x, bar.y));
    ImGui::PushID(tab);
    if (ImGui::InvisibleButton("tab", ImVec2(width, bar.height))) {
      session.sheet_up = tab != 0 && (session.phone_tab != tab || !session.sheet_up);
      session.phone_tab = tab;
    }
    ImGui::PopID();
    const bool on = session.phone_tab == tab;
    draw_text(canvas, on ? in.fonts.head : in.fonts.text, x + width / 2, bar.y + bar.height / 2,
              on ? canvas.colour.text1 : canvas.colour.text2, in.word(words[i]), Align::centre);
  }
}

void tab_content(const PanelInput& in, Session& session, Actions& ask) {
  if (session.phone_tab == 0) return time_tab(in, window_canvas(in), session, ask);
  if (session.phone_tab == 3) return reader_content(in, session, ask);
  if (session.phone_tab == 2) {
    layers_content(in, session, ask);
    return commands(in, window_canvas(in), session, ask);
  }
  if (in.report.what_if) {
    what_if_content(in, *in.report.what_if, ask);
    section_line(window_canvas(in));
  }
  if (in.report.card) {
    card_content(in, *in.report.card, ask);
  } else {
    totals_content(in, session, ask);
  }
}

}  // namespace

void phone_sheet(const PanelInput& in, Session& session, Actions& ask) {
  const Rect_px& sheet = in.layout.sheet;
  const PanelLook look{.exact_height = true, .padding_x = 0, .padding_y = 0, .rounding = 12};
  // Its lower corners lie below the window's edge.
  const Rect_px place{sheet.x, sheet.y, sheet.width, sheet.height > 0 ? sheet.height + 14 * in.layout.scale : 0};
  if (!begin_panel(in, "sheet", place, look)) return;
  const Canvas canvas = window_canvas(in);
  grip(canvas, sheet, session);
  const float tabs_height = canvas.px(kTabs_css), top = sheet.y + canvas.px(kGrip_css);
  const Rect_px bar{sheet.x, sheet.y + sheet.height - tabs_height, sheet.width, tabs_height};
  ImGui::SetCursorScreenPos(ImVec2(sheet.x, top));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(canvas.px(16), 0));
  const ImGuiWindowFlags scroll =
      session.phone_tab == 0 ? ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse : 0;
  ImGui::BeginChild("content", ImVec2(sheet.width, bar.y - top), ImGuiChildFlags_AlwaysUseWindowPadding, scroll);
  ImGui::PopStyleVar();
  tab_content(in, session, ask);
  ImGui::EndChild();
  tabs(in, canvas, bar, session);
  end_panel();
}

}  // namespace atlas
