#include "geo/great_circle.h"

#include <cmath>
#include <glm/geometric.hpp>

namespace atlas {
namespace {

// Some unit vector at a right angle to a unit vector.
glm::dvec3 any_perpendicular(const glm::dvec3& unit) {
  const glm::dvec3 other = std::abs(unit.z) < 0.9 ? glm::dvec3(0.0, 0.0, 1.0) : glm::dvec3(1.0, 0.0, 0.0);
  return glm::normalize(glm::cross(unit, other));
}

}  // namespace

double central_angle_rad(const glm::dvec3& a_in_world, const glm::dvec3& b_in_world) {
  return std::atan2(glm::length(glm::cross(a_in_world, b_in_world)), glm::dot(a_in_world, b_in_world));
}

double central_angle_rad(LonLat a, LonLat b) { return central_angle_rad(to_world(a), to_world(b)); }

double distance_km(LonLat a, LonLat b) { return central_angle_rad(a, b) * kEarthRadius_km; }

glm::dvec3 interpolate(const glm::dvec3& a_in_world, const glm::dvec3& b_in_world, double t) {
  const double angle_rad = central_angle_rad(a_in_world, b_in_world);
  if (angle_rad < 1e-12) return a_in_world;
  // The direction of the way at a; for antipodes any will do.
  glm::dvec3 ahead = b_in_world - a_in_world * glm::dot(a_in_world, b_in_world);
  ahead = glm::length(ahead) < 1e-12 ? any_perpendicular(a_in_world) : glm::normalize(ahead);
  return glm::normalize(a_in_world * std::cos(t * angle_rad) + ahead * std::sin(t * angle_rad));
}

LonLat interpolate(LonLat a, LonLat b, double t) {
  if (t == 0.0) return a;
  if (t == 1.0) return b;
  return to_lon_lat(interpolate(to_world(a), to_world(b), t));
}

LonLat midpoint(LonLat a, LonLat b) { return interpolate(a, b, 0.5); }

std::vector<LonLat> subdivided(LonLat a, LonLat b, double max_deg) {
  const double angle_deg = to_deg(central_angle_rad(a, b));
  const int steps = angle_deg <= max_deg ? 1 : static_cast<int>(std::ceil(angle_deg / max_deg - 1e-9));
  std::vector<LonLat> way{a};
  for (int i = 1; i < steps; ++i) way.push_back(interpolate(a, b, static_cast<double>(i) / steps));
  way.push_back(b);
  return way;
}

LonLat destination(LonLat from, double bearing_deg, double way_km) {
  const double lon_rad = to_rad(from.lon_deg);
  const double lat_rad = to_rad(from.lat_deg);
  const glm::dvec3 north(-std::sin(lat_rad) * std::cos(lon_rad), -std::sin(lat_rad) * std::sin(lon_rad),
                         std::cos(lat_rad));
  const glm::dvec3 east(-std::sin(lon_rad), std::cos(lon_rad), 0.0);
  const double bearing_rad = to_rad(bearing_deg);
  const double way_rad = way_km / kEarthRadius_km;
  const glm::dvec3 ahead = north * std::cos(bearing_rad) + east * std::sin(bearing_rad);
  return to_lon_lat(to_world(from) * std::cos(way_rad) + ahead * std::sin(way_rad));
}

}  // namespace atlas
