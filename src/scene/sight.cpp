#include "scene/sight.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/pick.h"
#include "scene/polar_square.h"

namespace atlas {
namespace {

// Steps grow along the sight: thin panes lie low, and only tall blocks reach where steps are long.
constexpr double kFirstStep_radii = 0.0007, kStepGrowth = 1.15;
constexpr double kLongestStep_radii = 0.008;  // 51 km, a third of what the narrowest tall block measures
constexpr int kMostSteps = 90;

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
    blocks_.push_back(range.slot);
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
  // plane_of without its care for the pole.
  const double scale = std::sqrt(2 / (1 + direction.z));
  const glm::dvec2 px = square_px({direction.y * scale, -direction.x * scale}, kSide_px);
  if (!(px.x >= 0 && px.y >= 0 && px.x < kSide_px && px.y < kSide_px)) return kNone;
  const uint16_t found = slots_[static_cast<size_t>(px.y) * kSide_px + static_cast<size_t>(px.x)];
  return found == 0 ? kNone : uint32_t{found} - 1;
}

double BlockShadow::glass_on_sight(const Slots& slots, const glm::dvec3& point, const glm::dvec3& eye, double enough,
                                   uint32_t own, Glass glass) const {
  if (slots_.empty()) return 0;
  const glm::dvec3 to_eye = glm::normalize(eye - point);
  const uint32_t under = glass == Glass::others ? slot_at(glm::normalize(point)) : kNone;
  double tallest = 0;
  for (const uint32_t slot : blocks_) tallest = std::max(tallest, slot_top(slots, slot));
  double inside = 0, way = 0, step = kFirstStep_radii;
  for (int i = 0; i < kMostSteps && inside <= enough; ++i) {
    const glm::dvec3 at = point + (way + 0.5 * step) * to_eye;
    const double radius = glm::length(at);
    if (radius >= 1 + tallest && glm::dot(at, to_eye) > 0) break;
    const uint32_t slot = slot_at(at / radius);
    if (slot != kNone && slot != own && slot != under && radius < 1 + slot_top(slots, slot) &&
        slot_opacity(slots, slot) > 0.5)
      inside += step;
    way += step;
    step = std::min(step * kStepGrowth, kLongestStep_radii);
  }
  return inside;
}

}  // namespace atlas
