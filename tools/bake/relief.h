#pragma once

// Heights to the two quiet grey planes that the shader tints: elevation and shade (RELIEF.md, "Drawing recipe").

#include "data/base_sections.h"
#include "geo/ring.h"
#include "raster.h"

namespace atlas::bake {

/// Planes at the raster's own resolution, values as the section wants them (0 .. 255).
struct ReliefPlanes {
  Raster elevation;
  Raster shade;
  Raster halo;
};

/// The polar square. `ice`: glaciers, which get their own, stronger shade.
ReliefPlanes polar_relief(const Raster& heights, const Region& ice);

/// The whole world, equirectangular; lit from the polar square's light, so that the two meet without a seam.
ReliefPlanes world_relief(const Raster& heights);

}  // namespace atlas::bake
