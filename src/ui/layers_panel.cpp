// What is drawn and what counts: layers, legends that are switches, filters, height.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "state/link_words.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

bool is_minor(std::string_view key) { return key == "limits" || key == "ice" || key == "sun" || key == "labels"; }

// The lesser layers share lines: a box and its name, as many as fit.
bool small_switch(const Canvas& canvas, const LayerRow& row, bool on, float& x, Line& line) {
  const float width = canvas.px(22) + text_width(canvas.fonts.text, row.name) + canvas.px(14);
  if (line.height <= 0 || x + width - canvas.px(14) > line.right()) {
    line = next_line(canvas, 22);
    x = line.x;
  }
  const bool clicked = checkbox(canvas, row.key.c_str(), x, line.mid(), on);
  const float at = x + canvas.px(22);
  draw_text(canvas, canvas.fonts.text, at, line.mid(), canvas.colour.text1,
            fitted(canvas.fonts.text, row.name, line.right() - at));
  x += width;
  return clicked;
}

/// The last shared line and where it is still free: the filters stand there.
struct Rest {
  Line line;
  float x = 0;
};

Rest layer_switches(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask) {
  if (!in.loaded.count.empty())
    if (bool on = session.loaded_shown;
        checkbox_row(canvas, "loaded", in.word("ui.loaded_columns"), in.loaded.count, on))
      session.loaded_shown = !session.loaded_shown;
  Rest rest;
  Line& shared = rest.line;
  float& x = rest.x;
  for (const LayerRow& row : in.report.layers) {
    const auto layer = std::find_if(kLayerWords.begin(), kLayerWords.end(),
                                    [&](const LayerWord& word) { return word.word == row.key; });
    if (layer == kLayerWords.end()) continue;
    LayerChoice layers = in.state.layers;
    bool on = layers.*(layer->shown);
    const bool clicked = is_minor(row.key) ? small_switch(canvas, row, on, x, shared)
                                           : checkbox_row(canvas, row.key.c_str(), row.name, row.count, on);
    if (!clicked) continue;
    layers.*(layer->shown) = !(layers.*(layer->shown));
    ask.push(SetLayers{layers});
  }
  return rest;
}

void swatch_row(const Canvas& canvas, uint32_t colour, std::string_view name, const AmountText& amount) {
  const Line line = next_line(canvas, 22);
  colour_swatch(canvas, line.x, line.mid(), canvas.px(14), colour);
  draw_text(canvas, canvas.fonts.text, line.x + canvas.px(22), line.mid(), canvas.colour.text1, name);
  draw_text(canvas, canvas.fonts.text, line.right(), line.mid(), canvas.colour.text2, joined(amount), Align::right);
}

void commodity_legend(const PanelInput& in, const Canvas& canvas) {
  const TotalsText& totals = in.report.totals;
  section_head(canvas, in.word("ui.by_commodity"));
  swatch_row(canvas, canvas.colour.commodity[0], in.word("ui.oil"), totals.oil);
  swatch_row(canvas, canvas.colour.commodity[1], in.word("ui.liquids"), totals.liquids);
  swatch_row(canvas, canvas.colour.commodity[2], in.word("ui.gas"), totals.gas);
  swatch_row(canvas, canvas.colour.commodity[3], in.word("ui.rare_earths"), {});
  swatch_row(canvas, canvas.colour.commodity[4], in.word("ui.other_minerals"), {});
}

// The swatch explains the hatch, the box at the right says whether that hold counts.
void hold_legend(const PanelInput& in, const Canvas& canvas, Actions& ask) {
  constexpr std::array<Hold, 3> kHolds{Hold::hinders, Hold::restricts, Hold::blocks};
  constexpr std::array<const char*, 3> kWords{"ui.holds_hinders", "ui.holds_restricts", "ui.holds_blocks"};
  section_head(canvas, in.word("ui.holds"));
  for (size_t i = 0; i < kHolds.size(); ++i) {
    const Line line = next_line(canvas, 22);
    const bool counts = in.state.scenario.holds.*(kHoldWords[i].counts);
    hold_swatch(canvas, line.x, line.mid(), canvas.px(14), kHolds[i]);
    const float at = line.x + canvas.px(22), box = line.right() - canvas.px(14);
    draw_text(canvas, in.fonts.text, at, line.mid(), counts ? canvas.colour.text1 : canvas.colour.text3,
              fitted(in.fonts.text, in.word(kWords[i]), box - at - canvas.px(6)));
    if (checkbox(canvas, kWords[i], box, line.mid(), counts)) {
      HoldChoice holds = in.state.scenario.holds;
      holds.*(kHoldWords[i].counts) = !counts;
      ask.push(SetHolds{holds});
    }
  }
}

