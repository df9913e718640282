// evaluate() into the memory of an earlier answer: nothing of that answer may be left.
#include <algorithm>
#include <catch2/catch.hpp>

#include "model/evaluate.h"
#include "model/reach.h"
#include "model/touch.h"
#include "support/large_dataset.h"

using namespace atlas;

TEST_CASE("an answer in the memory of another one is the same as a fresh one", "[model][law]") {
  Snapshot again;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    // The same data a few times, then other data with other sizes.
    const Dataset data = support::random_dataset(seed / 5);
    const Reach reach = make_reach(data);
    const Scenario scenario = support::random_scenario(data, seed);
    evaluate(data, reach, scenario, again);
    const Snapshot fresh = evaluate(data, reach, scenario);
    CAPTURE(seed);
    REQUIRE(hash_of(again) == hash_of(fresh));
    REQUIRE(again.parts.size() == fresh.parts.size());
    for (size_t i = 0; i < fresh.parts.size(); ++i) {
      REQUIRE(again.parts[i].part == fresh.parts[i].part);
      REQUIRE(again.parts[i].commodity == fresh.parts[i].commodity);
      REQUIRE(again.parts[i].held_by_hold == fresh.parts[i].held_by_hold);
      REQUIRE(again.parts[i].hold_share == fresh.parts[i].hold_share);
    }
    for (size_t i = 0; i < fresh.assets.size(); ++i) {
      REQUIRE(again.assets[i].held_by == fresh.assets[i].held_by);
      REQUIRE(again.assets[i].dealt_by == fresh.assets[i].dealt_by);
      REQUIRE(again.assets[i].held_back == fresh.assets[i].held_back);
    }
  }
}

TEST_CASE("from one turning day to the next the answer stands", "[model][law]") {
  size_t spans = 0, others = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    const Dataset data = support::random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario scenario = support::random_scenario(data, seed);
    scenario.deals_range.reset();
    scenario.sanctions_range.reset();
    const std::vector<int32_t> turns = turning_days(data, reach, scenario);
    REQUIRE(std::is_sorted(turns.begin(), turns.end()));
    const auto on = [&](int32_t day) {
      scenario.clocks = Together{Date{day}};
      return evaluate(data, reach, scenario);
    };
    for (size_t i = 0; i + 1 < turns.size(); ++i) {
      if (turns[i] == INT32_MIN || turns[i + 1] == INT32_MAX) continue;
      const Snapshot first = on(turns[i]), last = on(turns[i + 1] - 1);
      CAPTURE(seed, turns[i], turns[i + 1]);
      REQUIRE(hash_of(first) == hash_of(last));
      REQUIRE(first.event_active == last.event_active);
      REQUIRE(first.event_stage == last.event_stage);
      ++spans;
      others += hash_of(on(turns[i + 1])) != hash_of(first) ? 1 : 0;
    }
  }
  CHECK(spans > 500);
  CHECK(others * 2 > spans);  // most of them do turn something
}

TEST_CASE("what no scenario changes is what every answer says of all", "[model][law]") {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    const Dataset data = support::random_dataset(seed);
    const Reach reach = make_reach(data);
    const Totals totals = evaluate(data, reach, support::random_scenario(data, seed)).totals;
    Volumes all;
    for (const Asset& asset : data.assets)
      if (asset.layer == Layer::province && asset.counted) all.boe_mmboe += asset.boe_mmboe;
    CHECK(totals.all[0].volumes.boe_mmboe.high == Approx(all.boe_mmboe.high));
    double by_state = 0;
    for (const auto& [state, volumes] : totals.all_by_state) by_state += volumes.boe_mmboe.best.value_or(0);
    CHECK(by_state == Approx(all.boe_mmboe.best.value_or(0)));
    CHECK(totals.held_back_by_state.size() == totals.all_by_state.size());
  }
}

TEST_CASE("a made dataset of any size is the same each time", "[model][law]") {
  const Dataset one = support::large_dataset(400, 60), two = support::large_dataset(400, 60);
  CHECK(hash_of(evaluate(one, make_reach(one), default_scenario(one))) ==
        hash_of(evaluate(two, make_reach(two), default_scenario(two))));
}
