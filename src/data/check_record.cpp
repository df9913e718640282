// Checks what is on record beside assets and events: milestones, claims, series, places, lines, meta.
#include <algorithm>
#include <map>
#include <set>

#include "base/sort_stably.h"
#include "data/check_steps.h"

namespace atlas {
namespace {

void add_series(CheckContext& c, const Tables& tables) {
  std::map<std::string, size_t> place_of;
  std::set<std::pair<std::string, int>> years;
  for (const SeriesRow& row : tables.series) {
    const auto [place, fresh] = place_of.emplace(row.head.id, c.data.series.size());
    if (fresh) {
      c.take_id(row.head);
      c.data.series.push_back({row.head.id, row.name, row.country, row.unit, {}});
    }
    Series& series = c.data.series[place->second];
    if (series.unit != row.unit) c.fault(row.head, "unit", "differs from the series' first row", row.unit);
    if (row.point.year != 0 && !years.insert({row.head.id, row.point.year}).second)
      c.fault(row.head, "year", "stands twice in " + row.head.id, std::to_string(row.point.year));
    SeriesPoint point = row.point;
    point.source = c.source(row.head);
    series.points.push_back(std::move(point));
  }
}

void check_meta(CheckContext& c, const Tables& tables) {
  bool has_as_of = false;
  std::set<std::string> keys;
  for (const MetaRow& row : tables.meta) {
    if (!keys.insert(row.key).second) c.fault(row.head, "key", "stands twice", row.key);
    if (row.key == "version") c.data.version = row.value;
    if (row.key != "as_of") continue;
    has_as_of = true;
    const std::optional<Date> date = Date::parse(row.value);
    if (!date) {
      c.fault(row.head, "value", "is not a date (YYYY-MM-DD)", row.value);
    } else if (date->ymd().year < kEarliestYear || date->ymd().year > kLatestYear) {
      c.fault(row.head, "value", "is no day on which data can stand", row.value);
    } else {
      c.data.as_of = *date;
    }
  }
  if (!has_as_of) c.faults.push_back({"meta.csv", 0, "key", "there is no as_of", {}});
  if (c.data.version.empty()) c.faults.push_back({"meta.csv", 0, "key", "there is no version", {}});
}

}  // namespace

void check_record(CheckContext& c, const Tables& tables, const std::vector<LineFeature>& lines) {
  for (const MilestoneRow& row : tables.milestones) {
    c.take_id(row.head);
    c.data.milestones.push_back({row.head.id, row.date, row.precision, row.title, row.summary, row.kind, row.position,
                                 c.assets(row.head, row.asset_ids), c.source(row.head), row.head.verified});
  }
  for (const ClaimRow& row : tables.claims) {
    c.take_id(row.head);
    Claim claim = row.claim;
    claim.assets = c.assets(row.head, row.asset_ids);
    claim.source = c.source(row.head);
    c.data.claims.push_back(std::move(claim));
  }
  add_series(c, tables);
  for (Series& series : c.data.series)
    sort_stably(series.points, [](const SeriesPoint& a, const SeriesPoint& b) { return a.year < b.year; });
  for (const PlaceRow& row : tables.places) {
    c.take_id(row.head);
    c.source(row.head);
    c.data.places.push_back(row.place);
  }
  for (const LineFeature& feature : lines) {
    const RowHead head{"lines.geojson", feature.source_line, feature.line.id, feature.source_id, feature.line.verified};
    c.take_id(head);
    MapLine line = feature.line;
    line.source = c.source(head);
    c.data.lines.push_back(std::move(line));
  }
  check_meta(c, tables);
}

}  // namespace atlas
