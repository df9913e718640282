#pragma once

// Do edges cross where they must not? An outline whose edges cross has no inside.

#include <optional>

#include "geo/ring.h"

namespace atlas {

/// A place where two edges of the region cross, be they of one ring or of two; nothing if none do. Edges that only
/// touch, or lie along each other, don't cross. Law: turning a ring's points round changes nothing.
std::optional<LonLat> crossing_of(const Region& region);

}  // namespace atlas
