#pragma once

// Outlines to the mesh and line sections of the pack.

#include <string>
#include <vector>

#include "data/base_sections.h"
#include "topology.h"

namespace atlas::bake {

inline constexpr double kMaxEdge_deg = 2.0;

/// Polygons to triangles between the points of their outlines (readers add inner points: globe_mesh); what lies about
/// the south pole is meshed in the mirror. Points lie on a grid of `grid` base steps: a coarser one takes fewer bytes.
BaseMesh mesh_of(const Region& region, int grid, double max_edge_deg = kMaxEdge_deg);

/// Outlines thinned, without those that fall flat.
Region thinned(const Region& region, const Coarseness& coarseness);

std::vector<BaseLine> lines_of(const std::vector<Border>& borders, int grid);

/// Polygons of a GeoJSON geometry, feature or collection.
Result<Region> polygons_of_geojson(const std::string& text);

/// Lines of a GeoJSON collection, with the property `scalerank` as their kind.
Result<std::vector<BaseLine>> rivers_of_geojson(const std::string& text, int grid);

}  // namespace atlas::bake
