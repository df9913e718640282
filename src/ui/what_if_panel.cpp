// Baseline beside scenario, and what was assumed.
#include <imgui.h>

#include <algorithm>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

void amount_bar(const Canvas& canvas, double amount, double most, bool ghost) {
  const Line line = next_line(canvas, 12);
  if (most <= 0) return;
  const Rect_px r{line.x, line.y + 1, line.width * static_cast<float>(std::clamp(amount / most, 0.0, 1.0)),
                  canvas.px(10)};
  if (ghost) {
    fill_rect(canvas, r, faded(canvas.colour.hold, 0.15));
    draw_dashed_rect(canvas, r, canvas.colour.text1, canvas.px(1), canvas.px(4), canvas.px(3));
  } else {
    fill_hold(canvas, r, Hold::restricts);
  }
}

void comparison(const PanelInput& in, const Canvas& canvas, const WhatIfText::Row& row) {
  section_head(canvas, row.name);
  const double most = std::max(row.baseline.drawn, row.scenario.drawn);
  value_row(canvas, in.word("ui.as_recorded"), row.baseline.value);
  amount_bar(canvas, row.baseline.drawn, most, true);
  gap(canvas, 4);
  value_row(canvas, in.word("ui.in_scenario"), row.scenario.value);
  amount_bar(canvas, row.scenario.drawn, most, false);
  gap(canvas, 4);
  const Line line = next_line(canvas, 20);
  draw_text(canvas, in.fonts.head, line.x, line.mid(), canvas.colour.text1, in.word("ui.difference"));
  draw_text(canvas, in.fonts.head, line.right(), line.mid(), canvas.colour.text1, row.difference, Align::right);
}

}  // namespace

void what_if_content(const PanelInput& in, const WhatIfText& what_if, Actions& ask) {
  const Canvas canvas = window_canvas(in);
  section_head(canvas, in.word("ui.what_if"));
  paragraph(canvas, in.fonts.title, canvas.colour.text1, what_if.heading, 20);
  for (const WhatIfText::Row& row : what_if.rows) {
    section_line(canvas);
    comparison(in, canvas, row);
  }
  if (!what_if.assumptions.empty()) {
    section_line(canvas);
    section_head(canvas, in.word("ui.assumptions"));
    for (const std::string& assumption : what_if.assumptions) {
      paragraph(canvas, in.fonts.small, canvas.colour.text2, assumption, 16);
      gap(canvas, 3);
    }
  }
  gap(canvas, 10);
  if (button(canvas, "clear", in.word("ui.switch_all"))) ask.push(ClearOverrides{});
  ImGui::SameLine(0, canvas.px(8));
  if (button(canvas, "share", in.word("ui.share"))) ask.ask(CopyLink{});
  gap(canvas, 4);
}

}  // namespace atlas
