#include "scene/bars.h"

#include "scene/heights.h"

namespace atlas {

double column_radius_km(const Dataset& dataset, const Asset& asset) {
  switch (asset.layer) {
    case Layer::province:
      return 0;
    case Layer::field:
      return kFieldRadius_km * (asset.has_amount && asset.counted ? 1 : kNoFigureRadius_share);
    case Layer::deposit:
      if (!is_rare_earths(dataset, asset)) return kMineralRadius_km;
      return kRareEarthRadius_km * (rare_earth_kt_treo(dataset, asset) ? 1 : kNoFigureRadius_share);
    case Layer::facility:
      return kFacilityRadius_km;
  }
  return 0;
}

std::vector<ColumnInstance> build_columns(const Dataset& dataset) {
  std::vector<ColumnInstance> columns;
  for (size_t i = 0; i < dataset.assets.size(); ++i) {
    const double radius_km = column_radius_km(dataset, dataset.assets[i]);
    if (!(radius_km > 0)) continue;
    const glm::dvec3 at = to_world(dataset.assets[i].position);
    columns.push_back({{static_cast<float>(at.x), static_cast<float>(at.y), static_cast<float>(at.z)},
                       static_cast<float>(radius_km / kEarthRadius_km),
                       static_cast<uint32_t>(i)});
  }
  return columns;
}

}  // namespace atlas
