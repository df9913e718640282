#pragma once

// Pixels of the square about the pole on which rasters lie: half width 2 sin(20 deg) globe radii, row 0 on top.
#include <algorithm>
#include <cmath>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "geo/polar_plane.h"

namespace atlas {

/// 2 sin(20 deg): 50 N touches the edges.
inline constexpr double kPolarHalfWidth_radii = 0.68404028665133747;

/// The plane's position of a direction, without angles: rho = 2 sin(colatitude / 2) is its distance to the pole.
inline glm::dvec2 plane_of(const glm::dvec3& direction) {
  const double side = std::hypot(direction.x, direction.y);
  if (side == 0) return {0, 0};
  const double rho = std::sqrt(side * side + (1 - direction.z) * (1 - direction.z));
  return {rho * direction.y / side, -rho * direction.x / side};
}

/// Position in pixels of a square picture; (0.5, 0.5) is the middle of its first pixel.
inline glm::dvec2 square_px(const glm::dvec2& in_plane, int side_px) {
  const double scale = side_px / (2 * kPolarHalfWidth_radii);
  return {(in_plane.x + kPolarHalfWidth_radii) * scale, (kPolarHalfWidth_radii - in_plane.y) * scale};
}

/// An edge of an outline in pixels of the square.
struct PlaneEdge {
  glm::dvec2 a, b;
};

/// Spans of pixels [from, to) of the rows first_y .. end_y - 1 whose middles lie inside closed outlines, even-odd.
template <class Visit>
void fill_even_odd(const std::vector<PlaneEdge>& edges, int first_y, int end_y, Visit visit) {
  std::vector<std::vector<double>> crossings(static_cast<size_t>(std::max(0, end_y - first_y)));
  for (const PlaneEdge& e : edges) {
    const PlaneEdge up = e.a.y <= e.b.y ? e : PlaneEdge{e.b, e.a};
    for (int y = std::max(first_y, static_cast<int>(std::ceil(up.a.y - 0.5))); y < end_y && y + 0.5 < up.b.y; ++y) {
      const double t = (y + 0.5 - up.a.y) / (up.b.y - up.a.y);
      crossings[static_cast<size_t>(y - first_y)].push_back(up.a.x + t * (up.b.x - up.a.x));
    }
  }
  for (int y = first_y; y < end_y; ++y) {
    std::vector<double>& row = crossings[static_cast<size_t>(y - first_y)];
    std::sort(row.begin(), row.end());
    for (size_t i = 0; i + 1 < row.size(); i += 2)
      visit(y, static_cast<int>(std::ceil(row[i] - 0.5)), static_cast<int>(std::ceil(row[i + 1] - 0.5)));
  }
}

}  // namespace atlas
