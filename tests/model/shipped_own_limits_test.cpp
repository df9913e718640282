// What states close on their own ground: withdrawals, moratoria, and their reversals.
#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

namespace {

constexpr const char* kBeaufortChukchi = "arctic-alaska--usa-offshore";
constexpr const char* kCoastalPlain = "arctic-alaska--usa-onshore-anwr-1002";
constexpr const char* kReserve = "arctic-alaska--usa-onshore-npr-a";

/// Own limits as recorded, all other measures off.
Step own_limits_at(std::string_view date, std::string_view place) {
  const auto hold_on = [&](Date day) {
    Scenario scenario = default_scenario(world().data);
    scenario.clocks = Together{day};
    scenario.issuers_off = {"united-states", "eu-partners", "russia-china"};
    return hold(evaluate(world().data, world().reach, scenario), place);
  };
  return {hold_on(day(date).plus_days(-1)), hold_on(day(date))};
}

}  // namespace

TEST_CASE("the US Arctic shelf: closed 2016, open 2017, closed by a court 2019, open again 2025",
          "[model][shipped][own-limits]") {
  CHECK(own_limits_at("2015-01-27", kBeaufortChukchi) == kFree);  // smaller than any part
  CHECK(own_limits_at("2016-12-20", kBeaufortChukchi) == kBlocksFrom);
  CHECK(own_limits_at("2017-04-28", kBeaufortChukchi) == kBlocksNoMore);
  CHECK(own_limits_at("2019-03-29", kBeaufortChukchi) == kBlocksFrom);
  CHECK(own_limits_at("2021-01-20", kBeaufortChukchi) == kBlocksStill);
  CHECK(own_limits_at("2023-03-13", kBeaufortChukchi) == kBlocksStill);
  CHECK(own_limits_at("2025-01-20", kBeaufortChukchi) == kBlocksNoMore);
  for (const char* place :
       {"north-chukchi-wrangel-foreland-basin--usa-offshore", "amerasia-basin--usa-offshore-deep"}) {
    CAPTURE(place);
    CHECK(own_limits_at("2016-12-20", place) == kBlocksFrom);
    CHECK(own_limits_at("2025-01-20", place) == kBlocksNoMore);
  }
}

TEST_CASE("each order on the US Arctic shelf by itself", "[model][shipped][own-limits]") {
  CHECK(Around("2016-12-20", {"us-obama-arctic-2015"}).at(kBeaufortChukchi) == kBlocksFrom);
  CHECK(Around("2016-12-20", {"us-obama-arctic-2016"}).at(kBeaufortChukchi) == kBlocksFrom);
  CHECK(Around("2025-01-20", {"us-obama-arctic-2015"}).at(kBeaufortChukchi) == kBlocksNoMore);
  CHECK(Around("2025-01-20", {"us-obama-arctic-2016"}).at(kBeaufortChukchi) == kBlocksNoMore);
  CHECK(Around("2017-04-28", {"us-obama-arctic-2016", "us-revoke-withdrawal-2017"}).at(kBeaufortChukchi) ==
        kBlocksNoMore);
  CHECK(Around("2019-03-29", {"us-obama-arctic-2016", "us-revoke-withdrawal-2017"}).at(kBeaufortChukchi) ==
        kBlocksFrom);
  CHECK(Around("2021-01-20", {"us-biden-2021"}).at(kBeaufortChukchi) == kBlocksFrom);
  CHECK(Around("2025-01-20", {"us-biden-2021"}).at(kBeaufortChukchi) == kBlocksNoMore);
  for (const char* free : {kReserve, "arctic-alaska--usa-onshore-state-land", "hope-basin--usa-offshore"})
    CHECK(Around("2021-01-20", {"us-biden-2021"}).at(free) == kFree);
  CHECK(Around("2023-03-13", {"us-beaufort-2023"}).at(kBeaufortChukchi) == kBlocksFrom);
  CHECK(Around("2025-01-20", {"us-beaufort-2023"}).at(kBeaufortChukchi) == kBlocksNoMore);
}

