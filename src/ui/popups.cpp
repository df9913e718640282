// About, keys, the card at the pointer, messages.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "report/asset_line.h"
#include "state/keys.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

// A window over the globe's free area with its own way to be closed. False when shut.
bool begin_popup(const PanelInput& in, const char* id, float width_css, bool& open) {
  if (!open) return false;
  const FreeArea_px& free = in.layout.viewport.free;
  const float scale = in.layout.scale;
  const float width = std::min(width_css * scale, in.layout.width - 16 * scale);
  const float height = std::max(200 * scale, in.layout.height - 96 * scale);
  const ImVec2 centre(static_cast<float>(free.x + free.width / 2), in.layout.height / 2);
  const float left =
      std::clamp(centre.x - width / 2, 8 * scale, std::max(8 * scale, in.layout.width - width - 8 * scale));
  ImGui::SetNextWindowPos(ImVec2(left, centre.y), 0, ImVec2(0, 0.5f));
  ImGui::SetNextWindowSizeConstraints(ImVec2(width, 0), ImVec2(width, height));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetColorU32(ImGuiCol_PopupBg));
  ImGui::PushFont(in.fonts.text);
  ImGui::Begin(id, nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
  return true;
}

void end_popup() {
  ImGui::End();
  ImGui::PopFont();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

void popup_head(const PanelInput& in, const Canvas& canvas, std::string_view title, bool& open) {
  const Line line = next_line(canvas, 24);
  draw_text(canvas, in.fonts.title, line.x, line.mid(), canvas.colour.text1, title);
  if (text_button(canvas, "close", line.right(), line.mid(), in.word("ui.close"), in.fonts.text, Align::right))
    open = false;
  gap(canvas, 8);
}

// The sample that the legend has, and its word.
void sample_line(const PanelInput& in, const Canvas& canvas, std::string_view word, Hold hold, Stage stage) {
  const std::string text = in.word(word);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float mid = at.y + canvas.px(9), name = at.x + canvas.px(20);
  ImGui::Dummy(ImVec2(name - at.x + text_width(in.fonts.small, text), canvas.px(18)));
  if (hold != Hold::none) hold_swatch(canvas, at.x, mid, canvas.px(11), hold);
  if (stage != Stage::none) stage_line(canvas, at.x, at.x + canvas.px(13), mid, stage);
  draw_text(canvas, in.fonts.small, name, mid, canvas.colour.text2, text);
}

}  // namespace

void about_popup(const PanelInput& in, Session& session, Actions& ask) {
  if (!begin_popup(in, "about", 460, session.about_open)) return;
  const Canvas canvas = window_canvas(in);
  popup_head(in, canvas, in.word("app.name"), session.about_open);
  paragraph(canvas, in.fonts.text, canvas.colour.text1, in.word("about.what"), 19);
  for (const char* word : {"about.volumes", "about.holds", "about.data", "about.private", "about.licence"}) {
    gap(canvas, 6);
    paragraph(canvas, in.fonts.small, canvas.colour.text2, in.word(word), 16);
  }
  gap(canvas, 10);
  if (button(canvas, "keys", in.word("ui.keys"))) {
    session.about_open = false;
    session.keys_open = true;
  }
  ImGui::SameLine(0, canvas.px(8));
  if (button(canvas, "picture", in.word("ui.save_picture"))) ask.ask(SavePicture{});
  if (!in.report.sources.empty()) {
    section_line(canvas);
    section_head(canvas, in.word("ui.sources"));
    for (size_t i = 0; i < in.report.sources.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      source_chip(canvas, "source", source_line(in.dataset, in.report.sources[i]), ask);
      ImGui::PopID();
    }
  }
  end_popup();
}

