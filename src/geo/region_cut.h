#pragma once

// Regions cut and joined on the polar plane: the part north of a parallel, and outlines that a file cut at 180 degrees
// (RFC 7946, section 3.1.9) made whole again.

#include <vector>

#include "geo/ring.h"

namespace atlas {

/// The part of the region north of a parallel. Cut edges follow the parallel in steps of at most 0.5 degrees, so a
/// part's area is off by at most 2e-5 of a ring's own width. Holes stay holes; pieces that fall apart become polygons.
Region north_of(const Region& region, double lat_deg);

/// Pieces cut at 180 degrees joined: opposite edges on the antimeridian cancel, and runs along lat +-90 collapse.
/// Each piece is a closed run of points (the last may repeat the first), counter-clockwise about its inside. Rings
/// that need no joining pass through; what is left of a piece with fewer than 3 points is dropped.
std::vector<Ring> join_cut_rings(const std::vector<std::vector<LonLat>>& pieces);

/// Rings sorted into polygons: a ring that runs clockwise in the polar plane is a hole of the smallest ring around it.
/// For outlines north of about 60 S.
Region to_region(std::vector<Ring> rings);

}  // namespace atlas
