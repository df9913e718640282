#include "data/amount.h"

#include <catch2/catch.hpp>

using namespace atlas;

TEST_CASE("every conversion has a source and undoes itself", "[data][law]") {
  for (const Conversion& c : conversions()) {
    CAPTURE(c.from, c.to);
    CHECK_FALSE(c.source.empty());
    const auto there = convert(12.5, c.from, c.to);
    REQUIRE(there);
    CHECK(*convert(*there, c.to, c.from) == Approx(12.5).epsilon(1e-15));
  }
  CHECK_FALSE(convert(1, "bcm", "t").has_value());
  CHECK(convert(3, "bcf", "bcf") == 3.0);
}

TEST_CASE("the factors of the design", "[data]") {
  CHECK(*convert(1, "bcm", "bcf") == 35.3147);
  CHECK(*convert(6, "bcf", "mmboe") == Approx(1).epsilon(1e-15));
  CHECK(*convert(1, "mt", "mmbbl") == 7.33);
  CHECK(*convert(1, "mt condensate", "mmbbl") == 8.0);
  CHECK(*convert(1, "million Sm3 oe", "mmboe") == 6.2898);
  // West Siberian Basin, USGS Fact Sheet 2008-3049
  CHECK(boe_mmboe(3659.88, 20328.69, 651498.56) == Approx(132571.66).margin(0.01));
}

TEST_CASE("amounts of one metal come to one unit, whatever they were published in", "[data]") {
  for (const auto& [value, unit] :
       {std::pair{10.0, "Moz Au"}, {311.034768, "t Au"}, {10000.0, "koz Au"}, {311034.768, "kg Au"}}) {
    const auto amount = canonical_amount(value, unit);
    REQUIRE(amount);
    CHECK(amount->unit == "Moz Au");
    CHECK(amount->value == Approx(10).epsilon(1e-12));
    CHECK_FALSE(amount->yearly);
  }
  CHECK(canonical_amount(1.5, "Mt TREO")->value == Approx(1500));
  CHECK(canonical_amount(1.5, "Mt REO")->unit == "kt TREO");
  CHECK(canonical_amount(2, "Bt ore")->value == Approx(2000));
  CHECK(canonical_amount(7, "Mct")->unit == "Mct");
}

TEST_CASE("a yearly output keeps apart from stocks", "[data]") {
  const auto amount = canonical_amount(0.5, "Moz Au/y");
  REQUIRE(amount);
  CHECK(amount->yearly);
  CHECK(amount->unit == "Moz Au/y");
  CHECK(canonical_amount(3, "Mt/y")->unit == "Mt/y");
}

TEST_CASE("a unit that nobody knows is refused", "[data]") {
  for (const char* unit : {"", "Au", "lb U3O8", "Mt cheese", "Moz ", "t/day", "Mct gold", "bcm"})
    CHECK_FALSE(canonical_amount(1, unit).has_value());
  CHECK(is_reserves_unit("bcm"));
  CHECK_FALSE(is_reserves_unit("km3"));
}
