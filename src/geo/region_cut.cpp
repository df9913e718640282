#include "geo/region_cut.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/geometric.hpp>
#include <map>
#include <optional>
#include <utility>

#include "geo/great_circle.h"
#include "geo/polar_plane.h"

namespace atlas {
namespace {

constexpr double kArcStep_deg = 0.5;

// ---- the part north of a parallel ----

// A run of points north of the parallel; the first and the last lie on it.
struct Chain {
  std::vector<LonLat> points;
  bool used = false;
};

// Where the edge between two points on different sides meets the parallel.
LonLat crossing(LonLat south, LonLat north, double lat_deg) {
  const glm::dvec3 a = to_world(south);
  const glm::dvec3 b = to_world(north);
  double low = 0.0;
  double high = 1.0;
  for (int i = 0; i < 54; ++i) {
    const double middle = 0.5 * (low + high);
    (to_lon_lat(interpolate(a, b, middle)).lat_deg > lat_deg ? high : low) = middle;
  }
  return {to_lon_lat(interpolate(a, b, low)).lon_deg, lat_deg};
}

// The edge's northernmost (or southernmost) point, if it is not one of its ends.
std::optional<LonLat> extreme_between(LonLat from, LonLat to, bool northernmost) {
  const glm::dvec3 a = to_world(from);
  const glm::dvec3 b = to_world(to);
  const glm::dvec3 axis = glm::cross(a, b);
  if (glm::length(axis) < 1e-12) return std::nullopt;
  const glm::dvec3 n = glm::normalize(axis);
  glm::dvec3 top = glm::dvec3(0.0, 0.0, 1.0) - n * n.z;
  if (glm::length(top) < 1e-12) return std::nullopt;
  top = northernmost ? glm::normalize(top) : -glm::normalize(top);
  if (glm::dot(glm::cross(a, top), n) <= 0.0 || glm::dot(glm::cross(top, b), n) <= 0.0) return std::nullopt;
  return to_lon_lat(top);
}

// The ring's points, and one more on each edge that leaves the side of both its ends and comes back.
std::vector<LonLat> with_bulges(const Ring& ring, double lat_deg) {
  std::vector<LonLat> result;
  const auto points = ring.points();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const LonLat a = points[i];
    const LonLat b = points[(i + 1) % points.size()];
    result.push_back(a);
    const bool north = a.lat_deg > lat_deg;
    if (north != (b.lat_deg > lat_deg)) continue;
    const auto bulge = extreme_between(a, b, !north);
    if (bulge && (bulge->lat_deg > lat_deg) != north) result.push_back(*bulge);
  }
  return result;
}

// Splits a ring into chains; a ring that does not cross goes to `whole` if it lies north.
void split(const Ring& ring, double lat_deg, std::vector<Chain>& chains, std::vector<Ring>& whole) {
  const std::vector<LonLat> points = with_bulges(ring, lat_deg);
  const std::size_t count = points.size();
  if (count == 0) return;
  const auto north = [&](std::size_t i) { return points[i % count].lat_deg > lat_deg; };
  std::size_t start = count;
  for (std::size_t i = 0; i < count && start == count; ++i) {
    if (!north(i) && north(i + 1)) start = i;
  }
  if (start == count) {
    if (north(0)) whole.push_back(ring);
    return;
  }
  for (std::size_t i = start; i < start + count; ++i) {
    const LonLat here = points[i % count];
    const LonLat next = points[(i + 1) % count];
    if (!north(i) && north(i + 1)) {
      chains.push_back({.points = {crossing(here, next, lat_deg)}});
      chains.back().points.push_back(next);
    } else if (north(i) && north(i + 1)) {
      chains.back().points.push_back(next);
    } else if (north(i)) {
      chains.back().points.push_back(crossing(next, here, lat_deg));
    }
  }
}

// Points along the parallel eastward between two longitudes, both ends left out.
void append_arc(std::vector<LonLat>& points, double from_lon_deg, double way_deg, double lat_deg) {
  const int steps = static_cast<int>(std::ceil(way_deg / kArcStep_deg));
  for (int i = 1; i < steps; ++i) points.push_back({wrapped_180(from_lon_deg + way_deg * i / steps), lat_deg});
}

double eastward_deg(double from_lon_deg, double to_lon_deg) {
  const double way_deg = wrapped_360(to_lon_deg - from_lon_deg);
  return way_deg > 360.0 - 1e-9 ? 0.0 : way_deg;  // the same place, but for rounding
}

// Joins chains to rings along the parallel. The inside lies left of each chain, so the way on is eastward.
void close(std::vector<Chain>& chains, double lat_deg, std::vector<Ring>& rings) {
  for (Chain& first : chains) {
    if (first.used) continue;
    std::vector<LonLat> points;
    Chain* chain = &first;
    while (!chain->used) {
      chain->used = true;
      points.insert(points.end(), chain->points.begin(), chain->points.end());
      const double lon_deg = chain->points.back().lon_deg;
      Chain* next = &first;
      double least_deg = 1e9;
      for (Chain& other : chains) {
        const double way_deg = eastward_deg(lon_deg, other.points.front().lon_deg);
        if (way_deg < least_deg && (!other.used || &other == &first)) {
          least_deg = way_deg;
          next = &other;
        }
      }
      append_arc(points, lon_deg, least_deg, lat_deg);
      chain = next;
    }
    if (auto ring = Ring::from_points(std::move(points)); ring.ok()) rings.push_back(ring.value());
  }
}

Ring hole_on_the_right(const Ring& hole) { return area_km2(hole) < 0.5 * kGlobeArea_km2 ? reversed(hole) : hole; }

// ---- joining what was cut at 180 degrees ----

// Coordinates in steps of 1e-7 degrees (1 cm), so that the two sides of a cut meet.
struct Spot {
  std::int64_t lon = 0;
  std::int64_t lat = 0;
  auto operator<=>(const Spot&) const = default;
};

constexpr double kSpots_per_deg = 1e7;
constexpr std::int64_t kHalfTurn = 1800000000;
constexpr std::int64_t kQuarterTurn = 900000000;

Spot spot_of(LonLat point) {
  Spot spot{std::llround(point.lon_deg * kSpots_per_deg), std::llround(point.lat_deg * kSpots_per_deg)};
  if (spot.lat >= kQuarterTurn || spot.lat <= -kQuarterTurn) spot.lon = kHalfTurn;
  if (spot.lon == -kHalfTurn) spot.lon = kHalfTurn;
  return spot;
}

using Edge = std::pair<Spot, Spot>;

// Edges of all pieces; those on the antimeridian are split at every spot on it, so that opposite ones are equal.
std::vector<Edge> edges_of(const std::vector<std::vector<LonLat>>& pieces, std::map<Spot, LonLat>& places) {
  std::vector<Edge> edges;
  std::vector<Spot> on_cut;
  for (const auto& piece : pieces) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const Spot a = spot_of(piece[i]);
      const Spot b = spot_of(piece[(i + 1) % piece.size()]);
      places.emplace(a, a.lon == kHalfTurn ? LonLat{180.0, piece[i].lat_deg} : piece[i]);
      if (a.lon == kHalfTurn) on_cut.push_back(a);
      if (a != b) edges.emplace_back(a, b);
    }
  }
  std::sort(on_cut.begin(), on_cut.end());
  on_cut.erase(std::unique(on_cut.begin(), on_cut.end()), on_cut.end());
  std::vector<Edge> result;
  for (const auto& [a, b] : edges) {
    if (a.lon != kHalfTurn || b.lon != kHalfTurn) {
      result.emplace_back(a, b);
      continue;
    }
    const auto low = std::upper_bound(on_cut.begin(), on_cut.end(), std::min(a, b));
    const auto high = std::lower_bound(on_cut.begin(), on_cut.end(), std::max(a, b));
    std::vector<Spot> between(low, high);
    if (b < a) std::reverse(between.begin(), between.end());
    Spot from = a;
    for (const Spot spot : between) {
      result.emplace_back(from, spot);
      from = spot;
    }
    result.emplace_back(from, b);
  }
  return result;
}

