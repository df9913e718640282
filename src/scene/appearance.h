#pragma once

// Dataset, state and snapshot to the small state of every asset and part: heights, holds, stages, ghosts, highlight,
// what filters and layer switches hide. Layout of the texels: scene.h, Slots.
#include <optional>

#include "model/snapshot.h"
#include "scene/heights.h"
#include "scene/scene.h"
#include "state/state.h"

namespace atlas {

enum SlotFlag : uint32_t { kFlagUnverified = 1, kFlagNoAmount = 2, kFlagNotCounted = 4, kFlagMuted = 8 };

/// Does the asset pass layer switches and filters? A status filter lets provinces through: they have none.
bool is_shown(const Dataset& dataset, const LayerChoice& layers, const Filters& filters, const Asset& asset);

/// The hold as the reader's choice counts it.
Hold counted_hold(Hold hold, const HoldChoice& choice);

/// Column categories of the slots: 0 gas, 1 liquids, 2 oil, 3 rare earths, 4 other mineral, 5 facility.
int category_of(const Dataset& dataset, const Asset& asset);

/// `baseline`: the same clocks without overrides; where it differs an asset gets a ghost. May be null.
/// The version grows only if a texel changed.
void write_slots(const Dataset& dataset, const HeightScales& scales, const State& state, const Snapshot& snapshot,
                 const Snapshot* baseline, std::optional<AssetIx> hovered, Slots& slots);

/// Which line kinds the layer switches show.
std::array<bool, kLineKindCount> visible_lines(const LayerChoice& layers);

}  // namespace atlas
