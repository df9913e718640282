#pragma once

// Which assets the listed owners hold, day by day, along chains of owners.
#include <vector>

#include "model/reach.h"

namespace atlas {

struct OwnedDays {
  AssetIx asset;
  DaySpan days;
};

/// Assets in which the selector's owners reach its threshold. An owner that is itself owned at one half or more (at the
/// threshold, where that is higher) counts as listed, and its whole share counts onwards (OFAC, "50 Percent Rule",
/// 13 August 2014). `added`: shares of several listed owners add up; else one listed owner must reach it alone.
/// By asset, then day; neighbouring days are one span.
std::vector<OwnedDays> owned_days(const Dataset& dataset, const Selector& selector);

}  // namespace atlas
