#pragma once

// Small datasets and scenarios from a seed: every combination of parts, owners, dated rows, waivers and deals comes up
// by itself. The same seed gives the same data on every platform (no distributions of the standard library).
#include <random>
#include <string>

#include "model/scenario.h"

namespace atlas::support {

class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  /// 0 <= result < count.
  size_t below(size_t count) { return count == 0 ? 0 : engine_() % count; }
  bool chance(int percent) { return below(100) < static_cast<size_t>(percent); }
  double share() { return static_cast<double>(below(1001)) / 1000; }
  Date day() { return Date::from_ymd(2010, 1, 1).plus_days(static_cast<int>(below(6000))); }
  template <class T>
  const T& one_of(const std::vector<T>& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 engine_;
};

inline void add_parts(Dataset& data, Random& random, Asset& asset, size_t count) {
  static const std::vector<std::string> kStates{"RUS", "USA", "NOR", "beyond"};
  asset.first_part = static_cast<uint32_t>(data.parts.size());
  asset.part_count = static_cast<uint32_t>(count);
  double left = 1;
  for (size_t i = 0; i < count; ++i) {
    Part part;
    part.id = asset.id + "--" + std::to_string(i);
    part.asset = AssetIx(data.assets.size());
    part.state = random.one_of(kStates);
    part.setting = random.chance(50) ? Setting::offshore : Setting::onshore;
    part.depth = random.chance(30) ? Depth::deep : Depth::shallow;
    if (count > 1) {
      const double best = i + 1 == count ? left : left * random.share();
      left -= best;
      const bool unknown = random.chance(60);
      part.share = {unknown ? 0 : best * 0.5, best, unknown ? 1 : best + (1 - best) * 0.5};
    }
    data.parts.push_back(part);
  }
}

inline void add_asset(Dataset& data, Random& random, Layer layer, size_t number) {
  static const char* const kNames[] = {"province", "field", "deposit", "facility"};
  Asset asset;
  asset.id = std::string(kNames[static_cast<size_t>(layer)]) + '-' + std::to_string(number);
  asset.name.en = asset.id;
  asset.layer = layer;
  asset.kind = layer == Layer::field ? "oil-gas-condensate" : "any";
  asset.status = random.chance(50) ? "producing" : "planned";
  asset.countries = {random.chance(50) ? "RUS" : "USA"};
  asset.verified = random.chance(70);
  asset.counted = layer == Layer::province || random.chance(90);
  if (layer == Layer::deposit) {
    asset.commodity = CommodityIx(3 + random.below(2));
    asset.commodities = {asset.commodity};
    asset.has_amount = random.chance(70);
    asset.mineral_amount = Interval::exactly(100 * random.share());
    asset.mineral_unit = "kt";
  } else if (layer != Layer::facility) {
    asset.has_amount = layer == Layer::province || random.chance(90);
    if (asset.has_amount && layer == Layer::field && random.chance(20)) {
      const double boe = 1000 * random.share();
      asset.hydrocarbons = {Interval::between(0, boe), Interval::between(0, boe), Interval::between(0, 6 * boe)};
      asset.boe_mmboe = Interval::exactly(boe);
    } else if (asset.has_amount) {
      const double oil = random.chance(20) ? 0 : 5000 * random.share(), liquids = 900 * random.share(),
                   gas = 60000 * random.share();
      asset.hydrocarbons = {Interval::exactly(oil), Interval::exactly(liquids), Interval::exactly(gas)};
      asset.boe_mmboe = Interval::exactly(oil + liquids + gas / 6);
    }
  }
  add_parts(data, random, asset, layer == Layer::province ? 1 + random.below(4) : random.chance(80) ? 1 : 2);
  data.asset_by_id.emplace(asset.id, AssetIx(data.assets.size()));
  data.assets.push_back(asset);
}

inline Selector random_selector(const Dataset& data, Random& random, bool may_own) {
  static const std::vector<Layer> kAll(kLayers.begin(), kLayers.end());
  Selector selector;
  if (random.chance(35)) selector.assets.push_back(AssetIx(random.below(data.assets.size())));
  if (random.chance(40)) selector.layers.push_back(random.one_of(kAll));
  if (random.chance(40)) selector.states.push_back(random.chance(60) ? "RUS" : "USA");
  if (random.chance(30)) selector.settings.push_back(random.chance(50) ? Setting::offshore : Setting::onshore);
  if (random.chance(35)) selector.commodities.push_back(CommodityIx(random.below(data.commodities.size())));
  if (may_own && random.chance(30)) {
    selector.owners.push_back(OwnerIx(random.below(data.owners.size())));
    if (random.chance(40)) selector.owners.push_back(OwnerIx(random.below(data.owners.size())));
    selector.threshold = random.chance(50) ? 0.5 : 0.33;
    selector.inclusive = random.chance(50);
    selector.added = random.chance(50);
  }
  return selector;
}

inline Event random_event(Random& random, Lane lane, size_t number) {
  static const std::vector<std::string> kDeals{"russia", "united-states", "other"};
  static const std::vector<std::string> kSanctions{"eu-partners", "united-states", "own-limits", "russia-china"};
  static const std::vector<Stage> kStages{Stage::pledged, Stage::signed_, Stage::operating, Stage::suspended,
                                          Stage::ended};
  Event event;
  event.id = (lane == Lane::deals ? "deal-" : "sanction-") + std::to_string(number);
  event.title.en = event.id;
  event.lane = lane;
  event.group = random.one_of(lane == Lane::deals ? kDeals : kSanctions);
  event.own_limit = event.group == "own-limits";
  event.announced = random.day();
  if (random.chance(50)) event.effective = event.announced.plus_days(static_cast<int>(random.below(300)));
  if (random.chance(40)) event.end = event.start().plus_days(1 + static_cast<int>(random.below(2000)));
  if (lane == Lane::deals) {
    Date date = event.announced;
    for (size_t i = 0; i < 1 + random.below(4); ++i) {
      event.history.push_back({date, DatePrecision::day, "", random.one_of(kStages), {}, {}, false});
      date = date.plus_days(1 + static_cast<int>(random.below(900)));
    }
  }
  return event;
}

inline StoryStep random_step(const char* id, const char* link) {
  StoryStep step;
  step.id = id;
  step.chapter = "one";
  step.link = link;
  return step;
}

inline void add_effects(Dataset& data, Random& random, EventIx ix) {
  Event& event = data.events[ix.value];
  const bool waiver = event.lane == Lane::sanctions && ix.value > 14 && random.chance(25);
  for (size_t i = 0; i < 1 + random.below(3); ++i) {
    Effect effect;
    effect.event = ix;
    if (event.lane == Lane::deals) {
      event.counts = true;
      effect.activity = Activity::deal;
    } else if (waiver) {
      effect.activity = Activity::suspends;
      for (size_t n = 0; n < 1 + random.below(3); ++n) effect.suspends.push_back(EventIx(12 + random.below(3)));
    } else {
      effect.activity = static_cast<Activity>(random.below(static_cast<size_t>(Activity::deal)));
    }
    if (event.lane == Lane::sanctions && random.chance(40)) {
      effect.from = event.start().plus_days(static_cast<int>(random.below(500)));
      if (random.chance(50)) effect.to = effect.from->plus_days(static_cast<int>(random.below(1500)));
    }
    effect.selector = random_selector(data, random, event.lane == Lane::sanctions);
    if (waiver && random.chance(40)) effect.selector = {};
    if (waiver && random.chance(30))
      effect.selector.activities.push_back(static_cast<Activity>(random.below(static_cast<size_t>(Activity::deal))));
    data.effects.push_back(effect);
  }
}

inline Dataset random_dataset(uint32_t seed) {
  Random random(seed * 7919 + 1);
  Dataset data;
  data.version = "test";
  data.as_of = Date::from_ymd(2026, 10, 10);
  data.commodities = {"oil", "liquids", "gas", "gold", "nickel"};
  for (size_t i = 0; i < 5; ++i) add_asset(data, random, Layer::province, i);
  for (size_t i = 0; i < 8; ++i) add_asset(data, random, Layer::field, i);
  for (size_t i = 0; i < 4; ++i) add_asset(data, random, Layer::deposit, i);
  for (size_t i = 0; i < 2; ++i) add_asset(data, random, Layer::facility, i);
  data.owners = {"a", "b", "c", "d", "e"};
  for (size_t i = 0; i < 14; ++i) {
    Ownership row;
    const size_t owner = random.below(5);
    row.owner = OwnerIx(owner);
    if (random.chance(30) && owner < 4)
      row.owned_owner = OwnerIx(owner + 1 + random.below(4 - owner));  // upwards only: no circles
    else
      row.owned_asset = AssetIx(5 + random.below(14));
    row.share = random.chance(30) ? 0.5 : random.share();
    if (random.chance(50)) row.from = random.day();
    if (random.chance(30)) row.to = row.from.value_or(random.day()).plus_days(1 + static_cast<int>(random.below(900)));
    data.ownership.push_back(row);
  }
  for (size_t i = 0; i < 26; ++i) {
    data.events.push_back(random_event(random, i < 12 ? Lane::deals : Lane::sanctions, i));
    data.event_by_id.emplace(data.events.back().id, EventIx(i));
  }
  for (size_t i = 0; i < data.events.size(); ++i) add_effects(data, random, EventIx(i));
  data.stories.push_back(
      {"tale",
       "stories/tale.json",
       {"Tale", ""},
       {},
       {},
       {{"one", {"One", ""}}},
       {random_step("first", "#v=1&h=total"), random_step("second", "#v=1&t=2014-09-12&off=sanction-13")}});
  return data;
}

inline Scenario random_scenario(const Dataset& data, uint32_t seed) {
  Random random(seed * 104729 + 3);
  Scenario scenario = default_scenario(data);
  if (random.chance(60))
    scenario.clocks = Together{random.day()};
  else
    scenario.clocks = Apart{random.day(), random.day()};
  const auto range = [&] {
    const Date from = random.day();
    return DateRange{from, from.plus_days(static_cast<int>(random.below(500)))};
  };
  if (random.chance(20)) scenario.deals_range = range();
  if (random.chance(20)) scenario.sanctions_range = range();
  if (random.chance(25)) scenario.issuers_off.insert(data.events[12 + random.below(14)].group);
  if (random.chance(25)) scenario.holds = {random.chance(50), random.chance(50), random.chance(50)};
  for (size_t i = 0; i < random.below(4); ++i)
    scenario.overrides[EventIx(random.below(data.events.size()))] = random.chance(50) ? Override::on : Override::off;
  return scenario;
}

}  // namespace atlas::support
