#include "geo/ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <string>

#include "geo/great_circle.h"

namespace atlas {
namespace {

std::vector<glm::dvec3> in_world(std::span<const LonLat> points) {
  std::vector<glm::dvec3> result;
  result.reserve(points.size());
  for (const LonLat point : points) result.push_back(to_world(point));
  return result;
}

// Sum of the signed spherical excesses of the triangles from the apex over each edge (Van Oosterom and Strackee 1983,
// the solid angle of a triangle). It is the area of the inside in steradian when the apex's antipode lies outside, and
// that minus 4 pi when the antipode lies inside. `margin` is how far the worst triangle was from being undefined.
double fan_excess_sr(const std::vector<glm::dvec3>& points, const glm::dvec3& apex, double* margin = nullptr) {
  double sum = 0.0;
  double least = 1.0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const glm::dvec3& b = points[i];
    const glm::dvec3& c = points[(i + 1) % points.size()];
    const double volume = glm::dot(apex, glm::cross(b, c - b));
    const double scale = 1.0 + glm::dot(apex, b) + glm::dot(b, c) + glm::dot(c, apex);
    least = std::min(least, std::abs(volume) + std::abs(scale));
    sum += 2.0 * std::atan2(volume, scale);
  }
  if (margin != nullptr) *margin = least;
  return sum;
}

double area_sr(const Ring& ring) {
  const std::vector<glm::dvec3> points = in_world(ring.points());
  glm::dvec3 middle(0.0);
  for (const glm::dvec3& point : points) middle += point;
  // The middle makes small triangles and so small errors; the others serve rings whose edges run through its antipode.
  std::array<glm::dvec3, 5> apexes = {
      middle, {0.26, 0.53, 0.81}, {-0.61, 0.35, 0.71}, {0.4, -0.8, 0.45}, {0.3, 0.2, -0.9}};
  double best = 0.0;
  double best_margin = -1.0;
  for (const glm::dvec3& apex : apexes) {
    const double length = glm::length(apex);
    if (length < 1e-6) continue;
    double margin = 0.0;
    const double excess = fan_excess_sr(points, apex / length, &margin);
    if (margin > best_margin) {
      best = excess;
      best_margin = margin;
    }
    if (margin > 1e-6) break;
  }
  return best < 0.0 ? best + 4.0 * kPi : best;
}

// The excess seen from the antipode of a position: negative if the position is inside.
double excess_from_antipode_sr(const Ring& ring, LonLat position) {
  return fan_excess_sr(in_world(ring.points()), -to_world(position));
}

Fault fault_at(std::size_t index, const std::string& what, LonLat point) {
  return {.file = {},
          .line = 0,
          .column = "point " + std::to_string(index + 1),
          .what = what,
          .value = std::to_string(point.lon_deg) + ", " + std::to_string(point.lat_deg)};
}

bool same_place(LonLat a, LonLat b) {
  if (a == b) return true;
  return glm::length(to_world(a) - to_world(b)) < 1e-12;
}

}  // namespace

Result<Ring> Ring::from_points(std::vector<LonLat> points) {
  Faults faults;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!std::isfinite(points[i].lon_deg) || !std::isfinite(points[i].lat_deg)) {
      faults.push_back(fault_at(i, "a coordinate is not a finite number", points[i]));
    } else if (points[i].lat_deg < -90.0 || points[i].lat_deg > 90.0) {
      faults.push_back(fault_at(i, "latitude is outside -90 to 90", points[i]));
    }
  }
  if (!faults.empty()) return faults;

  std::vector<LonLat> distinct;
  distinct.reserve(points.size());
  std::vector<std::size_t> number;  // where each stood in the input, for the faults
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!distinct.empty() && same_place(distinct.back(), points[i])) continue;
    distinct.push_back(points[i]);
    number.push_back(i);
  }
  while (distinct.size() > 1 && same_place(distinct.front(), distinct.back())) {
    distinct.pop_back();
    number.pop_back();
  }
  if (distinct.size() < 3) {
    return Fault{.file = {},
                 .line = 0,
                 .column = {},
                 .what = "a ring needs 3 distinct points",
                 .value = std::to_string(distinct.size())};
  }
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    const LonLat next = distinct[(i + 1) % distinct.size()];
    if (glm::length(to_world(distinct[i]) + to_world(next)) < 1e-12) {
      faults.push_back(fault_at(number[i], "the edge from this point is half a great circle", distinct[i]));
    }
  }
  if (!faults.empty()) return faults;
  return Ring(std::move(distinct));
}

double area_km2(const Ring& ring) { return area_sr(ring) * kEarthRadius_km * kEarthRadius_km; }

Ring reversed(const Ring& ring) { return Ring(std::vector<LonLat>(ring.points_.rbegin(), ring.points_.rend())); }

bool contains(const Ring& ring, LonLat position) { return excess_from_antipode_sr(ring, position) < 0.0; }

double area_km2(const Polygon& polygon) {
  double area = area_km2(polygon.outer);
  for (const Ring& hole : polygon.holes) {
    const double left = area_km2(hole);
    area -= std::min(left, kGlobeArea_km2 - left);
  }
  return area;
}

double area_km2(const Region& region) {
  double area = 0.0;
  for (const Polygon& polygon : region) area += area_km2(polygon);
  return area;
}

bool contains(const Polygon& polygon, LonLat position) {
  if (!contains(polygon.outer, position)) return false;
  for (const Ring& hole : polygon.holes) {
    const double excess = excess_from_antipode_sr(hole, position);
    const bool left_is_smaller = (excess < 0.0 ? excess + 4.0 * kPi : excess) < 2.0 * kPi;
    if ((excess < 0.0) == left_is_smaller) return false;
  }
  return true;
}

bool contains(const Region& region, LonLat position) {
  return std::any_of(region.begin(), region.end(), [&](const Polygon& polygon) { return contains(polygon, position); });
}

}  // namespace atlas
