#pragma once

// Darkness on the ground at the foot of blocks, as a picture on the polar square (row 0 on top, north pole in the
// middle, half width 2 sin(20 deg) globe radii). Outside a block the reach grows with its height; inside it is weaker.
// Computed once a height mode.
#include <span>

#include "scene/scene.h"

namespace atlas {

inline constexpr int kContactSide_px = 1024;

/// `top_radii`: height of each slot. Values: 255 = the full strength of the theme.
/// Reach r = 18 km + 0.2 h, darkness exp(-(d / r)^1.05) (0.34 + h / 150 km, at most 1); inside 0.55 of it with 0.7 r.
Image contact_image(const Blocks& blocks, std::span<const double> top_radii, int side_px = kContactSide_px);

}  // namespace atlas
