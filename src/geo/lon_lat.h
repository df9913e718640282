#pragma once

// Positions on the globe, as longitude and latitude or as points of the unit sphere ("world": x to 0 E, y to 90 E,
// z to the north pole). The globe is a sphere; its radius is the mean radius of WGS 84 (IUGG 1980, Moritz 2000).

#include <glm/vec3.hpp>

namespace atlas {

inline constexpr double kEarthRadius_km = 6371.0088;
inline constexpr double kPi = 3.14159265358979323846;
inline constexpr double kGlobeArea_km2 = 4.0 * kPi * kEarthRadius_km * kEarthRadius_km;
/// Latitude of the Arctic Circle, mean obliquity of the ecliptic in the 2020s.
inline constexpr double kArcticCircle_lat_deg = 66.5636;

/// A position in degrees; east and north are positive.
struct LonLat {
  double lon_deg = 0.0;
  double lat_deg = 0.0;
  bool operator==(const LonLat&) const = default;
};

constexpr double to_rad(double deg) { return deg * (kPi / 180.0); }
constexpr double to_deg(double rad) { return rad * (180.0 / kPi); }

/// The same angle in [-180, 180).
double wrapped_180(double deg);
/// The same angle in [0, 360).
double wrapped_360(double deg);

/// Point of the unit sphere. Error below 1e-15 per coordinate.
glm::dvec3 to_world(LonLat position);

/// Inverse of to_world for any vector but zero (its length does not matter): longitude in [-180, 180], 0 at the poles.
LonLat to_lon_lat(const glm::dvec3& in_world);

}  // namespace atlas
