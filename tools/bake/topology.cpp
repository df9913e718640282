#include "topology.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <set>

namespace atlas::bake {
namespace {

using nlohmann::json;

// Countries whose every land border is disputed, as Natural Earth 4.1 names them.
const std::set<std::string> kDisputed = {"Kosovo",     "W. Sahara", "N. Cyprus",
                                         "Somaliland", "Palestine", "Siachen Glacier"};

// Border arcs inside these boxes are disputed whatever countries they part: west, south, east, north.
struct Box {
  double west, south, east, north;
};
constexpr std::array<Box, 2> kDisputedBoxes = {{{32.0, 45.0, 37.0, 46.4},    // Crimea
                                                {73.0, 32.3, 80.5, 37.2}}};  // Kashmir, Aksai Chin

void collect_arcs(const json& value, std::vector<int>& arcs) {
  if (value.is_number_integer()) {
    const int arc = value.get<int>();
    arcs.push_back(arc < 0 ? ~arc : arc);
  } else {
    for (const json& inner : value) collect_arcs(inner, arcs);
  }
}

Line ring_line(const std::vector<Line>& arcs, const std::vector<int>& numbers) {
  Line points;
  for (const int number : numbers) {
    Line part = arcs[static_cast<std::size_t>(number < 0 ? ~number : number)];
    if (number < 0) std::reverse(part.begin(), part.end());
    points.insert(points.end(), part.begin() + (points.empty() ? 0 : 1), part.end());
  }
  return points;
}

bool within(const Line& line, const Box& box) {
  return std::all_of(line.begin(), line.end(), [&](LonLat p) {
    return p.lon_deg > box.west && p.lon_deg < box.east && p.lat_deg > box.south && p.lat_deg < box.north;
  });
}

void thin_between(const std::vector<glm::dvec3>& world, const Line& line, const Coarseness& coarseness,
                  std::size_t first, std::size_t last, std::vector<bool>& keep) {
  if (last - first < 2) return;
  const glm::dvec3 chord = world[last] - world[first];
  const double length2 = glm::dot(chord, chord);
  double most = 0.0;
  std::size_t farthest = first;
  for (std::size_t i = first + 1; i < last; ++i) {
    const glm::dvec3 way = world[i] - world[first];
    const double t = length2 > 0.0 ? std::clamp(glm::dot(way, chord) / length2, 0.0, 1.0) : 0.0;
    const double excess = glm::length(way - chord * t) * kEarthRadius_km / tolerance_km(coarseness, line[i].lat_deg);
    if (excess > most) {
      most = excess;
      farthest = i;
    }
  }
  if (most <= 1.0) return;
  keep[farthest] = true;
  thin_between(world, line, coarseness, first, farthest, keep);
  thin_between(world, line, coarseness, farthest, last, keep);
}

double between(double south, double arctic, double lat_deg) {
  return south + (arctic - south) * std::clamp((lat_deg - 20.0) / 35.0, 0.0, 1.0);
}

}  // namespace

double tolerance_km(const Coarseness& coarseness, double lat_deg) {
  return between(coarseness.south_km, coarseness.arctic_km, lat_deg);
}

Line thinned(const Line& line, const Coarseness& coarseness) {
  if (line.size() < 3) return line;
  std::vector<glm::dvec3> world;
  for (const LonLat point : line) world.push_back(to_world(point));
  std::vector<bool> keep(line.size(), false);
  keep.front() = keep.back() = true;
  std::size_t middle = 0;
  if (line.front() == line.back()) {  // an island of one arc: its farthest point stays too
    for (std::size_t i = 1; i < line.size(); ++i) {
      if (glm::length(world[i] - world[0]) > glm::length(world[middle] - world[0])) middle = i;
    }
    keep[middle] = true;
  }
  thin_between(world, line, coarseness, 0, middle, keep);
  thin_between(world, line, coarseness, middle, line.size() - 1, keep);
  Line result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (keep[i]) result.push_back(line[i]);
  }
  return result;
}

