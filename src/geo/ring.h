#pragma once

// Closed rings on the unit sphere, and regions of several of them. Edges are great circles; the inside lies to the
// left, so a ring may hold the pole or cross 180 degrees uncut. Area: spherical excess, Todhunter (1871), section 103.

#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "geo/lon_lat.h"

namespace atlas {

class Ring {
 public:
  /// The last point may repeat the first; equal neighbours are merged. Faults: fewer than 3 distinct points, latitude
  /// outside [-90, 90], a coordinate that is not finite, an edge of 180 degrees; each names its point.
  static Result<Ring> from_points(std::vector<LonLat> points);

  /// At least 3 points, the first is not repeated.
  std::span<const LonLat> points() const { return points_; }
  bool operator==(const Ring&) const = default;

 private:
  friend Ring reversed(const Ring& ring);
  explicit Ring(std::vector<LonLat> points) : points_(std::move(points)) {}
  std::vector<LonLat> points_;
};

/// Area of the inside in km2, in [0, 5.101e8]. Relative error below 1e-9 for rings wider than 100 km.
/// Laws: turning the globe changes nothing; area(ring) + area(reversed) is the globe.
double area_km2(const Ring& ring);

/// The ring with its inside and outside exchanged.
Ring reversed(const Ring& ring);

/// Is the position inside? On an edge either answer may come.
bool contains(const Ring& ring, LonLat position);

/// An outer ring and the holes in it; a hole is a ring too, counter-clockwise about what is missing or clockwise,
/// both are understood: the smaller side of a hole is missing.
struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
};
using Region = std::vector<Polygon>;

double area_km2(const Polygon& polygon);
double area_km2(const Region& region);
bool contains(const Polygon& polygon, LonLat position);
bool contains(const Region& region, LonLat position);

}  // namespace atlas
