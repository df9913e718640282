// The card of what is selected, else the totals; the what-if stands at the left where there is room for it.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "report/asset_line.h"
#include "state/reduce.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

void card_head(const PanelInput& in, const Canvas& canvas, const Card& card, Actions& ask) {
  const Line close = next_line(canvas, 0);
  const float x = close.right() - canvas.px(5), y = close.y + canvas.px(10), size = canvas.px(24);
  ImGui::SetCursorScreenPos(ImVec2(x - size / 2, y - size / 2));
  if (ImGui::InvisibleButton("close", ImVec2(size, size))) ask.push(Select{});
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  icon_close(canvas, x, y, canvas.px(13), hovered ? canvas.colour.text1 : canvas.colour.text2);
  ImGui::SetCursorScreenPos(ImVec2(close.x, close.y));
  paragraph(canvas, in.fonts.title, canvas.colour.text1, card.title, 20, canvas.px(20));
  if (!card.subtitle.empty()) {
    gap(canvas, 1);
    paragraph(canvas, in.fonts.small, canvas.colour.text2, card.subtitle, 16);
  }
}

void figure_rows(const PanelInput& in, const Canvas& canvas, const Card& card, Actions& ask) {
  // What the lead number says already needs no row of its own.
  std::string said;
  for (size_t i = 0; i < card.figures.size(); ++i) {
    const FigureRow& figure = card.figures[i];
    const Line line = next_line(canvas, 21);
    const bool coloured = figure.commodity >= 0 && figure.commodity < 5;
    if (coloured)
      colour_swatch(canvas, line.x, line.mid(), canvas.px(10),
                    canvas.colour.commodity[static_cast<size_t>(figure.commodity)]);
    const std::string amount = joined(figure.amount);
    const float at = line.x + (coloured ? canvas.px(18) : 0);
    const float room = line.right() - at - text_width(in.fonts.text, amount) - canvas.px(8);
    draw_text(canvas, in.fonts.text, at, line.mid(), canvas.colour.text1, fitted(in.fonts.text, figure.name, room));
    draw_text(canvas, in.fonts.text, line.right(), line.mid(), canvas.colour.text2, amount, Align::right);
    std::string note = figure.amount.range;
    const auto add = [&](const std::string& more) {
      if (!more.empty()) note.append(note.empty() ? "" : "; ").append(more);
    };
    add(figure.basis);
    if (!figure.verified) add(in.word("ui.unverified"));
    if (!note.empty() && note != said) paragraph(canvas, in.fonts.small, canvas.colour.text3, note, 15);
    said = note;
    const bool last_of_source =
        i + 1 == card.figures.size() || card.figures[i + 1].source.source != figure.source.source;
    ImGui::PushID(static_cast<int>(i));
    if (last_of_source) source_chip(canvas, "source", figure.source, ask);
    ImGui::PopID();
  }
}

void composition(const PanelInput& in, const Canvas& canvas, AssetIx asset) {
  const BarRow row = asset_line(in.dataset, in.words, in.state.lang, asset);
  const double all = row.oil + row.liquids + row.gas;
  if (all <= 0) return;
  gap(canvas, 6);
  const Line line = next_line(canvas, 12);
  commodity_bar(canvas, {line.x, line.y, line.width, line.height}, row.gas, row.liquids, row.oil, all);
  gap(canvas, 6);
}

void held(const PanelInput& in, const Canvas& canvas, const Card& card) {
  if (card.held_heading.empty() || (!card.held && card.sanctions.empty())) return;
  section_line(canvas);
  section_head(canvas, card.held_heading);
  if (!card.held) return;
  const AmountText& amount = *card.held;
  const Line line = next_line(canvas, 24);
  const float base = line.mid() + canvas.px(6);
  const float x = draw_text_on_baseline(canvas, in.fonts.number, line.x, base, canvas.colour.text1, amount.value);
  const std::string beside = amount.range.empty() ? amount.unit : amount.unit + ", " + amount.range;
  draw_text_on_baseline(canvas, in.fonts.small, x + canvas.px(6), base, canvas.colour.text2,
                        fitted(in.fonts.small, beside, line.right() - x - canvas.px(6)));
  // Of the whole, if the whole is said in the same unit; else of the most that may be held.
  const bool of_lead = card.lead && card.lead->unit == amount.unit && card.lead->drawn > 0;
  const double all = of_lead ? card.lead->drawn : amount.high;
  if (all <= 0) return;
  Hold heaviest = Hold::none;
  for (const EventRow& row : card.sanctions)
    if (row.counted && row.active) heaviest = std::max(heaviest, row.hold);
  gap(canvas, 3);
  const Line bar = next_line(canvas, 8);
  const double free = std::max(0.0, all - amount.drawn);
  HoldParts parts{0, 0, 0, free};
  (heaviest == Hold::blocks ? parts.blocks : parts.restricts) = amount.drawn;
  hold_bar(canvas, {bar.x, bar.y, bar.width, bar.height}, parts, all);
  if (amount.high > amount.low) {
    const Line range = next_line(canvas, 14);
    range_whisker(canvas, {range.x, range.y, range.width, range.height}, amount.low / all, amount.drawn / all,
                  amount.high / all);
  }
}

