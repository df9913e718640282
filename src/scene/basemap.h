#pragma once

// The ground: land, ice, lakes and their shores, borders and rivers out of the baked base globe; graticule; pipelines,
// routes, limits and ice edges of the dataset; what of a province's outline lies outside its counted footprint.
// A section that is missing or broken leaves its part empty and says so in the faults.
#include "base/result.h"
#include "data/dataset.h"
#include "data/pack.h"
#include "scene/scene.h"

namespace atlas {

/// Steps of lines along great circles: short enough that the chord stays within 250 m of the ground.
inline constexpr double kLineStep_deg = 1.0;

/// Meshes and line batches of base/*.mesh, base/*.lines.
Faults add_base_globe(const Pack& pack, StaticScene& scene);
/// Sharper land and coast of fine/land.mesh instead of the coarse ones; leaves the scene alone if it isn't there.
Faults replace_land(const Pack& fine, StaticScene& scene);

/// Meridians every 30 degrees, parallels every 10, from 20 N to 4 degrees from the pole; the Arctic Circle on its own.
void add_graticule(StaticScene& scene);
LineKind kind_of(const MapLine& line);
void add_map_lines(const Dataset& dataset, StaticScene& scene);
/// Pieces of province outlines south of the Arctic Circle.
void add_outlines_outside(const Dataset& dataset, StaticScene& scene);

/// The batch of this kind, made if there is none.
LineBatch& batch_of(StaticScene& scene, LineKind kind);

}  // namespace atlas