void stage_legend(const PanelInput& in, const Canvas& canvas) {
  constexpr std::array<Stage, 5> kStages{Stage::pledged, Stage::signed_, Stage::operating, Stage::suspended,
                                         Stage::ended};
  section_head(canvas, in.word("ui.stages"));
  std::array<std::string, 5> words;
  float sum = 0;
  for (size_t i = 0; i < kStages.size(); ++i) {
    words[i] = in.word(stage_key(kStages[i]));
    sum += text_width(in.fonts.small, words[i]);
  }
  const float width = ImGui::GetWindowWidth() - 2 * ImGui::GetWindowContentRegionMin().x;
  const float between = (width - sum) / static_cast<float>(kStages.size() - 1);
  if (between < canvas.px(4)) {  // long words: sample and word beside each other, two to a line
    Line line;
    for (size_t i = 0; i < kStages.size(); ++i) {
      if (i % 2 == 0) line = next_line(canvas, 18);
      const float x = line.x + (i % 2 == 0 ? 0 : std::round(line.width / 2));
      stage_line(canvas, x, x + canvas.px(24), line.mid(), kStages[i]);
      draw_text(canvas, in.fonts.small, x + canvas.px(31), line.mid(), canvas.colour.text2, words[i]);
    }
    return;
  }
  const Line lines = next_line(canvas, 14), names = next_line(canvas, 15);
  float x = names.x;
  for (size_t i = 0; i < kStages.size(); ++i) {
    const float word = text_width(in.fonts.small, words[i]);
    const float mid = x + word / 2, half = std::min(word, canvas.px(40)) / 2;
    stage_line(canvas, mid - half, mid + half, lines.mid(), kStages[i]);
    draw_text(canvas, in.fonts.small, x, names.mid(), canvas.colour.text2, words[i]);
    x += word + between;
  }
}

void issuer_switches(const PanelInput& in, const Canvas& canvas, Actions& ask) {
  section_head(canvas, in.word("ui.issuers"));
  for (const Report::Choice& issuer : in.report.issuers) {
    bool on = issuer.on;
    if (checkbox_row(canvas, issuer.key.c_str(), issuer.name, std::to_string(issuer.count), on))
      ask.push(SetIssuer{issuer.key, on});
  }
}

// An empty set means all. Switching one off from "all" leaves the others on; all on again is the empty set.
std::set<std::string> toggled(const std::vector<Report::Choice>& choices, const std::set<std::string>& wanted,
                              const std::string& key) {
  std::set<std::string> next = wanted;
  if (next.empty())
    for (const Report::Choice& choice : choices) next.insert(choice.key);
  if (next.erase(key) == 0) next.insert(key);
  if (next.size() >= choices.size()) next.clear();
  return next;
}

void filter(const PanelInput& in, const Canvas& canvas, const char* word, const std::vector<Report::Choice>& choices,
            std::set<std::string> Filters::*set, Actions& ask) {
  if (choices.empty()) return;
  ImGui::PushID(word);
  section_head(canvas, in.word(word));
  for (const Report::Choice& choice : choices) {
    bool on = choice.on;
    if (!checkbox_row(canvas, choice.key.c_str(), choice.name, std::to_string(choice.count), on)) continue;
    Filters filters = in.state.filters;
    filters.*set = toggled(choices, in.state.filters.*set, choice.key);
    ask.push(SetFilters{filters});
  }
  gap(canvas, 8);
  ImGui::PopID();
}

std::string chosen_names(const std::vector<Report::Choice>& choices, const std::set<std::string>& wanted) {
  std::string names;
  if (wanted.empty()) return names;
  for (const Report::Choice& choice : choices)
    if (choice.on) names += (names.empty() ? "" : ", ") + choice.name;
  return names;
}

