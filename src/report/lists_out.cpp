#include "report/json_parts.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

Json rows_of_layer(const Told& told, Layer layer) {
  Json rows = Json::array();
  for (const Asset& asset : told.dataset.assets) {
    if (asset.layer != layer) continue;
    Json row{{"id", asset.id},
             {"name", asset.name.in(told.state.lang)},
             {"countries", asset.countries},
             {"lat_deg", asset.position.lat_deg},
             {"lon_deg", asset.position.lon_deg}};
    if (layer == Layer::deposit) {
      row["commodity"] = told.dataset.commodities[asset.commodity.value];
      row["amount"] = asset.has_amount ? json_of(asset.mineral_amount) : Json(nullptr);
      row["unit"] = asset.mineral_unit;
    } else if (layer != Layer::facility) {
      row["boe_mmboe"] = asset.has_amount ? json_of(asset.boe_mmboe) : Json(nullptr);
    }
    row["status"] = asset.status;
    row["counted"] = asset.counted;
    row["verified"] = asset.verified;
    row["source_id"] = source_id(told.dataset, asset.source);
    rows.push_back(std::move(row));
  }
  return rows;
}

Json rows_of_lane(const Told& told, Lane lane) {
  Json rows = Json::array();
  for (const Event& event : told.dataset.events)
    if (event.lane == lane)
      rows.push_back({{"id", event.id},
                      {"name", event.title.in(told.state.lang)},
                      {"kind", event.kind},
                      {"group", event.group},
                      {"announced_date", to_text(event.announced)},
                      {"effective_date", event.effective ? Json(to_text(*event.effective)) : Json(nullptr)},
                      {"end_date", event.end ? Json(to_text(*event.end)) : Json(nullptr)},
                      {"verified", event.verified},
                      {"source_id", source_id(told.dataset, event.source)}});
  return rows;
}

Json milestones(const Told& told) {
  Json rows = Json::array();
  for (const Milestone& m : told.dataset.milestones)
    rows.push_back({{"id", m.id},
                    {"name", m.title.in(told.state.lang)},
                    {"date", to_text(m.date)},
                    {"verified", m.verified},
                    {"source_id", source_id(told.dataset, m.source)}});
  return rows;
}

Json claims(const Told& told) {
  Json rows = Json::array();
  for (const Claim& c : told.dataset.claims)
    rows.push_back({{"id", c.id},
                    {"name", c.claim.in(told.state.lang)},
                    {"speaker", c.speaker.in(told.state.lang)},
                    {"verdict", c.verdict},
                    {"reasoning", c.reasoning.in(told.state.lang)},
                    {"verified", c.verified},
                    {"source_id", source_id(told.dataset, c.source)}});
  return rows;
}

Json series(const Told& told) {
  Json rows = Json::array();
  for (const Series& s : told.dataset.series) {
    Json points = Json::array();
    for (const SeriesPoint& p : s.points)
      points.push_back({{"year", p.year},
                        {"value", p.value},
                        {"verified", p.verified},
                        {"source_id", source_id(told.dataset, p.source)}});
    rows.push_back({{"id", s.id},
                    {"name", s.name.in(told.state.lang)},
                    {"country", s.country},
                    {"unit", s.unit},
                    {"source_id", source_id(told.dataset, s.points.empty() ? SourceIx{} : s.points.back().source)},
                    {"points", std::move(points)}});
  }
  return rows;
}

Json steps(const Told& told) {
  Json rows = Json::array();
  for (const Story& story : told.dataset.stories)
    for (const StoryStep& step : story.steps) {
      Json claims = Json::array();
      for (const ClaimIx claim : step.claims) claims.push_back(told.dataset.at(claim).id);
      rows.push_back({{"id", story.id + '/' + step.id},
                      {"name", step.title.in(told.state.lang)},
                      {"chapter", step.chapter},
                      {"state", step.link},
                      {"claims", std::move(claims)},
                      {"source_id", source_id(told.dataset, story.source)}});
    }
  return rows;
}

Json sources(const Told& told) {
  Json rows = Json::array();
  for (const Source& s : told.dataset.sources)
    rows.push_back({{"id", s.id},
                    {"name", s.title},
                    {"publisher", s.publisher},
                    {"date", s.date},
                    {"url", s.url},
                    {"licence", s.licence},
                    {"source_id", s.id}});
  return rows;
}

Result<Json> rows_of(const Told& told, std::string_view kind) {
  if (kind == "provinces") return rows_of_layer(told, Layer::province);
  if (kind == "fields") return rows_of_layer(told, Layer::field);
  if (kind == "deposits") return rows_of_layer(told, Layer::deposit);
  if (kind == "facilities") return rows_of_layer(told, Layer::facility);
  if (kind == "deals") return rows_of_lane(told, Lane::deals);
  if (kind == "sanctions") return rows_of_lane(told, Lane::sanctions);
  if (kind == "milestones") return milestones(told);
  if (kind == "claims") return claims(told);
  if (kind == "series") return series(told);
  if (kind == "steps") return steps(told);
  if (kind == "sources") return sources(told);
  return Fault{"", 0, "list",
               "is none of provinces, fields, deposits, facilities, deals, sanctions, milestones, claims, series, "
               "steps, sources",
               std::string(kind)};
}

}  // namespace

Result<std::string> list_json(const Told& told, std::string_view kind) {
  const Result<Json> rows = rows_of(told, kind);
  if (!rows.ok()) return rows.faults();
  return text_of(*rows);
}

Result<std::string> list_plain(const Told& told, std::string_view kind) {
  const Result<Json> rows = rows_of(told, kind);
  if (!rows.ok()) return rows.faults();
  std::string text;
  for (const Json& row : *rows) text += row["id"].get<std::string>() + "  " + row["name"].get<std::string>() + '\n';
  return text;
}

}  // namespace atlas
