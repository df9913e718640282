#pragma once

// A dataset of any size for benchmarks, in the proportions of the shipped one: a tenth provinces of four parts, then
// fields, deposits and facilities; half of the events deals that name a few assets, half sanctions. Sanctions are rules
// (state, setting, commodity), lists of assets, or owners. `reach` is how many assets a sanction's rule means on
// average, so that assets and events can grow apart from it.
#include "support/random_dataset.h"

namespace atlas::support {

inline Date spread_day(Random& random) {
  return Date::from_ymd(1995, 1, 1).plus_days(static_cast<int>(random.below(11000)));
}

inline void add_large_asset(Dataset& data, Random& random, Layer layer, size_t states) {
  Asset asset;
  asset.id = "asset-" + std::to_string(data.assets.size());
  asset.layer = layer;
  asset.kind = "oil-gas-condensate";
  asset.status = "producing";
  asset.countries = {"S" + std::to_string(random.below(states))};
  if (layer == Layer::deposit) {
    asset.commodity = CommodityIx(3 + random.below(5));
    asset.commodities = {asset.commodity};
    asset.has_amount = true;
    asset.mineral_amount = Interval::exactly(1 + 100 * random.share());
    asset.mineral_unit = "kt";
  } else if (layer != Layer::facility) {
    asset.has_amount = random.chance(80);
    const double oil = 5000 * random.share(), liquids = 900 * random.share(), gas = 60000 * random.share();
    asset.hydrocarbons = {Interval::exactly(oil), Interval::exactly(liquids), Interval::exactly(gas)};
    asset.boe_mmboe = Interval::exactly(oil + liquids + gas / 6);
  }
  asset.first_part = static_cast<uint32_t>(data.parts.size());
  asset.part_count = layer == Layer::province ? 4 : 1;
  for (uint32_t i = 0; i < asset.part_count; ++i) {
    Part part;
    part.id = asset.id + "--" + std::to_string(i);
    part.asset = AssetIx(data.assets.size());
    part.state = i == 0 ? asset.countries[0] : "S" + std::to_string(random.below(states));
    part.setting = random.chance(50) ? Setting::offshore : Setting::onshore;
    part.depth = Depth::shallow;
    if (asset.part_count > 1) part.share = {0, 0.25, 1};
    data.parts.push_back(part);
  }
  data.asset_by_id.emplace(asset.id, AssetIx(data.assets.size()));
  data.assets.push_back(asset);
}

inline Selector some_assets(const Dataset& data, Random& random, size_t count) {
  Selector selector;
  for (size_t i = 0; i < count; ++i) selector.assets.push_back(AssetIx(random.below(data.assets.size())));
  return selector;
}

inline void add_large_event(Dataset& data, Random& random, Lane lane, size_t states) {
  Event event = random_event(random, lane, data.events.size());
  const Date moved = spread_day(random);
  const int by_days = moved.days - event.announced.days;
  event.announced = moved;
  if (event.effective) event.effective = event.effective->plus_days(by_days);
  if (event.end) event.end = event.end->plus_days(by_days);
  for (Change& change : event.history) change.date = change.date.plus_days(by_days);
  event.counts = lane == Lane::deals;
  Effect effect;
  effect.event = EventIx(data.events.size());
  if (lane == Lane::deals) {
    effect.activity = Activity::deal;
    effect.selector = some_assets(data, random, 1 + random.below(3));
  } else {
    effect.activity = static_cast<Activity>(random.below(static_cast<size_t>(Activity::deal)));
    if (random.chance(30)) {
      effect.selector = some_assets(data, random, 1 + random.below(8));
    } else if (random.chance(30)) {
      effect.selector.owners = {OwnerIx(random.below(data.owners.size()))};
    } else {
      effect.selector.states = {"S" + std::to_string(random.below(states))};
      effect.selector.settings = {random.chance(50) ? Setting::offshore : Setting::onshore};
      effect.selector.commodities = {CommodityIx(random.below(data.commodities.size()))};
    }
  }
  data.event_by_id.emplace(event.id, effect.event);
  data.events.push_back(event);
  data.effects.push_back(effect);
}

/// The same sizes give the same data everywhere.
inline Dataset large_dataset(size_t assets, size_t events) {
  Random random(static_cast<uint32_t>(assets * 31 + events));
  Dataset data;
  data.version = "bench";
  data.as_of = Date::from_ymd(2026, 10, 10);
  data.commodities = {"oil", "liquids", "gas", "gold", "nickel", "iron", "zinc", "rare-earths"};
  const size_t states = std::max<size_t>(8, assets / 500);
  for (size_t i = 0; i < assets; ++i) {
    const size_t kind = i * 20 / assets;
    const Layer layer = kind < 2    ? Layer::province
                        : kind < 9  ? Layer::field
                        : kind < 17 ? Layer::deposit
                                    : Layer::facility;
    add_large_asset(data, random, layer, states);
  }
  for (size_t i = 0; i < std::max<size_t>(10, assets / 20); ++i) data.owners.push_back("owner-" + std::to_string(i));
  for (size_t i = 0; i < assets / 2; ++i) {
    Ownership row;
    row.owner = OwnerIx(random.below(data.owners.size()));
    row.owned_asset = AssetIx(assets / 10 + random.below(assets - assets / 10));
    row.share = 0.5;
    data.ownership.push_back(row);
  }
  for (size_t i = 0; i < events; ++i)
    add_large_event(data, random, i < events / 2 ? Lane::deals : Lane::sanctions, states);
  return data;
}

}  // namespace atlas::support
