#include "model/curve.h"

#include <algorithm>

#include "model/amounts.h"
#include "model/touch.h"

namespace atlas {
namespace {

bool counts_in_curve(const Scenario& scenario, Lane lane, uint8_t level) {
  if (lane == Lane::deals) return level >= static_cast<uint8_t>(Stage::signed_);
  return (level == static_cast<uint8_t>(Hold::restricts) && scenario.holds.restricts) ||
         (level == static_cast<uint8_t>(Hold::blocks) && scenario.holds.blocks);
}

/// One asset's amount from a day on.
struct Step {
  int32_t from = 0;
  Interval boe_mmboe;
};

/// The steps of one asset; `touches` are its own, sorted by slot.
std::vector<Step> asset_steps(const Dataset& dataset, const Reach& reach, AssetIx ix,
                              const std::vector<Touch>& touches) {
  std::vector<int32_t> changes;
  for (const Touch& touch : touches) {
    changes.push_back(touch.days.from);
    if (touch.days.to != INT32_MAX) changes.push_back(touch.days.to);
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
  const uint32_t first = reach.first_slot[ix.value];
  const Asset& asset = dataset.at(ix);
  std::vector<Held> held(reach.first_slot[ix.value + 1] - first), before;
  std::vector<Interval> shares;
  std::vector<Step> steps;
  for (const int32_t day : changes) {
    std::fill(held.begin(), held.end(), Held::no);
    for (const Touch& touch : touches)
      if (touch.days.contains(Date{day}))
        held[touch.slot - first] = std::max(held[touch.slot - first], touch.sure ? Held::surely : Held::possibly);
    if (held == before) continue;
    before = held;
    shares_held(dataset, asset, held, shares);
    steps.push_back({day, volumes_held(asset, shares).boe_mmboe});
  }
  return steps;
}

}  // namespace

Interval Curve::at(Date day) const {
  const auto after = std::upper_bound(points.begin(), points.end(), day,
                                      [](Date d, const CurvePoint& point) { return d < point.from; });
  return after == points.begin() ? Interval{} : std::prev(after)->boe_mmboe;
}

Curve sweep(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Lane lane, Layer layer) {
  std::vector<Touch> all;
  touches(dataset, reach, scenario, lane, std::nullopt, all);
  std::vector<std::vector<Touch>> by_asset(dataset.assets.size());
  for (const Touch& touch : all) {
    const AssetIx asset = reach.slots[touch.slot].asset;
    const Asset& row = dataset.at(asset);
    if (row.layer == layer && row.counted && row.has_amount && counts_in_curve(scenario, lane, touch.level))
      by_asset[asset.value].push_back(touch);
  }
  std::vector<std::vector<Step>> steps;
  std::vector<int32_t> changes;
  for (size_t a = 0; a < by_asset.size(); ++a) {
    if (by_asset[a].empty()) continue;
    steps.push_back(asset_steps(dataset, reach, AssetIx(a), by_asset[a]));
    for (const Step& step : steps.back()) changes.push_back(step.from);
  }
  std::sort(changes.begin(), changes.end());
  changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

  Curve curve{lane, layer, {}};
  std::vector<size_t> next(steps.size(), 0);
  std::vector<Interval> now(steps.size());
  for (const int32_t day : changes) {
    // Added anew in the assets' order, as evaluate() does, so that both give the same bits.
    Interval sum;
    for (size_t i = 0; i < steps.size(); ++i) {
      while (next[i] < steps[i].size() && steps[i][next[i]].from <= day) now[i] = steps[i][next[i]++].boe_mmboe;
      sum += now[i];
    }
    if (curve.points.empty() || !(curve.points.back().boe_mmboe == sum)) curve.points.push_back({Date{day}, sum});
  }
  return curve;
}

}  // namespace atlas
