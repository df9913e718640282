// evaluate() into the memory of an earlier answer: nothing of that answer may be left.
#include <catch2/catch.hpp>

#include "model/evaluate.h"
#include "model/reach.h"
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
