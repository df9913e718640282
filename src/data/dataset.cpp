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

}  // namespace atlas
