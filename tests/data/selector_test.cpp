#include "data/selector.h"

#include <catch2/catch.hpp>
#include <set>

#include "data/check.h"
#include "support/files.h"

using namespace atlas;

namespace {

const Dataset& small() {
  static const Dataset dataset = check(support::data_folder("tests/data/small")).value();
  return dataset;
}

/// "part/commodity" of everything that a selector reaches.
std::set<std::string> reached(std::string_view text) {
  const Result<Selector> selector = parse_selector(text, small());
  REQUIRE(selector);
  std::set<std::string> found;
  for (size_t i = 0; i < small().parts.size(); ++i) {
    const Part& part = small().parts[i];
    for (const CommodityIx c : commodities_of(small().at(part.asset)))
      if (reaches(small(), *selector, PartIx{i}, c))
        found.insert(part.id + "/" + (c.valid() ? small().commodities[c.value] : "-"));
  }
  return found;
}

std::string only_fault(std::string_view text) {
  const Result<Selector> selector = parse_selector(text, small());
  REQUIRE_FALSE(selector);
  REQUIRE(selector.faults().size() == 1);
  return to_text(selector.faults()[0]);
}

using Set = std::set<std::string>;

}  // namespace

TEST_CASE("conditions of a selector are and, words of a condition are or", "[data]") {
  CHECK(reached("layer=field & commodity=gas") == Set{"north-gas--all/gas", "zone-oil--all/gas"});
  CHECK(reached("layer=field&state=RUS|NOR&commodity=oil") == Set{"deep-oil--all/oil", "in-place-oil--all/oil"});
  CHECK(reached("zone=npr-a") == Set{"zone-oil--all/oil", "zone-oil--all/liquids", "zone-oil--all/gas"});
  CHECK(reached("state=beyond & commodity=oil|gas") ==
        Set{"pole-basin--beyond-offshore-deep/oil", "pole-basin--beyond-offshore-deep/gas"});
  CHECK(reached("layer=field & depth=deep") == Set{"deep-oil--all/oil"});
}

TEST_CASE("minerals are all that is neither oil nor liquids nor gas", "[data]") {
  CHECK(reached("commodity=minerals & state=GRL") ==
        Set{"rare-earth-fjord--all/rare-earths", "rare-earth-fjord--all/uranium"});
  CHECK(reached("commodity=gold") == Set{"gold-hill--all/gold", "gold-creek--all/gold"});
}

TEST_CASE("a facility has one slot without a commodity, so a commodity never reaches it", "[data]") {
  CHECK(reached("asset=north-lng") == Set{"north-lng--all/-"});
  CHECK(reached("asset=north-lng & commodity=gas").empty());
}

TEST_CASE("an owner's threshold is inclusive or not, and says if shares add up", "[data]") {
  const auto inclusive = parse_selector("owner=north-company|partner-company & share>=0.5 & added=yes", small());
  REQUIRE(inclusive);
  CHECK(inclusive->owners.size() == 2);
  CHECK(inclusive->inclusive);
  CHECK(inclusive->added);
  const auto above = parse_selector("owner=north-company & share>0.33 & added=no", small());
  REQUIRE(above);
  CHECK_FALSE(above->inclusive);
  CHECK(above->threshold == 0.33);
  CHECK_FALSE(above->added);
}

TEST_CASE("a selector that can't be read says why", "[data]") {
  CHECK(only_fault("layer") == "selector: has a condition without = (layer)");
  CHECK(only_fault("colour=red") == "selector: unknown key (colour)");
  CHECK(only_fault("layer=volcano") == "selector: unknown layer (volcano)");
  CHECK(only_fault("asset=nowhere") == "selector: unknown asset (nowhere)");
  CHECK(only_fault("part=nowhere") == "selector: unknown part (nowhere)");
  CHECK(only_fault("owner=nobody") == "selector: unknown owner (nobody)");
  CHECK(only_fault("commodity=cheese") == "selector: unknown commodity (cheese)");
  CHECK(only_fault("state=ATA") == "selector: no part has this state (ATA)");
  CHECK(only_fault("zone=moon") == "selector: no part has this zone (moon)");
  CHECK(only_fault("state=") == "selector: has a key without words (state)");
  CHECK(only_fault("state=RUS & state=USA") == "selector: has the same key twice (state)");
  CHECK(only_fault("state>0.5") == "selector: only share is compared with > or >= (state>0.5)");
  CHECK(only_fault("owner=north-company & share=0.5") == "selector: share is compared with > or >= (share=0.5)");
  CHECK(only_fault("owner=north-company & share>=2") == "selector: share is not a number from 0 to 1 (share>=2)");
  CHECK(only_fault("layer=field & share>=0.5") == "selector: share and added need owner (layer=field & share>=0.5)");
}
