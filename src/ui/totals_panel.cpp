// What is held back in total: shown while nothing is selected.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

// Of the panel's width.
constexpr float kLeastNames = 0.40f, kMostNames = 0.56f;

double parts_of(const BarRow& row) { return row.free + row.hinders + row.restricts + row.blocks; }

void rows(const Canvas& canvas, const char* id, std::string_view head, const std::vector<BarRow>& list,
          bool by_commodity, size_t most, Actions& ask) {
  if (list.empty()) return;
  section_line(canvas);
  section_head(canvas, head);
  double longest = 0;
  for (const BarRow& row : list)
    longest = std::max(longest, by_commodity ? row.oil + row.liquids + row.gas : parts_of(row));
  most = std::min(most, list.size());
  // One column of names, as wide as they need; the bars keep a third of the panel.
  const float width = ImGui::GetContentRegionAvail().x;
  float names = kLeastNames * width;
  for (size_t i = 0; i < most; ++i) names = std::max(names, text_width(canvas.fonts.text, list[i].name) + canvas.px(8));
  names = std::min(names, kMostNames * width);
  ImGui::PushID(id);
  for (size_t i = 0; i < most; ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (bar_row(canvas, "row", list[i], longest, by_commodity, names) && list[i].asset) {
      ask.push(Select{*list[i].asset});
      ask.ask(FlyToSelection{});
    }
    ImGui::PopID();
  }
  ImGui::PopID();
}

}  // namespace

void totals_content(const PanelInput& in, Session&, Actions& ask) {
  const Canvas canvas = window_canvas(in);
  const TotalsText& t = in.report.totals;
  const Line head = next_line(canvas, 20);
  draw_text(canvas, canvas.fonts.head, head.x, head.mid(), canvas.colour.text1, t.heading);
  gap(canvas, 4);
  lead_number(canvas, t.held_back.value, t.of_all);
  gap(canvas, 2);
  if (!t.range_note.empty()) paragraph(canvas, canvas.fonts.small, canvas.colour.text2, t.range_note, 16);
  gap(canvas, 7);

  const Line bar = next_line(canvas, 16);
  hold_bar(canvas, {bar.x, bar.y, bar.width, bar.height}, {t.blocked, t.restricted, t.hindered, t.free}, t.all);
  const Line range = next_line(canvas, 18);
  if (t.all > 0 && t.held_back.high > t.held_back.low)
    range_whisker(canvas, {range.x, range.y, range.width, range.height}, t.held_back.low / t.all,
                  t.held_back.drawn / t.all, t.held_back.high / t.all);
  gap(canvas, 9);
  value_row(canvas, in.word("ui.blocked"), t.blocked_text.value);
  value_row(canvas, in.word("ui.restricted"), t.restricted_text.value);
  if (t.hindered > 0) value_row(canvas, in.word("ui.hindered"), t.hindered_text.value);
  value_row(canvas, in.word("ui.free"), t.free_text.value);

  rows(canvas, "states", in.word("ui.by_state"), t.by_state, false, 6, ask);
  rows(canvas, "largest", in.word("ui.largest"), t.largest, true, in.layout.form == LayoutForm::wide ? 6 : 3, ask);
  if (!t.footnote.empty()) {
    section_line(canvas);
    paragraph(canvas, canvas.fonts.small, canvas.colour.text3, t.footnote, 15);
  }
  gap(canvas, 4);
}

}  // namespace atlas
