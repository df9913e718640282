#pragma once

// Random positions, rings and turns of the globe for the laws of geo; each comes from a seed.

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <random>
#include <vector>

#include "geo/great_circle.h"
#include "geo/ring.h"

namespace atlas::shapes {

using Random = std::mt19937;

// The standard's distributions differ between libraries; this is the same everywhere.
inline double between(Random& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
}

inline LonLat position(Random& random) {
  return {between(random, -180.0, 180.0), to_deg(std::asin(between(random, -1.0, 1.0)))};
}

inline Ring ring_of(std::vector<LonLat> points) {
  Result<Ring> ring = Ring::from_points(std::move(points));
  return std::move(ring).value();
}

// A star-shaped, counter-clockwise ring about a position; concave where its radii jump.
inline Ring star(Random& random, LonLat middle, double least_km, double most_km, int count) {
  std::vector<LonLat> points;
  for (int i = 0; i < count; ++i) {
    const double bearing_deg = -360.0 * (i + between(random, 0.0, 0.8)) / count;
    points.push_back(destination(middle, bearing_deg, between(random, least_km, most_km)));
  }
  return ring_of(std::move(points));
}

inline glm::dmat3 rotation(Random& random) {
  const glm::dvec3 x = to_world(position(random));
  const glm::dvec3 z = glm::normalize(glm::cross(x, to_world(position(random))));
  return {x, glm::cross(z, x), z};
}

inline Ring moved(const glm::dmat3& rotation, const Ring& ring) {
  std::vector<LonLat> points;
  for (const LonLat point : ring.points()) points.push_back(to_lon_lat(rotation * to_world(point)));
  return ring_of(std::move(points));
}

}  // namespace atlas::shapes
