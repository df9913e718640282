#pragma once

// The camera: a pose about a ground point, its matrices, rays through pixels. Spaces: world (unit sphere), view (right,
// up, backwards), clip (GL, z -1 .. 1), px (device pixels, origin top left, y down).

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <optional>

#include "geo/lon_lat.h"

namespace atlas {

/// Field of view across the shorter side of the free area.
inline constexpr double kFieldOfView_deg = 32.0;
inline constexpr double kNearestCamera_km = 50.0;
inline constexpr double kFarthestCamera_km = 40000.0;
inline constexpr double kMaxTilt_deg = 75.0;

/// Where the camera is: a ground point in the middle of the free area and the way from there to the eye.
struct CameraPose {
  double lat_deg = 85.1;
  double lon_deg = 22.0;
  /// From the ground point to the eye.
  double distance_km = 8450.0;
  /// Clockwise from north: what is up in the picture. [-180, 180) after within_limits.
  double bearing_deg = 0.0;
  /// 0 looks straight down, 90 would look along the ground.
  double tilt_deg = 33.0;
  bool operator==(const CameraPose&) const = default;
};

/// The part of the window that panels leave free.
struct FreeArea_px {
  double x = 0.0;
  double y = 0.0;
  double width = 1.0;
  double height = 1.0;
  bool operator==(const FreeArea_px&) const = default;
};

/// The window and the free part of it; sides of less than one pixel count as one.
struct Viewport {
  double width_px = 1.0;
  double height_px = 1.0;
  FreeArea_px free;
  bool operator==(const Viewport&) const = default;
};

/// A window without panels.
Viewport whole_window(double width_px, double height_px);

struct Ray {
  glm::dvec3 origin_in_world;
  /// Unit length.
  glm::dvec3 direction_in_world;
};

struct CameraMatrices {
  glm::dmat4 view_from_world;
  glm::dmat4 clip_from_view;
  glm::dmat4 clip_from_world;
  glm::dmat4 world_from_clip;
  glm::dvec3 eye_in_world;
  glm::dvec3 ground_in_world;
  /// Device pixels that one radian covers in the middle of the free area.
  double px_per_rad = 1.0;
  /// Planes of the depth range, globe radii.
  double near_radii = 0.0;
  double far_radii = 0.0;
  double width_px = 1.0;
  double height_px = 1.0;
  bool operator==(const CameraMatrices&) const = default;
};

/// Matrices for a pose (taken as within_limits gives it). The ground point falls on the middle of the free area.
CameraMatrices matrices(const CameraPose& pose, const Viewport& viewport);

/// Where a point falls in the window; nothing for points behind the eye. In the header, because names ask for some
/// thousand points a frame.
inline std::optional<glm::dvec2> to_px(const CameraMatrices& camera, const glm::dvec3& in_world) {
  const glm::dmat4& m = camera.clip_from_world;
  const auto in_clip = [&](size_t row) {
    return (m[0][row] * in_world.x + m[1][row] * in_world.y) + (m[2][row] * in_world.z + m[3][row]);
  };
  const double w = in_clip(3);
  if (w <= 0.0) return std::nullopt;
  return glm::dvec2((in_clip(0) / w + 1.0) * 0.5 * camera.width_px, (1.0 - in_clip(1) / w) * 0.5 * camera.height_px);
}

/// The ray through the pixel position, from the eye.
Ray ray_in_world(const CameraMatrices& camera, double x_px, double y_px);

/// The nearer point where a ray meets the sphere of this radius (globe radii), if it does ahead of its origin.
std::optional<glm::dvec3> hit_globe(const Ray& ray, double radius = 1.0);

/// The steepest tilt at this distance: 75 degrees near, falling to 0 where the whole globe is small in view.
double max_tilt_deg(double distance_km);

/// The nearest allowed pose; a value that is not finite becomes the default's. Law: applied twice it changes nothing.
CameraPose within_limits(const CameraPose& pose);

}  // namespace atlas
