#include "geo/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>

#include "geo/camera_frame.h"

namespace atlas {
namespace {

// Below this distance the camera may tilt fully.
constexpr double kFullTilt_km = 2500.0;
constexpr double kFarTilt_deg = 10.0;
// Nothing that is drawn stands higher above the ground, globe radii (the tallest blocks and the atmosphere).
constexpr double kTallest_radii = 0.3;

double finite_or(double value, double instead) { return std::isfinite(value) ? value : instead; }

}  // namespace

CameraFrame frame_of(const CameraPose& pose) {
  const double lon_rad = to_rad(pose.lon_deg);
  const double lat_rad = to_rad(pose.lat_deg);
  const double bearing_rad = to_rad(pose.bearing_deg);
  // Written out, because at the pole the longitude still says which way is north.
  const glm::dvec3 east(-std::sin(lon_rad), std::cos(lon_rad), 0.0);
  const glm::dvec3 north(-std::sin(lat_rad) * std::cos(lon_rad), -std::sin(lat_rad) * std::sin(lon_rad),
                         std::cos(lat_rad));
  return {.ground = to_world({pose.lon_deg, pose.lat_deg}),
          .heading = north * std::cos(bearing_rad) + east * std::sin(bearing_rad)};
}

CameraPose with_frame(const CameraPose& pose, const CameraFrame& frame) {
  CameraPose result = pose;
  const LonLat ground = to_lon_lat(frame.ground);
  result.lon_deg = ground.lon_deg;
  result.lat_deg = ground.lat_deg;
  result.bearing_deg = 0.0;
  const glm::dvec3 north = frame_of(result).heading;
  const glm::dvec3 east = glm::cross(north, glm::normalize(frame.ground));
  result.bearing_deg = to_deg(std::atan2(glm::dot(frame.heading, east), glm::dot(frame.heading, north)));
  return within_limits(result);
}

Viewport whole_window(double width_px, double height_px) {
  return {.width_px = width_px,
          .height_px = height_px,
          .free = {.x = 0.0, .y = 0.0, .width = width_px, .height = height_px}};
}

CameraMatrices matrices(const CameraPose& wished, const Viewport& viewport) {
  const CameraPose pose = within_limits(wished);
  const CameraFrame frame = frame_of(pose);
  const double distance = pose.distance_km / kEarthRadius_km;
  const double tilt_rad = to_rad(pose.tilt_deg);
  const glm::dvec3 backward = frame.ground * std::cos(tilt_rad) - frame.heading * std::sin(tilt_rad);
  const glm::dvec3 upward = frame.heading * std::cos(tilt_rad) + frame.ground * std::sin(tilt_rad);
  const glm::dvec3 rightward = glm::cross(upward, backward);

  CameraMatrices camera;
  camera.width_px = std::max(1.0, finite_or(viewport.width_px, 1.0));
  camera.height_px = std::max(1.0, finite_or(viewport.height_px, 1.0));
  camera.ground_in_world = frame.ground;
  camera.eye_in_world = frame.ground + backward * distance;

  const glm::dvec3& eye = camera.eye_in_world;
  camera.view_from_world =
      glm::dmat4(glm::dvec4(rightward.x, upward.x, backward.x, 0.0), glm::dvec4(rightward.y, upward.y, backward.y, 0.0),
                 glm::dvec4(rightward.z, upward.z, backward.z, 0.0),
                 glm::dvec4(-glm::dot(rightward, eye), -glm::dot(upward, eye), -glm::dot(backward, eye), 1.0));

  const double shorter_px = std::max(1.0, std::min(viewport.free.width, viewport.free.height));
  camera.px_per_rad = 0.5 * shorter_px / std::tan(0.5 * to_rad(kFieldOfView_deg));
  const double middle_x = 2.0 * (viewport.free.x + 0.5 * viewport.free.width) / camera.width_px - 1.0;
  const double middle_y = 1.0 - 2.0 * (viewport.free.y + 0.5 * viewport.free.height) / camera.height_px;

  // Near follows the height above the ground, so that the ratio of the planes (and with it the depth's grain) stays
  // small; far reaches the tallest thing behind the horizon.
  const double eye_radius = glm::length(eye);
  const double height = std::max(eye_radius - 1.0, 1e-4);
  camera.near_radii = std::max(0.02 * height, 0.5 / kEarthRadius_km);
  const double tallest = 1.0 + kTallest_radii;
  camera.far_radii = std::sqrt(std::max(eye_radius * eye_radius - 1.0, 0.0)) + std::sqrt(tallest * tallest - 1.0);
  const double n = camera.near_radii;
  const double f = camera.far_radii;
  camera.clip_from_view = glm::dmat4(glm::dvec4(2.0 * camera.px_per_rad / camera.width_px, 0.0, 0.0, 0.0),
                                     glm::dvec4(0.0, 2.0 * camera.px_per_rad / camera.height_px, 0.0, 0.0),
                                     glm::dvec4(-middle_x, -middle_y, -(f + n) / (f - n), -1.0),
                                     glm::dvec4(0.0, 0.0, -2.0 * f * n / (f - n), 0.0));
  camera.clip_from_world = camera.clip_from_view * camera.view_from_world;
  camera.world_from_clip = glm::inverse(camera.clip_from_world);
  return camera;
}

Ray ray_in_world(const CameraMatrices& camera, double x_px, double y_px) {
  const double x_clip = 2.0 * x_px / camera.width_px - 1.0;
  const double y_clip = 1.0 - 2.0 * y_px / camera.height_px;
  const glm::dvec3 in_view((x_clip + camera.clip_from_view[2][0]) / camera.clip_from_view[0][0],
                           (y_clip + camera.clip_from_view[2][1]) / camera.clip_from_view[1][1], -1.0);
  const glm::dmat3 world_from_view = glm::transpose(glm::dmat3(camera.view_from_world));
  return {.origin_in_world = camera.eye_in_world, .direction_in_world = glm::normalize(world_from_view * in_view)};
}

std::optional<glm::dvec3> hit_globe(const Ray& ray, double radius) {
  const glm::dvec3& origin = ray.origin_in_world;
  const glm::dvec3& direction = ray.direction_in_world;
  const double towards = -glm::dot(origin, direction);
  const glm::dvec3 nearest = origin + direction * towards;
  const double half_chord2 = radius * radius - glm::dot(nearest, nearest);
  if (half_chord2 < 0.0) return std::nullopt;
  const double half_chord = std::sqrt(half_chord2);
  double way = towards - half_chord;
  if (way < 0.0) way = towards + half_chord;  // from within the sphere
  if (way < 0.0) return std::nullopt;
  return origin + direction * way;
}

double max_tilt_deg(double distance_km) {
  const double share = std::log(distance_km / kFullTilt_km) / std::log(kFarthestCamera_km / kFullTilt_km);
  return kMaxTilt_deg + (kFarTilt_deg - kMaxTilt_deg) * std::clamp(share, 0.0, 1.0);
}

CameraPose within_limits(const CameraPose& pose) {
  const CameraPose usual;
  CameraPose result;
  result.lat_deg = std::clamp(finite_or(pose.lat_deg, usual.lat_deg), -90.0, 90.0);
  result.lon_deg = wrapped_180(finite_or(pose.lon_deg, usual.lon_deg));
  result.distance_km =
      std::clamp(finite_or(pose.distance_km, usual.distance_km), kNearestCamera_km, kFarthestCamera_km);
  result.bearing_deg = wrapped_180(finite_or(pose.bearing_deg, usual.bearing_deg));
  result.tilt_deg = std::clamp(finite_or(pose.tilt_deg, usual.tilt_deg), 0.0, max_tilt_deg(result.distance_km));
  return result;
}

}  // namespace atlas
