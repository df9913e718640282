#pragma once

// Selectors of effects.csv: conditions joined by `&`, each `key=word|word`; all must hold. Keys: asset, part, state,
// setting, depth, zone, commodity (a name, or `minerals`), layer, status, owner, share (`>=` or `>` a number), added;
// of a waiver also activity: which rows of the other measure it lifts.
//   layer=province|field & state=RUS & setting=offshore & commodity=oil
#include <string_view>

#include "base/result.h"
#include "data/dataset.h"

namespace atlas {

/// Words are looked up in the dataset's assets, parts, commodities and owners. Faults name no file; their column is
/// "selector".
Result<Selector> parse_selector(std::string_view text, const Dataset& dataset);

/// Do all conditions but those of owner and activity hold for a part and one of its commodities (see commodities_of)?
bool reaches(const Dataset& dataset, const Selector& selector, PartIx part, CommodityIx commodity);

}  // namespace atlas
