#include "geo/crossing.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace atlas {
namespace {

/// Below this a point counts as lying on the great circle: 6 micrometres for edges of 1 km.
constexpr double kOnLine = 1e-16;

struct Edge {
  glm::dvec3 a, b;
  double low = 0, high = 0;  ///< bounds of x over the arc
};

void append_edges(const Ring& ring, std::vector<Edge>& edges) {
  const auto points = ring.points();
  glm::dvec3 a = to_world(points.back());
  for (const LonLat point : points) {
    const glm::dvec3 b = to_world(point);
    // The arc leaves its chord by less than 1 - cos(half its angle).
    const double chord2 = glm::dot(b - a, b - a);
    const double bulge = 1.0 - std::sqrt(std::max(0.0, 1.0 - chord2 / 4.0)) + 1e-15;
    edges.push_back({a, b, std::min(a.x, b.x) - bulge, std::max(a.x, b.x) + bulge});
    a = b;
  }
}

double side(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) { return glm::dot(glm::cross(a, b), c); }

/// Two arcs cross if the four triangles around them run the same way.
bool cross(const Edge& e, const Edge& f) {
  const double acb = side(e.a, f.a, e.b), cbd = side(f.a, e.b, f.b), bda = side(e.b, f.b, e.a),
               dac = side(f.b, e.a, f.a);
  const auto all = [&](double sign) {
    return sign * acb > kOnLine && sign * cbd > kOnLine && sign * bda > kOnLine && sign * dac > kOnLine;
  };
  return all(1.0) || all(-1.0);
}

LonLat place_of(const Edge& e, const Edge& f) {
  const glm::dvec3 on_both = glm::cross(glm::cross(e.a, e.b), glm::cross(f.a, f.b));
  return to_lon_lat(glm::dot(on_both, e.a + e.b) < 0.0 ? -on_both : on_both);
}

}  // namespace

std::optional<LonLat> crossing_of(const Region& region) {
  std::vector<Edge> edges;
  for (const Polygon& polygon : region) {
    append_edges(polygon.outer, edges);
    for (const Ring& hole : polygon.holes) append_edges(hole, edges);
  }
  // A sweep along x: an edge meets only those that have begun and not yet ended.
  std::sort(edges.begin(), edges.end(), [](const Edge& e, const Edge& f) { return e.low < f.low; });
  std::vector<const Edge*> open;
  for (const Edge& edge : edges) {
    open.erase(std::remove_if(open.begin(), open.end(), [&](const Edge* other) { return other->high < edge.low; }),
               open.end());
    for (const Edge* other : open)
      if (cross(edge, *other)) return place_of(edge, *other);
    open.push_back(&edge);
  }
  return std::nullopt;
}

}  // namespace atlas
