#include "report/json_parts.h"
#include "state/link.h"

namespace atlas {
namespace {

Json json_of(const AmountText& amount) {
  return {{"value", amount.value}, {"unit", amount.unit}, {"range", amount.range}};
}

Json json_of(const std::optional<AmountText>& amount) { return amount ? json_of(*amount) : Json(nullptr); }

Json json_of(const Dataset& dataset, const BarRow& row) {
  return {{"id", row.asset ? Json(dataset.at(*row.asset).id) : Json(nullptr)},
          {"name", row.name},
          {"amount", json_of(row.amount)}};
}

template <class Item, class Make>
Json array_of(const std::vector<Item>& items, Make make) {
  Json array = Json::array();
  for (const Item& item : items) array.push_back(make(item));
  return array;
}

Json json_of(const Dataset& dataset, const SourceLine& line) {
  return {{"id", source_id(dataset, line.source)}, {"text", line.text}, {"url", line.url}};
}

Json json_of(const Dataset& dataset, const ClaimText& claim) {
  return {{"id", dataset.at(claim.claim).id},
          {"said", claim.said},
          {"speaker", claim.speaker},
          {"figure", claim.figure},
          {"check", claim.check},
          {"verdict", claim.verdict},
          {"verdict_key", claim.verdict_key},
          {"reasoning", claim.reasoning},
          {"source", json_of(dataset, claim.source)},
          {"verified", claim.verified},
          {"assets", array_of(claim.assets, [&](AssetIx ix) { return Json(dataset.at(ix).id); })}};
}

std::string place_word(const StoryPlace& place) { return place.story + '/' + place.step; }

Json json_of(const Dataset& dataset, const StoryText& story) {
  const auto word = [](const std::optional<StoryPlace>& place) {
    return place ? Json(place_word(*place)) : Json(nullptr);
  };
  return {{"place", place_word(story.place)},
          {"story_title", story.story_title},
          {"chapter", story.chapter},
          {"title", story.title},
          {"text", story.text},
          {"count", story.count},
          {"at_step", story.at_step},
          {"claims", array_of(story.claims, [&](const ClaimText& claim) { return json_of(dataset, claim); })},
          {"source", json_of(dataset, story.source)},
          {"next", word(story.next)},
          {"back", word(story.back)}};
}

class ReportJson {
 public:
  ReportJson(const Told& told, const Report& report, const StoryText* story)
      : told_(told), report_(report), story_(story) {}

  Json make() const {
    Json object{
        {"title", report_.title},
        {"summary", report_.summary},
        {"clock", report_.clock_text},
        {"state", write_link(told_.dataset, told_.state)},
        {"words", words()},
        {"lang", told_.state.lang == Lang::ru ? "ru" : "en"},
        {"totals", totals_object(told_, nullptr)},
        {"totals_text", totals_text_object()},
        {"what_if", what_if()},
        {"card", card()},
        {"story", story_ == nullptr ? Json(nullptr) : json_of(told_.dataset, *story_)},
        {"active_sanctions", events(report_.active_sanctions)},
        {"active_deals", events(report_.active_deals)},
        {"layers", array_of(report_.layers,
                            [](const LayerRow& row) {
                              return Json{{"key", row.key}, {"name", row.name}, {"count", row.count}};
                            })},
        {"issuers", choices(report_.issuers)},
        {"countries", choices(report_.countries)},
        {"commodities", choices(report_.commodities)},
        {"statuses", choices(report_.statuses)},
        {"legend",
         {{"unit_block", report_.legend.unit_block},
          {"unit_amount", report_.legend.unit_amount},
          {"column_note", report_.legend.column_note}}},
        {"sources", array_of(report_.sources, [&](SourceIx ix) { return source(source_line(told_.dataset, ix)); })},
        {"assets", assets_array(told_)}};
    return object;
  }

 private:
  /// Heads and buttons of the text view.
  Json words() const {
    Json object = Json::object();
    for (const char* key :
         {"lane.sanctions", "lane.deals", "ui.objects", "ui.sources", "ui.close", "story.back", "story.next",
          "story.close", "reader.stories", "reader.claims", "reader.series", "ui.unverified"})
      object[key] = told_.words.get(key, told_.state.lang);
    return object;
  }

