// The ledger of the article's statements: verdict, what was said, and on a click what a check found and where.
#include <imgui.h>

#include <cmath>

#include "report/asset_line.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

constexpr double kIndent_css = 24;

/// Text that stands right of the verdict's sign.
void indented(const Canvas& canvas, ImFont* font, uint32_t colour, std::string_view text, double line_css) {
  const Line first = next_line(canvas, 0);
  const float indent = canvas.px(kIndent_css);
  wrapped(font, text, first.width - indent, [&](std::string_view piece) {
    const Line line = next_line(canvas, line_css);
    draw_text(canvas, font, line.x + indent, line.mid(), colour, piece);
  });
}

void check_found(const PanelInput& in, const Canvas& canvas, const ClaimText& claim, Actions& ask) {
  const auto labelled = [&](const char* word, const std::string& text) {
    if (!text.empty()) indented(canvas, in.fonts.small, canvas.colour.text2, in.word(word) + ": " + text, 16);
  };
  gap(canvas, 2);
  labelled("reader.figure", claim.figure);
  labelled("reader.check", claim.check);
  gap(canvas, 3);
  indented(canvas, in.fonts.small, canvas.colour.text2, claim.reasoning, 16);
  if (!claim.verified) indented(canvas, in.fonts.small, canvas.colour.text3, in.word("ui.unverified"), 16);
  gap(canvas, 3);
  const float indent = canvas.px(kIndent_css);
  ImGui::Indent(indent);
  source_chip(canvas, "source", claim.source, ask);
  for (size_t i = 0; i < claim.assets.size(); ++i) {
    const Line line = next_line(canvas, 20);
    ImGui::PushID(static_cast<int>(i));
    const std::string name = asset_line(in.dataset, in.words, in.state.lang, claim.assets[i]).name;
    if (text_button(canvas, "asset", line.x, line.mid(), "\xE2\x86\x92 " + name, in.fonts.text)) {
      ask.push(Select{claim.assets[i]});
      ask.ask(FlyToSelection{});
    }
    ImGui::PopID();
  }
  if (claim.assets.empty() && claim.position) {
    const Line line = next_line(canvas, 20);
    if (text_button(canvas, "place", line.x, line.mid(), "\xE2\x86\x92 " + in.word("reader.show"), in.fonts.text))
      ask.ask(FlyTo{{claim.position->lat_deg, claim.position->lon_deg, 3000, 0, 20}});
  }
  ImGui::Unindent(indent);
  gap(canvas, 6);
}

}  // namespace

bool claim_block(const PanelInput& in, const Canvas& canvas, const ClaimText& claim, bool open, Actions& ask) {
  const ImVec2 top = ImGui::GetCursorScreenPos();
  gap(canvas, 4);
  indented(canvas, in.fonts.text, canvas.colour.text1, claim.said, 18);
  indented(canvas, in.fonts.small, canvas.colour.text3, claim.verdict + ". " + claim.speaker, 16);
  gap(canvas, 4);
  const ImVec2 after = ImGui::GetCursorScreenPos();
  const float width = next_line(canvas, 0).width;
  ImGui::SetCursorScreenPos(top);
  const bool clicked = ImGui::InvisibleButton("claim", ImVec2(width, after.y - top.y));
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    fill_rect(canvas, {top.x - canvas.px(6), top.y, width + canvas.px(12), after.y - top.y}, canvas.colour.hover,
              canvas.px(4));
  }
  const float size = canvas.px(14);
  icon_verdict(canvas, top.x + size / 2, top.y + canvas.px(13), size, claim.verdict_key,
               hovered || open ? canvas.colour.text1 : canvas.colour.text2);
  ImGui::SetCursorScreenPos(after);
  if (open) check_found(in, canvas, claim, ask);
  return clicked;
}

void claims_content(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  paragraph(canvas, in.fonts.small, canvas.colour.text2, in.word("reader.claims_note"), 16);
  gap(canvas, 6);
  for (size_t i = 0; i < in.readings.claims.size(); ++i) {
    const ClaimText& claim = in.readings.claims[i];
    ImGui::PushID(static_cast<int>(i));
    const bool open = session.open_claim == claim.claim;
    if (claim_block(in, canvas, claim, open, ask)) {
      if (open) {
        session.open_claim.reset();
      } else {
        session.open_claim = claim.claim;
        if (!claim.assets.empty()) {
          ask.push(Select{claim.assets.front()});
          ask.ask(FlyToSelection{});
        }
      }
    }
    ImGui::PopID();
  }
}

}  // namespace atlas
