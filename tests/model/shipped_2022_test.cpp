// From 2022 on all of Russia is meant: what began when, and what each rule still leaves out.
#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

namespace {

constexpr const char* kKaraSea = "west-siberian-basin--rus-offshore";
constexpr const char* kYamalLand = "west-siberian-basin--rus-onshore";

}  // namespace

TEST_CASE("USA, 24 Feb 2022: electronics for plants and ports, nothing in the ground", "[model][shipped]") {
  const Around change("2022-02-24", {"us-bis-2022-02-24"});
  for (const char* place : {"yamal-lng", "arctic-lng-2", "port-sabetta", "prirazlomnaya"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kRestrictsFrom);
  }
  CHECK(change.at(kYamalLand) == kFree);
  CHECK(change.at("utrenneye") == kFree);
  CHECK(change.at("talnakh-oktyabrskoye") == kFree);
  CHECK(change.at("hammerfest-lng") == kFree);
}

TEST_CASE("USA, 3 Mar 2022: the project types of 2014 under a policy of denial", "[model][shipped]") {
  const Around change("2022-03-03", {"us-bis-oil-2022"});
  CHECK(change.at(kKaraSea, kOil) == kRestrictsFrom);
  CHECK(change.at(kKaraSea, kGas) == kRestrictsFrom);
  CHECK(change.at("shtokman", kGas) == kRestrictsFrom);
  CHECK(change.at(kYamalLand) == kFree);
  CHECK(change.at("vankor") == kFree);
}

TEST_CASE("USA, 8 Mar 2022: no imports, no new money for Russian energy", "[model][shipped]") {
  const Around change("2022-03-08", {"us-eo14066-2022"});
  for (const char* place : {kKaraSea, kYamalLand, "vankor", "bovanenkovo", "yamal-lng", "vorkuta"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kRestrictsFrom);
  }
  CHECK(change.at("talnakh-oktyabrskoye") == kFree);  // minerals follow on 6 April
  CHECK(change.at("tomtor") == kFree);
  CHECK(change.at("hope-basin--usa-offshore") == kFree);
  CHECK(change.at("east-barents-basin--beyond-offshore-deep") == kFree);
}

TEST_CASE("EU, 16 Mar 2022: investment and energy technology, on and offshore, oil and gas", "[model][shipped]") {
  const Around change("2022-03-16", {"eu-4th-package-2022"});
  for (const CommodityIx commodity : {kOil, kLiquids, kGas})
    for (const char* place : {kKaraSea, kYamalLand, "lena-vilyui-basin--rus-onshore"})
      CHECK(change.at(place, commodity) == kRestrictsFrom);
  for (const char* place : {"vankor", "bovanenkovo", "shtokman", "yarega", "arctic-lng-2", "vorkuta"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kRestrictsFrom);
  }
  CHECK(change.at("talnakh-oktyabrskoye") == kFree);  // energy only
  CHECK(change.at("tomtor") == kFree);
  CHECK(change.at("johan-castberg") == kFree);
  CHECK(change.at("east-barents-basin--nor-offshore-deep") == kFree);
}

TEST_CASE("Norway, 18 Mar 2022: the EU measures for all of Russia", "[model][shipped]") {
  const Around change("2022-03-18", {"nor-2014"});
  CHECK(change.at(kYamalLand, kGas) == kRestrictsFrom);
  CHECK(change.at("vankor") == kRestrictsFrom);
  CHECK(change.at(kKaraSea, kGas) == kRestrictsFrom);
  CHECK(change.at(kKaraSea, kOil) == kRestrictsStill);
  CHECK(change.at("tomtor") == kFree);
}

