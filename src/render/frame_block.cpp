#include "render/frame_block.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "geo/lon_lat.h"
#include "geo/sun.h"

namespace atlas {
namespace {

// LOOK: from the upper left behind the viewer, in right, up, towards the viewer.
constexpr glm::dvec3 kKeyLight_in_view(-0.62, 0.55, 0.56);

Vec4 vec4(double x, double y, double z, double w) {
  return {static_cast<float>(x), static_cast<float>(y), static_cast<float>(z), static_cast<float>(w)};
}
Vec4 vec4(const glm::dvec3& v, double w) { return vec4(v.x, v.y, v.z, w); }
Vec4 vec4(const Rgba& c) { return {c.r, c.g, c.b, c.a}; }

template <size_t N>
std::array<Vec4, N> all(const std::array<Rgba, N>& colours) {
  std::array<Vec4, N> out;
  for (size_t i = 0; i < N; ++i) out[i] = vec4(colours[i]);
  return out;
}

}  // namespace

FrameBlock frame_block(const StaticScene& scene, const FrameScene& frame, const Palette& palette, const ViewInput& view,
                       bool has_way) {
  const CameraMatrices& camera = view.camera;
  const glm::dmat4& v = camera.view_from_world;
  const glm::dvec3 right(v[0][0], v[1][0], v[2][0]), up(v[0][1], v[1][1], v[2][1]), back(v[0][2], v[1][2], v[2][2]);
  const glm::dvec3 light =
      glm::normalize(kKeyLight_in_view.x * right + kKeyLight_in_view.y * up + kKeyLight_in_view.z * back);
  const double distance = glm::distance(camera.eye_in_world, camera.ground_in_world);
  const double radii_per_px = distance / camera.px_per_rad * view.pixel_ratio;
  const double rounded = std::exp2(std::ceil(2 * std::log2(1.1 * radii_per_px)) / 2);

  FrameBlock block{};
  for (size_t column = 0; column < 4; ++column) {
    const glm::dvec4& c = camera.clip_from_world[column];
    block.clip_from_world[column] = vec4(c.x, c.y, c.z, c.w);
  }
  block.eye = vec4(camera.eye_in_world, 1.0 / glm::length(camera.eye_in_world));
  block.right = vec4(right, 0);
  block.up = vec4(up, 0);
  block.back = vec4(back, 0);
  block.viewport = vec4(view.width_px, view.height_px, view.pixel_ratio, camera.px_per_rad);
  block.ray = vec4(camera.clip_from_view[0][0], camera.clip_from_view[1][1], camera.clip_from_view[2][0],
                   camera.clip_from_view[2][1]);
  block.light = vec4(light, palette.paper ? 1 : 0);
  block.glass = vec4(palette.block_absorption, palette.block_min_transmission, radii_per_px, rounded);
  block.misc = vec4(frame.slots.asset_count, frame.slots.asset_count, has_way ? 1 : 0, frame.arcs_clock_s);
  block.sea_tint = all(palette.sea_tint);
  block.land_tint = all(palette.land_tint);
  block.ice_tint = all(palette.ice_tint);
  block.sea_shadow = vec4(palette.sea_shadow);
  block.sea_light = vec4(palette.sea_light);
  block.land_shadow = vec4(palette.land_shadow);
  block.land_light = vec4(palette.land_light);
  block.ice_shadow = vec4(palette.ice_shadow);
  block.ice_light = vec4(palette.ice_light);
  block.coast_halo = vec4(palette.coast_halo);
  block.background_centre = vec4(palette.background_centre);
  block.background_edge = vec4(palette.background_edge);
  block.air = vec4(palette.air);
  block.lake = vec4(palette.lake);
  block.commodity = {vec4(palette.gas),         vec4(palette.liquids),        vec4(palette.oil),
                     vec4(palette.rare_earths), vec4(palette.other_minerals), vec4(palette.facility)};
  block.hold = vec4(palette.hold);
  block.deal = vec4(palette.deal);
  block.edge = vec4(palette.edge);
  block.hatch_wall = vec4(palette.hatch_wall);
  block.hatch_roof = vec4(palette.hatch_roof);
  block.grey = vec4(palette.grey);
  block.ink = vec4(palette.ink);
  block.ghost = vec4(palette.ghost);
  block.loaded = vec4(palette.loaded);
  block.sun_edge = vec4(palette.sun_edge);
  if (frame.sun_share > 0) {
    const double declination = to_rad(frame.sun_declination_deg);
    block.sun = vec4(std::sin(declination), std::cos(declination), frame.sun_share, std::sin(to_rad(kSunrise_deg)));
  }
  block.series = vec4(frame.loaded_time, static_cast<double>(frame.loaded_place), scene.loaded.radius,
                      frame.loaded_visible ? scene.loaded.top : 0);
  for (size_t i = 0; i < kLineKindCount; ++i) {
    const LineStyle& style = palette.lines[i];
    block.line_colour[i] = vec4(style.colour);
    block.line_style[i] =
        vec4(style.width_px, style.dash_on_px, style.dash_off_px, style.visible && frame.line_visible[i] ? 1 : 0);
  }
  return block;
}

}  // namespace atlas