  Json totals_text_object() const {
    const TotalsText& t = report_.totals;
    const auto bars = [&](const std::vector<BarRow>& rows) {
      return array_of(rows, [&](const BarRow& row) { return json_of(told_.dataset, row); });
    };
    return {{"heading", t.heading},
            {"held_back", json_of(t.held_back)},
            {"of_all", t.of_all},
            {"range_note", t.range_note},
            {"blocked", json_of(t.blocked_text)},
            {"restricted", json_of(t.restricted_text)},
            {"hindered", json_of(t.hindered_text)},
            {"free", json_of(t.free_text)},
            {"oil", json_of(t.oil)},
            {"liquids", json_of(t.liquids)},
            {"gas", json_of(t.gas)},
            {"by_state", bars(t.by_state)},
            {"largest", bars(t.largest)},
            {"fields_all", json_of(t.fields_all)},
            {"fields_held_back", json_of(t.fields_held_back)},
            {"fields_under_deal", json_of(t.fields_under_deal)},
            {"footnote", t.footnote},
            {"sources_count", t.sources_count}};
  }

  Json what_if() const {
    if (!report_.what_if) return nullptr;
    const WhatIfText& text = *report_.what_if;
    return {{"heading", text.heading},
            {"assumptions", text.assumptions},
            {"rows", array_of(text.rows, [](const WhatIfText::Row& row) {
               return Json{{"name", row.name},
                           {"baseline", json_of(row.baseline)},
                           {"scenario", json_of(row.scenario)},
                           {"difference", row.difference}};
             })}};
  }

  Json card() const {
    if (!report_.card) return nullptr;
    const Card& c = *report_.card;
    const Dataset& data = told_.dataset;
    Json facts = Json::array();
    for (const auto& [name, value] : c.facts) facts.push_back({{"name", name}, {"value", value}});
    return {{"id", c.asset   ? data.at(*c.asset).id
                   : c.event ? data.at(*c.event).id
                             : ""},
            {"title", c.title},
            {"subtitle", c.subtitle},
            {"lead", json_of(c.lead)},
            {"lead_note", c.lead_note},
            {"figures", array_of(c.figures,
                                 [&](const FigureRow& row) {
                                   return Json{{"name", row.name},
                                               {"amount", json_of(row.amount)},
                                               {"basis", row.basis},
                                               {"source", source(row.source)},
                                               {"verified", row.verified}};
                                 })},
            {"held_heading", c.held_heading},
            {"held", json_of(c.held)},
            {"sanctions", events(c.sanctions)},
            {"deals", events(c.deals)},
            {"facts", std::move(facts)},
            {"text", c.text},
            {"notes", c.notes},
            {"sources", sources(c.sources)},
            {"assets", array_of(c.assets, [&](AssetIx ix) {
               return Json{{"id", data.at(ix).id}, {"name", data.at(ix).name.in(told_.state.lang)}};
             })}};
  }

  Json events(const std::vector<EventRow>& rows) const {
    return array_of(rows, [&](const EventRow& row) {
      return Json{{"id", told_.dataset.at(row.event).id},
                  {"lane", row.lane == Lane::deals ? "deals" : "sanctions"},
                  {"title", row.title},
                  {"date", row.date},
                  {"word", row.word},
                  {"hold", hold_word(row.hold)},
                  {"stage", stage_word(row.stage)},
                  {"counted", row.counted},
                  {"active", row.active}};
    });
  }

  static Json choices(const std::vector<Report::Choice>& list) {
    return array_of(list, [](const Report::Choice& choice) {
      return Json{{"key", choice.key}, {"name", choice.name}, {"count", choice.count}, {"on", choice.on}};
    });
  }

  Json source(const SourceLine& line) const { return json_of(told_.dataset, line); }
  Json sources(const std::vector<SourceLine>& lines) const {
    return array_of(lines, [&](const SourceLine& line) { return source(line); });
  }

  const Told& told_;
  const Report& report_;
  const StoryText* story_;
};

}  // namespace

std::string report_json(const Told& told, const Report& report, const StoryText* story) {
  return text_of(ReportJson(told, report, story).make());
}

std::string readings_json(const Told& told, const Readings& readings) {
  const Dataset& data = told.dataset;
  return text_of(
      {{"stories", array_of(readings.stories,
                            [](const StoryLine& story) {
                              return Json{{"id", story.id},
                                          {"title", story.title},
                                          {"summary", story.summary},
                                          {"steps", story.steps},
                                          {"first", place_word(story.first)}};
                            })},
       {"claims", array_of(readings.claims, [&](const ClaimText& claim) { return json_of(data, claim); })},
       {"series", array_of(readings.series, [&](const SeriesText& text) {
          return Json{{"id", data.at(text.series).id},
                      {"name", text.name},
                      {"unit", text.unit},
                      {"last_value", text.last_value},
                      {"values", text.values},
                      {"verified", text.verified},
                      {"sources", array_of(text.sources, [&](const SourceLine& line) { return json_of(data, line); })}};
        })}});
}

}  // namespace atlas