TEST_CASE("USA, 6 Apr 2022: no new investment anywhere in Russia, minerals included", "[model][shipped]") {
  const Around change("2022-04-06", {"us-eo14071-2022"});
  for (const char* place :
       {kYamalLand, kKaraSea, "vankor", "talnakh-oktyabrskoye", "tomtor", "lovozero", "yamal-lng"}) {
    CAPTURE(place);
    CHECK(change.at(place) == kRestrictsFrom);
  }
  CHECK(change.at("barentsburg") == kFree);  // a Russian mine on Norwegian ground
  CHECK(change.at("red-dog") == kFree);
  CHECK(change.at("hope-basin--usa-offshore") == kFree);
}

TEST_CASE("EU, 10 Mar, 16 Apr and 10 Aug 2022: radio goods, ports, coal", "[model][shipped]") {
  CHECK(Around("2022-03-10", {"eu-maritime-tech-2022"}).at("port-sabetta") == kRestrictsFrom);
  const Around ports("2022-04-16", {"eu-5th-package-2022"});
  CHECK(ports.at("port-murmansk") == kHindersFrom);
  CHECK(ports.at("port-kirkenes") == kFree);
  const Around coal("2022-08-10", {"eu-5th-package-2022"});
  CHECK(coal.at("vorkuta") == kHindersFrom);
  CHECK(coal.at("svea") == kFree);
}

TEST_CASE("Norway, 7 May 2022: mainland ports closed to Russian ships, Svalbard open", "[model][shipped]") {
  const Around change("2022-05-07", {"nor-2022-alignment"});
  CHECK(change.at("port-kirkenes") == kHindersFrom);
  CHECK(change.at("port-tromso") == kHindersFrom);
  CHECK(change.at("port-longyearbyen") == kFree);
  CHECK(change.at("arctic-lng-2") == kRestrictsFrom);
  CHECK(change.at("yamal-lng") == kFree);
}

TEST_CASE("Canada, 10 Mar and 8 Jun 2022: no crude, then no services, mining included", "[model][shipped]") {
  const Around imports("2022-03-10", {"can-2022-oil-import"});
  CHECK(imports.at("vankor", kOil) == kHindersFrom);
  CHECK(imports.at("bovanenkovo", kGas) == kFree);
  const Around services("2022-06-08", {"can-2022-oil-import"});
  CHECK(services.at("bovanenkovo", kGas) == kRestrictsFrom);
  CHECK(services.at(kYamalLand) == kRestrictsFrom);
  CHECK(services.at("talnakh-oktyabrskoye") == kRestrictsFrom);
  CHECK(services.at("yamal-lng") == kFree);
}

TEST_CASE("5 Dec 2022: EU crude ban and price cap hinder oil, not gas", "[model][shipped]") {
  for (const char* id : {"eu-6th-package-2022", "g7-price-cap-2022"}) {
    CAPTURE(id);
    const Around change("2022-12-05", {id});
    CHECK(change.at("vankor", kOil) == kHindersFrom);
    CHECK(change.at("prirazlomnoye", kOil) == kHindersFrom);
    CHECK(change.at("arctic-gate") == kHindersFrom);
    CHECK(change.at("bovanenkovo", kGas) == kFree);
    CHECK(change.at(kKaraSea) == kFree);  // what isn't found can't be sold
    CHECK(change.at("johan-castberg") == kFree);
  }
  CHECK(Around("2025-09-03", {"eu-18th-package-2025"}).at("vankor", kOil) == kHindersFrom);
  CHECK(Around("2023-02-01", {"rus-oil-cap-ban-2022"}).at("vankor", kOil) == kHindersFrom);
}

TEST_CASE("United Kingdom: energy technology 28 Oct, oil 31 Dec 2022", "[model][shipped]") {
  const Around goods("2022-10-28", {"uk-energy-goods-2022"});
  CHECK(goods.at(kYamalLand, kGas) == kRestrictsFrom);
  CHECK(goods.at("pobeda", kOil) == kRestrictsFrom);
  CHECK(goods.at("yamal-lng") == kFree);
  const Around oil("2022-12-31", {"uk-energy-goods-2022"}, kHindersOnly);
  CHECK(oil.at("vankor", kOil) == kHindersFrom);
  CHECK(oil.at("bovanenkovo", kGas) == kFree);
}

