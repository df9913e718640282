// What is to be read beside the globe, at the left: stories, the article's claims, yearly series, what is in force.
// Folded away while a story is open it leaves one button, the way back.
#include <imgui.h>

#include <cmath>

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

void head(const PanelInput& in, const Canvas& canvas, Session& session) {
  int tab = session.reader_tab;
  if (segments(
          canvas, "tabs",
          {in.word("reader.stories"), in.word("reader.claims"), in.word("reader.series"), in.word("reader.in_force")},
          tab))
    session.reader_tab = tab;
  gap(canvas, 10);
}

/// Where the panel would stand, a button that brings it back.
void way_back(const PanelInput& in, Session& session, Actions& ask) {
  const bool desktop = in.layout.form == LayoutForm::wide || in.layout.form == LayoutForm::medium;
  if (!desktop || !in.story || session.reader_open) return;
  const float scale = in.layout.scale;
  const FreeArea_px& free = in.layout.viewport.free;
  const std::string text = in.word("story.return") + ": " + in.story->title;
  const float width =
      std::min(text_width(in.fonts.text, text) + 28 * scale, static_cast<float>(free.width) - 16 * scale);
  const Rect_px place{std::round(static_cast<float>(free.x) + 8 * scale),
                      std::round(static_cast<float>(free.y) + 4 * scale), width, std::round(32 * scale)};
  if (!begin_panel(in, "way back", place, {.exact_height = true, .padding_x = 0, .padding_y = 0, .rounding = 4}))
    return;
  const Canvas canvas = window_canvas(in);
  if (ImGui::InvisibleButton("back", ImVec2(place.width, place.height))) {
    session.reader_open = true;
    session.reader_tab = 0;
    session.layers_open = false;
    ask.ask(GoToStep{in.story->place});
  }
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  draw_text(canvas, in.fonts.text, place.x + place.width / 2, place.y + place.height / 2,
            hovered ? canvas.colour.text1 : canvas.colour.text2, fitted(in.fonts.text, text, place.width - 20 * scale),
            Align::centre);
  end_panel();
}

}  // namespace

void in_force_content(const PanelInput& in, const Canvas& canvas, Actions& ask) {
  const auto lane = [&](const char* word, const std::vector<EventRow>& rows) {
    section_head(canvas, in.word(word) + ", " + in.report.clock_text + ": " + std::to_string(rows.size()));
    event_rows(in, canvas, rows, ask);
  };
  lane("lane.sanctions", in.report.active_sanctions);
  section_line(canvas);
  lane("lane.deals", in.report.active_deals);
}

void reader_content(const PanelInput& in, Session& session, Actions& ask) {
  const Canvas canvas = window_canvas(in);
  head(in, canvas, session);
  if (!in.dataset.has_texts && session.reader_tab != 3)
    paragraph(canvas, in.fonts.small, canvas.colour.text2, in.word("reader.loading"), 18);
  else if (session.reader_tab == 1)
    claims_content(in, canvas, session, ask);
  else if (session.reader_tab == 2)
    series_content(in, canvas, ask);
  else if (session.reader_tab == 3)
    in_force_content(in, canvas, ask);
  else if (in.story)
    story_content(in, canvas, *in.story, session, ask);
  else
    stories_content(in, canvas, ask);
  gap(canvas, 4);
}

void reader_panel(const PanelInput& in, Session& session, Actions& ask) {
  way_back(in, session, ask);
  if (!begin_panel(in, "reader", in.layout.reader, {})) return;
  if (in.layout.form == LayoutForm::embed && in.story)
    story_content(in, window_canvas(in), *in.story, session, ask);
  else
    reader_content(in, session, ask);
  end_panel();
}

}  // namespace atlas
