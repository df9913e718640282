#include "geo/lon_lat.h"

#include <cmath>

namespace atlas {

double wrapped_360(double deg) {
  const double rest = std::fmod(deg, 360.0);
  const double positive = rest < 0.0 ? rest + 360.0 : rest;
  return positive >= 360.0 ? 0.0 : positive;  // a tiny negative rest rounds up to 360
}

double wrapped_180(double deg) {
  if (deg >= -180.0 && deg < 180.0) return deg;  // keeps every bit of what needs no turn
  const double positive = wrapped_360(deg);
  return positive >= 180.0 ? positive - 360.0 : positive;
}

glm::dvec3 to_world(LonLat position) {
  const double lon_rad = to_rad(position.lon_deg);
  const double lat_rad = to_rad(position.lat_deg);
  if (std::abs(position.lat_deg) >= 90.0) return {0.0, 0.0, position.lat_deg > 0.0 ? 1.0 : -1.0};
  return {std::cos(lat_rad) * std::cos(lon_rad), std::cos(lat_rad) * std::sin(lon_rad), std::sin(lat_rad)};
}

LonLat to_lon_lat(const glm::dvec3& in_world) {
  const double across = std::hypot(in_world.x, in_world.y);
  if (across == 0.0) return {0.0, in_world.z < 0.0 ? -90.0 : 90.0};
  return {to_deg(std::atan2(in_world.y, in_world.x)), to_deg(std::atan2(in_world.z, across))};
}

}  // namespace atlas
