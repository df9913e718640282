#include <catch2/catch.hpp>

#include "model/small_world.h"

using namespace atlas;

namespace {

/// The field's hold under a rule on `parent` with these shares: direct, and through `child`.
Hold held_through(double threshold, bool inclusive, double direct, std::optional<double> of_child = {},
                  double childs_share = 0) {
  SmallWorld world;
  Effect& rule = world.effect(world.sanction("2020-01-01"), Activity::dealing);
  rule.selector.owners = {OwnerIx(size_t{0})};
  rule.selector.threshold = threshold;
  rule.selector.inclusive = inclusive;
  if (direct > 0) world.owns(0, direct);
  if (of_child) world.owns(0, *of_child, 1);
  if (childs_share > 0) world.owns(1, childs_share);
  return world.field_hold("2021-01-01");
}

}  // namespace

TEST_CASE("exactly one half meets 'half or more' and not 'more than half'", "[model]") {
  CHECK(held_through(0.5, true, 0.5) == Hold::blocks);
  CHECK(held_through(0.5, false, 0.5) == Hold::none);
  CHECK(held_through(0.5, false, 0.501) == Hold::blocks);
  CHECK(held_through(0.33, true, 0.33) == Hold::blocks);
}

TEST_CASE("a daughter held by half or more passes on its whole share, one below passes nothing", "[model]") {
  CHECK(held_through(0.5, true, 0, 0.6, 0.5) == Hold::blocks);
  CHECK(held_through(0.5, true, 0, 0.49, 1.0) == Hold::none);
  CHECK(held_through(0.5, true, 0.2, 0.5, 0.3) == Hold::blocks);
  CHECK(held_through(0.33, true, 0, 0.4, 1.0) == Hold::none);
}

TEST_CASE("shares of several listed owners add up only where the rule says so", "[model]") {
  for (const bool added : {true, false}) {
    SmallWorld world;
    Effect& rule = world.effect(world.sanction("2020-01-01"), Activity::dealing);
    rule.selector.owners = {OwnerIx(size_t{0}), OwnerIx(size_t{2})};
    rule.selector.added = added;
    world.owns(0, 0.3);
    world.owns(2, 0.2);
    CHECK(world.field_hold("2021-01-01") == (added ? Hold::blocks : Hold::none));
  }
}

TEST_CASE("ownership counts on its days, the end not among them", "[model]") {
  SmallWorld world;
  world.effect(world.sanction("2020-01-01"), Activity::dealing).selector.owners = {OwnerIx(size_t{0})};
  world.owns(0, 1);
  world.data.ownership.back().from = Date::parse("2021-05-01");
  world.data.ownership.back().to = Date::parse("2022-05-01");
  CHECK(world.field_hold("2021-04-30") == Hold::none);
  CHECK(world.field_hold("2021-05-01") == Hold::blocks);
  CHECK(world.field_hold("2022-04-30") == Hold::blocks);
  CHECK(world.field_hold("2022-05-01") == Hold::none);
}

TEST_CASE("an owner rule reaches a province only by name, as nothing to all with best unknown", "[model]") {
  SmallWorld world;
  Effect& rule = world.effect(world.sanction("2020-01-01"), Activity::dealing);
  rule.selector.owners = {OwnerIx(size_t{0})};
  CHECK(world.on("2021-01-01").assets[0].hold == Hold::none);
  world.data.effects[0].selector.layers = {Layer::province};
  const Snapshot snapshot = world.on("2021-01-01");
  CHECK(snapshot.assets[0].hold == Hold::blocks);
  CHECK(snapshot.assets[0].sure_hold == Hold::none);
  const Interval held = snapshot.totals.held_back[0].volumes.boe_mmboe;
  CHECK(held.low == 0);
  CHECK_FALSE(held.best.has_value());
  CHECK(held.high == 200);
}

TEST_CASE("what is held of a province carries its shares through", "[model]") {
  SmallWorld world;
  world.effect(world.sanction("2020-01-01"), Activity::technology).selector.settings = {Setting::offshore};
  world.data.effects[0].selector.commodities = {kOil};
  const Snapshot snapshot = world.on("2020-01-01");
  const Volumes& held = snapshot.totals.held_back[0].volumes;
  CHECK(held.oil_mmbo == Interval{0, 40.0, 100});
  CHECK(held.gas_bcf == Interval{});
  CHECK(held.boe_mmboe == Interval{0, 40.0, 100});
  CHECK(world.on("2019-12-31").totals.held_back[0].volumes == Volumes{});
}

TEST_CASE("the heaviest hold counts once", "[model]") {
  SmallWorld world;
  for (const Activity activity : {Activity::trade, Activity::finance, Activity::dealing})
    world.effect(world.sanction("2020-01-01"), activity).selector.layers = {Layer::field};
  const Totals totals = world.on("2020-06-01").totals;
  CHECK(totals.by_hold[3][1].volumes.boe_mmboe == Interval::exactly(100));
  CHECK(totals.by_hold[2][1].volumes.boe_mmboe == Interval{});
  CHECK(totals.by_hold[1][1].volumes.boe_mmboe == Interval{});
  CHECK(totals.held_back[1].volumes.boe_mmboe == Interval::exactly(100));
}

