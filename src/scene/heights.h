#pragma once

// How high a block or column stands. Volume-true: the prism's volume on the sphere is proportional to the amount,
//   (1 + h/R)^3 = 1 + 3 V / (A R)   with footprint area A and globe radius R;
// total: the height itself is. Columns of a layer share one footprint, so for them both are the same. One vertical
// scale a layer; for deposits one a commodity and unit. Heights are in globe radii.
#include <array>

#include "data/dataset.h"
#include "state/state.h"

namespace atlas {

/// Art direction: the tallest block of each mode, the largest column of each kind.
inline constexpr double kTallestVolumeBlock_km = 520;
inline constexpr double kTallestTotalBlock_km = 650;
inline constexpr double kLargestFieldColumn_km = 420;
inline constexpr double kLargestField_mmboe = 58900;  ///< Urengoy
inline constexpr double kLargestRareEarthColumn_km = 260;
inline constexpr double kLargestRareEarth_kt_treo = 11140;
inline constexpr double kLowestColumn_km = 3;  ///< fields with a figure
inline constexpr double kDisc_km = 1;          ///< without a figure, other minerals, facilities
inline constexpr double kUnitBlock_mmboe = 10000;

/// Scales of one dataset: its densest province (boe per area) stands at 520 km, its largest at 650 km.
struct HeightScales {
  double km3_per_mmboe = 2694;
  double total_km_per_mmboe = kTallestTotalBlock_km / 132571.66;
  double column_km_per_mmboe = kLargestFieldColumn_km / kLargestField_mmboe;
  double column_km_per_kt_treo = kLargestRareEarthColumn_km / kLargestRareEarth_kt_treo;
  /// Side of the cube that holds 10 bn boe.
  double unit_block_side_km() const;
};
HeightScales height_scales(const Dataset& dataset);

/// Height of a prism of this volume over this area; 0 where either is not above 0.
double volume_true_height_radii(double volume_km3, double footprint_km2);
/// Volume of a prism of this height: the inverse.
double prism_volume_km3(double height_radii, double footprint_km2);

/// Drawn boe of gas, liquids, oil, in mmboe; they sum to the drawn boe of the asset (or of its parts if no boe stands).
std::array<double, 3> drawn_mmboe(const Asset& asset);

/// Rare-earth stock in kt TREO; nothing for other commodities, yearly outputs and unknown units.
std::optional<double> rare_earth_kt_treo(const Dataset& dataset, const Asset& asset);
bool is_rare_earths(const Dataset& dataset, const Asset& asset);

/// Tops of gas, liquids and oil, cumulative, in globe radii. Deposits and facilities: one height in all three. A
/// province that is in no total (in place) or has no figure stands at 0. Law: rising by level, and rising with the
/// amount.
std::array<double, 3> level_heights_radii(const Dataset& dataset, const Asset& asset, const HeightScales& scales,
                                          HeightMode mode);

}  // namespace atlas
