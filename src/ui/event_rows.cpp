// Rows of deals and sanctions. Box: does it count. Sample: what it does. Name and date: click to go there.
#include <imgui.h>

#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {

void event_rows(const PanelInput& in, const Canvas& canvas, const std::vector<EventRow>& rows, Actions& ask) {
  for (const EventRow& row : rows) {
    ImGui::PushID(static_cast<int>(row.event.value));
    const Line line = next_line(canvas, 23);
    const float sample = line.x + canvas.px(22), name = sample + canvas.px(22);
    if (checkbox(canvas, "counts", line.x, line.mid(), row.counted))
      ask.push(SetEvent{row.event, row.counted ? Override::off : Override::as_recorded});
    if (ImGui::IsItemHovered())
      ImGui::SetTooltip("%s", in.word(row.counted ? "ui.switch_off" : "ui.switch_on").c_str());
    if (row.lane == Lane::deals) {
      stage_line(canvas, sample, sample + canvas.px(14), line.mid(), row.stage);
    } else {
      hold_swatch(canvas, sample, line.mid(), canvas.px(11), row.hold);
    }
    const std::string& right = row.lane == Lane::deals ? row.word : row.date;
    const float right_width = text_width(in.fonts.small, right);
    const std::string title = fitted(in.fonts.text, row.title, line.right() - name - right_width - canvas.px(8));
    const float cursor_y = line.y;
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(name, cursor_y));
    if (ImGui::InvisibleButton("go", ImVec2(line.right() - name, line.height))) ask.push(Select{row.event});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      if (title != row.title) ImGui::SetTooltip("%s", row.title.c_str());
    }
    ImGui::SetCursorScreenPos(after);
    const uint32_t ink = row.counted ? canvas.colour.text1 : canvas.colour.text3;
    draw_text(canvas, in.fonts.text, name, line.mid(), ink, title);
    if (!row.counted)
      draw_line(canvas, name, std::round(line.mid()), name + text_width(in.fonts.text, title), std::round(line.mid()),
                canvas.colour.text3, canvas.hairline());
    draw_text(canvas, in.fonts.small, line.right(), line.mid(), canvas.colour.text2, right, Align::right);
    ImGui::PopID();
  }
}

}  // namespace atlas