Result<Topology> read_topology(const std::string& text) {
  const json root = json::parse(text, nullptr, false);
  if (root.is_discarded() || !root.contains("arcs") || !root.contains("transform")) {
    return Fault{.file = "world-atlas", .line = 0, .column = {}, .what = "this is no quantised TopoJSON", .value = {}};
  }
  Topology topology;
  const auto scale = root["transform"]["scale"].get<std::array<double, 2>>();
  const auto translate = root["transform"]["translate"].get<std::array<double, 2>>();
  for (const json& arc : root["arcs"]) {
    Line line;
    double x = 0.0;
    double y = 0.0;
    for (const json& step : arc) {
      x += step[0].get<double>();
      y += step[1].get<double>();
      line.push_back({x * scale[0] + translate[0], std::clamp(y * scale[1] + translate[1], -90.0, 90.0)});
    }
    topology.arcs.push_back(std::move(line));
  }
  for (const json& geometry : root["objects"]["land"]["geometries"]) {
    const json& arcs = geometry["arcs"];
    if (geometry["type"] == "Polygon") {
      topology.land.push_back(arcs.get<std::vector<std::vector<int>>>());
    } else {
      for (const json& polygon : arcs) topology.land.push_back(polygon.get<std::vector<std::vector<int>>>());
    }
  }
  for (const json& geometry : root["objects"]["countries"]["geometries"]) {
    Topology::Country country;
    country.name = geometry["properties"].value("name", "");
    if (geometry.contains("arcs")) collect_arcs(geometry["arcs"], country.arcs);
    topology.countries.push_back(std::move(country));
  }
  return topology;
}

std::vector<Ring> small_side_left(Line points) {
  auto ring = Ring::from_points(std::move(points));
  if (!ring.ok()) return {};
  const bool left_is_small = area_km2(ring.value()) < 0.5 * kGlobeArea_km2;
  return {left_is_small ? ring.value() : reversed(ring.value())};
}

Region land_of(const Topology& topology, const Coarseness& coarseness) {
  std::vector<Line> arcs;
  for (const Line& arc : topology.arcs) arcs.push_back(thinned(arc, coarseness));
  Region region;
  for (const auto& polygon : topology.land) {
    std::vector<Ring> rings;
    for (const auto& numbers : polygon) {
      for (Ring& ring : small_side_left(ring_line(arcs, numbers))) {
        const double least = between(coarseness.least_south_km2, coarseness.least_arctic_km2, ring.points()[0].lat_deg);
        if (area_km2(ring) >= least) rings.push_back(std::move(ring));
      }
      if (rings.empty()) break;  // an island that is too small takes its holes with it
    }
    if (rings.empty()) continue;
    Polygon made{rings.front(), {}};
    for (std::size_t i = 1; i < rings.size(); ++i) made.holes.push_back(reversed(rings[i]));
    region.push_back(std::move(made));
  }
  return region;
}

std::vector<Border> borders_of(const Topology& topology, const Coarseness& coarseness) {
  std::vector<std::set<std::size_t>> users(topology.arcs.size());
  for (std::size_t c = 0; c < topology.countries.size(); ++c) {
    for (const int arc : topology.countries[c].arcs) users[static_cast<std::size_t>(arc)].insert(c);
  }
  std::vector<Border> borders;
  for (std::size_t arc = 0; arc < topology.arcs.size(); ++arc) {
    if (users[arc].size() < 2) continue;
    const Line& line = topology.arcs[arc];
    const bool disputed =
        std::any_of(users[arc].begin(), users[arc].end(),
                    [&](std::size_t c) { return kDisputed.count(topology.countries[c].name) != 0; }) ||
        std::any_of(kDisputedBoxes.begin(), kDisputedBoxes.end(), [&](const Box& box) { return within(line, box); });
    borders.push_back({.line = thinned(line, coarseness), .disputed = disputed});
  }
  return borders;
}

}  // namespace atlas::bake
