#include "data/geojson.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/text.h"
#include "data/counting_iterator.h"
#include "geo/crossing.h"
#include "geo/polar_plane.h"
#include "geo/region_cut.h"

namespace atlas {
namespace {

using Json = nlohmann::ordered_json;  // as the report: one reader in the program
using Points = std::vector<LonLat>;

constexpr int kMaxDepth = 16;  // a FeatureCollection of MultiPolygons nests 9 deep
// Joining what was cut at 180 degrees takes time and memory with the square of these: outlines have tens.
constexpr size_t kMostRings = 1000;
constexpr size_t kMostPointsOnCut = 1000;
constexpr int kMostVisits = 16;

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
    faults_.push_back({file_, line_, id_, std::move(what), std::move(value)});
    clean_ = false;
  }
  void begin(std::string id, int line) {
    id_ = std::move(id);
    line_ = line;
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
    if (clean_) edges(points, what);
    return points;
  }
  /// All rings of one polygon, outer ring first.
  void polygon(const Json& json, std::vector<Points>& pieces) {
    if (!json.is_array() || json.empty()) return fault("a polygon has no rings");
    bool outer = true;
    for (const Json& ring : json) {
      Points run = points(ring, 4, "a ring");
      if (clean_ && !(run.front() == run.back())) fault("a ring is not closed");
      // A hole may run either way; what lies outside of all rings must not become the inside.
      if (clean_ && outer && twice_plane_area(run) <= 0) fault("a ring runs clockwise", place(run.front()));
      outer = false;
      pieces.push_back(std::move(run));
    }
  }
  /// Are there more of anything than an outline may have?
  void limits(const std::vector<Points>& pieces) {
    std::map<std::pair<double, double>, int> visits;
    size_t on_cut = 0;
    for (const Points& piece : pieces)
      for (const LonLat at : piece) {
        if (std::abs(at.lon_deg) == 180 || std::abs(at.lat_deg) == 90) ++on_cut;
        const bool is_pole = std::abs(at.lat_deg) == 90;
        if (!is_pole && ++visits[{at.lon_deg, at.lat_deg}] == kMostVisits)
          return fault("rings come to one point too often", place(at));
      }
    if (pieces.size() > kMostRings) return fault("has too many rings", std::to_string(pieces.size()));
    if (on_cut > kMostPointsOnCut) return fault("has too many points at 180 degrees", std::to_string(on_cut));
  }

 private:
  static std::string place(LonLat at) { return fixed(at.lon_deg, 3, true) + ' ' + fixed(at.lat_deg, 3, true); }

  /// Positive if the run goes counter-clockwise about its inside, seen from above the pole.
  static double twice_plane_area(const Points& run) {
    double sum = 0;
    for (size_t i = 0; i + 1 < run.size(); ++i) {
      const auto a = to_plane(run[i]), b = to_plane(run[i + 1]);
      sum += a.x * b.y - b.x * a.y;
    }
    return sum;
  }

  /// Edges are great circles: one of 180 degrees of longitude or more would not go where the file means it to.
  void edges(const Points& run, const char* what) {
    for (size_t i = 0; i + 1 < run.size(); ++i) {
      if (std::abs(run[i].lat_deg) == 90 || std::abs(run[i + 1].lat_deg) == 90) continue;
      const double span_deg = std::abs(run[i + 1].lon_deg - run[i].lon_deg);
      if (span_deg < 180) continue;
      const std::string where = place(run[i]) + " to " + place(run[i + 1]);
      if (span_deg == 180) return fault(std::string(what) + " runs over the pole without a point on it", where);
      return fault(std::string(what) + " crosses 180 degrees uncut", where);
    }
  }

  std::string file_;
  Faults& faults_;
  std::string id_;
  int line_ = 0;
  bool clean_ = true;
};

struct Features {
  Json list = Json::array();
  std::vector<int> lines;  ///< where each begins
  int line_of(size_t i) const { return i < lines.size() ? lines[i] : 0; }
};

