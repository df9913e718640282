#pragma once

// Many points of the sphere in an order in which neighbours stand together, and a binary tree of caps over that order:
// for leaving out what can't be seen or hit without looking at each point.
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

namespace atlas {

/// All points of a range lie within `reach` (chord, globe radii) of the unit vector `centre`.
struct Cap {
  glm::vec3 centre{0, 0, 1};
  float reach = 0;
};

class CapTree {
 public:
  /// The most points that a leaf holds.
  static constexpr size_t kLeafPoints = 64;

  CapTree() = default;
  /// Unit vectors, at most 2^32 - 1. Sorted by the Morton code of their coordinates (21 bits each).
  explicit CapTree(std::span<const glm::vec3> points);

  const std::vector<glm::vec3>& points() const { return points_; }
  /// Index that the point at this place of the order was given with.
  uint32_t given(size_t place) const { return given_[place]; }
  const std::vector<uint32_t>& given() const { return given_; }

  /// Level 0 is the root; level l has 2^l nodes, each a range of places. No points: no levels.
  int levels() const { return levels_; }
  size_t first(int level, size_t node) const {
    return static_cast<size_t>(uint64_t{points_.size()} * node >> level);  // size_t may have 32 bits
  }
  size_t end(int level, size_t node) const { return first(level, node + 1); }
  const Cap& cap(int level, size_t node) const { return caps_[index(level, node)]; }
  /// Where a node stands among all nodes, level by level: for figures beside the caps.
  static size_t index(int level, size_t node) { return (size_t{1} << level) - 1 + node; }
  size_t node_count() const { return caps_.size(); }

 private:
  std::vector<glm::vec3> points_;
  std::vector<uint32_t> given_;
  std::vector<Cap> caps_;
  int levels_ = 0;
};

}  // namespace atlas
