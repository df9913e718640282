#pragma once

// The rasters of the ground out of the pack: planes to one image with channels elevation, shade and (where the
// pack has it) halo, the share of land around a place; the picture of province parts to part numbers of a dataset.
#include "base/result.h"
#include "data/dataset.h"
#include "data/pack.h"
#include "scene/scene.h"

namespace atlas {

/// Planes of one relief section as channels of one image, all resampled (bilinear) to the largest. Without a halo two
/// channels, else three. Faults: no such section, broken planes, sides over 2048 px.
Result<Image> read_relief_image(const Pack& pack, std::string_view section);

/// The picture base/parts with its values renamed by base/parts.csv (value,part_id) to PartIx + 1 of this dataset; 0
/// where there is no such part, or its number is over 254.
Result<Image> read_parts_image(const Pack& pack, const Dataset& dataset);

/// polar from base/relief, world from base/world, parts. What is missing stays empty and is a fault.
Faults read_ground_images(const Pack& pack, const Dataset& dataset, GroundImages& images);
/// The sharp polar raster of fine/relief; it keeps the halo of the coarse one.
Faults read_fine_relief(const Pack& fine, GroundImages& images);

}  // namespace atlas
