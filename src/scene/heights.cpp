#include "scene/heights.h"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

constexpr double kBcfPerMmboe = 6;  // 6,000 cf a barrel

double kt_per_unit(const std::string& unit) {
  if (unit == "kt TREO") return 1;
  if (unit == "Mt TREO") return 1000;
  if (unit == "t TREO") return 0.001;
  return 0;
}

bool stands(const Asset& asset) { return asset.has_amount && asset.counted; }

double sum(const std::array<double, 3>& a) { return a[0] + a[1] + a[2]; }

}  // namespace

double HeightScales::unit_block_side_km() const { return std::cbrt(kUnitBlock_mmboe * km3_per_mmboe); }

double volume_true_height_radii(double volume_km3, double footprint_km2) {
  if (!(volume_km3 > 0) || !(footprint_km2 > 0)) return 0;
  return std::expm1(std::log1p(3 * volume_km3 / (footprint_km2 * kEarthRadius_km)) / 3);
}

double prism_volume_km3(double height_radii, double footprint_km2) {
  return footprint_km2 * kEarthRadius_km / 3 * height_radii * (3 + height_radii * (3 + height_radii));
}

HeightScales height_scales(const Dataset& dataset) {
  HeightScales scales;
  double densest = 0, densest_km2 = 0, densest_mmboe = 0, largest_mmboe = 0;
  for (const Asset& asset : dataset.assets) {
    if (asset.layer != Layer::province || !stands(asset) || !(asset.footprint_km2 > 0)) continue;
    const double boe_mmboe = sum(drawn_mmboe(asset));
    largest_mmboe = std::max(largest_mmboe, boe_mmboe);
    if (boe_mmboe / asset.footprint_km2 > densest) {
      densest = boe_mmboe / asset.footprint_km2;
      densest_km2 = asset.footprint_km2;
      densest_mmboe = boe_mmboe;
    }
  }
  if (densest_mmboe > 0)
    scales.km3_per_mmboe = prism_volume_km3(kTallestVolumeBlock_km / kEarthRadius_km, densest_km2) / densest_mmboe;
  if (largest_mmboe > 0) scales.total_km_per_mmboe = kTallestTotalBlock_km / largest_mmboe;
  return scales;
}

std::array<double, 3> drawn_mmboe(const Asset& asset) {
  std::array<double, 3> parts{drawn_value(asset.hydrocarbons[2]) / kBcfPerMmboe, drawn_value(asset.hydrocarbons[1]),
                              drawn_value(asset.hydrocarbons[0])};
  for (double& part : parts) part = std::max(part, 0.0);
  const double boe_mmboe = std::max(drawn_value(asset.boe_mmboe), 0.0);
  const double of_parts = sum(parts);
  if (boe_mmboe > 0 && of_parts > 0) {
    for (double& part : parts) part *= boe_mmboe / of_parts;
  } else if (boe_mmboe > 0) {
    parts[0] = boe_mmboe;
  }
  return parts;
}

bool is_rare_earths(const Dataset& dataset, const Asset& asset) {
  return asset.commodity.valid() && asset.commodity.value < dataset.commodities.size() &&
         dataset.commodities[asset.commodity.value] == "rare-earths";
}

std::optional<double> rare_earth_kt_treo(const Dataset& dataset, const Asset& asset) {
  const double factor = kt_per_unit(asset.mineral_unit);
  if (asset.yearly || factor == 0 || !asset.has_amount || !is_rare_earths(dataset, asset)) return std::nullopt;
  return drawn_value(asset.mineral_amount) * factor;
}

std::array<double, 3> level_heights_radii(const Dataset& dataset, const Asset& asset, const HeightScales& scales,
                                          HeightMode mode) {
  const auto same = [](double km) {
    return std::array{km / kEarthRadius_km, km / kEarthRadius_km, km / kEarthRadius_km};
  };
  if (asset.layer == Layer::facility) return same(kDisc_km);
  if (asset.layer == Layer::deposit) {
    const auto kt = rare_earth_kt_treo(dataset, asset);
    return same(kt ? std::max(*kt * scales.column_km_per_kt_treo, kLowestColumn_km) : kDisc_km);
  }
  if (!stands(asset)) return same(asset.layer == Layer::field ? kDisc_km : 0);

  const std::array<double, 3> parts = drawn_mmboe(asset);
  std::array<double, 3> tops{};
  double cumulated_mmboe = 0;
  for (size_t i = 0; i < 3; ++i) {
    cumulated_mmboe += parts[i];
    if (asset.layer == Layer::field)
      tops[i] = cumulated_mmboe * scales.column_km_per_mmboe / kEarthRadius_km;
    else if (mode == HeightMode::total)
      tops[i] = cumulated_mmboe * scales.total_km_per_mmboe / kEarthRadius_km;
    else
      tops[i] = volume_true_height_radii(cumulated_mmboe * scales.km3_per_mmboe, asset.footprint_km2);
  }
  const double lowest = kLowestColumn_km / kEarthRadius_km;
  if (asset.layer == Layer::field && tops[2] < lowest) {
    if (!(tops[2] > 0)) return same(kDisc_km);
    for (double& top : tops) top *= lowest / tops[2];
    tops[2] = lowest;
  }
  return tops;
}

}  // namespace atlas