TEST_CASE("the US withdrawals leave licensed fields, land, and other seas free", "[model][shipped][own-limits]") {
  const Around change("2016-12-20", {"us-obama-arctic-2016"});
  for (const char* place :
       {"northstar", "nikaitchuq", "liberty", "smith-bay", "prudhoe-bay", "hope-basin--usa-offshore",
        "arctic-alaska--rus-offshore", "arctic-alaska--can-offshore", kReserve, kCoastalPlain}) {
    CAPTURE(place);
    CHECK(change.at(place) == kFree);
  }
  CHECK(Around("2016-12-20", {"us-obama-arctic-2015"}).at("hope-basin--usa-offshore") == kFree);
  // The northern Bering Sea holds no province of the data.
  for (const char* id : {"us-northern-bering-2016", "us-ocs-2025-01"}) {
    const Snapshot snapshot = on(row(id).start(), {id});
    for (const AssetState& state : snapshot.assets) CHECK(state.hold == Hold::none);
  }
}

TEST_CASE("ANWR: closed from 20 Jan 2021, leases suspended, open from 20 Jan 2025", "[model][shipped][own-limits]") {
  CHECK(own_limits_at("2021-01-20", kCoastalPlain) == kBlocksFrom);
  CHECK(own_limits_at("2021-06-01", kCoastalPlain) == kBlocksStill);
  CHECK(own_limits_at("2025-01-20", kCoastalPlain) == kBlocksNoMore);
  CHECK(Around("2021-01-20", {"us-biden-2021"}).at(kCoastalPlain) == kBlocksFrom);
  CHECK(Around("2025-01-20", {"us-biden-2021"}).at(kCoastalPlain) == kBlocksNoMore);
  const Around suspended("2021-06-01", {"us-anwr-suspension-2021"});
  CHECK(suspended.at(kCoastalPlain) == kBlocksFrom);
  CHECK(suspended.at("point-thomson") == kFree);  // state land next to it
  CHECK(suspended.at(kReserve) == kFree);
  CHECK(Around("2025-01-20", {"us-anwr-suspension-2021"}).at(kCoastalPlain) == kBlocksNoMore);
}

TEST_CASE("ANWR leases: sold 2021, suspended, cancelled, reinstated, reopened 2025", "[model][shipped][own-limits]") {
  const char* leases = "anwr-leases-2021";
  CHECK(stage_step(leases, "2021-01-06").before == Stage::none);
  CHECK(stage_step(leases, "2021-01-19").after == Stage::operating);
  CHECK(stage_step(leases, "2021-06-01") == StageStep{Stage::operating, Stage::suspended});
  CHECK(stage_step(leases, "2023-09-06") == StageStep{Stage::suspended, Stage::ended});
  CHECK(stage_step(leases, "2025-03-25") == StageStep{Stage::ended, Stage::signed_});
  CHECK(stage_step(leases, "2025-10-23") == StageStep{Stage::signed_, Stage::operating});
  CHECK(touched(on(day("2021-02-01")), kCoastalPlain, leases));
  CHECK_FALSE(touched(on(day("2021-02-01")), kReserve, leases));
  CHECK(stage_step("anwr-rod-2025", "2025-10-23") == StageStep{Stage::none, Stage::operating});
  CHECK_FALSE(touched(on(day("2025-10-24")), kCoastalPlain, "anwr-rod-2025"));
}

TEST_CASE("the National Petroleum Reserve: limits 6 Jun 2024 to 17 Dec 2025, Willow free",
          "[model][shipped][own-limits]") {
  const Around begins("2024-06-06", {"us-npra-rule-2024"});
  CHECK(begins.at(kReserve) == kBlocksFrom);
  for (const char* place : {"willow", "greater-mooses-tooth", kCoastalPlain, "arctic-alaska--usa-onshore-state-land"}) {
    CAPTURE(place);
    CHECK(begins.at(place) == kFree);
  }
  CHECK(own_limits_at("2025-01-20", kReserve) == kBlocksStill);  // the order of that day did not end this rule
  CHECK(own_limits_at("2025-12-17", kReserve) == kBlocksNoMore);
  const Snapshot sale = on(day("2026-03-18"));
  CHECK(touched(sale, kReserve, "npra-sale-2026"));
}

