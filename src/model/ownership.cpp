#include "model/ownership.h"

#include <algorithm>
#include <map>

namespace atlas {
namespace {

// Published percentages have at most four decimals; sums of them must not miss a threshold by rounding.
constexpr double kShareTolerance = 1e-9;

struct Threshold {
  double share = 0.5;
  bool inclusive = true;
  bool met_by(double held) const {
    return inclusive ? held >= share - kShareTolerance : held > share + kShareTolerance;
  }
};

bool valid_on(const Ownership& row, int32_t day) {
  return (!row.from || row.from->days <= day) && (!row.to || day < row.to->days);
}

/// Marks in `caught` each owner that the marked ones hold.
void follow_chains(const Dataset& dataset, int32_t day, Threshold threshold, std::vector<uint8_t>& caught) {
  std::vector<double> held(dataset.owners.size());
  for (bool grew = true; grew;) {
    grew = false;
    std::fill(held.begin(), held.end(), 0.0);
    for (const Ownership& row : dataset.ownership)
      if (row.owned_owner && caught[row.owner.value] && valid_on(row, day)) held[row.owned_owner->value] += row.share;
    for (size_t i = 0; i < held.size(); ++i)
      if (!caught[i] && held[i] > 0 && threshold.met_by(held[i])) {
        caught[i] = 1;
        grew = true;
      }
  }
}

/// Adds the assets that `listed` hold on this day.
void catch_assets(const Dataset& dataset, int32_t day, const Selector& selector, const std::vector<OwnerIx>& listed,
                  std::vector<uint8_t>& assets) {
  const Threshold threshold{selector.threshold, selector.inclusive};
  const Threshold chain = selector.threshold < 0.5 ? Threshold{} : threshold;
  std::vector<uint8_t> caught(dataset.owners.size());
  for (const OwnerIx owner : listed) caught[owner.value] = 1;
  follow_chains(dataset, day, chain, caught);
  std::map<AssetIx, double> held;
  for (const Ownership& row : dataset.ownership)
    if (row.owned_asset && caught[row.owner.value] && valid_on(row, day)) held[*row.owned_asset] += row.share;
  for (const auto& [asset, share] : held)
    if (threshold.met_by(share)) assets[asset.value] = 1;
}

}  // namespace

std::vector<OwnedDays> owned_days(const Dataset& dataset, const Selector& selector) {
  std::vector<int32_t> changes{INT32_MIN};
  for (const Ownership& row : dataset.ownership) {
    if (row.from) changes.push_back(row.from->days);
    if (row.to) changes.push_back(row.to->days);
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

  std::map<AssetIx, std::vector<DaySpan>> spans;
  for (size_t i = 0; i < changes.size(); ++i) {
    const DaySpan days{changes[i], i + 1 < changes.size() ? changes[i + 1] : INT32_MAX};
    std::vector<uint8_t> assets(dataset.assets.size());
    if (selector.added) {
      catch_assets(dataset, days.from, selector, selector.owners, assets);
    } else {
      for (const OwnerIx owner : selector.owners) catch_assets(dataset, days.from, selector, {owner}, assets);
    }
    for (size_t a = 0; a < assets.size(); ++a) {
      if (!assets[a]) continue;
      auto& list = spans[AssetIx(a)];
      if (!list.empty() && list.back().to == days.from)
        list.back().to = days.to;
      else
        list.push_back(days);
    }
  }
  std::vector<OwnedDays> result;
  for (const auto& [asset, list] : spans)
    for (const DaySpan days : list) result.push_back({asset, days});
  return result;
}

}  // namespace atlas
