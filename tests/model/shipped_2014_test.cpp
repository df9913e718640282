// The rules of 2014 on the shipped data: who reaches what, and what each of them leaves out.
#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

namespace {

constexpr const char* kKaraSea = "west-siberian-basin--rus-offshore";
constexpr const char* kKaraDeep = "west-siberian-basin--rus-offshore-deep";
constexpr const char* kYamalLand = "west-siberian-basin--rus-onshore";

}  // namespace

TEST_CASE("Directive 4, 12 Sep 2014: offshore Arctic oil of the five listed companies", "[model][shipped]") {
  const Around change("2014-09-12", {"us-directive-4-2014"});
  for (const char* place : {kKaraSea, kKaraDeep, "east-barents-basin--rus-offshore", "laptev-sea-shelf--rus-offshore",
                            "timan-pechora-basin--rus-offshore", "prirazlomnoye", "dolginskoye", "madachagskoye",
                            "tsentralno-olginskoye", "pobeda"}) {
    CAPTURE(place);
    CHECK(change.at(place, kOil) == kRestrictsFrom);
  }
  CHECK(change.before().totals.held_back[0].volumes == Volumes{});
  CHECK(change.after().totals.held_back[0].volumes.oil_mmbo.high > 0);
}

TEST_CASE("Directive 4 reaches no gas, no land, nobody else's ground", "[model][shipped]") {
  const Around change("2014-09-12", {"us-directive-4-2014"});
  for (const char* place : {kKaraSea, "pobeda", "shtokman", "leningradskoye", "kamennomysskoye-sea", "murmanskoye"}) {
    CAPTURE(place);
    CHECK(change.at(place, kGas) == kFree);
  }
  CHECK(change.at(kKaraSea, kLiquids) == kFree);
  for (const char* place : {kYamalLand, "vankor", "novy-port", "east-messoyakha", "kharyaga"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kFree);
  }
  for (const char* place :
       {"goliat", "johan-castberg", "wisting", "northstar", "amauligak", "barents-platform--nor-offshore",
        "east-barents-basin--nor-offshore-deep", "east-barents-basin--beyond-offshore-deep", "hope-basin--usa-offshore",
        "prirazlomnaya", "yamal-lng", "talnakh-oktyabrskoye"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kFree);
  }
  CHECK(change.after().totals.held_back[0].volumes.gas_bcf == Interval{});
  CHECK(change.after().totals.held_back[0].volumes.ngl_mmbbl == Interval{});
}

TEST_CASE("Directive 4 widened, 29 Jan 2018: new projects with a third of a listed company", "[model][shipped]") {
  const Around change("2018-01-29", {"us-directive-4-2017"});
  for (const char* place : {kKaraSea, kKaraDeep, "dolginskoye", "madachagskoye", "tsentralno-olginskoye", "pobeda"}) {
    CAPTURE(place);
    CHECK(change.at(place, kOil) == kRestrictsFrom);
  }
  // A field that produces is no new project; gas and land stay outside.
  CHECK(change.at("prirazlomnoye") == kFree);
  CHECK(change.at("west-messoyakha") == kFree);  // not developed, but on land
  CHECK(change.at("shtokman") == kFree);
  CHECK(change.at(kKaraSea, kGas) == kFree);
  CHECK(change.at(kYamalLand) == kFree);
  CHECK(change.at("wisting") == kFree);
  // Announced on 31 October 2017, it counts only from its effective day; the first text goes on beside it.
  CHECK(Around("2017-10-31", {"us-directive-4-2017"}).at("dolginskoye") == kFree);
  CHECK(Around("2018-01-29", {"us-directive-4-2014"}).at("prirazlomnoye") == kRestrictsStill);
}

TEST_CASE("the US licence rule, 6 Aug 2014: anyone, oil or gas, at sea", "[model][shipped]") {
  const Around change("2014-08-06", {"us-bis-oil-2014"});
  for (const char* place : {kKaraSea, kKaraDeep, "shtokman", "leningradskoye", "murmanskoye"}) {
    CAPTURE(place);
    CHECK(change.at(place, kGas) == kRestrictsFrom);
  }
  CHECK(change.at("prirazlomnoye", kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraSea, kLiquids) == kRestrictsFrom);
  CHECK(change.at(kYamalLand) == kFree);
  CHECK(change.at("vankor") == kFree);
  CHECK(change.at("snohvit") == kFree);
  CHECK(change.at("yamal-lng") == kFree);
}

