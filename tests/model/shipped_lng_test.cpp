// Liquefied gas on the shipped data: technology, plants, ships, markets.
#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

TEST_CASE("the EU's ban on liquefaction technology, 9 Apr 2022", "[model][shipped][lng]") {
  const Around change("2022-04-09", {"eu-5th-package-2022"});
  for (const char* plant :
       {"arctic-lng-2", "yamal-lng", "murmansk-lng", "ob-lng", "arctic-lng-1-plant", "tambey-lng"}) {
    CAPTURE(plant);
    CHECK(change.at(plant) == kRestrictsFrom);
  }
  CHECK(change.at("utrenneye") == kFree);  // the plant, not the gas in the ground
  CHECK(change.at("south-tambey") == kFree);
  CHECK(change.at("hammerfest-lng") == kFree);
  CHECK(change.at("alaska-lng") == kFree);
}

TEST_CASE("Arctic LNG 2 and Utrenneye: blocked by the USA from 2 Nov 2023", "[model][shipped][lng]") {
  const Around change("2023-11-02", {"us-arctic-lng-2-2023"});
  CHECK(change.at("arctic-lng-2") == kBlocksFrom);
  CHECK(change.at("utrenneye", kGas) == kBlocksFrom);
  CHECK(change.at("utrenneye", kOil) == kBlocksFrom);
  for (const char* place : {"yamal-lng", "south-tambey", "murmansk-lng", "geofizicheskoye", "vankor",
                            "yenisey-khatanga-basin--rus-onshore"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kFree);
  }
  const Snapshot before = on(day("2023-11-01"));
  CHECK(hold(before, "arctic-lng-2") == Hold::restricts);
  CHECK(hold(before, "utrenneye") == Hold::restricts);
}

TEST_CASE("Arctic LNG 2 and Utrenneye: frozen by the United Kingdom from 22 Feb 2024", "[model][shipped][lng]") {
  const Around change("2024-02-22", {"uk-arctic-lng-2-2024"});
  CHECK(change.at("arctic-lng-2") == kBlocksFrom);
  CHECK(change.at("utrenneye") == kBlocksFrom);
  CHECK(change.at("yamal-lng") == kFree);
}

TEST_CASE("Arctic LNG 2 and Utrenneye: no EU goods, services or money from 25 Jun 2024", "[model][shipped][lng]") {
  const Around change("2024-06-25", {"eu-14th-package-2024"});
  for (const char* place : {"arctic-lng-2", "utrenneye", "murmansk-lng"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kRestrictsFrom);
  }
  CHECK(change.at("saam-fsu") == kHindersFrom);
  CHECK(change.at("yamal-lng") == kFree);  // it runs; its reloading ends nine months later
}

TEST_CASE("the other LNG projects of Novatek: blocked by the USA in June and August 2024", "[model][shipped][lng]") {
  const Around june("2024-06-12", {"us-lng-2024-06"});
  for (const char* place : {"ob-lng", "arctic-lng-1-plant", "arctic-lng-1-group", "geofizicheskoye", "north-obskoye"}) {
    CAPTURE(place);
    CHECK(june.at(place) == kBlocksFrom);
  }
  CHECK(june.at("arctic-lng-2") == kHindersFrom);  // its ships
  CHECK(june.at("yamal-lng") == kFree);
  CHECK(june.at("yurkharovskoye") == kFree);  // Novatek itself is not blocked
  const Around august("2024-08-23", {"us-lng-2024-08"});
  CHECK(august.at("murmansk-lng") == kBlocksFrom);
  CHECK(august.at("yamal-lng") == kFree);
}

TEST_CASE("storage vessels and ships of Arctic LNG 2", "[model][shipped][lng]") {
  const Around vessels("2023-09-14", {"us-transshipment-2023-09"});
  CHECK(vessels.at("saam-fsu") == kBlocksFrom);
  CHECK(vessels.at("koryak-fsu") == kBlocksFrom);
  CHECK(vessels.at("arctic-lng-2") == kHindersFrom);
  CHECK(Around("2024-02-23", {"us-zvezda-2024-02"}).at("arctic-lng-2") == kHindersFrom);
  CHECK(Around("2024-02-23", {"us-zvezda-2024-02"}).at("belokamenka-yard") == kBlocksFrom);
  CHECK(Around("2024-05-01", {"us-redbox-2024-05"}).at("arctic-lng-2") == kHindersFrom);
  CHECK(Around("2024-09-05", {"us-gotik-2024-09"}).at("utrenneye") == kHindersFrom);
  CHECK(Around("2024-09-26", {"uk-lng-2024-09"}).at("utrenneye") == kHindersFrom);
  CHECK(Around("2025-01-10", {"us-lng-2025-01"}).at("utrenneye") == kHindersFrom);
  CHECK(Around("2025-07-18", {"eu-18th-package-2025"}).at("arctic-lng-2") == kHindersFrom);
  CHECK(Around("2025-10-15", {"uk-2025-10-15"}).at("arctic-lng-2") == kHindersFrom);
}

