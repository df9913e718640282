// Rules about owners on the shipped data: listed companies, what they own, and who owns exactly one half.
#include "model/ownership.h"
#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

TEST_CASE("Gazprom Neft, 10 Jan 2025: Novy Port, Prirazlomnoye and their terminals", "[model][shipped][owners]") {
  for (const char* id : {"us-2025-01-10", "uk-2025-01-10"}) {
    CAPTURE(id);
    const Around change("2025-01-10", {id});
    for (const char* place :
         {"novy-port", "prirazlomnoye", "dolginskoye", "arctic-gate", "prirazlomnaya", "umba-fso"}) {
      CAPTURE(place);
      CHECK(change.at(place) == kBlocksFrom);
    }
    // The parent is not listed, nor are its other fields.
    for (const char* place : {"bovanenkovo", "yamburg", "shtokman", "yamal-lng", "tomtor", "kharyaga"}) {
      CAPTURE(place);
      CHECK(change.at(place) != kBlocksFrom);
    }
  }
  // The tankers of the same US package hinder everybody's oil.
  CHECK(Around("2025-01-10", {"us-2025-01-10"}).at("vankor", kOil) == kHindersFrom);
  CHECK(Around("2025-01-10", {"uk-2025-01-10"}).at("vankor", kOil) == kFree);
}

TEST_CASE("Messoyakha, half Gazprom Neft and half Rosneft: blocked by the USA, not by London or Brussels",
          "[model][shipped][owners]") {
  for (const char* field : {"east-messoyakha", "west-messoyakha"}) {
    CAPTURE(field);
    CHECK(Around("2025-01-10", {"us-2025-01-10"}, {false, false, true}).at(field) == kBlocksFrom);
    CHECK(Around("2025-10-22", {"us-rosneft-lukoil-2025"}).at(field) == kBlocksFrom);
    CHECK(Around("2025-01-10", {"uk-2025-01-10"}).at(field) == kFree);
    CHECK(Around("2025-10-15", {"uk-2025-10-15"}).at(field) == kFree);
    CHECK(Around("2025-10-23", {"eu-19th-package-2025"}).at(field) == kFree);
  }
}

TEST_CASE("Tazovskoye, half Gazprom Neft and half Lukoil since April 2022: the same", "[model][shipped][owners]") {
  CHECK(Around("2025-01-10", {"us-2025-01-10"}, {false, false, true}).at("tazovskoye") == kBlocksFrom);
  CHECK(Around("2025-10-22", {"us-rosneft-lukoil-2025"}).at("tazovskoye") == kBlocksFrom);
  CHECK(Around("2025-01-10", {"uk-2025-01-10"}).at("tazovskoye") == kFree);
  CHECK(Around("2025-10-15", {"uk-2025-10-15"}).at("tazovskoye") == kFree);
  // Until then Gazprom Neft had all of it, so the EU's limits on money reached it.
  CHECK(Around("2022-04-01", {"eu-960-2014"}).at("tazovskoye", kGas) == kRestrictsNoMore);
  CHECK(Around("2022-04-01", {"us-directive-2-2014"}).at("tazovskoye", kGas) == kRestrictsStill);  // half is enough
}

TEST_CASE("Rosneft and Lukoil: London 15 Oct, Washington 22 Oct 2025", "[model][shipped][owners]") {
  for (const auto& [id, date] :
       {std::pair{"uk-2025-10-15", "2025-10-15"}, std::pair{"us-rosneft-lukoil-2025", "2025-10-22"}}) {
    CAPTURE(id);
    const Around change(date, {id});
    for (const char* place : {"suzun", "tagul", "lodochnoye", "russkoye", "rospan", "pobeda", "madachagskoye",
                              "taimyr-lng", "pyakyakhinskoye", "usinskoye", "yuzhno-khylchuyu", "varandey"}) {
      CAPTURE(place);
      CHECK(change.at(place) == kBlocksFrom);
    }
    CHECK(change.at("vankor") == kBlocksFrom);   // 50.1 % is more than half
    CHECK(change.at("payakha") == kBlocksFrom);  // through Vostok Oil, 85 %
    CHECK(change.at("bukhta-sever") == kBlocksFrom);
    CHECK(change.at("trebs-titov") == kBlocksFrom);  // through Bashneft and its daughter
    for (const char* place : {"novy-port", "prirazlomnoye", "bovanenkovo", "yamal-lng", "talnakh-oktyabrskoye"}) {
      CAPTURE(place);
      CHECK(change.at(place) == kFree);
    }
    CHECK(change.at("gubkinskoye") == kFree);  // 49 % is less than half
    CHECK(change.at("kharyaga") == kFree);     // Zarubezhneft's agreement
  }
}

TEST_CASE("Rosneft, 23 Oct 2025: the EU bans all dealing with it and with Gazprom Neft", "[model][shipped][owners]") {
  const Around change("2025-10-23", {"eu-19th-package-2025"});
  for (const char* place : {"vankor", "payakha", "trebs-titov", "novy-port", "prirazlomnaya", "tomtor"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kBlocksFrom);
  }
  CHECK(change.at("usinskoye") == kFree);  // Lukoil is not in it
}