void events_section(const PanelInput& in, const Canvas& canvas, const char* word, const std::vector<EventRow>& rows,
                    Actions& ask) {
  if (rows.empty()) return;
  section_line(canvas);
  section_head(canvas, in.word(word));
  event_rows(in, canvas, rows, ask);
}

void facts(const PanelInput& in, const Canvas& canvas, const Card& card) {
  if (card.facts.empty()) return;
  section_line(canvas);
  for (const auto& [name, value] : card.facts) {
    const Line line = next_line(canvas, 20);
    const float at = line.x + std::round(line.width * 0.36f);
    draw_text(canvas, in.fonts.small, line.x, line.mid(), canvas.colour.text3,
              fitted(in.fonts.small, name, at - line.x - canvas.px(6)));
    // Long values go on below, under their own beginning.
    bool first = true;
    wrapped(in.fonts.small, value, line.right() - at, [&](std::string_view piece) {
      const Line place = first ? line : next_line(canvas, 15);
      draw_text(canvas, in.fonts.small, at, first ? line.mid() : place.mid(), canvas.colour.text1, piece);
      first = false;
    });
  }
}

void objects(const PanelInput& in, const Canvas& canvas, const Card& card, Actions& ask) {
  constexpr size_t kMost = 12;
  if (card.assets.empty()) return;
  section_line(canvas);
  section_head(canvas, in.word("ui.objects"));
  for (size_t i = 0; i < std::min(kMost, card.assets.size()); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const ClickLine line = next_click_line(canvas, "asset", 21);
    const BarRow row = asset_line(in.dataset, in.words, in.state.lang, card.assets[i]);
    const std::string amount = row.amount.value.empty() ? std::string() : joined(row.amount);
    const float room = line.width - text_width(in.fonts.text, amount) - canvas.px(8);
    draw_text(canvas, in.fonts.text, line.x, line.mid(), canvas.colour.text1, fitted(in.fonts.text, row.name, room));
    draw_text(canvas, in.fonts.text, line.right(), line.mid(), canvas.colour.text2, amount, Align::right);
    if (line.clicked) {
      ask.push(Select{card.assets[i]});
      ask.ask(FlyToSelection{});
    }
    ImGui::PopID();
  }
}

void notes_and_sources(const PanelInput& in, const Canvas& canvas, const Card& card, Actions& ask) {
  if (card.notes.empty() && card.sources.empty()) return;
  section_line(canvas);
  for (const std::string& note : card.notes) {
    paragraph(canvas, in.fonts.small, canvas.colour.text3, note, 15);
    gap(canvas, 3);
  }
  for (size_t i = 0; i < card.sources.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    source_chip(canvas, "card source", card.sources[i], ask);
    ImGui::PopID();
  }
}

void event_switch(const PanelInput& in, const Canvas& canvas, EventIx event, Actions& ask) {
  const SetEvent other = switched(in.state, event);
  gap(canvas, 8);
  if (button(canvas, "switch", in.word(other.to == Override::off ? "ui.switch_off" : "ui.switch_on"))) ask.push(other);
}

}  // namespace

void card_content(const PanelInput& in, const Card& card, Actions& ask) {
  const Canvas canvas = window_canvas(in);
  card_head(in, canvas, card, ask);
  if (card.lead) {
    gap(canvas, 6);
    lead_number(canvas, card.lead->value,
                card.lead->range.empty() ? card.lead->unit : card.lead->unit + ", " + card.lead->range);
  }
  if (!card.lead_note.empty()) paragraph(canvas, in.fonts.small, canvas.colour.text2, card.lead_note, 16);
  if (!card.text.empty()) {
    gap(canvas, 6);
    paragraph(canvas, in.fonts.text, canvas.colour.text1, card.text, 18);
  }
  if (card.event) event_switch(in, canvas, *card.event, ask);
  if (card.asset) composition(in, canvas, *card.asset);
  figure_rows(in, canvas, card, ask);
  held(in, canvas, card);
  events_section(in, canvas, "ui.measures", card.sanctions, ask);
  events_section(in, canvas, "ui.deals", card.deals, ask);
  objects(in, canvas, card, ask);
  facts(in, canvas, card);
  notes_and_sources(in, canvas, card, ask);
  gap(canvas, 4);
}

void inspector_panel(const PanelInput& in, Session& session, Actions& ask) {
  const bool what_if_at_left = in.layout.form == LayoutForm::wide && !session.layers_open && !session.reader_open;
  if (what_if_at_left && in.report.what_if && begin_panel(in, "what if", in.layout.layers, {})) {
    what_if_content(in, *in.report.what_if, ask);
    end_panel();
  }
  if (!begin_panel(in, "inspector", in.layout.inspector, {})) return;
  if (in.report.what_if && !what_if_at_left) {
    what_if_content(in, *in.report.what_if, ask);
    section_line(window_canvas(in));
  }
  if (in.report.card) {
    card_content(in, *in.report.card, ask);
  } else {
    totals_content(in, session, ask);
  }
  end_panel();
}

}  // namespace atlas
