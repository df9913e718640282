#include "data/dataset.h"

namespace atlas {

Hold hold_of(Activity activity) {
  switch (activity) {
    case Activity::trade:
    case Activity::transport:
      return Hold::hinders;
    case Activity::technology:
    case Activity::services:
    case Activity::finance:
    case Activity::investment:
      return Hold::restricts;
    case Activity::dealing:
    case Activity::extraction:
      return Hold::blocks;
    case Activity::deal:
    case Activity::suspends:
      return Hold::none;
  }
  return Hold::none;
}

std::optional<AssetIx> Dataset::find_asset(std::string_view id) const {
  const auto found = asset_by_id.find(id);
  return found == asset_by_id.end() ? std::nullopt : std::optional(found->second);
}

std::optional<EventIx> Dataset::find_event(std::string_view id) const {
  const auto found = event_by_id.find(id);
  return found == event_by_id.end() ? std::nullopt : std::optional(found->second);
}

Hydrocarbons hydrocarbons_of(const Asset& asset) {
  Hydrocarbons all;
  const auto add = [&all](CommodityIx commodity) { all.list[all.count++] = commodity; };
  for (size_t i = 0; i < asset.hydrocarbons.size(); ++i)
    if (!asset.hydrocarbons[i].is_zero()) add(CommodityIx{i});
  if (all.count > 0) return all;
  if (asset.kind != "gas" && asset.kind != "gas-condensate") add(kOil);
  if (asset.kind.find("condensate") != std::string::npos) add(kLiquids);
  if (asset.kind.find("gas") != std::string::npos) add(kGas);
  return all;
}

std::vector<CommodityIx> commodities_of(const Asset& asset) {
  if (asset.layer == Layer::facility) return {CommodityIx{}};
  if (asset.layer == Layer::deposit) {
    std::vector<CommodityIx> all{asset.commodity};
    for (const CommodityIx c : asset.commodities)
      if (c != asset.commodity) all.push_back(c);
    return all;
  }
  const Hydrocarbons some = hydrocarbons_of(asset);
  return {some.list.begin(), some.list.begin() + static_cast<std::ptrdiff_t>(some.count)};
}

}  // namespace atlas