TEST_CASE("the US Entity List, 17 Sep 2014: oil or gas at sea, the listed companies' fields only", "[model][shipped]") {
  const Around change("2014-09-17", {"us-bis-gazprom-2014"});
  CHECK(change.at("shtokman", kGas) == kRestrictsFrom);
  CHECK(change.at("prirazlomnoye", kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraSea, kGas) == kRestrictsFrom);
  CHECK(change.at("murmanskoye") == kFree);    // no licence, no owner
  CHECK(change.at("north-obskoye") == kFree);  // Novatek is not on that list
  CHECK(change.at(kYamalLand) == kFree);
  CHECK(change.at("vankor") == kFree);
}

TEST_CASE("EU, 1 Aug 2014: Arctic oil on land and at sea, no gas", "[model][shipped]") {
  const Around change("2014-08-01", {"eu-833-2014", "eu-1290-2014"});
  for (const char* place : {kKaraSea, kKaraDeep, kYamalLand, "prirazlomnoye", "vankor", "novy-port", "kharyaga"}) {
    CAPTURE(place);
    CHECK(change.at(place, kOil) == kRestrictsFrom);
  }
  CHECK(change.at(kKaraSea, kGas) == kFree);
  CHECK(change.at(kYamalLand, kGas) == kFree);
  CHECK(change.at("novy-port", kGas) == kFree);
  CHECK(change.at("south-tambey") == kFree);
  CHECK(change.at("shtokman") == kFree);
  CHECK(change.at("usinskoye") == kFree);  // south of the Arctic Circle
  CHECK(change.at("goliat") == kFree);
}

TEST_CASE("EU, 12 Sep 2014: drilling and well services, and money for three companies", "[model][shipped]") {
  const Around change("2014-09-12", {"eu-960-2014"});
  CHECK(change.at(kKaraSea, kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraDeep, kOil) == kRestrictsFrom);
  CHECK(change.at(kYamalLand, kOil) == kRestrictsFrom);
  CHECK(change.at("kharyaga", kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraSea, kGas) == kFree);
  // Finance follows the owner, so it reaches gas too; half is not more than half.
  CHECK(change.at("rospan", kGas) == kRestrictsFrom);
  CHECK(change.at("tazovskoye", kGas) == kRestrictsFrom);
  CHECK(change.at("bovanenkovo", kGas) == kFree);
  CHECK(change.at("south-tambey") == kFree);
  CHECK(change.at("usinskoye") == kFree);  // south of the Arctic Circle
}

TEST_CASE("EU, 6 Dec 2014: Arctic now means offshore, land fields are free again", "[model][shipped]") {
  const Around change("2014-12-06", {"eu-833-2014", "eu-960-2014", "eu-1290-2014"});
  for (const char* place : {"kharyaga", "pyakyakhinskoye", "payakha", kYamalLand}) {
    CAPTURE(place);
    CHECK(change.at(place, kOil) == kRestrictsNoMore);
  }
  CHECK(change.at(kKaraSea, kOil) == kRestrictsStill);
  CHECK(change.at(kKaraDeep, kOil) == kRestrictsStill);
  CHECK(change.at("prirazlomnoye", kOil) == kRestrictsStill);
  // What is left on land is money for the named companies: half is not more than half.
  CHECK(change.at("vankor", kOil) == kRestrictsStill);
  CHECK(change.at("novy-port", kOil) == kRestrictsStill);
  CHECK(change.at("east-messoyakha", kOil) == kRestrictsNoMore);
  // Without the narrowing the land stays inside.
  CHECK(Around("2014-12-06", {"eu-833-2014"}).at("vankor", kOil) == kRestrictsStill);
}

