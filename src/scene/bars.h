#pragma once

// Fields, deposits and facilities as instanced columns and discs: where they stand and how wide they are. Their heights
// are in the slots.
#include "data/dataset.h"
#include "scene/scene.h"

namespace atlas {

inline constexpr double kFieldRadius_km = 13;
inline constexpr double kRareEarthRadius_km = 12;
inline constexpr double kMineralRadius_km = 8;
inline constexpr double kFacilityRadius_km = 5;
inline constexpr double kNoFigureRadius_share = 0.6;

/// 0 for provinces.
double column_radius_km(const Dataset& dataset, const Asset& asset);
/// One for each asset that is no province; the slot is the asset's index.
std::vector<ColumnInstance> build_columns(const Dataset& dataset);

}  // namespace atlas