TEST_CASE("Canada, 20 Dec 2016: no licences at sea; from 30 Jul 2019 no work under old ones",
          "[model][shipped][own-limits]") {
  const Around sea("2016-12-20", {"can-moratorium-2016"});
  for (const char* place : {"amerasia-basin--can-offshore", "sverdrup-basin--can-offshore",
                            "arctic-alaska--can-offshore", "west-greenland-east-canada--can-offshore-deep"}) {
    CAPTURE(place);
    CHECK(sea.at(place) == kBlocksFrom);
  }
  CHECK(sea.at("amauligak") == kFree);
  CHECK(sea.at("sverdrup-basin--can-onshore") == kFree);
  CHECK(sea.at("amerasia-basin--usa-offshore") == kFree);
  CHECK(sea.at("west-greenland-east-canada--grl-offshore") == kFree);
  const Around work("2019-07-30", {"can-moratorium-2016"});
  for (const char* place : {"amauligak", "hecla", "cisco"}) CHECK(work.at(place) == kBlocksFrom);
  for (const char* place : {"taglu", "drake-point", "norman-wells", "northstar"}) CHECK(work.at(place) == kFree);
}

TEST_CASE("Greenland: no oil licences from 15 Jul 2021, no uranium from 2 Dec 2021", "[model][shipped][own-limits]") {
  const Around oil("2021-07-15", {"grl-oil-stop-2021"});
  for (const char* place :
       {"east-greenland-rift-basins--grl-offshore-deep", "east-greenland-rift-basins--grl-onshore",
        "west-greenland-east-canada--grl-offshore", "north-greenland-sheared-margin--grl-offshore"}) {
    CAPTURE(place);
    CHECK(oil.at(place) == kBlocksFrom);
  }
  CHECK(oil.at("west-greenland-east-canada--can-offshore") == kFree);
  CHECK(oil.at("east-greenland-rift-basins--isl-offshore-deep") == kFree);
  CHECK(oil.at("kvanefjeld") == kFree);
  const Around uranium("2021-12-02", {"grl-uranium-act-2021"});
  CHECK(uranium.at("kvanefjeld") == kBlocksFrom);
  CHECK(uranium.at("motzfeldt") == kBlocksFrom);
  CHECK(uranium.at("tanbreez") == kFree);
  CHECK(uranium.at("kiggavik") == kFree);  // uranium, but in Canada
  CHECK(uranium.at("east-greenland-rift-basins") == kFree);
}

TEST_CASE("Norway's sea-bed pause, 1 Dec 2024, touches no oil and gas", "[model][shipped][own-limits]") {
  CHECK(row("nor-deep-sea-pause-2024").own_limit);
  const Snapshot snapshot = on(row("nor-deep-sea-pause-2024").start(), {"nor-deep-sea-pause-2024"});
  CHECK(snapshot.event_active[event("nor-deep-sea-pause-2024").value]);
  for (const AssetState& state : snapshot.assets) CHECK(state.hold == Hold::none);
}

TEST_CASE("Pebble closed, Ambler's road refused: the one blocks, the other hinders", "[model][shipped][own-limits]") {
  CHECK(Around("2023-01-30", {"us-pebble-veto-2023"}).at("pebble") == kBlocksFrom);
  const Around road("2024-06-28", {"us-ambler-denial-2024"});
  CHECK(road.at("arctic-ambler") == kHindersFrom);
  CHECK(road.at("red-dog") == kFree);
  CHECK(own_limits_at("2025-10-06", "arctic-ambler") == kHindersNoMore);
}

TEST_CASE("own limits are told apart from sanctions against another", "[model][shipped][own-limits]") {
  const Totals totals = on(day("2022-06-01")).totals;
  CHECK(totals.own_limits.boe_mmboe.high > 0);
  CHECK(totals.own_limits.boe_mmboe.high < totals.held_back[0].volumes.boe_mmboe.high);
  for (const Event& e : world().data.events)
    if (e.own_limit) {
      CAPTURE(e.id);
      CHECK(e.group == "own-limits");
      CHECK(e.countries == std::vector<std::string>{e.issuer});
    }
}