TEST_CASE("Canada, 19 Dec 2014: Arctic oil without the word offshore, so Vankor too", "[model][shipped]") {
  const Around change("2014-12-19", {"can-2014"});
  for (const char* place : {"vankor", "novy-port", "kharyaga", "russkoye", kYamalLand, kKaraSea, "prirazlomnoye"}) {
    CAPTURE(place);
    CHECK(change.at(place, kOil) == kRestrictsFrom);
  }
  CHECK(change.at("vankor", kOil).after == Hold::restricts);
  CHECK(change.at(kYamalLand, kGas) == kFree);
  CHECK(change.at("south-tambey") == kFree);
  CHECK(change.at("usinskoye") == kFree);  // south of the Arctic Circle
  CHECK(change.at("norman-wells") == kFree);
}

TEST_CASE("Japan, September 2014: banks and arms, no Arctic rule", "[model][shipped]") {
  for (const char* id : {"jpn-2014", "jpn-2022-energy"}) {
    CAPTURE(id);
    const Event& japan = row(id);
    for (const Date day : {japan.start(), japan.start().plus_days(400)}) {
      const Snapshot snapshot = on(day, {id});
      CHECK(snapshot.event_active[event(id).value]);
      for (const AssetState& asset : snapshot.assets) CHECK(asset.hold == Hold::none);
    }
  }
}

TEST_CASE("Norway, 15 Aug 2014, and Australia, 31 Mar 2015: as the EU, oil at sea only", "[model][shipped]") {
  for (const auto& [id, date] : {std::pair{"nor-2014", "2014-08-15"}, std::pair{"aus-2014", "2015-03-31"}}) {
    CAPTURE(id);
    const Around change(date, {id});
    CHECK(change.at(kKaraSea, kOil) == kRestrictsFrom);
    CHECK(change.at(kKaraDeep, kOil) == kRestrictsFrom);
    CHECK(change.at("prirazlomnoye", kOil) == kRestrictsFrom);
    CHECK(change.at(kKaraSea, kGas) == kFree);
    CHECK(change.at(kYamalLand) == kFree);
    CHECK(change.at("vankor") == kFree);
  }
}

TEST_CASE("Directive 2: money for Rosneft and Novatek from 16 Jul, for Gazprom Neft from 12 Sep 2014",
          "[model][shipped]") {
  const Around july("2014-07-16", {"us-directive-2-2014"});
  CHECK(july.at("vankor") == kRestrictsFrom);
  CHECK(july.at("yamal-lng") == kRestrictsFrom);
  CHECK(july.at("south-tambey", kGas) == kRestrictsFrom);
  CHECK(july.at("novy-port") == kFree);
  CHECK(july.at("bovanenkovo") == kFree);
  CHECK(july.at("east-messoyakha") == kRestrictsFrom);  // Rosneft's half
  const Around september("2014-09-12", {"us-directive-2-2014"});
  CHECK(september.at("novy-port") == kRestrictsFrom);
  CHECK(september.at("prirazlomnoye") == kRestrictsFrom);
  CHECK(september.at("vankor") == kRestrictsStill);
  CHECK(september.at("kharyaga") == kFree);
}

TEST_CASE("CAATSA, 2 Aug 2017: foreign investors in special crude projects", "[model][shipped]") {
  const Around change("2017-08-02", {"caatsa-2017"});
  CHECK(change.at(kKaraSea, kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraDeep, kOil) == kRestrictsFrom);
  CHECK(change.at("dolginskoye", kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraDeep, kGas) == kFree);
  CHECK(change.at("bovanenkovo", kOil) == kFree);
  CHECK(change.at("bovanenkovo", kGas) == kHindersFrom);  // feeds an export pipeline
  CHECK(change.at(kKaraSea, kGas) == kFree);
  CHECK(change.at("vankor") == kFree);
}

TEST_CASE("12 Sep 2014 as recorded: gas at sea is held by the US licence rule alone", "[model][shipped]") {
  const Volumes all = on(day("2014-09-12")).totals.held_back[0].volumes;
  CHECK(all.gas_bcf.high > 0);
  const Volumes others =
      on(day("2014-09-12"), {"us-directive-2-2014", "us-directive-4-2014", "eu-833-2014", "eu-960-2014", "nor-2014"})
          .totals.held_back[0]
          .volumes;
  CHECK(others.gas_bcf == Interval{});
  CHECK(others.oil_mmbo == all.oil_mmbo);
}
