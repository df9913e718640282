#include "scene/roof.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <map>
#include <unordered_map>

#include "geo/triangulate.h"
#include "scene/polar_square.h"

namespace atlas {
namespace {

using EdgeKey = uint64_t;

EdgeKey key(uint32_t a, uint32_t b) { return (static_cast<uint64_t>(std::min(a, b)) << 32) | std::max(a, b); }

double distance_to_segment(const glm::dvec2& p, const glm::dvec2& a, const glm::dvec2& b) {
  const glm::dvec2 ab = b - a, ap = p - a;
  const double length2 = glm::dot(ab, ab);
  const double t = length2 > 0 ? std::clamp(glm::dot(ap, ab) / length2, 0.0, 1.0) : 0.0;
  const glm::dvec2 d = ap - t * ab;
  return std::sqrt(glm::dot(d, d));
}

// Half edges without a partner, chained. Where two loops touch in a point either way round is right.
std::vector<std::vector<uint32_t>> outline_loops(const std::vector<std::array<uint32_t, 3>>& triangles) {
  std::unordered_map<EdgeKey, int> uses;
  for (const auto& t : triangles)
    for (size_t i = 0; i < 3; ++i) ++uses[key(t[i], t[(i + 1) % 3])];
  std::multimap<uint32_t, uint32_t> next;
  for (const auto& t : triangles)
    for (size_t i = 0; i < 3; ++i)
      if (uses[key(t[i], t[(i + 1) % 3])] == 1) next.emplace(t[i], t[(i + 1) % 3]);
  std::vector<std::vector<uint32_t>> loops;
  while (!next.empty()) {
    std::vector<uint32_t> loop;
    const uint32_t first = next.begin()->first;
    uint32_t at = first;
    do {
      const auto step = next.find(at);
      if (step == next.end()) break;
      loop.push_back(at);
      at = step->second;
      next.erase(step);
    } while (at != first);
    if (loop.size() >= 3) loops.push_back(std::move(loop));
  }
  return loops;
}

// The outline's segments in the plane, sorted into square cells so that only near ones are looked at.
class Outline {
 public:
  Outline(const Roof& roof, double reach) : reach_(reach) {
    for (const auto& loop : roof.loops)
      for (size_t i = 0; i < loop.size(); ++i)
        segments_.push_back({plane_of(roof.points[loop[i]]), plane_of(roof.points[loop[(i + 1) % loop.size()]])});
    for (uint32_t s = 0; s < segments_.size(); ++s) {
      const auto& [a, b] = segments_[s];
      for (int x = cell(std::min(a.x, b.x)); x <= cell(std::max(a.x, b.x)); ++x)
        for (int y = cell(std::min(a.y, b.y)); y <= cell(std::max(a.y, b.y)); ++y) cells_[id(x, y)].push_back(s);
    }
  }

  /// Exact below the reach, else the reach.
  double distance(const glm::dvec2& p) const {
    double least = reach_;
    for (int x = cell(p.x) - 1; x <= cell(p.x) + 1; ++x)
      for (int y = cell(p.y) - 1; y <= cell(p.y) + 1; ++y) {
        const auto found = cells_.find(id(x, y));
        if (found == cells_.end()) continue;
        for (const uint32_t s : found->second)
          least = std::min(least, distance_to_segment(p, segments_[s].first, segments_[s].second));
      }
    return least;
  }

 private:
  int cell(double v) const { return static_cast<int>(std::floor(v / reach_)); }
  static int64_t id(int x, int y) { return static_cast<int64_t>(x) * 100003 + y; }
  double reach_;
  std::vector<std::pair<glm::dvec2, glm::dvec2>> segments_;
  std::unordered_map<int64_t, std::vector<uint32_t>> cells_;
};

struct Refiner {
  Roof& roof;
  const Outline& outline;
  double tolerance, shortest, range;
  std::unordered_map<EdgeKey, uint32_t> middles{};

  // The point in the middle of an edge if it is wanted there, else a.
  uint32_t middle(uint32_t a, uint32_t b) {
    const auto [place, fresh] = middles.try_emplace(key(a, b), a);
    if (!fresh) return place->second == b ? a : place->second;
    const double da = roof.to_outline[a], db = roof.to_outline[b];
    if (std::min(da, db) > range || glm::distance(roof.points[a], roof.points[b]) < shortest) return a;
    const glm::dvec3 m = glm::normalize(roof.points[a] + roof.points[b]);
    const double dm = outline.distance(plane_of(m));
    if (std::abs(dm - 0.5 * (da + db)) < tolerance) return a;
    roof.points.push_back(m);
    roof.to_outline.push_back(dm);
    return middles[key(a, b)] = static_cast<uint32_t>(roof.points.size() - 1);
  }

  void split(const std::array<uint32_t, 3>& t, std::vector<std::array<uint32_t, 3>>& out) {
    std::array<uint32_t, 3> m{};
    size_t count = 0, last = 0, whole = 0;
    for (size_t i = 0; i < 3; ++i) {
      const uint32_t a = t[i], b = t[(i + 1) % 3];
      m[i] = middle(a, b);
      if (m[i] != a && m[i] != b) {
        ++count;
        last = i;
      } else {
        whole = i;
      }
    }
    if (count == 0) {
      out.push_back(t);
    } else if (count == 1) {
      const uint32_t a = t[last], b = t[(last + 1) % 3], c = t[(last + 2) % 3];
      out.push_back({a, m[last], c});
      out.push_back({m[last], b, c});
    } else if (count == 2) {
      // The edge a b is whole; b c and c a are cut.
      const uint32_t a = t[whole], b = t[(whole + 1) % 3], c = t[(whole + 2) % 3];
      const uint32_t bc = m[(whole + 1) % 3], ca = m[(whole + 2) % 3];
      out.push_back({ca, bc, c});
      out.push_back({a, b, bc});
      out.push_back({a, bc, ca});
    } else {
      out.push_back({t[0], m[0], m[2]});
      out.push_back({m[0], t[1], m[1]});
      out.push_back({m[2], m[1], t[2]});
      out.push_back({m[0], m[1], m[2]});
    }
  }
};

}  // namespace

Roof make_roof(const Region& footprint, double max_edge_deg, double frost_km) {
  const Mesh2 mesh = triangulate(footprint, max_edge_deg);
  Roof roof;
  roof.points.reserve(mesh.points.size());
  for (const LonLat p : mesh.points) roof.points.push_back(to_world(p));
  for (size_t i = 0; i + 2 < mesh.triangles.size(); i += 3)
    roof.triangles.push_back({mesh.triangles[i], mesh.triangles[i + 1], mesh.triangles[i + 2]});
  roof.loops = outline_loops(roof.triangles);

  const double frost = frost_km / kEarthRadius_km;
  const Outline outline(roof, 4 * frost);
  roof.to_outline.resize(roof.points.size());
  for (size_t i = 0; i < roof.points.size(); ++i) roof.to_outline[i] = outline.distance(plane_of(roof.points[i]));
  for (const auto& loop : roof.loops)
    for (const uint32_t i : loop) roof.to_outline[i] = 0;

  for (int round = 0; round < 4; ++round) {
    Refiner refiner{roof, outline, 0.3 * frost, 1.2 * frost, 1.5 * frost};
    std::vector<std::array<uint32_t, 3>> finer;
    finer.reserve(roof.triangles.size());
    for (const auto& t : roof.triangles) refiner.split(t, finer);
    const bool done = finer.size() == roof.triangles.size();
    roof.triangles = std::move(finer);
    if (done) break;
  }
  return roof;
}

}  // namespace atlas
