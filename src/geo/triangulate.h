#pragma once

// Polygons to triangles: ear clipping in the polar equal-area plane (mapbox earcut), then edges halved on their great
// circles until they are short enough to lie close to the sphere.

#include <cstdint>
#include <vector>

#include "geo/ring.h"

namespace atlas {

/// Triangles on the globe; three indices each, counter-clockwise seen from above.
struct Mesh2 {
  std::vector<LonLat> points;
  std::vector<std::uint32_t> triangles;
  /// 1 for points that lie on the polygon's outline, as many as points.
  std::vector<std::uint8_t> on_boundary;
};

/// Edges of the result are at most max_edge_deg long (> 0); shared edges are halved once for both sides, so there are
/// no T-junctions. Works for polygons north of about 40 S (the plane stretches further south).
Mesh2 triangulate(const Polygon& polygon, double max_edge_deg);

/// The same without inner points: only the outline's edges are cut to the limit, chords across the inside stay long.
Mesh2 triangulate_outline(const Polygon& polygon, double max_edge_deg);

/// All polygons of a region in one mesh.
Mesh2 triangulate(const Region& region, double max_edge_deg);

/// Summed area of the spherical triangles.
double area_km2(const Mesh2& mesh);

}  // namespace atlas
