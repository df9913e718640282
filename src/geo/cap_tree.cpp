#include "geo/cap_tree.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace atlas {
namespace {

// Spreads 21 bits to every third place.
uint64_t spread(uint64_t bits) {
  bits = (bits | bits << 32) & 0x1f00000000ffffULL;
  bits = (bits | bits << 16) & 0x1f0000ff0000ffULL;
  bits = (bits | bits << 8) & 0x100f00f00f00f00fULL;
  bits = (bits | bits << 4) & 0x10c30c30c30c30c3ULL;
  return (bits | bits << 2) & 0x1249249249249249ULL;
}

uint64_t quantised(float coordinate) {
  constexpr float kSteps = 2097151;  // 2^21 - 1
  return static_cast<uint64_t>(std::clamp(0.5f * (coordinate + 1), 0.0f, 1.0f) * kSteps);
}

uint64_t morton(const glm::vec3& p) {
  return spread(quantised(p.x)) | spread(quantised(p.y)) << 1 | spread(quantised(p.z)) << 2;
}

Cap cap_of(std::span<const glm::vec3> points) {
  Cap cap;
  glm::dvec3 sum(0);
  for (const glm::vec3& p : points) sum += glm::dvec3(p);
  const double length = glm::length(sum);
  if (length > 1e-9) cap.centre = glm::vec3(sum / length);
  float reach2 = 0;
  for (const glm::vec3& p : points) {
    const glm::vec3 way = p - cap.centre;
    reach2 = std::max(reach2, glm::dot(way, way));
  }
  cap.reach = std::sqrt(reach2) * (1 + 1e-6f);
  return cap;
}

}  // namespace

CapTree::CapTree(std::span<const glm::vec3> points) {
  if (points.empty()) return;
  struct Keyed {
    uint64_t code;
    uint32_t index;
  };
  {
    std::vector<Keyed> keyed(points.size());
    for (size_t i = 0; i < points.size(); ++i) keyed[i] = {morton(points[i]), static_cast<uint32_t>(i)};
    std::sort(keyed.begin(), keyed.end(),
              [](const Keyed& a, const Keyed& b) { return a.code != b.code ? a.code < b.code : a.index < b.index; });
    points_.resize(points.size());
    given_.resize(points.size());
    for (size_t place = 0; place < keyed.size(); ++place) {
      given_[place] = keyed[place].index;
      points_[place] = points[keyed[place].index];
    }
  }
  levels_ = 1;
  while ((points_.size() >> (levels_ - 1)) > kLeafPoints) ++levels_;
  caps_.resize(index(levels_, 0));
  const std::span<const glm::vec3> all(points_);
  for (int level = 0; level < levels_; ++level)
    for (size_t node = 0; node < size_t{1} << level; ++node)
      caps_[index(level, node)] = cap_of(all.subspan(first(level, node), end(level, node) - first(level, node)));
}

}  // namespace atlas
