#pragma once

// The face of this room for the app: what is built once, and what follows from state and camera.
#include "base/result.h"
#include "data/pack.h"
#include "scene/appearance.h"
#include "scene/arc_growth.h"
#include "scene/contact.h"
#include "scene/heights.h"
#include "scene/labels.h"
#include "scene/lines.h"
#include "scene/pick.h"
#include "scene/scene.h"

namespace atlas {

/// Everything that no state changes, contact shade for volume-true heights. What the pack lacks stays empty; `faults`
/// (if given) gets a line for each.
StaticScene build_static(const Dataset& dataset, const Pack& base, Faults* faults = nullptr);

/// The sharp land and relief of the second pack. Grows `version` and `images.relief_version` for what changed.
Faults add_fine(const Pack& fine, StaticScene& scene);

/// Heights, in globe radii by slot, of what stands on the ground in this state: 0 for what isn't shown.
std::vector<double> shown_tops(const Dataset& dataset, const HeightScales& scales, const State& state);

/// Contact shade at the foot of blocks of these heights (under 50 ms).
void update_contact(const std::vector<double>& top_radii, StaticScene& scene);

/// Slots, arcs and line visibility in one go, for callers without a pipeline of their own. Labels: LabelLayout::update.
void write_frame(const Dataset& dataset, const HeightScales& scales, const State& state, const Snapshot& snapshot,
                 const Snapshot* baseline, std::optional<AssetIx> hovered, FrameScene& frame);

}  // namespace atlas