/// The features of a collection; none and a fault if the text isn't one.
Features features_of(std::string_view file, std::string_view text, Faults& faults) {
  Features features;
  int deepest = 0, line = 1;
  std::string key;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
    deepest = std::max(deepest, depth);
    if (event == Json::parse_event_t::key && depth == 1) key = value.get<std::string>();
    if (event == Json::parse_event_t::object_start && depth == 2 && key == "features") features.lines.push_back(line);
    return depth <= kMaxDepth;
  };
  const CountingIterator begin{text.data(), &line}, end{text.data() + text.size(), &line};
  Json json = Json::parse(begin, end, watch, false);
  if (json.is_discarded() || deepest > kMaxDepth) {
    const bool broken = !is_valid_utf8(text);
    faults.push_back({std::string(file), line, {}, broken ? "broken UTF-8" : "is not valid JSON", {}});
    return {};
  }
  if (text_of(json, "type") != "FeatureCollection" || !member(json, "features").is_array()) {
    faults.push_back({std::string(file), 1, {}, "is not a FeatureCollection", {}});
    return {};
  }
  features.list = std::move(json["features"]);
  return features;
}

std::string id_of(const Json& feature) {
  std::string id = text_of(feature, "id");
  return id.empty() ? text_of(member(feature, "properties"), "id") : id;
}

Region region_of(Reader& reader, const std::vector<Points>& pieces) {
  std::vector<Ring> rings = join_cut_rings(pieces);
  if (rings.empty()) reader.fault("nothing is left of the outline after joining it at 180 degrees");
  if (!reader.clean()) return {};
  Region region = to_region(std::move(rings));
  if (const std::optional<LonLat> at = crossing_of(region))
    reader.fault("a ring crosses itself or another", fixed(at->lon_deg, 3, true) + ' ' + fixed(at->lat_deg, 3, true));
  return region;
}

}  // namespace

std::vector<OutlineFeature> read_outlines(std::string_view file, std::string_view text, Faults& faults) {
  std::vector<OutlineFeature> outlines;
  Reader reader(file, faults);
  const Features features = features_of(file, text, faults);
  for (size_t i = 0; i < features.list.size(); ++i) {
    const Json& feature = features.list[i];
    OutlineFeature outline{id_of(feature), {}, features.line_of(i)};
    reader.begin(outline.id, outline.line);
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
    if (reader.clean()) reader.limits(pieces);
    if (reader.clean()) outline.region = region_of(reader, pieces);
    if (reader.clean()) outlines.push_back(std::move(outline));
  }
  return outlines;
}

std::vector<LineFeature> read_lines(std::string_view file, std::string_view text, Faults& faults) {
  std::vector<LineFeature> lines;
  Reader reader(file, faults);
  const Features features = features_of(file, text, faults);
  for (size_t i = 0; i < features.list.size(); ++i) {
    const Json& feature = features.list[i];
    const Json& properties = member(feature, "properties");
    LineFeature out;
    out.line.id = id_of(feature);
    out.source_line = features.line_of(i);
    reader.begin(out.line.id, out.source_line);
    if (!is_id(out.line.id)) reader.fault("a feature has no id", out.line.id);
    out.line.kind = text_of(properties, "kind");
    bool known = false;
    for (const char* kind : {"pipeline", "route", "limit", "boundary", "ice-edge"})
      known = known || out.line.kind == kind;
    if (!known) reader.fault("kind is none of: pipeline, route, limit, boundary, ice-edge", out.line.kind);
    out.line.name = {text_of(properties, "name_en"), text_of(properties, "name_ru")};
    if (out.line.name.en.empty() != out.line.name.ru.empty())
      reader.fault(out.line.name.ru.empty() ? "name_ru is empty, but name_en is not"
                                            : "name_en is empty, but name_ru is not");
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
