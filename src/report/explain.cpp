#include "report/json_parts.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

Fault unknown_id(std::string_view id) {
  return {"", 0, "id", "is not the id of an asset, a deal or a sanction", std::string(id)};
}

std::string commodity_name(const Dataset& dataset, CommodityIx ix) {
  return ix.valid() ? dataset.commodities[ix.value] : "";
}

Json parts_of(const Told& told, AssetIx ix) {
  Json parts = Json::array();
  for (const PartState& state : told.snapshot.parts) {
    const Part& part = told.dataset.at(state.part);
    if (part.asset != ix) continue;
    parts.push_back({{"part", part.id},
                     {"commodity", commodity_name(told.dataset, state.commodity)},
                     {"hold", hold_word(state.hold)},
                     {"by", ids_of(told.dataset, state.held_by)},
                     {"sure_hold", hold_word(state.sure_hold)},
                     {"share", json_of(state.hold_share)},
                     {"held_back_share", json_of(state.held_share)},
                     {"share_of_asset", json_of(part.share)}});
  }
  return parts;
}

Json figures_of(const Dataset& dataset, Lang lang, const Asset& asset) {
  Json amounts = Json::array();
  for (const Figure& figure : asset.figures) {
    const bool exact = figure.value.best && figure.value.low == figure.value.high;
    amounts.push_back({{"quantity", figure.quantity},
                       {"value", exact ? Json(tidy(*figure.value.best)) : json_of(figure.value)},
                       {"unit", figure.unit},
                       {"basis", figure.basis.in(lang)},
                       {"year", figure.year == 0 ? Json(nullptr) : Json(figure.year)},
                       {"source_id", source_id(dataset, figure.source)},
                       {"verified", figure.verified}});
  }
  return amounts;
}

Json asset_object(const Told& told, AssetIx ix) {
  const Asset& asset = told.dataset.at(ix);
  const AssetState& state = told.snapshot.assets[ix.value];
  return {{"id", asset.id},
          {"layer", layer_word(asset.layer)},
          {"name", asset.name.in(told.state.lang)},
          {"source_id", source_id(told.dataset, asset.source)},
          {"sanctions",
           {{"hold", hold_word(state.hold)},
            {"sure_hold", hold_word(state.sure_hold)},
            {"by", ids_of(told.dataset, state.held_by)},
            {"parts", parts_of(told, ix)}}},
          {"deals", {{"stage", stage_word(state.stage)}, {"by", ids_of(told.dataset, state.dealt_by)}}},
          {"amounts", figures_of(told.dataset, told.state.lang, asset)}};
}

Json event_object(const Told& told, EventIx ix) {
  const Event& event = told.dataset.at(ix);
  Json reached = Json::array();
  for (size_t a = 0; a < told.snapshot.assets.size(); ++a) {
    const AssetState& state = told.snapshot.assets[a];
    for (const auto* list : {&state.held_by, &state.dealt_by})
      for (const EventIx other : *list)
        if (other == ix) reached.push_back(told.dataset.assets[a].id);
  }
  return {{"id", event.id},
          {"layer", event.lane == Lane::deals ? "deal" : "sanction"},
          {"name", event.title.in(told.state.lang)},
          {"source_id", source_id(told.dataset, event.source)},
          {"active", told.snapshot.event_active[ix.value] != 0},
          {"stage", stage_word(told.snapshot.event_stage[ix.value])},
          {"announced_date", to_text(event.announced)},
          {"effective_date", event.effective ? Json(to_text(*event.effective)) : Json(nullptr)},
          {"end_date", event.end ? Json(to_text(*event.end)) : Json(nullptr)},
          {"reaches", std::move(reached)}};
}

void add_rows(const std::vector<EventRow>& rows, std::string& text) {
  for (const EventRow& row : rows) text += "  " + row.date + "  " + row.word + "  " + row.title + '\n';
}

}  // namespace

Result<std::string> explain_json(const Told& told, std::string_view id) {
  if (const auto asset = told.dataset.find_asset(id)) return text_of(asset_object(told, *asset));
  if (const auto event = told.dataset.find_event(id)) return text_of(event_object(told, *event));
  return unknown_id(id);
}

Result<std::string> explain_plain(const Told& told, std::string_view id) {
  State state = told.state;
  if (const auto asset = told.dataset.find_asset(id))
    state.selected = *asset;
  else if (const auto event = told.dataset.find_event(id))
    state.selected = *event;
  else
    return unknown_id(id);
  const Speech say{told.words, state.lang};
  const Card card = *selected_card(told.dataset, say, state, told.snapshot, told.snapshot);
  std::string text = card.title + '\n' + card.subtitle + '\n';
  if (card.lead) text += joined(*card.lead) + ", " + card.lead_note + '\n';
  for (const FigureRow& row : card.figures)
    text += "  " + row.name + ": " + joined(row.amount) + " (" + (row.basis.empty() ? "" : row.basis + "; ") +
            row.source.text + ")\n";
  if (!card.text.empty()) text += card.text + '\n';
  if (card.held) {
    text += card.held_heading + ": " + joined(*card.held);
    text += (card.held->range.empty() ? "" : " (" + card.held->range + ')') + '\n';
  }
  if (card.asset) {
    if (card.sanctions.empty() && card.deals.empty()) text += say("ui.nothing_touches") + '\n';
    if (!card.sanctions.empty()) text += say("ui.measures") + ":\n";
    add_rows(card.sanctions, text);
    if (!card.deals.empty()) text += say("ui.deals") + ":\n";
    add_rows(card.deals, text);
  }
  for (const auto& [name, value] : card.facts) text.append(name).append(": ").append(value).append("\n");
  for (const std::string& note : card.notes) text += note + '\n';
  for (const SourceLine& line : card.sources)
    text += say("ui.source") + ": " + line.text + (line.url.empty() ? "" : " " + line.url) + '\n';
  return text;
}

}  // namespace atlas
