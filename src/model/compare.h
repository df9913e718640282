#pragma once

// Baseline beside scenario. A difference counts the parts that changed; intervals are never taken from each other.
#include <array>
#include <vector>

#include "model/evaluate.h"

namespace atlas {

struct Difference {
  std::array<LayerVolumes, 4> newly_held;            ///< held back in the scenario, free in the baseline; by layer
  std::array<LayerVolumes, 4> freed;                 ///< the other way round
  std::array<LayerVolumes, 4> newly_dealt, undealt;  ///< under a deal (signed, operating, suspended)
  std::vector<AssetIx> assets;                       ///< whose hold or stage changed, in order
};

/// Both snapshots are of this dataset.
Difference compare(const Dataset& dataset, const Snapshot& baseline, const Snapshot& scenario);

/// gained - lost, for a signed number beside both: low and high as far as both can be apart.
Interval net(const Interval& gained, const Interval& lost);

}  // namespace atlas