TEST_CASE("Tomtor follows Rosneft from 20 May 2025, and every row says that this is our inference",
          "[model][shipped][owners]") {
  CHECK(Around("2025-10-22", {"us-rosneft-lukoil-2025"}).at("tomtor") == kBlocksFrom);
  CHECK(Around("2025-10-15", {"uk-2025-10-15"}).at("tomtor") == kBlocksFrom);
  CHECK(Around("2025-05-20", {"us-directive-2-2014"}).at("tomtor") == kRestrictsFrom);
  CHECK(Around("2025-05-20", {"eu-960-2014"}).at("tomtor") == kRestrictsFrom);
  CHECK(Around("2025-10-22", {"us-rosneft-lukoil-2025"}).at("lovozero") == kFree);
  const Dataset& data = world().data;
  int rows = 0;
  for (size_t i = 0; i < data.effects.size(); ++i) {
    const Effect& effect = data.effects[i];
    if (effect.selector.owners.empty()) continue;
    const auto& reached = world().reach.effects[i].slots;
    const bool tomtor = std::any_of(reached.begin(), reached.end(), [&](const SlotReach& slot) {
      return data.at(world().reach.slots[slot.slot].asset).id == "tomtor";
    });
    if (!tomtor) continue;
    CAPTURE(data.at(effect.event).id, effect.reason.en);
    CHECK(effect.reason.en.find("inference") != std::string::npos);
    ++rows;
  }
  CHECK(rows == 5);
}

TEST_CASE("a blocked company reaches a province as none to all of it", "[model][shipped][owners]") {
  const Snapshot snapshot = on(day("2025-10-22"), {"us-rosneft-lukoil-2025"});
  const auto* slot = slots(snapshot, "lena-vilyui-basin--rus-onshore", kGas).front();
  CHECK(slot->hold == Hold::blocks);
  CHECK(slot->sure_hold == Hold::none);
  CHECK(slot->held_share == Interval::between(0, 1));
  CHECK(hold(snapshot, "hope-basin--usa-offshore") == Hold::none);
  CHECK_FALSE(snapshot.totals.held_back[0].volumes.boe_mmboe.best.has_value());
}

TEST_CASE("Vladimir Potanin has about 36 % of Nornickel: no deposit is blocked", "[model][shipped][owners]") {
  for (const auto& [id, date] :
       {std::pair{"uk-potanin-2022", "2022-06-29"}, std::pair{"us-potanin-2022", "2022-12-15"}}) {
    const Snapshot snapshot = on(day(date), {id});
    CHECK(snapshot.event_active[event(id).value]);
    for (const AssetState& state : snapshot.assets) CHECK(state.hold == Hold::none);
  }
}

TEST_CASE("shares on the day: Vankor, Vostok Oil, Pobeda, Kolmozerskoye, Yamal LNG", "[model][shipped][owners]") {
  const Dataset& data = world().data;
  const auto share = [&](std::string_view owner, std::string_view owned, std::string_view date) {
    double sum = 0;
    for (const Ownership& r : data.ownership) {
      const std::string& name = r.owned_asset ? data.at(*r.owned_asset).id : data.owners[r.owned_owner->value];
      const bool then = (!r.from || *r.from <= day(date)) && (!r.to || day(date) < *r.to);
      if (name == owned && data.owners[r.owner.value] == owner && then) sum += r.share;
    }
    return sum;
  };
  CHECK(share("rosneft", "vankor", "2016-05-30") == 1);
  CHECK(share("rosneft", "vankor", "2016-05-31") == 0.85);
  CHECK(share("rosneft", "vankor", "2016-10-04") == 0.85);
  CHECK(share("rosneft", "vankor", "2016-10-05") == 0.501);
  CHECK(share("rosneft", "vostok-oil", "2020-12-28") == 1);
  CHECK(share("rosneft", "vostok-oil", "2020-12-29") == 0.9);
  CHECK(share("rosneft", "vostok-oil", "2021-09-30") == 0.9);
  CHECK(share("rosneft", "vostok-oil", "2021-10-01") == 0.85);
  CHECK(share("exxonmobil", "pobeda", "2012-04-15") == 0);
  CHECK(share("exxonmobil", "pobeda", "2012-04-16") == 0.3333);
  CHECK(share("exxonmobil", "pobeda", "2018-02-28") == 0);
  CHECK(share("nornickel", "kolmozerskoye", "2023-02-08") == 0.5);
  CHECK(share("novatek", "yamal-lng", "2014-01-13") == 0.8);
  CHECK(share("novatek", "yamal-lng", "2014-01-14") == 0.6);
  CHECK(share("novatek", "yamal-lng", "2016-03-15") == 0.501);
  CHECK(share("novatek", "arctic-lng-2", "2019-07-22") == 0.6);
  CHECK(share("rosneft", "tomtor", "2025-05-19") == 0);
  CHECK(share("rosneft", "tomtor", "2025-05-20") == 1);
}

TEST_CASE("who operates for a listed company has an owner on record", "[model][shipped][owners]") {
  const std::pair<const char*, const char*> names[] = {{"Rosneft", "rosneft"},
                                                       {"Gazprom Neft", "gazprom-neft"},
                                                       {"Novatek", "novatek"},
                                                       {"ALROSA", "alrosa"},
                                                       {"Lukoil-Western", "lukoil"}};
  const Dataset& data = world().data;
  int found = 0;
  for (const auto& [word, owner] : names) {
    Selector any_share;
    any_share.threshold = 0;
    for (size_t i = 0; i < data.owners.size(); ++i)
      if (data.owners[i] == owner) any_share.owners.push_back(OwnerIx(i));
    REQUIRE(any_share.owners.size() == 1);
    const std::vector<OwnedDays> owned = owned_days(data, any_share);
    for (size_t i = 0; i < data.assets.size(); ++i) {
      if (data.assets[i].operator_name.en.find(word) == std::string::npos) continue;
      CAPTURE(data.assets[i].id, owner);
      CHECK(std::any_of(owned.begin(), owned.end(), [&](const OwnedDays& days) {
        return days.asset == AssetIx(i) && days.days.contains(data.as_of);
      }));
      ++found;
    }
  }
  CHECK(found > 40);
}
