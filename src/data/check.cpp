#include "data/check.h"

#include <algorithm>
#include <tuple>

#include "base/sort_stably.h"
#include "data/check_steps.h"

namespace atlas {

void CheckContext::fault(const RowHead& head, std::string column, std::string what, std::string value) {
  faults.push_back(head.fault(std::move(column), std::move(what), std::move(value)));
}

void CheckContext::warn(const RowHead& head, std::string column, std::string what, std::string value) {
  warnings.push_back(head.fault(std::move(column), std::move(what), std::move(value)));
}

void CheckContext::take_id(const RowHead& head) {
  if (head.id.empty()) return;
  const auto [found, fresh] = place_of_id.emplace(head.id, head.file + ":" + std::to_string(head.line));
  if (!fresh) fault(head, "id", "is already the id of " + found->second, head.id);
}

SourceIx CheckContext::source(const RowHead& head) { return source(head, head.source_id); }

SourceIx CheckContext::source(const RowHead& head, std::string_view source_id) {
  if (texts_to_come) return {};  // sources are texts
  const auto found = source_by_id.find(source_id);
  if (found != source_by_id.end()) return found->second;
  if (!source_id.empty()) fault(head, "source_id", "unknown source", std::string(source_id));
  return {};
}

std::vector<AssetIx> CheckContext::assets(const RowHead& head, const std::vector<std::string>& ids) {
  std::vector<AssetIx> found;
  for (const std::string& id : ids) {
    if (const std::optional<AssetIx> asset = data.find_asset(id)) {
      found.push_back(*asset);
    } else {
      fault(head, "asset_ids", "unknown asset", id);
    }
  }
  return found;
}

CommodityIx CheckContext::commodity(const std::string& name) {
  const auto found = std::find(data.commodities.begin(), data.commodities.end(), name);
  if (found != data.commodities.end()) return CommodityIx{static_cast<size_t>(found - data.commodities.begin())};
  data.commodities.push_back(name);
  return CommodityIx{data.commodities.size() - 1};
}

void check_sources(CheckContext& c, const Tables& tables) {
  for (const SourceRow& row : tables.sources) {
    c.take_id(row.head);
    c.source_by_id.emplace(row.head.id, SourceIx{c.data.sources.size()});
    c.data.sources.push_back(row.source);
  }
}

Result<Dataset> check(const DataFiles& files) {
  CheckContext c;
  c.texts_to_come = !files.sha256_of_whole.empty();
  const Tables tables = read_tables(files, c.faults);
  const auto geojson = [&](const char* name) -> std::string_view {
    const auto found = files.text_by_name.find(name);
    if (found != files.text_by_name.end()) return found->second;
    c.faults.push_back({name, 0, {}, "file is missing", {}});
    return "{\"type\":\"FeatureCollection\",\"features\":[]}";
  };
  const std::vector<OutlineFeature> outlines =
      read_outlines("provinces.geojson", geojson("provinces.geojson"), c.faults);
  const std::vector<LineFeature> lines = read_lines("lines.geojson", geojson("lines.geojson"), c.faults);

  check_sources(c, tables);
  check_assets(c, tables);
  check_outlines(c, tables, outlines);
  check_parts(c, tables);
  check_ownership(c, tables);
  check_events(c, tables);
  check_effects(c, tables);
  check_record(c, tables, lines);
  check_stories(c, files);

  const auto by_place = [](const Fault& a, const Fault& b) {
    return std::tie(a.file, a.line) < std::tie(b.file, b.line);
  };
  sort_stably(c.faults, by_place);
  sort_stably(c.warnings, by_place);
  if (!c.faults.empty()) return c.faults;

  c.data.has_texts = !c.texts_to_come;
  c.data.sha256 = c.texts_to_come ? files.sha256_of_whole : data_sha256(files);
  return Result<Dataset>(std::move(c.data), std::move(c.warnings));
}

}  // namespace atlas
