#pragma once

// What all shaders share in one frame, laid out as std140 (shaders/lib/frame.glsl has the same fields in the same
// order; all of them are vec4).
#include <array>

#include "render/renderer.h"

namespace atlas {

inline constexpr unsigned kFrameBinding = 0;
using Vec4 = std::array<float, 4>;

struct FrameBlock {
  std::array<Vec4, 4> clip_from_world;
  Vec4 eye;  ///< w: 1 / its length
  Vec4 right, up, back;
  Vec4 viewport;  ///< width px, height px, device px per CSS px, device px per radian
  Vec4 ray;       ///< clip_from_view: [0][0], [1][1], [2][0], [2][1]
  Vec4 light;     ///< key light in world; w: 1 on paper
  Vec4 glass;     ///< absorption, least transmission, globe radii per CSS px at the ground point, the same rounded
  Vec4 misc;      ///< assets, first part texel, 1 with the sum of ways, clock of arcs in s
  std::array<Vec4, 11> sea_tint;
  std::array<Vec4, 6> land_tint;
  std::array<Vec4, 4> ice_tint;
  Vec4 sea_shadow, sea_light, land_shadow, land_light, ice_shadow, ice_light;
  Vec4 coast_halo, background_centre, background_edge, air, lake;
  std::array<Vec4, 6> commodity;  ///< gas, liquids, oil, rare earths, other minerals, facility
  Vec4 hold, deal, edge, hatch_wall, hatch_roof, grey, ink, ghost, loaded, sun_edge;
  Vec4 sun;     ///< sine and cosine of its declination, share in which its light is shown, sine at sunrise
  Vec4 series;  ///< loaded columns: position among their times, place under the pointer (-1 none), radius, tallest
                ///< height
  std::array<Vec4, kLineKindCount> line_colour;
  std::array<Vec4, kLineKindCount> line_style;  ///< width, dash on, dash off (CSS px), 1 when visible
  /// Exactly the same: a picture drawn from equal blocks need not be drawn again.
  bool operator==(const FrameBlock&) const = default;
};

FrameBlock frame_block(const StaticScene& scene, const FrameScene& frame, const Palette& palette, const ViewInput& view,
                       bool has_way);

}  // namespace atlas