TEST_CASE("Yamal LNG: restricted and hindered by the USA, never blocked, on no day of any change",
          "[model][shipped][lng]") {
  const Dataset& data = world().data;
  Scenario scenario = default_scenario(data);
  for (const Event& e : data.events)
    if (e.lane == Lane::sanctions && e.group != "united-states") scenario.issuers_off.insert(e.group);
  std::vector<Date> days{data.as_of};
  for (const Effect& effect : data.effects)
    for (const auto& date : {effect.from, effect.to, std::optional(data.at(effect.event).start())})
      if (date) days.insert(days.end(), {*date, date->plus_days(-1)});
  Hold heaviest = Hold::none, lightest = Hold::blocks;
  for (const Date date : days) {
    scenario.clocks = Together{date};
    const Snapshot snapshot = evaluate(data, world().reach, scenario);
    for (const char* place : {"yamal-lng", "south-tambey"}) {
      CAPTURE(place, to_text(date));
      REQUIRE(hold(snapshot, place) < Hold::blocks);
      heaviest = std::max(heaviest, hold(snapshot, place));
      lightest = std::min(lightest, hold(snapshot, place));
    }
  }
  CHECK(heaviest == Hold::restricts);
  CHECK(lightest == Hold::none);
}

TEST_CASE("Yamal LNG: what did reach it", "[model][shipped][lng]") {
  CHECK(Around("2014-07-16", {"us-directive-2-2014"}).at("yamal-lng") == kRestrictsFrom);  // Novatek's half and more
  CHECK(Around("2019-09-25", {"us-cosco-dalian-2019"}).at("yamal-lng") == kHindersFrom);
  CHECK(Around("2019-11-01", {"us-cosco-dalian-2019"}).at("yamal-lng") == kHindersNoMore);
  CHECK(Around("2023-01-01", {"uk-energy-goods-2022"}).at("yamal-lng") == kHindersFrom);
  const Around reloading("2025-03-26", {"eu-14th-package-2024"});
  CHECK(reloading.at("yamal-lng") == kHindersFrom);
  CHECK(reloading.at("south-tambey", kGas) == kHindersFrom);
  CHECK(reloading.at("hammerfest-lng") == kFree);
}

TEST_CASE("the EU's ban on LNG imports: short contracts 25 Apr 2026, long ones 1 Jan 2027", "[model][shipped][lng]") {
  for (const char* id : {"eu-19th-package-2025", "eu-repowereu-2026"}) {
    CAPTURE(id);
    const Around begins("2026-04-25", {id});
    CHECK(begins.at("yamal-lng") == kHindersFrom);
    CHECK(begins.at("south-tambey", kGas) == kHindersFrom);
    CHECK(begins.at("arctic-lng-2") == kFree);
    CHECK(begins.at("hammerfest-lng") == kFree);
    CHECK(Around("2027-01-01", {id}).at("yamal-lng") == kHindersStill);
    // Which row says so changes on 1 January 2027.
    std::vector<std::pair<std::string, std::string>> stages;
    for (const Effect& effect : world().data.effects)
      if (effect.event == event(id) && effect.activity == Activity::trade && effect.selector.assets.size() == 1 &&
          world().data.at(effect.selector.assets[0]).id == "yamal-lng")
        stages.emplace_back(effect.from ? to_text(*effect.from) : "", effect.to ? to_text(*effect.to) : "");
    CHECK(stages == std::vector<std::pair<std::string, std::string>>{{"2026-04-25", "2027-01-01"}, {"2027-01-01", ""}});
  }
  CHECK(Around("2025-10-23", {"eu-19th-package-2025"}).at("yamal-lng") == kFree);  // adopted, not yet in force
}

TEST_CASE("the EU's ban on pipeline gas: short contracts 17 Jun 2026, long ones 30 Sep 2027", "[model][shipped][lng]") {
  const Around begins("2026-06-17", {"eu-repowereu-2026"});
  for (const char* field : {"bovanenkovo", "zapolyarnoye", "urengoy"}) {
    CAPTURE(field);
    CHECK(begins.at(field, kGas) == kHindersFrom);
  }
  CHECK(begins.at("bovanenkovo", kOil) == kFree);
  CHECK(begins.at("south-tambey", kGas) == kHindersStill);
  CHECK(Around("2027-09-30", {"eu-repowereu-2026"}).at("bovanenkovo", kGas) == kHindersStill);
}

TEST_CASE("EU, 23 Apr 2026: the port of Murmansk, services for carriers", "[model][shipped][lng]") {
  const Around change("2026-04-23", {"eu-20th-package-2026"});
  CHECK(change.at("port-murmansk") == kBlocksFrom);
  CHECK(change.at("belokamenka-yard") == kRestrictsFrom);
  CHECK(change.at("yamal-lng") == kHindersFrom);
  CHECK(change.at("port-sabetta") == kFree);
}
