#include <algorithm>
#include <catch2/catch.hpp>

#include "model/compare.h"
#include "model/curve.h"
#include "model/reach.h"
#include "support/random_dataset.h"

using namespace atlas;
using support::random_dataset;
using support::random_scenario;

namespace {

constexpr uint32_t kSeeds = 150;

bool ordered(const Interval& v) {
  constexpr double kSlack = 1e-6;
  return v.low <= v.high + kSlack && (!v.best || (v.low <= *v.best + kSlack && *v.best <= v.high + kSlack));
}
bool within(const Interval& part, const Interval& whole) { return part.high <= whole.high * (1 + 1e-12) + 1e-9; }

template <class Test>
void each_volume(const Volumes& v, Test test) {
  test(v.oil_mmbo);
  test(v.ngl_mmbbl);
  test(v.gas_bcf);
  test(v.boe_mmboe);
}

}  // namespace

TEST_CASE("no total is above its layer's sum, and every interval holds its best value", "[model][law]") {
  for (uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const Dataset data = random_dataset(seed);
    const Totals totals = evaluate(data, make_reach(data), random_scenario(data, seed)).totals;
    for (size_t layer = 0; layer < 4; ++layer) {
      const Volumes& all = totals.all[layer].volumes;
      std::vector<const Volumes*> shares{&totals.held_back[layer].volumes, &totals.under_deal[layer].volumes};
      for (const auto& hold : totals.by_hold) shares.push_back(&hold[layer].volumes);
      for (const auto& hold : totals.by_sure_hold) shares.push_back(&hold[layer].volumes);
      for (const auto& stage : totals.by_stage) shares.push_back(&stage[layer].volumes);
      for (const Volumes* share : shares) {
        each_volume(*share, [](const Interval& v) { REQUIRE(ordered(v)); });
        REQUIRE(within(share->oil_mmbo, all.oil_mmbo));
        REQUIRE(within(share->gas_bcf, all.gas_bcf));
        REQUIRE(within(share->boe_mmboe, all.boe_mmboe));
      }
      for (const auto& [commodity, units] : totals.held_back[layer].by_unit)
        for (const auto& [unit, amount] : units)
          REQUIRE(within(amount, totals.all[layer].by_unit.at(commodity).at(unit)));
    }
  }
}

TEST_CASE("every sanction off means exactly zero held", "[model][law]") {
  for (uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const Dataset data = random_dataset(seed);
    Scenario scenario = random_scenario(data, seed);
    for (size_t i = 0; i < data.events.size(); ++i)
      if (data.events[i].lane == Lane::sanctions) scenario.overrides[EventIx(i)] = Override::off;
    const Reach reach = make_reach(data);
    const Snapshot snapshot = evaluate(data, reach, scenario);
    for (const auto& layer : snapshot.totals.held_back) {
      each_volume(layer.volumes, [](const Interval& v) { REQUIRE(v == Interval{}); });
      REQUIRE(layer.by_unit.empty());
    }
    for (const PartState& part : snapshot.parts) {
      REQUIRE(part.hold == Hold::none);
      REQUIRE(part.held_by.empty());
    }
    for (const CurvePoint& point : sweep(data, reach, scenario, Lane::sanctions, Layer::province).points)
      REQUIRE(point.boe_mmboe == Interval{});
  }
}

TEST_CASE("adding a sanction that waives nothing never lowers a hold", "[model][law]") {
  for (uint32_t seed = 0; seed < kSeeds; ++seed) {
    const Dataset data = random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario with = random_scenario(data, seed);
    for (size_t i = 0; i < data.events.size(); ++i) {
      const bool waives = std::any_of(data.effects.begin(), data.effects.end(), [&](const Effect& e) {
        return e.event == EventIx(i) && e.activity == Activity::suspends;
      });
      if (data.events[i].lane != Lane::sanctions || waives) continue;
      for (const Override more : {Override::as_recorded, Override::on}) {
        Scenario without = with;
        without.overrides[EventIx(i)] = Override::off;
        with.overrides.erase(EventIx(i));
        if (more == Override::on) with.overrides[EventIx(i)] = more;
        const Snapshot a = evaluate(data, reach, without), b = evaluate(data, reach, with);
        CAPTURE(seed, data.events[i].id);
        for (size_t p = 0; p < a.parts.size(); ++p) {
          REQUIRE(a.parts[p].hold <= b.parts[p].hold);
          REQUIRE(a.parts[p].sure_hold <= b.parts[p].sure_hold);
          REQUIRE(a.parts[p].held_share.low <= b.parts[p].held_share.low);
        }
      }
    }
  }
}

