#include "model/reach.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/sort_stably.h"
#include "data/selector.h"
#include "model/evaluate.h"
#include "model/ownership.h"

namespace atlas {
namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void make_slots(const Dataset& dataset, Reach& reach) {
  for (size_t a = 0; a < dataset.assets.size(); ++a) {
    const Asset& asset = dataset.assets[a];
    reach.first_slot.push_back(static_cast<uint32_t>(reach.slots.size()));
    const std::vector<CommodityIx> commodities = commodities_of(asset);
    for (uint32_t p = asset.first_part; p < asset.first_part + asset.part_count; ++p)
      for (const CommodityIx commodity : commodities) reach.slots.push_back({AssetIx(a), PartIx(size_t{p}), commodity});
  }
  reach.first_slot.push_back(static_cast<uint32_t>(reach.slots.size()));
}

/// A province has no owner: an owner rule reaches it only where the row says which ground it means.
bool names_ground(const Selector& selector) {
  return contains(selector.layers, Layer::province) ||
         (selector.layers.empty() && !(selector.states.empty() && selector.parts.empty() && selector.assets.empty()));
}

class OwnerCache {
 public:
  explicit OwnerCache(const Dataset& dataset) : dataset_(dataset) {}

  const std::vector<OwnedDays>& find(const Selector& selector) {
    std::vector<OwnerIx> owners = selector.owners;
    std::sort(owners.begin(), owners.end());
    const Key key{std::move(owners), selector.threshold, selector.inclusive, selector.added};
    auto found = made_.find(key);
    if (found == made_.end()) found = made_.emplace(key, owned_days(dataset_, selector)).first;
    return found->second;
  }

 private:
  using Key = std::tuple<std::vector<OwnerIx>, double, bool, bool>;
  const Dataset& dataset_;
  std::map<Key, std::vector<OwnedDays>> made_;
};

void add_owned_slot(const std::vector<OwnedDays>& owned, uint32_t slot, AssetIx asset, Reach& reach,
                    EffectReach& effect) {
  const auto before = [](const OwnedDays& days, AssetIx a) { return days.asset < a; };
  auto days = std::lower_bound(owned.begin(), owned.end(), asset, before);
  SlotReach reached{slot, true, static_cast<uint32_t>(reach.spans.size()), 0};
  for (; days != owned.end() && days->asset == asset; ++days) {
    reach.spans.push_back(days->days);
    ++reached.span_count;
  }
  if (reached.span_count > 0) effect.slots.push_back(reached);
}

/// The assets among which all that the selector reaches must be, in order; nothing if it doesn't name them.
std::optional<std::vector<AssetIx>> named_assets(const Selector& selector, const std::vector<OwnedDays>* owned) {
  std::vector<AssetIx> assets;
  if (!selector.assets.empty()) {
    assets = selector.assets;
  } else if (owned != nullptr && !names_ground(selector)) {
    for (const OwnedDays& days : *owned) assets.push_back(days.asset);
  } else {
    return std::nullopt;
  }
  std::sort(assets.begin(), assets.end());
  assets.erase(std::unique(assets.begin(), assets.end()), assets.end());
  return assets;
}

EffectReach resolve(const Dataset& dataset, const Effect& row, OwnerCache& cache, Reach& reach) {
  const Event& event = dataset.at(row.event);
  EffectReach effect;
  if (event.lane == Lane::sanctions) {
    effect.window.from = row.from.value_or(event.start()).days;
    if (row.to || event.end) effect.window.to = row.to.value_or(event.end.value_or(Date{INT32_MAX})).days;
  } else {
    if (row.from) effect.window.from = row.from->days;
    if (row.to) effect.window.to = row.to->days;
  }
  const std::vector<OwnedDays>* owned = row.selector.owners.empty() ? nullptr : &cache.find(row.selector);
  const auto take = [&](uint32_t i) {
    const Slot& slot = reach.slots[i];
    if (!reaches(dataset, row.selector, slot.part, slot.commodity)) return;
    const bool is_province = dataset.at(slot.asset).layer == Layer::province;
    if (owned && !is_province) {
      add_owned_slot(*owned, i, slot.asset, reach, effect);
    } else if (!owned || names_ground(row.selector)) {
      const bool sure = !(is_province && (owned || row.activity == Activity::deal));
      effect.slots.push_back({i, sure, 0, 0});
    }
  };
  if (const std::optional<std::vector<AssetIx>> few = named_assets(row.selector, owned)) {
    for (const AssetIx ix : *few)
      for (uint32_t i = reach.first_slot[ix.value]; i < reach.first_slot[ix.value + 1]; ++i) take(i);
  } else {
    for (uint32_t i = 0; i < reach.slots.size(); ++i) take(i);
  }
  return effect;
}

}  // namespace

DaySpan intersection(DaySpan a, DaySpan b) { return {std::max(a.from, b.from), std::min(a.to, b.to)}; }

DaySpan span_of(DateRange range) { return {range.from.days, range.to.days + 1}; }

std::vector<StageSpan> stages_of(const Event& deal) {
  std::vector<std::pair<Date, Stage>> changes;
  for (const Change& change : deal.history)
    if (change.stage != Stage::none) changes.emplace_back(change.date, change.stage);
  if (changes.empty()) changes.emplace_back(deal.announced, Stage::signed_);
  if (deal.end && changes.back().first <= *deal.end && changes.back().second != Stage::ended)
    changes.emplace_back(*deal.end, Stage::ended);
  sort_stably(changes, [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<StageSpan> spans;
  for (size_t i = 0; i < changes.size(); ++i) {
    const DaySpan days{changes[i].first.days, i + 1 < changes.size() ? changes[i + 1].first.days : INT32_MAX};
    if (!days.empty()) spans.push_back({changes[i].second, days});
  }
  return spans;
}

Reach make_reach(const Dataset& dataset) {
  Reach reach;
  make_slots(dataset, reach);
  OwnerCache cache(dataset);
  for (const Effect& row : dataset.effects) reach.effects.push_back(resolve(dataset, row, cache, reach));
  reach.waivers.resize(dataset.events.size());
  for (size_t e = 0; e < dataset.effects.size(); ++e)
    if (dataset.effects[e].activity == Activity::suspends)
      for (const EventIx suspended : dataset.effects[e].suspends) reach.waivers[suspended.value].push_back(EffectIx(e));
  for (const Event& event : dataset.events)
    reach.stage_spans.push_back(event.lane == Lane::deals ? stages_of(event) : std::vector<StageSpan>{});
  reach.whole = whole_totals(dataset, reach);
  return reach;
}

}  // namespace atlas
