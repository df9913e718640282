#pragma once

// How a camera moves: drags, zoom, turns, flights. Each takes a pose and gives the next one, within limits; positions
// are device pixels.

#include <glm/vec2.hpp>

#include "geo/camera.h"

namespace atlas {

/// A drag from one pointer position to the next: the ground under `from_px` comes to lie under `to_px` (to 0.5 px while
/// both are on the globe and not near its rim). Beyond the rim the globe turns like a ball. It crosses the pole
/// without a jump: the bearing turns instead. Distance and tilt stay.
CameraPose orbited(const CameraPose& pose, const Viewport& viewport, const glm::dvec2& from_px,
                   const glm::dvec2& to_px);

/// How a drag that is let go turns the globe on.
struct Spin {
  glm::dvec3 axis{0, 0, 1};
  double rad_per_s = 0;
};
/// The turn of a drag through the middle of the free area at this speed.
Spin spin_of(const CameraPose& pose, const Viewport& viewport, const glm::dvec2& px_per_s);
/// The pose after this much of the turn; distance and tilt stay.
CameraPose spun(const CameraPose& pose, const Spin& spin, double turn_rad);

/// Distance times factor (below 1 comes nearer); the ground under the pointer stays under it. Beside the globe it zooms
/// to the middle.
CameraPose zoomed(const CameraPose& pose, const Viewport& viewport, const glm::dvec2& pointer_px, double factor);

CameraPose turned(const CameraPose& pose, double by_bearing_deg, double by_tilt_deg);

CameraPose north_up(const CameraPose& pose);

/// Pose at the share t in [0, 1] of the flight from a to b, eased at both ends: the ground point on its great circle,
/// the distance in logarithm with a hump for long ways, the shorter turn of the view. t <= 0 is a, t >= 1 is b exactly.
CameraPose fly_between(const CameraPose& a, const CameraPose& b, double t);

}  // namespace atlas
