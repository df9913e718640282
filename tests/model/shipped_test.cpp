// The shipped data as a whole: published totals, every event mapped or explained, curve and days agree.
#include "model/shipped.h"

#include <set>
#include <string>

#include "model/curve.h"

using namespace atlas;
using namespace atlas::shipped;

TEST_CASE("the provinces add up to the published totals", "[model][shipped]") {
  const Totals totals = on(day("2026-10-10")).totals;
  CHECK(*totals.all[0].volumes.oil_mmbo.best == Approx(89983).margin(1));
  CHECK(*totals.all[0].volumes.gas_bcf.best == Approx(1668658).margin(1));
  CHECK(*totals.all[0].volumes.ngl_mmbbl.best == Approx(44064).margin(1));
  CHECK(*totals.all[0].volumes.boe_mmboe.best == Approx(412157).margin(1));
  CHECK(totals.count[0] == 25);
}

TEST_CASE("every sanction and every counting deal has an effect, or its note says why not", "[model][shipped]") {
  const Dataset& data = world().data;
  for (size_t i = 0; i < data.events.size(); ++i) {
    const Event& e = data.events[i];
    const bool mapped = std::any_of(data.effects.begin(), data.effects.end(),
                                    [&](const Effect& effect) { return effect.event == EventIx(i); });
    const bool explained = e.note.en.find("No effect in this atlas.") != std::string::npos;
    CAPTURE(e.id, e.kind);
    if (e.lane == Lane::deals && !e.counts)
      CHECK_FALSE(mapped);  // treaties, summits, policies and pledges never count volumes
    else
      CHECK(mapped != explained);
  }
}

TEST_CASE("every effect says why, and reaches something on some day", "[model][shipped]") {
  const auto& [data, reach] = world();
  for (size_t i = 0; i < data.effects.size(); ++i) {
    const Effect& effect = data.effects[i];
    const std::string& id = data.at(effect.event).id;
    CAPTURE(id, effect.reason.en);
    CHECK(effect.reason.en.size() >= 10);
    // Vladimir Potanin's share of Nornickel is below the threshold; the row says so by reaching nothing.
    CHECK(reach.effects[i].slots.empty() == (id == "uk-potanin-2022" || id == "us-potanin-2022"));
  }
}

TEST_CASE("a sanction reaches its target's ground alone, an own limit its issuer's", "[model][shipped]") {
  const auto& [data, reach] = world();
  for (size_t i = 0; i < data.effects.size(); ++i) {
    const Event& e = data.at(data.effects[i].event);
    if (e.lane != Lane::sanctions || e.kind == "waiver" || e.kind == "easing") continue;
    // Norway closes its own ports to Russian ships: the ports stand in Norway, the rest of the package in Russia.
    if (e.id == "nor-2022-alignment") continue;
    for (const SlotReach& slot : reach.effects[i].slots) {
      const Part& part = data.at(reach.slots[slot.slot].part);
      CAPTURE(e.id, part.id);
      CHECK(part.state == (e.own_limit ? e.issuer : "RUS"));
    }
  }
}

