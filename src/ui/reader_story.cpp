// A story's step: what to read, where to go next, and which statements it touches.
#include <imgui.h>

#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

// A dash for each step, the ones behind the reader full.
void progress(const PanelInput& in, const Canvas& canvas, const StoryText& story) {
  const Line line = next_line(canvas, 14);
  draw_text(canvas, in.fonts.small, line.x, line.mid(), canvas.colour.text3,
            fitted(in.fonts.small, story.chapter.empty() ? story.story_title : story.chapter,
                   line.width - text_width(in.fonts.small, story.count) - canvas.px(10)));
  draw_text(canvas, in.fonts.small, line.right(), line.mid(), canvas.colour.text3, story.count, Align::right);
  gap(canvas, 5);
  const Line bar = next_line(canvas, 2);
  const float between = canvas.px(3);
  const float width = (bar.width - between * static_cast<float>(story.steps - 1)) / static_cast<float>(story.steps);
  for (int i = 0; i < story.steps; ++i)
    fill_rect(canvas, {bar.x + static_cast<float>(i) * (width + between), bar.y, width, bar.height},
              i <= story.step ? canvas.colour.text1 : canvas.colour.hairline);
  gap(canvas, 10);
}

void ways(const PanelInput& in, const Canvas& canvas, const StoryText& story, Session& session, Actions& ask) {
  gap(canvas, 10);
  if (!story.at_step) {
    if (button(canvas, "return", in.word("story.return"))) ask.ask(GoToStep{story.place});
    gap(canvas, 8);
  }
  if (story.back) {
    if (button(canvas, "back", in.word("story.back"))) ask.ask(GoToStep{*story.back});
    ImGui::SameLine(0, canvas.px(8));
  }
  if (story.next) {
    if (button(canvas, "next", in.word("story.next"))) ask.ask(GoToStep{*story.next});
  } else if (button(canvas, "end", in.word("story.end"))) {
    ask.push(SetStory{});
  }
  const bool folds = in.layout.form == LayoutForm::wide || in.layout.form == LayoutForm::medium;
  if (folds && story.next) {
    ImGui::SameLine(0, canvas.px(8));
    if (button(canvas, "explore", in.word("story.explore"))) session.reader_open = false;
  }
  gap(canvas, 2);
}

}  // namespace

void story_content(const PanelInput& in, const Canvas& canvas, const StoryText& story, Session& session, Actions& ask) {
  progress(in, canvas, story);
  paragraph(canvas, in.fonts.number, canvas.colour.text1, story.title, 22);
  gap(canvas, 6);
  paragraph(canvas, in.fonts.text, canvas.colour.text1, story.text, 19);
  ways(in, canvas, story, session, ask);
  if (!story.claims.empty()) {
    section_line(canvas);
    section_head(canvas, in.word("story.claims"));
    for (size_t i = 0; i < story.claims.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      const ClaimText& claim = story.claims[i];
      const bool open = session.open_claim == claim.claim;
      if (claim_block(in, canvas, claim, open, ask)) {
        if (open)
          session.open_claim.reset();
        else
          session.open_claim = claim.claim;
      }
      ImGui::PopID();
    }
  }
  if (in.layout.form == LayoutForm::embed) return;
  section_line(canvas);
  source_chip(canvas, "source", story.source, ask);
  gap(canvas, 4);
  const Line line = next_line(canvas, 20);
  if (text_button(canvas, "close story", line.x, line.mid(), in.word("story.close"), in.fonts.text))
    ask.push(SetStory{});
}

void stories_content(const PanelInput& in, const Canvas& canvas, Actions& ask) {
  for (size_t i = 0; i < in.readings.stories.size(); ++i) {
    const StoryLine& story = in.readings.stories[i];
    ImGui::PushID(static_cast<int>(i));
    if (i > 0) section_line(canvas);
    paragraph(canvas, in.fonts.number, canvas.colour.text1, story.title, 22);
    gap(canvas, 4);
    paragraph(canvas, in.fonts.text, canvas.colour.text2, story.summary, 19);
    gap(canvas, 8);
    if (button(canvas, "start", in.word("story.start"))) ask.ask(GoToStep{story.first});
    ImGui::SameLine(0, canvas.px(10));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(canvas, in.fonts.small, at.x, at.y + canvas.px(15), canvas.colour.text3, story.steps);
    ImGui::Dummy(ImVec2(1, canvas.px(30)));
    ImGui::PopID();
  }
}

}  // namespace atlas
