// The small card of an embedded atlas, and its way to the whole one.
#include <imgui.h>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

void open_button(const PanelInput& in, Actions& ask) {
  const PanelLook look{.exact_height = true, .padding_x = 0, .padding_y = 0, .rounding = 4};
  if (!begin_panel(in, "open atlas", in.layout.top_bar, look)) return;
  const Canvas canvas = window_canvas(in);
  const Rect_px& r = in.layout.top_bar;
  if (ImGui::InvisibleButton("open", ImVec2(r.width, r.height))) ask.push(SetUi{UiMode::full});
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  draw_text(canvas, in.fonts.small, r.x + r.width / 2, r.y + r.height / 2,
            hovered ? canvas.colour.text1 : canvas.colour.text2,
            fitted(in.fonts.small, in.word("ui.open_globe"), r.width - canvas.px(12)), Align::centre);
  end_panel();
}

}  // namespace

void embed_card(const PanelInput& in, Session&, Actions& ask) {
  if (in.layout.form != LayoutForm::embed) return;
  open_button(in, ask);
  const PanelLook look{.exact_height = true, .padding_x = 12, .padding_y = 9};
  if (!begin_panel(in, "card", in.layout.card, look)) return;
  const Canvas canvas = window_canvas(in);
  const TotalsText& t = in.report.totals;
  const float width = in.layout.card.width - 24 * in.layout.scale;
  const Line head = next_line(canvas, 16);
  draw_text(canvas, in.fonts.small, head.x, head.mid(), canvas.colour.text2, fitted(in.fonts.small, t.heading, width));
  const Line number = next_line(canvas, 30);
  const float base = number.y + canvas.px(24);
  const float x = draw_lead(canvas, in.fonts.lead_small, 26, 26, number.x - canvas.px(1), base, canvas.colour.text1,
                            t.held_back.value);
  draw_text_on_baseline(canvas, in.fonts.small, x + canvas.px(6), base, canvas.colour.text2,
                        fitted(in.fonts.small, t.of_all, head.x + width - x - canvas.px(6)));
  gap(canvas, 5);
  const Line bar = next_line(canvas, 8);
  hold_bar(canvas, {bar.x, bar.y, width, bar.height}, {t.blocked, t.restricted, t.hindered, t.free}, t.all);
  end_panel();
}

}  // namespace atlas
