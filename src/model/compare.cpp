#include "model/compare.h"

#include "model/amounts.h"

namespace atlas {
namespace {

Held held_of(const Interval& share) {
  if (share.low == 1) return Held::surely;
  return share.high > 0 ? Held::possibly : Held::no;
}

/// What `after` has and `before` hasn't.
Held gained(Held before, Held after) {
  if (before == after || after < before) return Held::no;
  return before == Held::no && after == Held::surely ? Held::surely : Held::possibly;
}

class Comparison {
 public:
  explicit Comparison(const Dataset& dataset) : dataset_(dataset) {}

  /// The asset's entries in Snapshot::parts.
  struct Entries {
    size_t first, past;
  };

  void add(AssetIx ix, Entries entries, const Snapshot& before, const Snapshot& after, Interval PartState::*share,
           LayerVolumes& into) {
    const Asset& asset = dataset_.at(ix);
    if (!asset.counted || !asset.has_amount) return;
    std::vector<Held> held;
    bool any = false;
    for (size_t i = entries.first; i < entries.past; ++i) {
      held.push_back(gained(held_of(before.parts[i].*share), held_of(after.parts[i].*share)));
      any = any || held.back() != Held::no;
    }
    if (!any) return;
    std::vector<Interval> shares;
    shares_held(dataset_, asset, held, shares);
    if (asset.layer != Layer::deposit)
      into.volumes += volumes_held(asset, shares);
    else if (!shares[0].is_zero())
      into.by_unit[dataset_.commodities[asset.commodity.value]][asset.mineral_unit] +=
          amount_held(asset.mineral_amount, shares[0]);
  }

 private:
  const Dataset& dataset_;
};

}  // namespace

Difference compare(const Dataset& dataset, const Snapshot& baseline, const Snapshot& scenario) {
  Difference difference;
  Comparison comparison(dataset);
  size_t next = 0;
  for (size_t a = 0; a < dataset.assets.size(); ++a) {
    const AssetIx ix(a);
    const size_t layer = static_cast<size_t>(dataset.at(ix).layer);
    Comparison::Entries entries{next, next};
    while (entries.past < scenario.parts.size() && dataset.at(scenario.parts[entries.past].part).asset == ix)
      ++entries.past;
    next = entries.past;
    comparison.add(ix, entries, baseline, scenario, &PartState::held_share, difference.newly_held[layer]);
    comparison.add(ix, entries, scenario, baseline, &PartState::held_share, difference.freed[layer]);
    comparison.add(ix, entries, baseline, scenario, &PartState::deal_share, difference.newly_dealt[layer]);
    comparison.add(ix, entries, scenario, baseline, &PartState::deal_share, difference.undealt[layer]);
    const AssetState &before = baseline.assets[a], &after = scenario.assets[a];
    bool changed = before.hold != after.hold || before.stage != after.stage;
    for (size_t i = entries.first; i < entries.past && !changed; ++i)
      changed = baseline.parts[i].hold != scenario.parts[i].hold || baseline.parts[i].stage != scenario.parts[i].stage;
    if (changed) difference.assets.push_back(ix);
  }
  return difference;
}

Interval net(const Interval& gained, const Interval& lost) {
  return {gained.low - lost.high, gained.best && lost.best ? std::optional(*gained.best - *lost.best) : std::nullopt,
          gained.high - lost.low};
}

}  // namespace atlas
