#include "geo/triangulate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <map>
#include <utility>

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <mapbox/earcut.hpp>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include "geo/great_circle.h"
#include "geo/polar_plane.h"

namespace atlas {
namespace {

using Index = std::uint32_t;
using Triangle = std::array<Index, 3>;
using EdgeKey = std::pair<Index, Index>;

EdgeKey key(Index a, Index b) { return a < b ? EdgeKey{a, b} : EdgeKey{b, a}; }

// The mesh while it is made: points with their place in the plane, where all decisions fall.
struct Draft {
  std::vector<LonLat> points;
  std::vector<glm::dvec2> in_plane;
  std::vector<glm::dvec3> in_world;
  std::vector<Triangle> triangles;

  Index add(LonLat point) {
    points.push_back(point);
    in_plane.push_back(to_plane(point));
    in_world.push_back(to_world(point));
    return static_cast<Index>(points.size() - 1);
  }
  double length_rad(Index a, Index b) const { return central_angle_rad(in_world[a], in_world[b]); }
};

double cross(const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Is d inside the circle through the counter-clockwise triangle a b c? (Guibas and Stolfi 1985)
bool in_circle(const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c, const glm::dvec2& d) {
  const glm::dvec2 ad = a - d;
  const glm::dvec2 bd = b - d;
  const glm::dvec2 cd = c - d;
  const double det = glm::dot(ad, ad) * (bd.x * cd.y - cd.x * bd.y) - glm::dot(bd, bd) * (ad.x * cd.y - cd.x * ad.y) +
                     glm::dot(cd, cd) * (ad.x * bd.y - bd.x * ad.y);
  const double scale = glm::dot(ad, ad) + glm::dot(bd, bd) + glm::dot(cd, cd);
  return det > 1e-12 * scale * scale;
}

// Ear clipping leaves slivers across the whole polygon, and halving their edges would multiply them. Lawson's flips
// make the triangulation (constrained) Delaunay: edges on the outline have one triangle and so stay.
void flip_to_delaunay(Draft& draft) {
  for (int pass = 0; pass < 60; ++pass) {
    std::map<EdgeKey, std::array<std::size_t, 2>> sides;
    for (std::size_t t = 0; t < draft.triangles.size(); ++t) {
      for (std::size_t i = 0; i < 3; ++i) {
        const EdgeKey edge = key(draft.triangles[t][i], draft.triangles[t][(i + 1) % 3]);
        const auto [place, fresh] = sides.try_emplace(edge, std::array<std::size_t, 2>{t, t});
        if (!fresh) place->second[1] = t;
      }
    }
    std::vector<bool> touched(draft.triangles.size(), false);
    std::size_t flips = 0;
    for (const auto& [edge, pair] : sides) {
      const auto [first, second] = pair;
      if (first == second || touched[first] || touched[second]) continue;
      Triangle& t = draft.triangles[first];
      Triangle& u = draft.triangles[second];
      std::size_t i = 0;
      while (key(t[i], t[(i + 1) % 3]) != edge) ++i;
      std::size_t j = 0;
      while (key(u[j], u[(j + 1) % 3]) != edge) ++j;
      const Index a = t[i];
      const Index b = t[(i + 1) % 3];
      const Index c = t[(i + 2) % 3];
      const Index d = u[(j + 2) % 3];
      const auto& at = draft.in_plane;
      if (!in_circle(at[a], at[b], at[c], at[d])) continue;
      if (cross(at[a], at[d], at[c]) <= 0.0 || cross(at[d], at[b], at[c]) <= 0.0) continue;  // not convex
      t = {a, d, c};
      u = {d, b, c};
      touched[first] = touched[second] = true;
      ++flips;
    }
    if (flips == 0) return;
  }
}

// One round: every edge that is too long gets a midpoint, and each triangle is split by those of its edges.
bool split_long_edges(Draft& draft, double max_rad) {
  std::map<EdgeKey, Index> middles;
  const auto middle_of = [&](Index a, Index b) -> Index {
    if (draft.length_rad(a, b) <= max_rad) return a;  // a itself: no midpoint
    const auto [place, fresh] = middles.try_emplace(key(a, b), 0);
    // The plane's midpoint, not the great circle's: straight in the plane nothing can fold over. Edges of the outline
    // are short already, so the two differ only inside.
    if (fresh) place->second = draft.add(from_plane(0.5 * (draft.in_plane[a] + draft.in_plane[b])));
    return place->second;
  };
  std::vector<Triangle> result;
  result.reserve(draft.triangles.size());
  for (const Triangle& triangle : draft.triangles) {
    std::array<Index, 3> middle{};
    std::array<bool, 3> split{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      middle[i] = middle_of(triangle[i], triangle[(i + 1) % 3]);
      split[i] = middle[i] != triangle[i];
      count += split[i] ? 1 : 0;
    }
    if (count == 0) {
      result.push_back(triangle);
    } else if (count == 3) {
      for (std::size_t i = 0; i < 3; ++i) result.push_back({triangle[i], middle[i], middle[(i + 2) % 3]});
      result.push_back({middle[0], middle[1], middle[2]});
    } else if (count == 1) {
      const std::size_t i = split[0] ? 0 : split[1] ? 1 : 2;
      result.push_back({triangle[i], middle[i], triangle[(i + 2) % 3]});
      result.push_back({middle[i], triangle[(i + 1) % 3], triangle[(i + 2) % 3]});
    } else {
      // i is the whole edge a b; c is the corner between the two halved ones.
      const std::size_t i = !split[0] ? 0 : !split[1] ? 1 : 2;
      const Index a = triangle[i];
      const Index b = triangle[(i + 1) % 3];
      const Index c = triangle[(i + 2) % 3];
      const Index bc = middle[(i + 1) % 3];
      const Index ca = middle[(i + 2) % 3];
      result.push_back({bc, c, ca});
      if (draft.length_rad(a, bc) <= draft.length_rad(b, ca)) {
        result.push_back({a, b, bc});
        result.push_back({a, bc, ca});
      } else {
        result.push_back({a, b, ca});
        result.push_back({b, bc, ca});
      }
    }
  }
  draft.triangles = std::move(result);
  return !middles.empty();
}

// The ring's points with its edges cut short on their great circles, in the plane for earcut.
std::vector<std::array<double, 2>> add_ring(Draft& draft, const Ring& ring, double max_edge_deg) {
  const auto points = ring.points();
  std::vector<std::array<double, 2>> outline;
  for (std::size_t i = 0; i < points.size(); ++i) {
    std::vector<LonLat> way = subdivided(points[i], points[(i + 1) % points.size()], max_edge_deg);
    way.pop_back();
    for (const LonLat point : way) {
      const glm::dvec2 place = draft.in_plane[draft.add(point)];
      outline.push_back({place.x, place.y});
    }
  }
  return outline;
}

// The polygon's (constrained) Delaunay triangles; the outline's points come first.
Draft draft_of(const Polygon& polygon, double max_edge_deg) {
  Draft draft;
  std::vector<std::vector<std::array<double, 2>>> outlines;
  outlines.push_back(add_ring(draft, polygon.outer, max_edge_deg));
  for (const Ring& hole : polygon.holes) outlines.push_back(add_ring(draft, hole, max_edge_deg));
  const std::vector<Index> indices = mapbox::earcut<Index>(outlines);
  for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
    Triangle triangle{indices[i], indices[i + 1], indices[i + 2]};
    const double turn = cross(draft.in_plane[triangle[0]], draft.in_plane[triangle[1]], draft.in_plane[triangle[2]]);
    if (turn < 0.0) std::swap(triangle[1], triangle[2]);
    draft.triangles.push_back(triangle);
  }
  flip_to_delaunay(draft);
  return draft;
}

Mesh2 mesh_of(Draft draft, std::size_t boundary_count) {
  Mesh2 mesh;
  mesh.points = std::move(draft.points);
  mesh.on_boundary.assign(mesh.points.size(), 0);
  std::fill_n(mesh.on_boundary.begin(), boundary_count, std::uint8_t{1});
  mesh.triangles.reserve(draft.triangles.size() * 3);
  for (const Triangle& triangle : draft.triangles) {
    mesh.triangles.insert(mesh.triangles.end(), triangle.begin(), triangle.end());
  }
  return mesh;
}

}  // namespace

Mesh2 triangulate_outline(const Polygon& polygon, double max_edge_deg) {
  Draft draft = draft_of(polygon, max_edge_deg);
  const std::size_t boundary_count = draft.points.size();
  return mesh_of(std::move(draft), boundary_count);
}

Mesh2 triangulate(const Polygon& polygon, double max_edge_deg) {
  Draft draft = draft_of(polygon, max_edge_deg);
  const std::size_t boundary_count = draft.points.size();
  // Halving reaches any limit; the rounds are bounded for limits near zero.
  for (int round = 0; round < 12 && split_long_edges(draft, to_rad(max_edge_deg) * (1.0 + 1e-9)); ++round) {
    flip_to_delaunay(draft);
  }
  return mesh_of(std::move(draft), boundary_count);
}

Mesh2 triangulate(const Region& region, double max_edge_deg) {
  Mesh2 mesh;
  for (const Polygon& polygon : region) {
    const Mesh2 part = triangulate(polygon, max_edge_deg);
    const Index base = static_cast<Index>(mesh.points.size());
    mesh.points.insert(mesh.points.end(), part.points.begin(), part.points.end());
    mesh.on_boundary.insert(mesh.on_boundary.end(), part.on_boundary.begin(), part.on_boundary.end());
    for (const Index index : part.triangles) mesh.triangles.push_back(base + index);
  }
  return mesh;
}

double area_km2(const Mesh2& mesh) {
  double sum_sr = 0.0;
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
    const glm::dvec3 a = to_world(mesh.points[mesh.triangles[i]]);
    const glm::dvec3 b = to_world(mesh.points[mesh.triangles[i + 1]]);
    const glm::dvec3 c = to_world(mesh.points[mesh.triangles[i + 2]]);
    const double volume = glm::dot(a, glm::cross(b - a, c - a));
    sum_sr += 2.0 * std::atan2(volume, 1.0 + glm::dot(a, b) + glm::dot(b, c) + glm::dot(c, a));
  }
  return sum_sr * kEarthRadius_km * kEarthRadius_km;
}

}  // namespace atlas
