#include "geo/polar_plane.h"

#include <algorithm>
#include <cmath>

namespace atlas {

double plane_radius(double lat_deg) { return 2.0 * std::sin(to_rad(90.0 - lat_deg) / 2.0); }

glm::dvec2 to_plane(LonLat position) {
  const double rho = plane_radius(position.lat_deg);
  const double lon_rad = to_rad(position.lon_deg);
  return {rho * std::sin(lon_rad), -rho * std::cos(lon_rad)};
}

LonLat from_plane(const glm::dvec2& in_plane) {
  const double rho = std::hypot(in_plane.x, in_plane.y);
  if (rho == 0.0) return {0.0, 90.0};
  const double lat_deg = 90.0 - 2.0 * to_deg(std::asin(std::min(rho / 2.0, 1.0)));
  return {to_deg(std::atan2(in_plane.x, -in_plane.y)), lat_deg};
}

}  // namespace atlas
