// Checks what is on record beside assets and events: milestones, claims, series, places, lines, meta.
#include <algorithm>

#include "data/check_steps.h"

namespace atlas {
namespace {

void add_series(CheckContext& c, const SeriesRow& row) {
  auto found = std::find_if(c.data.series.begin(), c.data.series.end(),
                            [&](const Series& series) { return series.id == row.head.id; });
  if (found == c.data.series.end()) {
    c.take_id(row.head);
    c.data.series.push_back({row.head.id, row.name, row.country, row.unit, {}});
    found = std::prev(c.data.series.end());
  }
  if (found->unit != row.unit) c.fault(row.head, "unit", "differs from the series' first row", row.unit);
  SeriesPoint point = row.point;
  point.source = c.source(row.head);
  found->points.push_back(std::move(point));
}

void check_meta(CheckContext& c, const Tables& tables) {
  bool has_as_of = false;
  for (const MetaRow& row : tables.meta) {
    if (row.key == "version") c.data.version = row.value;
    if (row.key != "as_of") continue;
    has_as_of = true;
    if (const std::optional<Date> date = Date::parse(row.value)) {
      c.data.as_of = *date;
    } else {
      c.fault(row.head, "value", "is not a date (YYYY-MM-DD)", row.value);
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
  for (const SeriesRow& row : tables.series) add_series(c, row);
  for (Series& series : c.data.series)
    std::stable_sort(series.points.begin(), series.points.end(),
                     [](const SeriesPoint& a, const SeriesPoint& b) { return a.year < b.year; });
  for (const PlaceRow& row : tables.places) {
    c.take_id(row.head);
    c.source(row.head);
    c.data.places.push_back(row.place);
  }
  for (const LineFeature& feature : lines) {
    const RowHead head{"lines.geojson", 0, feature.line.id, feature.source_id, feature.line.verified};
    c.take_id(head);
    MapLine line = feature.line;
    line.source = c.source(head);
    c.data.lines.push_back(std::move(line));
  }
  check_meta(c, tables);
}

}  // namespace atlas
