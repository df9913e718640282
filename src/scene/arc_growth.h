#pragma once

// Arcs grow from the asset to the capital when they appear. Only a clock moves from frame to frame: buffers are filled
// again when the set of arcs changes, never while it grows.
#include <vector>

#include "scene/scene.h"

namespace atlas {

inline constexpr double kArcGrowth_s = 0.5;

class ArcGrowth {
 public:
  /// Takes another set of arcs; those that were there before (by their key) don't grow again. `jump`: none does.
  void show(const std::vector<LineBatch>& arcs, bool jump, FrameScene& frame);
  void advance(double dt_s, FrameScene& frame);
  /// All arcs are grown.
  void settle(FrameScene& frame);
  bool moving() const { return left_s_ > 0; }

 private:
  double left_s_ = 0;
};

}  // namespace atlas