void keys_popup(const PanelInput& in, Session& session, Actions&) {
  if (!begin_popup(in, "keys", 340, session.keys_open)) return;
  const Canvas canvas = window_canvas(in);
  popup_head(in, canvas, in.word("ui.keys"), session.keys_open);
  for (const KeyHelp& help : key_help()) {
    const Line line = next_line(canvas, 22);
    draw_text(canvas, in.fonts.head, line.x, line.mid(), canvas.colour.text1, help.keys);
    const float at = line.x + canvas.px(110);
    draw_text(canvas, in.fonts.text, at, line.mid(), canvas.colour.text2,
              fitted(in.fonts.text, in.word(help.word), line.right() - at));
  }
  end_popup();
}

void hover_card(const PanelInput& in, const Session& session) {
  if (session.hovered_loaded && !in.loaded.name.empty()) {
    ImGui::BeginTooltip();
    ImGui::PushFont(in.fonts.head);
    ImGui::TextUnformatted(in.loaded.name.c_str());
    ImGui::PopFont();
    ImGui::TextUnformatted(in.loaded.value.c_str());
    ImGui::EndTooltip();
    return;
  }
  if (!session.hovered_asset || session.hovered_asset->value >= in.dataset.assets.size()) return;
  if (session.pointer_x_px < 0) return;
  const BarRow row = asset_line(in.dataset, in.words, in.state.lang, *session.hovered_asset);
  ImGui::BeginTooltip();
  ImGui::PushFont(in.fonts.head);
  ImGui::TextUnformatted(row.name.c_str());
  ImGui::PopFont();
  if (!row.amount.value.empty()) ImGui::TextUnformatted(joined(row.amount).c_str());
  if (session.hovered_asset->value < in.snapshot.assets.size()) {
    const AssetState& state = in.snapshot.assets[session.hovered_asset->value];
    const Canvas canvas = window_canvas(in);
    if (state.hold != Hold::none) sample_line(in, canvas, held_key(state.hold), state.hold, Stage::none);
    if (state.stage != Stage::none) sample_line(in, canvas, stage_key(state.stage), Hold::none, state.stage);
  }
  ImGui::EndTooltip();
}

void messages(const PanelInput& in, Session& session) {
  if (session.messages.empty()) return;
  const Canvas canvas = top_canvas(in);
  const FreeArea_px& free = in.layout.viewport.free;
  const auto middle = static_cast<float>(free.x + free.width / 2);
  float y = static_cast<float>(free.y + free.height) - canvas.px(18);
  std::optional<size_t> closed;
  for (size_t i = session.messages.size(); i-- > 0;) {
    const Message& message = session.messages[i];
    const float room = in.layout.width - canvas.px(72);
    const std::string text = fitted(in.fonts.text, message.text, room);
    const float width = text_width(in.fonts.text, text) + canvas.px(48), height = canvas.px(34);
    const Rect_px r{std::round(middle - width / 2), std::round(y - height), width, height};
    ImGui::SetNextWindowPos(ImVec2(r.x, r.y));
    ImGui::SetNextWindowSize(ImVec2(r.width, r.height));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, canvas.colour.raised);
    const std::string id = "message " + std::to_string(i);
    ImGui::Begin(id.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    const Canvas inside = window_canvas(in);
    if (message.is_fault) fill_rect(inside, {r.x, r.y, canvas.px(3), r.height}, canvas.colour.hold);
    draw_text(inside, in.fonts.text, r.x + canvas.px(16), r.y + height / 2, canvas.colour.text1, text);
    const float x = r.x + width - canvas.px(16);
    ImGui::SetCursorScreenPos(ImVec2(x - canvas.px(14), r.y));
    if (ImGui::InvisibleButton("close", ImVec2(canvas.px(28), height))) closed = i;
    icon_close(inside, x, r.y + height / 2, canvas.px(11), canvas.colour.text2);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    y -= height + canvas.px(6);
  }
  if (closed) session.messages.erase(session.messages.begin() + static_cast<std::ptrdiff_t>(*closed));
}

}  // namespace atlas
