#pragma once

// Can a point be seen from the eye? Exact for the globe; for blocks approximate, by walking the line of sight over a
// raster of the footprints (17 km a pixel): labels need an answer for a hundred points a frame.
#include <glm/vec3.hpp>

#include "scene/scene.h"

namespace atlas {

/// Is the way from the eye to the point free of the unit sphere? Both in world space; the point on or above the ground.
bool over_horizon(const glm::dvec3& point, const glm::dvec3& eye);

class BlockShadow {
 public:
  static constexpr int kSide_px = 512;
  BlockShadow() = default;
  explicit BlockShadow(const Blocks& blocks);

  /// Slot of the block that stands on this direction, or kNone.
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t slot_at(const glm::dvec3& direction) const;

  /// Whose glass counts: `others` leaves out the block that the point stands in, which is clear to what belongs into it
  /// (fields).
  enum class Glass : uint8_t { others, all };
  /// How much of the sight from the eye to the point lies inside blocks other than `own`; globe radii. Stops counting
  /// past `enough`.
  double glass_on_sight(const Slots& slots, const glm::dvec3& point, const glm::dvec3& eye, double enough,
                        uint32_t own = kNone, Glass glass = Glass::all) const;

 private:
  std::vector<uint16_t> slots_;   // slot + 1, 0 = none
  std::vector<uint32_t> blocks_;  // slots of all
};

}  // namespace atlas
