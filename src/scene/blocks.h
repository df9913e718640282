#pragma once

// Provinces as blocks: the roof triangulated in the polar plane, walls in three bands along the roof's own outline, so
// that roof and walls share every edge. Heights are not in here: each vertex names a level, the slot texture its
// height. Roof edges stay under a degree: a pane of 1 km must not sink below the ground between its corners.
#include "data/dataset.h"
#include "scene/scene.h"

namespace atlas {

inline constexpr double kRoofEdge_deg = 1.0;
inline constexpr double kFrost_km = 38;        ///< length of the frost along a roof's edge
inline constexpr double kSmoothTurn_deg = 28;  ///< below: wall normals are averaged
inline constexpr double kCornerTurn_deg = 50;  ///< above: the corner has an edge of its own

/// All provinces with a footprint; the slot is the asset's index.
Blocks build_blocks(const Dataset& dataset);

/// One more block on this region (north of about 40 S).
void append_block(Blocks& blocks, uint32_t slot, const Region& footprint);

inline uint32_t slot_of(uint32_t slot_level) { return slot_level >> 3; }
inline uint32_t level_of(uint32_t slot_level) { return (slot_level >> 1) & 3; }
inline bool is_wall(uint32_t slot_level) { return (slot_level & 1) != 0; }

}  // namespace atlas
