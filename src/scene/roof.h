#pragma once

// A block's roof before it becomes vertices: triangles on the unit sphere with each corner's distance to the outline,
// refined where that distance is not linear (the frost along the edge would smear over long triangles).
#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "geo/ring.h"

namespace atlas {

struct Roof {
  std::vector<glm::dvec3> points;                  ///< on the unit sphere
  std::vector<double> to_outline;                  ///< globe radii, as many as points
  std::vector<std::array<uint32_t, 3>> triangles;  ///< counter-clockwise seen from above
  /// Closed loops of point numbers, the roof to the left.
  std::vector<std::vector<uint32_t>> loops;
};

/// Edges at most max_edge_deg long; near the outline fine enough for a frost of frost_km.
Roof make_roof(const Region& footprint, double max_edge_deg, double frost_km);

}  // namespace atlas