TEST_CASE("a waiver suspends what it names, in its time and scope, and only if it counts", "[model]") {
  SmallWorld world;
  const EventIx ban = world.sanction("2020-01-01");
  world.effect(ban, Activity::dealing).selector.layers = {Layer::field};
  const EventIx waiver = world.sanction("2021-01-01", "2022-01-01");
  world.effect(waiver, Activity::suspends).suspends = {ban};
  CHECK(world.field_hold("2020-12-31") == Hold::blocks);
  CHECK(world.field_hold("2021-01-01") == Hold::none);
  CHECK(world.field_hold("2022-01-01") == Hold::blocks);
  Scenario scenario;
  scenario.clocks = Together{*Date::parse("2021-06-01")};
  scenario.overrides[waiver] = Override::off;
  CHECK(evaluate(world.data, make_reach(world.data), scenario).assets[1].hold == Hold::blocks);
  scenario.overrides = {{ban, Override::on}};
  CHECK(evaluate(world.data, make_reach(world.data), scenario).assets[1].hold == Hold::blocks);
  world.data.effects[1].selector.commodities = {kOil};
  CHECK(world.field_hold("2021-06-01") == Hold::blocks);
  CHECK(world.on("2021-06-01").totals.by_hold[3][1].volumes.oil_mmbo == Interval{});
}

TEST_CASE("a waiver that names activities lifts those alone", "[model]") {
  SmallWorld world;
  const EventIx package = world.sanction("2020-01-01");
  world.effect(package, Activity::technology).selector.layers = {Layer::field};
  world.effect(package, Activity::trade).selector.layers = {Layer::field};
  Effect& waiver = world.effect(world.sanction("2021-01-01"), Activity::suspends);
  waiver.suspends = {package};
  waiver.selector.activities = {Activity::technology, Activity::services};
  CHECK(world.field_hold("2020-12-31") == Hold::restricts);
  CHECK(world.field_hold("2021-01-01") == Hold::hinders);
  world.data.effects.back().selector.activities = {Activity::finance};
  CHECK(world.field_hold("2021-01-01") == Hold::restricts);
}

TEST_CASE("switched on counts on any day, switched off on none", "[model]") {
  SmallWorld world;
  const EventIx ban = world.sanction("2020-01-01", "2021-01-01");
  world.effect(ban, Activity::dealing).selector.layers = {Layer::field};
  Scenario scenario;
  scenario.clocks = Together{*Date::parse("1995-01-01")};
  scenario.overrides[ban] = Override::on;
  const Reach reach = make_reach(world.data);
  CHECK(evaluate(world.data, reach, scenario).assets[1].hold == Hold::blocks);
  scenario.clocks = Together{*Date::parse("2020-06-01")};
  scenario.overrides[ban] = Override::off;
  CHECK(evaluate(world.data, reach, scenario).assets[1].hold == Hold::none);
}

TEST_CASE("a deal has the stage of its last change; a range the last that wasn't its end", "[model]") {
  SmallWorld world;
  Event deal;
  deal.id = "d";
  deal.counts = true;
  deal.announced = *Date::parse("2010-01-01");
  for (const auto& [day, stage] : {std::pair{"2010-01-01", Stage::pledged}, std::pair{"2011-01-01", Stage::signed_},
                                   std::pair{"2012-01-01", Stage::operating}, std::pair{"2013-01-01", Stage::ended}})
    deal.history.push_back({*Date::parse(day), DatePrecision::day, "", stage, {}, {}, false});
  world.data.events.push_back(deal);
  world.effect(EventIx(size_t{0}), Activity::deal);
  CHECK(world.on("2009-12-31").assets[1].stage == Stage::none);
  CHECK(world.on("2010-06-01").assets[1].stage == Stage::pledged);
  CHECK(world.on("2010-06-01").totals.under_deal[1].volumes == Volumes{});
  CHECK(world.on("2012-01-01").assets[1].stage == Stage::operating);
  CHECK(world.on("2012-01-01").totals.under_deal[1].volumes.boe_mmboe == Interval::exactly(100));
  // A province under a deal: nothing to all.
  CHECK(world.on("2012-01-01").totals.under_deal[0].volumes.boe_mmboe == Interval::between(0, 200));
  CHECK(world.on("2013-01-01").assets[1].stage == Stage::ended);
  Scenario scenario;
  scenario.clocks = Together{*Date::parse("2014-01-01")};
  scenario.deals_range = DateRange{*Date::parse("2011-06-01"), *Date::parse("2014-01-01")};
  CHECK(evaluate(world.data, make_reach(world.data), scenario).assets[1].stage == Stage::operating);
}
