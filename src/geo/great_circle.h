#pragma once

// Great circles on the unit sphere: the shortest way between two positions, and points on it.
// The way between antipodes is not defined; these functions then take some great circle through both.

#include <vector>

#include "geo/lon_lat.h"

namespace atlas {

/// Angle between two directions in [0, pi]; exact to 1e-15 for near and for opposite ones too (atan2 form).
double central_angle_rad(const glm::dvec3& a_in_world, const glm::dvec3& b_in_world);
double central_angle_rad(LonLat a, LonLat b);

/// Length of the shortest way, in [0, 20015.1].
double distance_km(LonLat a, LonLat b);

LonLat midpoint(LonLat a, LonLat b);

/// Point at the share t of the way from a (0) to b (1); constant speed.
LonLat interpolate(LonLat a, LonLat b, double t);
glm::dvec3 interpolate(const glm::dvec3& a_in_world, const glm::dvec3& b_in_world, double t);

/// The way from a to b with both ends, in equal steps of at most max_deg (> 0).
std::vector<LonLat> subdivided(LonLat a, LonLat b, double max_deg);

/// Position reached from `from` on the great circle that leaves with this bearing (clockwise from north).
LonLat destination(LonLat from, double bearing_deg, double way_km);

}  // namespace atlas
