#include "ground.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "geo/great_circle.h"
#include "geo/triangulate.h"

namespace atlas::bake {
namespace {

using nlohmann::json;

BasePoint base_point(LonLat point) {
  const glm::dvec3 in_world = to_world(point);
  return to_base_point(in_world.x, in_world.y, in_world.z);
}

Ring mirrored(const Ring& ring) {
  Line points(ring.points().rbegin(), ring.points().rend());
  for (LonLat& point : points) point.lat_deg = -point.lat_deg;
  return Ring::from_points(std::move(points)).value();
}

// As many points as triangulate() makes of the ring.
uint32_t point_count(const Ring& ring, double max_edge_deg) {
  std::size_t count = 0;
  const auto points = ring.points();
  for (std::size_t i = 0; i < points.size(); ++i) {
    count += subdivided(points[i], points[(i + 1) % points.size()], max_edge_deg).size() - 1;
  }
  return static_cast<uint32_t>(count);
}

void append(BaseMesh& mesh, const Polygon& polygon, double max_edge_deg) {
  // The polar plane stretches islands off Antarctica out of shape, too.
  const auto points = polygon.outer.points();
  const bool southern = contains(polygon.outer, {0.0, -90.0}) ||
                        std::all_of(points.begin(), points.end(), [](LonLat p) { return p.lat_deg < -56.0; });
  Polygon upright = polygon;
  if (southern) {
    upright.outer = mirrored(polygon.outer);
    for (Ring& hole : upright.holes) hole = mirrored(hole);
  }
  const uint32_t base = static_cast<uint32_t>(mesh.points.size());
  const Mesh2 part = triangulate_outline(upright, max_edge_deg);
  for (LonLat point : part.points) {
    if (southern) point.lat_deg = -point.lat_deg;
    mesh.points.push_back(base_point(point));
  }
  for (std::size_t i = 0; i + 2 < part.triangles.size(); i += 3) {
    mesh.triangles.push_back(base + part.triangles[i]);
    mesh.triangles.push_back(base + part.triangles[i + (southern ? 2 : 1)]);
    mesh.triangles.push_back(base + part.triangles[i + (southern ? 1 : 2)]);
  }
  uint32_t first = base;
  const auto outline = [&](const Ring& ring) {
    const uint32_t count = point_count(ring, max_edge_deg);
    mesh.outlines.push_back({.first = first, .count = count});
    first += count;
  };
  outline(upright.outer);
  for (const Ring& hole : upright.holes) outline(hole);
}

Line line_of(const json& coordinates) {
  Line line;
  for (const json& point : coordinates) line.push_back({point[0].get<double>(), point[1].get<double>()});
  return line;
}

void put_on_grid(std::vector<BasePoint>& points, int grid) {
  const auto on_grid = [&](int32_t v) {
    return static_cast<int32_t>(std::lround(static_cast<double>(v) / grid)) * grid;
  };
  for (BasePoint& point : points) point = {on_grid(point.x), on_grid(point.y)};
}

BaseLine base_line(uint8_t kind, const Line& line, int grid) {
  BaseLine result{.kind = kind, .points = {}};
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i == 0) {
      result.points.push_back(base_point(line[0]));
      continue;
    }
    const auto way = subdivided(line[i - 1], line[i], kMaxEdge_deg);
    for (std::size_t k = 1; k < way.size(); ++k) result.points.push_back(base_point(way[k]));
  }
  put_on_grid(result.points, grid);
  return result;
}

void append_polygon(Region& region, const json& rings) {
  std::vector<Ring> made;
  for (const json& ring : rings) {
    for (Ring& whole : small_side_left(line_of(ring))) made.push_back(std::move(whole));
    if (made.empty()) return;
  }
  Polygon polygon{made.front(), {}};
  for (std::size_t i = 1; i < made.size(); ++i) polygon.holes.push_back(reversed(made[i]));
  region.push_back(std::move(polygon));
}

void append_polygons(Region& region, const json& value) {
  const std::string type = value.value("type", "");
  if (type == "FeatureCollection") {
    for (const json& feature : value["features"]) append_polygons(region, feature["geometry"]);
  } else if (type == "Polygon") {
    append_polygon(region, value["coordinates"]);
  } else if (type == "MultiPolygon") {
    for (const json& polygon : value["coordinates"]) append_polygon(region, polygon);
  }
}

Fault no_geojson() {
  return {.file = "assets/base", .line = 0, .column = {}, .what = "this is no GeoJSON", .value = {}};
}

}  // namespace

BaseMesh mesh_of(const Region& region, int grid, double max_edge_deg) {
  BaseMesh mesh;
  for (const Polygon& polygon : region) append(mesh, polygon, max_edge_deg);
  put_on_grid(mesh.points, grid);
  return mesh;
}

Region thinned(const Region& region, const Coarseness& coarseness) {
  const auto thin = [&](const Ring& ring) {
    Line points(ring.points().begin(), ring.points().end());
    points.push_back(points.front());
    points = thinned(points, coarseness);
    points.pop_back();
    return Ring::from_points(std::move(points));
  };
  Region result;
  for (const Polygon& polygon : region) {
    auto outer = thin(polygon.outer);
    if (!outer.ok()) continue;
    Polygon made{std::move(outer).value(), {}};
    for (const Ring& hole : polygon.holes)
      if (auto ring = thin(hole); ring.ok()) made.holes.push_back(std::move(ring).value());
    result.push_back(std::move(made));
  }
  return result;
}

std::vector<BaseLine> lines_of(const std::vector<Border>& borders, int grid) {
  std::vector<BaseLine> lines;
  for (const Border& border : borders) lines.push_back(base_line(border.disputed ? 1 : 0, border.line, grid));
  return lines;
}

Result<Region> polygons_of_geojson(const std::string& text) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object()) return no_geojson();
  Region region;
  append_polygons(region, root);
  return region;
}

Result<std::vector<BaseLine>> rivers_of_geojson(const std::string& text, int grid) {
  const json root = json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("features")) return no_geojson();
  std::vector<BaseLine> lines;
  for (const json& feature : root["features"]) {
    const uint8_t rank = feature["properties"].value("scalerank", uint8_t{9});
    for (const json& part : feature["geometry"]["coordinates"]) lines.push_back(base_line(rank, line_of(part), grid));
  }
  return lines;
}

}  // namespace atlas::bake
