#include "scene/sight.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "scene/pick.h"
#include "scene/polar_square.h"

namespace atlas {
namespace {

constexpr double kLowestHiding_radii = 15 / kEarthRadius_km;
constexpr double kStep_radii = 0.012;  // 76 km, half of what the narrowest tall block measures
constexpr int kMostSteps = 60;

}  // namespace

bool over_horizon(const glm::dvec3& point, const glm::dvec3& eye) {
  const glm::dvec3 way = point - eye;
  const double a = glm::dot(way, way), b = glm::dot(eye, way);
  const double t = a > 0 ? -b / a : 1;  // nearest to the middle of the globe
  if (t >= 1) return true;
  const glm::dvec3 nearest = eye + t * way;
  return t <= 0 || glm::dot(nearest, nearest) >= 1;
}

BlockShadow::BlockShadow(const Blocks& blocks) : slots_(static_cast<size_t>(kSide_px) * kSide_px, 0) {
  std::vector<PlaneEdge> edges;
  for (const BlockRange& range : blocks.ranges) {
    edges.clear();
    for (uint32_t i = range.first_edge; i < range.first_edge + range.edge_count; ++i) {
      const BlockEdge& e = blocks.edges[i];
      edges.push_back(
          {square_px(plane_of({e.a.x, e.a.y, e.a.z}), kSide_px), square_px(plane_of({e.b.x, e.b.y, e.b.z}), kSide_px)});
    }
    fill_even_odd(edges, 0, kSide_px, [&](int y, int from, int to) {
      for (int x = std::max(from, 0); x < std::min(to, kSide_px); ++x)
        slots_[static_cast<size_t>(y) * kSide_px + x] = static_cast<uint16_t>(range.slot + 1);
    });
  }
}

uint32_t BlockShadow::slot_at(const glm::dvec3& direction) const {
  if (slots_.empty() || direction.z <= 0) return kNone;
  const glm::dvec2 px = square_px(plane_of(direction), kSide_px);
  if (!(px.x >= 0 && px.y >= 0 && px.x < kSide_px && px.y < kSide_px)) return kNone;
  const uint16_t found = slots_[static_cast<size_t>(px.y) * kSide_px + static_cast<size_t>(px.x)];
  return found == 0 ? kNone : uint32_t{found} - 1;
}

bool BlockShadow::hides(const Slots& slots, const glm::dvec3& point, const glm::dvec3& eye, uint32_t own,
                        Walls walls) const {
  if (slots_.empty()) return false;
  const glm::dvec3 to_eye = glm::normalize(eye - point);
  const uint32_t under = slot_at(glm::normalize(point));
  bool inside_own = walls == Walls::all && under != kNone && under != own;
  for (int step = 1; step <= kMostSteps; ++step) {
    const glm::dvec3 at = point + step * kStep_radii * to_eye;
    const double radius = glm::length(at);
    if (radius > 1.13) return false;  // above the tallest block
    const uint32_t slot = slot_at(at / radius);
    if (inside_own && slot != under) {
      const double top = slot_top(slots, under);
      if (top >= kLowestHiding_radii && radius < 1 + top && slot_opacity(slots, under) > 0.5) return true;
      inside_own = false;
    }
    if (slot == kNone || slot == own || slot == under) continue;
    const double top = slot_top(slots, slot);
    if (top >= kLowestHiding_radii && radius < 1 + top && slot_opacity(slots, slot) > 0.5) return true;
  }
  return false;
}

}  // namespace atlas
