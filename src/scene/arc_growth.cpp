#include "scene/arc_growth.h"

#include <algorithm>

namespace atlas {

void ArcGrowth::show(const std::vector<LineBatch>& arcs, bool jump, FrameScene& frame) {
  std::vector<LineBatch> before = std::move(frame.arcs);
  frame.arcs = arcs;
  ++frame.arcs_version;
  const auto earlier = [](const LineBatch& a, const LineBatch& b) { return a.key < b.key; };
  std::sort(before.begin(), before.end(), earlier);
  for (LineBatch& arc : frame.arcs) {
    const auto old = std::lower_bound(before.begin(), before.end(), arc, earlier);
    if (old != before.end() && old->key == arc.key) {
      arc.born_s = old->born_s;
    } else if (!jump) {
      arc.born_s = frame.arcs_clock_s;
      left_s_ = kArcGrowth_s;
    }
  }
  if (jump) settle(frame);
}

void ArcGrowth::advance(double dt_s, FrameScene& frame) {
  if (!moving()) return;
  frame.arcs_clock_s += static_cast<float>(std::min(dt_s, left_s_));
  left_s_ = std::max(0.0, left_s_ - dt_s);
}

void ArcGrowth::settle(FrameScene& frame) {
  // The last of them is as far as the clock is from here.
  advance(left_s_, frame);
}

}  // namespace atlas
