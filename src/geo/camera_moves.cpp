#include "geo/camera_moves.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "geo/camera_frame.h"
#include "geo/great_circle.h"

namespace atlas {
namespace {

// A drag turns at most this many times what the same drag turns in the middle of the view, lest the rim runs away.
constexpr double kMaxDragGain = 8.0;
// A flight rises until this share of its way is in view.
constexpr double kFlightRise = 0.75;

struct Turn {
  glm::dvec3 axis{0.0, 0.0, 1.0};
  double angle_rad = 0.0;
};

// The shortest turn that brings one unit vector onto another.
Turn turn_onto(const glm::dvec3& from, const glm::dvec3& onto) {
  const glm::dvec3 across = glm::cross(from, onto);
  const double length = glm::length(across);
  if (length < 1e-15) return {};
  return {.axis = across / length, .angle_rad = std::atan2(length, glm::dot(from, onto))};
}

// Rodrigues' formula.
glm::dvec3 turned_by(const Turn& turn, const glm::dvec3& v) {
  const double c = std::cos(turn.angle_rad);
  const double s = std::sin(turn.angle_rad);
  return v * c + glm::cross(turn.axis, v) * s + turn.axis * (glm::dot(turn.axis, v) * (1.0 - c));
}

CameraFrame turned_by(const Turn& turn, const CameraFrame& frame) {
  const glm::dvec3 ground = glm::normalize(turned_by(turn, frame.ground));
  glm::dvec3 heading = turned_by(turn, frame.heading);
  heading = glm::normalize(heading - ground * glm::dot(ground, heading));
  return {.ground = ground, .heading = heading};
}

// The ground under a pixel; beside the globe the point of the rim nearest to the ray, so that a drag runs on over it.
glm::dvec3 ball_point(const CameraMatrices& camera, const glm::dvec2& px) {
  const Ray ray = ray_in_world(camera, px.x, px.y);
  if (const auto hit = hit_globe(ray)) return glm::normalize(*hit);
  const double towards = std::max(0.0, -glm::dot(ray.origin_in_world, ray.direction_in_world));
  return glm::normalize(ray.origin_in_world + ray.direction_in_world * towards);
}

double smooth(double t) { return t * t * t * (t * (t * 6.0 - 15.0) + 10.0); }

}  // namespace

namespace {

Turn turn_of_drag(const CameraPose& pose, const Viewport& viewport, const glm::dvec2& from_px,
                  const glm::dvec2& to_px) {
  const CameraMatrices camera = matrices(pose, viewport);
  // The camera turns the other way round: what lies under the new position is brought to what was grabbed.
  Turn turn = turn_onto(ball_point(camera, to_px), ball_point(camera, from_px));
  const double way_px = glm::length(to_px - from_px);
  const double middle_rad = way_px * pose.distance_km / kEarthRadius_km / camera.px_per_rad;
  turn.angle_rad = std::min(turn.angle_rad, kMaxDragGain * middle_rad / std::cos(to_rad(pose.tilt_deg)));
  return turn;
}

}  // namespace

CameraPose orbited(const CameraPose& wished, const Viewport& viewport, const glm::dvec2& from_px,
                   const glm::dvec2& to_px) {
  const CameraPose pose = within_limits(wished);
  return with_frame(pose, turned_by(turn_of_drag(pose, viewport, from_px, to_px), frame_of(pose)));
}

Spin spin_of(const CameraPose& wished, const Viewport& viewport, const glm::dvec2& px_per_s) {
  constexpr double kMoment_s = 1e-3;
  const glm::dvec2 middle{viewport.free.x + 0.5 * viewport.free.width, viewport.free.y + 0.5 * viewport.free.height};
  const Turn turn = turn_of_drag(within_limits(wished), viewport, middle, middle + px_per_s * kMoment_s);
  return {.axis = turn.axis, .rad_per_s = turn.angle_rad / kMoment_s};
}

CameraPose spun(const CameraPose& wished, const Spin& spin, double turn_rad) {
  const CameraPose pose = within_limits(wished);
  return with_frame(pose, turned_by({.axis = spin.axis, .angle_rad = turn_rad}, frame_of(pose)));
}

CameraPose zoomed(const CameraPose& wished, const Viewport& viewport, const glm::dvec2& pointer_px, double factor) {
  const CameraPose pose = within_limits(wished);
  if (!std::isfinite(factor) || factor <= 0.0) return pose;
  CameraPose nearer = pose;
  nearer.distance_km *= factor;
  nearer = within_limits(nearer);
  const CameraMatrices before = matrices(pose, viewport);
  const CameraMatrices after = matrices(nearer, viewport);
  const auto kept = hit_globe(ray_in_world(before, pointer_px.x, pointer_px.y));
  const auto there = hit_globe(ray_in_world(after, pointer_px.x, pointer_px.y));
  if (!kept || !there) return nearer;
  return with_frame(nearer, turned_by(turn_onto(glm::normalize(*there), glm::normalize(*kept)), frame_of(nearer)));
}

CameraPose turned(const CameraPose& pose, double by_bearing_deg, double by_tilt_deg) {
  CameraPose result = pose;
  result.bearing_deg += by_bearing_deg;
  result.tilt_deg += by_tilt_deg;
  return within_limits(result);
}

CameraPose north_up(const CameraPose& pose) {
  CameraPose result = within_limits(pose);
  result.bearing_deg = 0.0;
  return result;
}

CameraPose fly_between(const CameraPose& a, const CameraPose& b, double t) {
  if (!(t > 0.0)) return a;
  if (t >= 1.0) return b;
  const double share = smooth(t);
  const CameraFrame start = frame_of(a);
  const CameraFrame end = frame_of(b);

  // The view is carried along the great circle without turning, and what is then missing to b's bearing is added bit
  // by bit: over the pole the bearing jumps, the view doesn't.
  Turn way = turn_onto(start.ground, end.ground);
  if (way.angle_rad == 0.0 && glm::dot(start.ground, end.ground) < 0.0) {
    way = {.axis = glm::cross(start.ground, start.heading), .angle_rad = kPi};  // antipodes: straight ahead
  }
  const CameraFrame carried = turned_by(way, start);
  const glm::dvec3 left = glm::cross(carried.ground, carried.heading);
  const double missing_rad = std::atan2(glm::dot(end.heading, left), glm::dot(end.heading, carried.heading));
  CameraFrame frame = turned_by({.axis = way.axis, .angle_rad = way.angle_rad * share}, start);
  frame = turned_by({.axis = frame.ground, .angle_rad = missing_rad * share}, frame);

  const double way_km = way.angle_rad * kEarthRadius_km;
  const double highest_km = std::max(a.distance_km, b.distance_km);
  const double rise =
      std::max(0.0, std::log(way_km * kFlightRise / (highest_km * 2.0 * std::tan(0.5 * to_rad(kFieldOfView_deg)))));
  CameraPose pose;
  const double hump = 16.0 * share * share * (1.0 - share) * (1.0 - share);
  pose.distance_km = std::exp(std::log(a.distance_km) * (1.0 - share) + std::log(b.distance_km) * share + rise * hump);
  pose.tilt_deg = a.tilt_deg * (1.0 - share) + b.tilt_deg * share;
  return with_frame(pose, frame);
}

}  // namespace atlas