TEST_CASE("rules about oil reach no gas, rules about energy no deposit but coal", "[model][shipped]") {
  const auto& [data, reach] = world();
  const std::set<std::string> oil_only{"us-directive-4-2014", "us-directive-4-2017", "eu-833-2014", "aus-2014",
                                       "can-2014"};
  const std::set<std::string> energy{"us-bis-oil-2014",      "us-bis-gazprom-2014", "nor-2014",
                                     "us-bis-oil-2022",      "eu-4th-package-2022", "us-eo14066-2022",
                                     "eu-16th-package-2025", "caatsa-2017",         "us-petroleum-services-2025",
                                     "uk-energy-goods-2022"};
  const std::set<std::string> of_2014{"us-bis-oil-2014", "us-bis-gazprom-2014", "nor-2014", "us-bis-oil-2022"};
  for (size_t i = 0; i < data.effects.size(); ++i) {
    const std::string& id = data.at(data.effects[i].event).id;
    for (const SlotReach& reached : reach.effects[i].slots) {
      const Slot& slot = reach.slots[reached.slot];
      const Asset& where = data.at(slot.asset);
      CAPTURE(id, where.id);
      // Norway's and the EU's service bans of 2014; money follows owners, and Norway's later rows mean all energy.
      const bool services_of_2014 =
          (id == "eu-960-2014" || id == "nor-2014") && data.effects[i].activity == Activity::services;
      if (oil_only.count(id) != 0 || services_of_2014) {
        CHECK(slot.commodity == kOil);
        CHECK(where.layer <= Layer::field);
      } else if (of_2014.count(id) != 0) {
        CHECK(where.layer <= Layer::field);
      } else if (energy.count(id) != 0 && where.layer == Layer::deposit) {
        CHECK(data.commodities[slot.commodity.value] == "coal");
      }
    }
  }
}

TEST_CASE("one package in several rows counts a volume once, at its heaviest hold", "[model][shipped]") {
  // 10 January 2025: blocking, tankers, services; Prirazlomnoye is in all of them and in the rules of 2014.
  const Snapshot snapshot = on(day("2025-03-01"));
  const Totals& totals = snapshot.totals;
  double by_hold = 0;
  for (size_t hold = 1; hold < 4; ++hold) by_hold += totals.by_hold[hold][1].volumes.boe_mmboe.high;
  CHECK(by_hold <= totals.all[1].volumes.boe_mmboe.high * (1 + 1e-9));
  const AssetState& field = snapshot.assets[world().data.find_asset("prirazlomnoye")->value];
  CHECK(field.held_by.size() > 5);
  CHECK(field.hold == Hold::blocks);
  CHECK(field.held_back.boe_mmboe == asset("prirazlomnoye").boe_mmboe);
}

TEST_CASE("oil cargo licences lift the tanker measure from 12 Mar to 11 Apr and 17 Apr to 17 Jun 2026, no more",
          "[model][shipped]") {
  const auto tankers = [](std::string_view date) {
    return Around(date, {"us-sovcomflot-2024", "us-gl-134-2026"}).at("novy-port", kOil);
  };
  CHECK(Around("2024-02-23", {"us-sovcomflot-2024"}).at("novy-port", kOil) == kHindersFrom);
  CHECK(tankers("2026-03-12") == kHindersNoMore);
  CHECK(tankers("2026-04-11") == kHindersFrom);
  CHECK(tankers("2026-04-17") == kHindersNoMore);
  CHECK(tankers("2026-06-17") == kHindersFrom);
  const Around firm("2026-03-12", {"us-2025-01-10", "us-gl-134-2026"});
  CHECK(firm.at("novy-port") == kBlocksStill);
  const Around plant("2026-03-12", {"us-sovcomflot-2024", "us-gl-134-2026"});
  CHECK(plant.at("yamal-lng") == kHindersStill);  // gas carriers are not meant
}

TEST_CASE("the shipped curves agree with evaluate() around every change", "[model][shipped]") {
  const auto& [data, reach] = world();
  Scenario scenario = default_scenario(data);
  for (const auto& [lane, layer] :
       {std::pair{Lane::sanctions, Layer::province}, std::pair{Lane::deals, Layer::field}}) {
    const Curve curve = sweep(data, reach, scenario, lane, layer);
    CHECK(curve.points.size() > 10);
    for (const CurvePoint& point : curve.points)
      for (const Date day : {point.from.plus_days(-1), point.from}) {
        CAPTURE(to_text(day));
        const Totals totals = on(day).totals;
        const auto& wanted = lane == Lane::sanctions ? totals.held_back : totals.under_deal;
        REQUIRE(curve.at(day) == wanted[static_cast<size_t>(layer)].volumes.boe_mmboe);
      }
  }
}