TEST_CASE("the order of effect and ownership rows doesn't matter", "[model][law]") {
  for (uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    Dataset data = random_dataset(seed);
    const Scenario scenario = random_scenario(data, seed);
    const uint64_t before = hash_of(evaluate(data, make_reach(data), scenario));
    std::reverse(data.effects.begin(), data.effects.end());
    std::rotate(data.ownership.begin(), data.ownership.begin() + 5, data.ownership.end());
    REQUIRE(hash_of(evaluate(data, make_reach(data), scenario)) == before);
  }
}

TEST_CASE("clocks together equal clocks apart on the same day", "[model][law]") {
  for (uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const Dataset data = random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario scenario = random_scenario(data, seed);
    const Date day = clock(scenario.clocks, Lane::sanctions);
    scenario.clocks = Together{day};
    const uint64_t together = hash_of(evaluate(data, reach, scenario));
    scenario.clocks = Apart{day, day};
    REQUIRE(hash_of(evaluate(data, reach, scenario)) == together);
  }
}

TEST_CASE("the curve of a lane agrees with evaluate() on every day around a change", "[model][law]") {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    const Dataset data = random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario scenario = random_scenario(data, seed);
    scenario.deals_range.reset();
    scenario.sanctions_range.reset();
    for (const Layer layer : {Layer::province, Layer::field}) {
      const Curve held = sweep(data, reach, scenario, Lane::sanctions, layer);
      const Curve dealt = sweep(data, reach, scenario, Lane::deals, layer);
      std::vector<Date> days{Date::from_ymd(1995, 1, 1), Date::from_ymd(2035, 1, 1)};
      for (const Curve* curve : {&held, &dealt})
        for (const CurvePoint& point : curve->points)
          if (point.from.days != INT32_MIN) {
            days.push_back(point.from.plus_days(-1));
            days.push_back(point.from);
          }
      for (const Date day : days) {
        CAPTURE(seed, to_text(day));
        scenario.clocks = Together{day};
        const Totals totals = evaluate(data, reach, scenario).totals;
        // The same sums in the same order: equal to the last bit.
        REQUIRE(held.at(day) == totals.held_back[static_cast<size_t>(layer)].volumes.boe_mmboe);
        REQUIRE(dealt.at(day) == totals.under_deal[static_cast<size_t>(layer)].volumes.boe_mmboe);
      }
    }
  }
}

TEST_CASE("a range holds at least what each of its days holds", "[model][law]") {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    const Dataset data = random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario scenario = random_scenario(data, seed);
    const Date from = clock(scenario.clocks, Lane::sanctions);
    scenario.sanctions_range = DateRange{from, from.plus_days(400)};
    const Snapshot over = evaluate(data, reach, scenario);
    for (int n = 0; n <= 400; n += 37) {
      CAPTURE(seed, n);
      scenario.sanctions_range = DateRange{from.plus_days(n), from.plus_days(n)};
      const Snapshot one = evaluate(data, reach, scenario);
      for (size_t p = 0; p < one.parts.size(); ++p) REQUIRE(one.parts[p].hold <= over.parts[p].hold);
    }
  }
}

TEST_CASE("comparing a snapshot with itself finds no difference, with all off it finds all of it", "[model][law]") {
  for (uint32_t seed = 0; seed < kSeeds; ++seed) {
    CAPTURE(seed);
    const Dataset data = random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario scenario = random_scenario(data, seed);
    const Snapshot now = evaluate(data, reach, scenario);
    REQUIRE(compare(data, now, now).assets.empty());
    for (size_t i = 0; i < data.events.size(); ++i) scenario.overrides[EventIx(i)] = Override::off;
    const Difference gone = compare(data, now, evaluate(data, reach, scenario));
    for (size_t layer = 0; layer < 4; ++layer) {
      REQUIRE(gone.freed[layer].volumes == now.totals.held_back[layer].volumes);
      REQUIRE(gone.newly_held[layer].volumes == Volumes{});
      REQUIRE(gone.undealt[layer].volumes == now.totals.under_deal[layer].volumes);
    }
  }
}