// The edge that goes on from `at` when coming from `from`: the sharpest turn to the left keeps touching rings apart.
std::size_t sharpest_left(const std::vector<Edge>& edges, const std::vector<std::size_t>& candidates, Spot from,
                          Spot at, const std::map<Spot, LonLat>& places) {
  const glm::dvec3 here = to_world(places.at(at));
  const glm::dvec3 back = to_world(places.at(from)) - here;
  const glm::dvec3 side = glm::cross(here, back);
  std::size_t best = candidates.front();
  double least = 1e9;
  for (const std::size_t candidate : candidates) {
    const glm::dvec3 ahead = to_world(places.at(edges[candidate].second)) - here;
    double clockwise = std::atan2(-glm::dot(ahead, side), glm::dot(ahead, back));
    if (clockwise <= 1e-12) clockwise += 2.0 * kPi;
    if (clockwise < least) {
      least = clockwise;
      best = candidate;
    }
  }
  return best;
}

}  // namespace

Region north_of(const Region& region, double lat_deg) {
  Region result;
  for (const Polygon& polygon : region) {
    std::vector<Chain> chains;
    std::vector<Ring> rings;
    split(polygon.outer, lat_deg, chains, rings);
    for (const Ring& hole : polygon.holes) split(hole_on_the_right(hole), lat_deg, chains, rings);
    if (!chains.empty()) {
      close(chains, lat_deg, rings);
    } else if (contains(polygon, {0.1, lat_deg})) {
      std::vector<LonLat> parallel{{-180.0, lat_deg}};
      append_arc(parallel, -180.0, 360.0, lat_deg);
      if (auto ring = Ring::from_points(std::move(parallel)); ring.ok()) rings.push_back(ring.value());
    }
    for (Polygon& piece : to_region(std::move(rings))) result.push_back(std::move(piece));
  }
  return result;
}

