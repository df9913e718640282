#pragma once

// Lambert's azimuthal equal-area projection about the north pole, in globe radii ("plane"): longitude 0 points down,
// 90 E to the right. Snyder, Map Projections: A Working Manual (1987), eq. 24-2 to 24-4, sphere.
//   rho = 2 sin((90 - lat) / 2);  x = rho sin(lon);  y = -rho cos(lon)
// Areas in the plane times kEarthRadius_km squared are areas on the globe. The south pole is the circle rho = 2.

#include <glm/vec2.hpp>

#include "geo/lon_lat.h"

namespace atlas {

glm::dvec2 to_plane(LonLat position);

/// Inverse of to_plane; beyond rho = 2 the south pole is returned. Longitude 0 at the pole.
LonLat from_plane(const glm::dvec2& in_plane);

/// Radius in the plane of a parallel, in globe radii.
double plane_radius(double lat_deg);

}  // namespace atlas
