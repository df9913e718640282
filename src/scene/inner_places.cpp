#include "scene/inner_places.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "geo/lon_lat.h"

namespace atlas {
namespace {

constexpr double kGrid_radii = 100 / kEarthRadius_km;
// Nearer to the block's own place, or to one another, they would say nothing new.
constexpr double kApart_radii = 280 / kEarthRadius_km;
constexpr int kSteps = 27;  // to each side of the pole: past the Arctic Circle, where all blocks end

// from_plane, without the way over degrees.
glm::dvec3 grid_point(int column, int row) {
  const double x = column * kGrid_radii, y = row * kGrid_radii, rho2 = x * x + y * y;
  const double scale = std::sqrt(1 - 0.25 * rho2);
  return {-y * scale, x * scale, 1 - 0.5 * rho2};
}

}  // namespace

std::vector<glm::dvec3> inner_places(const BlockShadow& shadow, uint32_t slot, const glm::dvec3& own, size_t most) {
  std::vector<glm::dvec3> inside;
  const auto stands = [&](int x, int y) { return shadow.slot_at(grid_point(x, y)) == slot; };
  for (int y = -kSteps; y <= kSteps; ++y)
    for (int x = -kSteps; x <= kSteps; ++x)
      if (stands(x, y) && stands(x - 1, y) && stands(x + 1, y) && stands(x, y - 1) && stands(x, y + 1))
        inside.push_back(grid_point(x, y));
  std::vector<glm::dvec3> chosen;
  while (chosen.size() < most) {
    const glm::dvec3* best = nullptr;
    double farthest = kApart_radii;
    for (const glm::dvec3& p : inside) {
      double nearest = glm::distance(p, own);
      for (const glm::dvec3& c : chosen) nearest = std::min(nearest, glm::distance(p, c));
      if (nearest > farthest) {
        farthest = nearest;
        best = &p;
      }
    }
    if (!best) break;
    chosen.push_back(*best);
  }
  std::sort(chosen.begin(), chosen.end(),
            [&](const glm::dvec3& a, const glm::dvec3& b) { return glm::distance(a, own) < glm::distance(b, own); });
  return chosen;
}

}  // namespace atlas