std::vector<Ring> join_cut_rings(const std::vector<std::vector<LonLat>>& pieces) {
  std::map<Spot, LonLat> places;
  const std::vector<Edge> all = edges_of(pieces, places);
  std::map<Edge, int> surplus;
  for (const Edge& edge : all) ++surplus[edge];
  std::vector<Edge> edges;
  for (const Edge& edge : all) {
    const bool on_cut = edge.first.lon == kHalfTurn && edge.second.lon == kHalfTurn;
    if (on_cut) {
      const auto opposite = surplus.find({edge.second, edge.first});
      if (opposite != surplus.end() && opposite->second > 0) continue;
    }
    edges.push_back(edge);
  }

  std::map<Spot, std::vector<std::size_t>> leaving;
  for (std::size_t i = 0; i < edges.size(); ++i) leaving[edges[i].first].push_back(i);
  std::vector<bool> used(edges.size(), false);
  std::vector<Ring> rings;
  for (std::size_t start = 0; start < edges.size(); ++start) {
    std::vector<LonLat> points;
    std::size_t at = start;
    while (!used[at]) {
      used[at] = true;
      points.push_back(places.at(edges[at].first));
      std::vector<std::size_t> open;
      for (const std::size_t next : leaving[edges[at].second]) {
        if (!used[next] || next == start) open.push_back(next);
      }
      if (open.empty()) break;
      at = sharpest_left(edges, open, edges[at].first, edges[at].second, places);
    }
    if (points.size() < 3) continue;
    if (auto ring = Ring::from_points(std::move(points)); ring.ok()) rings.push_back(ring.value());
  }
  return rings;
}

Region to_region(std::vector<Ring> rings) {
  Region region;
  std::vector<Ring> holes;
  for (Ring& ring : rings) {
    double twice_area = 0.0;
    const auto points = ring.points();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const glm::dvec2 a = to_plane(points[i]);
      const glm::dvec2 b = to_plane(points[(i + 1) % points.size()]);
      twice_area += a.x * b.y - b.x * a.y;
    }
    if (twice_area > 0.0) {
      region.push_back({.outer = std::move(ring), .holes = {}});
    } else {
      holes.push_back(std::move(ring));
    }
  }
  std::sort(region.begin(), region.end(),
            [](const Polygon& a, const Polygon& b) { return area_km2(a.outer) < area_km2(b.outer); });
  for (Ring& hole : holes) {
    const LonLat inside = midpoint(hole.points()[0], hole.points()[1]);
    const auto owner = std::find_if(region.begin(), region.end(),
                                    [&](const Polygon& polygon) { return contains(polygon.outer, inside); });
    if (owner != region.end()) owner->holes.push_back(std::move(hole));
  }
  return region;
}

}  // namespace atlas
