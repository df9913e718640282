#include "data/geojson.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/text.h"
#include "geo/region_cut.h"

namespace atlas {
namespace {

using Json = nlohmann::json;
using Points = std::vector<LonLat>;

constexpr int kMaxDepth = 16;  // a FeatureCollection of MultiPolygons nests 9 deep

/// A member, or a null that answers every further question with no.
const Json& member(const Json& object, const char* name) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(name);
  return found == object.end() ? kNull : *found;
}

std::string text_of(const Json& object, const char* name) {
  const Json& value = member(object, name);
  return value.is_string() ? value.get<std::string>() : std::string();
}

/// Collects faults of one feature.
class Reader {
 public:
  Reader(std::string_view file, Faults& faults) : file_(file), faults_(faults) {}

  void fault(std::string what, std::string value = {}) {
    faults_.push_back({file_, 0, id_, std::move(what), std::move(value)});
    clean_ = false;
  }
  void begin(std::string id) {
    id_ = std::move(id);
    clean_ = true;
  }
  bool clean() const { return clean_; }

  std::optional<LonLat> point(const Json& json) {
    if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) {
      fault("a position is not [longitude, latitude]");
      return std::nullopt;
    }
    const LonLat at{json[0].get<double>(), json[1].get<double>()};
    if (!std::isfinite(at.lon_deg) || !std::isfinite(at.lat_deg) || std::abs(at.lon_deg) > 180 ||
        std::abs(at.lat_deg) > 90) {
      fault("a position is outside [-180, 180] or [-90, 90]",
            fixed(at.lon_deg, 3, true) + " " + fixed(at.lat_deg, 3, true));
      return std::nullopt;
    }
    return at;
  }
  Points points(const Json& json, size_t at_least, const char* what) {
    Points points;
    if (!json.is_array()) {
      fault(std::string(what) + " is not a list of positions");
      return points;
    }
    for (const Json& p : json)
      if (const std::optional<LonLat> at = point(p)) points.push_back(*at);
    if (clean_ && points.size() < at_least)
      fault(std::string(what) + " has fewer than " + std::to_string(at_least) + " points",
            std::to_string(points.size()));
    return points;
  }
  /// All rings of one polygon, outer ring first.
  void polygon(const Json& json, std::vector<Points>& pieces) {
    if (!json.is_array() || json.empty()) return fault("a polygon has no rings");
    for (const Json& ring : json) {
      Points run = points(ring, 4, "a ring");
      if (clean_ && !(run.front() == run.back())) fault("a ring is not closed");
      pieces.push_back(std::move(run));
    }
  }

 private:
  std::string file_;
  Faults& faults_;
  std::string id_;
  bool clean_ = true;
};

/// The features of a collection; none and a fault if the text isn't one.
Json features_of(std::string_view file, std::string_view text, Faults& faults) {
  int deepest = 0;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    deepest = depth > deepest ? depth : deepest;
    return depth <= kMaxDepth;
  };
  Json json = Json::parse(text.begin(), text.end(), watch, false);
  if (json.is_discarded() || deepest > kMaxDepth) {
    faults.push_back({std::string(file), 0, {}, "is not valid JSON", {}});
    return Json::array();
  }
  const Json& features = member(json, "features");
  if (text_of(json, "type") != "FeatureCollection" || !features.is_array()) {
    faults.push_back({std::string(file), 0, {}, "is not a FeatureCollection", {}});
    return Json::array();
  }
  return features;
}

std::string id_of(const Json& feature) {
  std::string id = text_of(feature, "id");
  return id.empty() ? text_of(member(feature, "properties"), "id") : id;
}

Region region_of(Reader& reader, const std::vector<Points>& pieces) {
  std::vector<Ring> rings = join_cut_rings(pieces);
  if (rings.empty()) reader.fault("nothing is left of the outline after joining it at 180 degrees");
  return reader.clean() ? to_region(std::move(rings)) : Region{};
}

}  // namespace

std::vector<OutlineFeature> read_outlines(std::string_view file, std::string_view text, Faults& faults) {
  std::vector<OutlineFeature> outlines;
  Reader reader(file, faults);
  for (const Json& feature : features_of(file, text, faults)) {
    OutlineFeature outline{id_of(feature), {}};
    reader.begin(outline.id);
    if (!is_id(outline.id)) reader.fault("a feature has no id", outline.id);
    const Json& geometry = member(feature, "geometry");
    const Json& coordinates = member(geometry, "coordinates");
    const std::string type = text_of(geometry, "type");
    std::vector<Points> pieces;
    if (type == "Polygon") {
      reader.polygon(coordinates, pieces);
    } else if (type == "MultiPolygon" && coordinates.is_array()) {
      for (const Json& polygon : coordinates) reader.polygon(polygon, pieces);
    } else {
      reader.fault("geometry is not a Polygon or MultiPolygon", type);
    }
    if (reader.clean()) outline.region = region_of(reader, pieces);
    if (reader.clean()) outlines.push_back(std::move(outline));
  }
  return outlines;
}

std::vector<LineFeature> read_lines(std::string_view file, std::string_view text, Faults& faults) {
  std::vector<LineFeature> lines;
  Reader reader(file, faults);
  for (const Json& feature : features_of(file, text, faults)) {
    const Json& properties = member(feature, "properties");
    LineFeature out;
    out.line.id = id_of(feature);
    reader.begin(out.line.id);
    if (!is_id(out.line.id)) reader.fault("a feature has no id", out.line.id);
    out.line.kind = text_of(properties, "kind");
    bool known = false;
    for (const char* kind : {"pipeline", "route", "limit", "boundary", "ice-edge"})
      known = known || out.line.kind == kind;
    if (!known) reader.fault("kind is none of: pipeline, route, limit, boundary, ice-edge", out.line.kind);
    out.line.name = {text_of(properties, "name_en"), text_of(properties, "name_ru")};
    out.line.status = text_of(properties, "status");
    out.line.note = text_of(properties, "note_en");
    const Json& verified = member(properties, "verified");
    out.line.verified = verified.is_boolean() ? verified.get<bool>() : text_of(properties, "verified") == "yes";
    out.source_id = text_of(properties, "source_id");
    if (out.source_id.empty()) reader.fault("source_id is empty (who says so?)");
    const Json& geometry = member(feature, "geometry");
    const Json& coordinates = member(geometry, "coordinates");
    const std::string type = text_of(geometry, "type");
    if (type == "LineString") {
      out.line.lines.push_back(reader.points(coordinates, 2, "a line"));
    } else if (type == "MultiLineString" && coordinates.is_array()) {
      for (const Json& line : coordinates) out.line.lines.push_back(reader.points(line, 2, "a line"));
    } else {
      reader.fault("geometry is not a LineString or MultiLineString", type);
    }
    if (reader.clean()) lines.push_back(std::move(out));
  }
  return lines;
}

}  // namespace atlas
