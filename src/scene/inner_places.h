#pragma once

// Further places for the name of a wide block: where its own lies out of the picture or behind other blocks, the piece
// that is seen still has a name.
#include <vector>

#include "scene/sight.h"

namespace atlas {

/// Directions well inside the block's footprint (100 km from its edges on all sides) and 280 km from `own` and from one
/// another, the nearest to `own` first; at most `most`, none for a block that is narrower.
std::vector<glm::dvec3> inner_places(const BlockShadow& shadow, uint32_t slot, const glm::dvec3& own, size_t most);

}  // namespace atlas
