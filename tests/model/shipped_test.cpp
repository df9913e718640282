// Named cases on the shipped data: who changes a date in a CSV sees the right one fail.
#include <algorithm>
#include <catch2/catch.hpp>

#include "data/check.h"
#include "model/curve.h"
#include "model/reach.h"
#include "support/files.h"

using namespace atlas;

namespace {

struct Shipped {
  Dataset data;
  Reach reach;
};

const Shipped& shipped() {
  static const Shipped loaded = [] {
    const Result<Dataset> checked = check(support::data_folder("assets/data"));
    if (!checked.ok()) FAIL(to_text(checked.faults().front()));
    return Shipped{*checked, make_reach(*checked)};
  }();
  return loaded;
}

/// Evaluates one day, with all sanctions off but those named (none named: as recorded).
Snapshot on(const char* day, std::vector<const char*> only = {}) {
  const auto& [data, reach] = shipped();
  Scenario scenario = default_scenario(data);
  scenario.clocks = Together{*Date::parse(day)};
  if (!only.empty())
    for (size_t i = 0; i < data.events.size(); ++i)
      if (data.events[i].lane == Lane::sanctions) scenario.overrides[EventIx(i)] = Override::off;
  for (const char* id : only) {
    const auto event = data.find_event(id);
    if (!event) FAIL("no such event: " << id);
    scenario.overrides.erase(*event);
  }
  return evaluate(data, reach, scenario);
}

const AssetState& state(const Snapshot& snapshot, const char* asset) {
  const auto ix = shipped().data.find_asset(asset);
  if (!ix) FAIL("no such asset: " << asset);
  return snapshot.assets[ix->value];
}

const PartState& state(const Snapshot& snapshot, const char* part, CommodityIx commodity) {
  const auto found = std::find_if(snapshot.parts.begin(), snapshot.parts.end(), [&](const PartState& p) {
    return shipped().data.at(p.part).id == part && p.commodity == commodity;
  });
  if (found == snapshot.parts.end()) FAIL("no such part: " << part);
  return *found;
}

bool touches(const std::vector<EventIx>& by, const char* event) {
  return std::find(by.begin(), by.end(), shipped().data.find_event(event).value()) != by.end();
}

}  // namespace

TEST_CASE("the provinces add up to the published totals", "[model][shipped]") {
  const Volumes all = on("2026-10-10").totals.all[0].volumes;
  CHECK(*all.oil_mmbo.best == Approx(89983).margin(1));
  CHECK(*all.gas_bcf.best == Approx(1668658).margin(1));
  CHECK(*all.ngl_mmbbl.best == Approx(44064).margin(1));
  CHECK(*all.boe_mmboe.best == Approx(412157).margin(1));
  CHECK(on("2026-10-10").totals.count[0] == 25);
}

TEST_CASE("Directive 4, 12 Sep 2014: Russian offshore oil, not gas, not land, not Norway", "[model][shipped]") {
  const Snapshot before = on("2014-09-11", {"us-directive-4-2014"}), after = on("2014-09-12", {"us-directive-4-2014"});
  CHECK(before.totals.held_back[0].volumes == Volumes{});
  CHECK(state(after, "west-siberian-basin--rus-offshore", kOil).hold == Hold::restricts);
  CHECK(state(after, "west-siberian-basin--rus-offshore", kGas).hold == Hold::none);
  CHECK(state(after, "west-siberian-basin--rus-onshore", kOil).hold == Hold::none);
  CHECK(state(after, "goliat").hold == Hold::none);
  CHECK(state(after, "prirazlomnoye").hold == Hold::restricts);
  CHECK(after.totals.held_back[0].volumes.gas_bcf == Interval{});
}

TEST_CASE("the US rule of August 2014 reaches gas at sea as well", "[model][shipped]") {
  const Snapshot after = on("2014-09-12", {"us-bis-oil-2014"});
  CHECK(state(after, "west-siberian-basin--rus-offshore", kGas).hold == Hold::restricts);
  CHECK(state(after, "west-siberian-basin--rus-onshore", kGas).hold == Hold::none);
}

TEST_CASE("Arctic LNG 2 and Utrenneye: blocked by the USA from 2 Nov 2023", "[model][shipped]") {
  const Snapshot before = on("2023-11-01"), after = on("2023-11-02");
  for (const char* asset : {"arctic-lng-2", "utrenneye"}) {
    CAPTURE(asset);
    CHECK(state(before, asset).hold != Hold::blocks);
    CHECK(state(after, asset).hold == Hold::blocks);
  }
}

TEST_CASE("Yamal LNG is never blocked by the USA", "[model][shipped]") {
  const auto& [data, reach] = shipped();
  Scenario scenario = default_scenario(data);
  for (const Event& event : data.events)
    if (event.lane == Lane::sanctions && event.group != "united-states") scenario.issuers_off.insert(event.group);
  for (int year = 2014; year <= 2026; ++year) {
    scenario.clocks = Together{Date::from_ymd(year, 10, 1)};
    CAPTURE(year);
    CHECK(state(evaluate(data, reach, scenario), "yamal-lng").hold < Hold::blocks);
  }
}

TEST_CASE("Rosneft, 22 Oct 2025: Vankor is blocked by the USA from that day", "[model][shipped]") {
  const Snapshot before = on("2025-10-21", {"us-rosneft-lukoil-2025"}),
                 after = on("2025-10-22", {"us-rosneft-lukoil-2025"});
  CHECK(state(before, "vankor").hold == Hold::none);
  CHECK(state(after, "vankor").hold == Hold::blocks);
  CHECK(state(after, "tomtor").hold == Hold::blocks);
  CHECK(touches(state(after, "vankor").held_by, "us-rosneft-lukoil-2025"));
}

TEST_CASE("Messoyakha at exactly one half: inside the US rule, outside the British", "[model][shipped]") {
  CHECK(state(on("2025-10-23", {"us-rosneft-lukoil-2025", "us-2025-01-10"}), "east-messoyakha").hold == Hold::blocks);
  CHECK(state(on("2025-10-16", {"uk-2025-10-15"}), "east-messoyakha").hold == Hold::none);
}

TEST_CASE("ExxonMobil and Rosneft in the Kara Sea: signed, operating, suspended, ended", "[model][shipped]") {
  const auto deal = shipped().data.find_event("exxon-rosneft-kara-2011").value();
  CHECK(on("2011-12-31").event_stage[deal.value] >= Stage::signed_);
  CHECK(on("2016-01-01").event_stage[deal.value] == Stage::suspended);
  CHECK(on("2019-01-01").event_stage[deal.value] == Stage::ended);
}

TEST_CASE("the shipped curve agrees with evaluate()", "[model][shipped]") {
  const auto& [data, reach] = shipped();
  Scenario scenario = default_scenario(data);
  const Curve curve = sweep(data, reach, scenario, Lane::sanctions, Layer::province);
  CHECK(curve.points.size() > 10);
  for (const CurvePoint& point : curve.points)
    for (const Date day : {point.from.plus_days(-1), point.from}) {
      CAPTURE(to_text(day));
      scenario.clocks = Together{day};
      REQUIRE(curve.at(day) == evaluate(data, reach, scenario).totals.held_back[0].volumes.boe_mmboe);
    }
}
