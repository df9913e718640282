#pragma once

// TopoJSON of the npm package world-atlas: arcs shared by countries and land, read, thinned, and put together to rings.

#include <cstddef>
#include <string>
#include <vector>

#include "geo/lon_lat.h"
#include "geo/ring.h"

namespace atlas::bake {

using Line = std::vector<LonLat>;

/// A border arc between two countries; disputed where states don't agree on it.
struct Border {
  Line line;
  bool disputed = false;
};

struct Topology {
  std::vector<Line> arcs;
  /// land[polygon][ring] = arc numbers, ~n = arc n backwards.
  std::vector<std::vector<std::vector<int>>> land;
  struct Country {
    std::string name;
    std::vector<int> arcs;  ///< all arcs of all its rings, forwards numbers
  };
  std::vector<Country> countries;
};

Result<Topology> read_topology(const std::string& text);

/// How coarse an outline may be.
struct Coarseness {
  double arctic_km = 2.4;          ///< tolerance north of 55 N
  double south_km = 20.0;          ///< south of 20 N; between, in proportion
  double least_arctic_km2 = 60.0;  ///< islands below are dropped
  double least_south_km2 = 2500.0;
};

double tolerance_km(const Coarseness& coarseness, double lat_deg);

/// Douglas and Peucker (1973), distances to the chord in space; the ends stay.
Line thinned(const Line& line, const Coarseness& coarseness);

/// Land as polygons, thinned. Antarctica is among them: a ring about the south pole.
Region land_of(const Topology& topology, const Coarseness& coarseness);

std::vector<Border> borders_of(const Topology& topology, const Coarseness& coarseness);

/// A ring with its smaller side on the left; nothing for rings that fall flat.
std::vector<Ring> small_side_left(Line points);

}  // namespace atlas::bake