TEST_CASE("USA, 27 Feb 2025: no petroleum services anywhere in Russia", "[model][shipped]") {
  const Around change("2025-02-27", {"us-petroleum-services-2025"});
  CHECK(change.at(kYamalLand, kGas) == kRestrictsFrom);
  CHECK(change.at("vankor") == kRestrictsFrom);
  CHECK(change.at("yamal-lng") == kFree);
  CHECK(change.at("tomtor") == kFree);
  // Announced on 10 January, with six weeks to wind down.
  CHECK(Around("2025-01-10", {"us-petroleum-services-2025"}).at("vankor") == kFree);
}

TEST_CASE("EU, 25 Feb 2025: no help to finish Vostok Oil", "[model][shipped]") {
  const Around change("2025-02-25", {"eu-16th-package-2025"});
  CHECK(change.at("bukhta-sever") == kRestrictsFrom);
  CHECK(change.at("payakha") == kRestrictsFrom);
  CHECK(change.at("arctic-gate") == kFree);
}

TEST_CASE("diamonds and metals: who is closed out and who is only kept out", "[model][shipped]") {
  CHECK(Around("2022-03-24", {"uk-sovcomflot-2022"}).at("udachnaya") == kBlocksFrom);
  CHECK(Around("2022-04-07", {"us-alrosa-2022"}).at("udachnaya") == kBlocksFrom);
  CHECK(Around("2022-04-07", {"us-alrosa-2022"}).at("grib") == kFree);
  const Around ban("2024-01-01", {"eu-alrosa-2024"});
  CHECK(ban.at("udachnaya") == kHindersFrom);
  CHECK(ban.at("grib") == kHindersFrom);
  CHECK(ban.at("ekati") == kFree);
  const Around listed("2024-01-03", {"eu-alrosa-2024"});
  CHECK(listed.at("udachnaya") == Step{Hold::hinders, Hold::blocks});
  CHECK(listed.at("grib") == kHindersStill);
  const Around baimskaya("2024-05-01", {"us-baimskaya-2024"});
  CHECK(baimskaya.at("peschanka") == kBlocksFrom);
  CHECK(baimskaya.at("kupol") == kFree);
  const Around metals("2024-04-13", {"us-uk-metals-2024"});
  CHECK(metals.at("talnakh-oktyabrskoye") == kHindersFrom);
  CHECK(metals.at("kevitsa") == kFree);
}

TEST_CASE("pipelines, tankers and Russia's own decrees hinder or restrict what they name", "[model][shipped]") {
  CHECK(Around("2019-12-20", {"peesa-2019"}).at("bovanenkovo", kGas) == kHindersFrom);
  CHECK(Around("2022-02-23", {"us-nord-stream-2-2022"}).at("bovanenkovo", kGas) == kHindersFrom);
  CHECK(Around("2022-04-01", {"rus-gas-roubles-2022"}).at("zapolyarnoye", kGas) == kHindersFrom);
  CHECK(Around("2022-08-05", {"rus-decree-520-2022"}).at("yamal-lng") == kRestrictsFrom);
  CHECK(Around("2023-12-19", {"rus-omv-wintershall-2023"}).at("yuzhno-russkoye") == kRestrictsFrom);
  CHECK(Around("2022-12-05", {"rus-nsr-foreign-warships-2022"}).at("port-tiksi") == kHindersFrom);
  for (const auto& [id, date] : {std::pair{"eu-17th-package-2025", "2025-05-20"},
                                 {"uk-2025-05-20", "2025-05-20"},
                                 {"eu-21st-package-2026", "2026-07-24"}}) {
    CAPTURE(id);
    const Around tankers(date, {id});
    CHECK(tankers.at("vankor", kOil) == kHindersFrom);
    CHECK(tankers.at("bovanenkovo", kGas) == kFree);
  }
}