// A few words say what is shown; the list of choices opens beside them.
void filters(const PanelInput& in, const Canvas& canvas, const Rest& rest, Actions& ask) {
  const Filters& now = in.state.filters;
  const std::string head = in.word("ui.filters");
  std::string text;
  for (const std::string& part :
       {chosen_names(in.report.countries, now.countries), chosen_names(in.report.commodities, now.commodities),
        chosen_names(in.report.statuses, now.statuses),
        now.verified_only ? in.word("ui.verified_only") : std::string()})
    if (!part.empty()) text += (text.empty() ? "" : "; ") + part;
  if (text.empty()) text = in.word("ui.all");
  Line line = rest.line;
  const float needed = text_width(in.fonts.text, head) + canvas.px(60);
  float left = rest.x;
  if (line.height <= 0 || line.right() - left < needed) {
    line = next_line(canvas, 22);
    left = line.x;
  }
  const std::string words = fitted(in.fonts.text, head + ": " + text, line.right() - left);
  if (text_button(canvas, "filters", line.right(), line.mid(), words, in.fonts.text, Align::right))
    ImGui::OpenPopup("choices");
  ImGui::SetNextWindowPos(ImVec2(line.right() + canvas.px(28), in.layout.layers.empty() ? line.y : in.layout.layers.y),
                          ImGuiCond_Appearing);
  const float height = std::max(canvas.px(200), in.layout.height - canvas.px(80));
  ImGui::SetNextWindowSizeConstraints(ImVec2(canvas.px(250), 0), ImVec2(canvas.px(250), height));
  if (!ImGui::BeginPopup("choices")) return;
  const Canvas list = window_canvas(in);
  if (text_button(list, "clear", ImGui::GetCursorScreenPos().x, next_line(list, 22).mid(), in.word("ui.clear"),
                  in.fonts.text))
    ask.push(SetFilters{});
  bool verified = now.verified_only;
  if (checkbox_row(list, "verified", in.word("ui.verified_only"), "", verified)) {
    Filters next = now;
    next.verified_only = verified;
    ask.push(SetFilters{next});
  }
  gap(list, 8);
  filter(in, list, "ui.countries", in.report.countries, &Filters::countries, ask);
  filter(in, list, "ui.commodities", in.report.commodities, &Filters::commodities, ask);
  filter(in, list, "ui.statuses", in.report.statuses, &Filters::statuses, ask);
  ImGui::EndPopup();
}

void height_choice(const PanelInput& in, const Canvas& canvas, Actions& ask) {
  section_head(canvas, in.word("ui.height"));
  int mode = in.state.height == HeightMode::volume ? 0 : 1;
  if (segments(canvas, "height", {in.word("ui.height_volume"), in.word("ui.height_total")}, mode))
    ask.push(SetHeight{mode == 0 ? HeightMode::volume : HeightMode::total});
  gap(canvas, 6);
  const Line line = next_line(canvas, 38);
  icon_cube(canvas, line.x + canvas.px(22), line.mid(), canvas.px(36), canvas.colour.commodity[2], canvas.colour.text1);
  const float at = line.x + canvas.px(56), room = line.right() - at;
  draw_text(canvas, in.fonts.small, at, line.mid() - canvas.px(8), canvas.colour.text2,
            fitted(in.fonts.small, in.report.legend.unit_block, room));
  draw_text(canvas, in.fonts.small_head, at, line.mid() + canvas.px(8), canvas.colour.text1,
            fitted(in.fonts.small_head, in.report.legend.unit_amount, room));
  if (!in.report.legend.column_note.empty() &&
      ImGui::IsMouseHoveringRect(ImVec2(line.x, line.y), ImVec2(line.right(), line.y + line.height)) &&
      ImGui::IsWindowHovered())
    ImGui::SetTooltip("%s", in.report.legend.column_note.c_str());
}

}  // namespace

void layers_content(const PanelInput& in, Session& session, Actions& ask) {
  const Canvas canvas = window_canvas(in);
  filters(in, canvas, layer_switches(in, canvas, session, ask), ask);
  section_line(canvas);
  commodity_legend(in, canvas);
  section_line(canvas);
  hold_legend(in, canvas, ask);
  section_line(canvas);
  stage_legend(in, canvas);
  section_line(canvas);
  issuer_switches(in, canvas, ask);
  section_line(canvas);
  height_choice(in, canvas, ask);
}

void layers_panel(const PanelInput& in, Session& session, Actions& ask) {
  if (in.layout.form == LayoutForm::wide && in.report.what_if && !session.layers_open) return;  // its place is taken
  if (!begin_panel(in, "layers", in.layout.layers, {})) return;
  layers_content(in, session, ask);
  end_panel();
}

}  // namespace atlas
