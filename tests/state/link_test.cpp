#include "state/link.h"

#include <catch2/catch.hpp>

#include "support/random_state.h"

using namespace atlas;

namespace {

const Dataset& data() {
  static const Dataset made = support::random_dataset(1);
  return made;
}
State parsed(std::string_view text) { return parse_link(data(), text).state; }
Clocks clocks(std::string_view text) { return parsed(text).scenario.clocks; }
Date day(const char* text) { return *Date::parse(text); }

}  // namespace

TEST_CASE("what a link carries comes back: parse(write(s)) == canonical(s)", "[state][law]") {
  for (uint32_t seed = 0; seed < 400; ++seed) {
    const State state = support::random_state(data(), seed);
    const std::string text = write_link(data(), state);
    CAPTURE(seed, text);
    const ParsedLink back = parse_link(data(), text);
    REQUIRE(back.refused.empty());
    REQUIRE(back.warnings.empty());
    REQUIRE(back.state == canonical(state));
    REQUIRE(write_link(data(), back.state) == text);
    REQUIRE(canonical(canonical(state)) == canonical(state));
  }
}

TEST_CASE("the default state is the shortest link", "[state]") {
  CHECK(write_link(data(), default_state(data())) == "#v=1");
  CHECK(parsed("") == canonical(default_state(data())));
  CHECK(parsed("#v=1") == parsed(""));
}

TEST_CASE("clocks of a link are together or apart", "[state]") {
  CHECK(clocks("#t=2014-09-12") == Clocks(Together{day("2014-09-12")}));
  CHECK(clocks("#td=2013-01-01&ts=2014-09-12") == Clocks(Apart{day("2013-01-01"), day("2014-09-12")}));
  CHECK(clocks("#td=2014-09-12&ts=2014-09-12") == Clocks(Apart{day("2014-09-12"), day("2014-09-12")}));
  CHECK(clocks("#ts=2014-09-12") == Clocks(Apart{data().as_of, day("2014-09-12")}));
}

TEST_CASE("td or ts beside t wins, with a warning", "[state]") {
  const ParsedLink link = parse_link(data(), "#t=2014-09-12&ts=2022-03-01");
  CHECK(link.state.scenario.clocks == Clocks(Apart{day("2014-09-12"), day("2022-03-01")}));
  CHECK(link.warnings.size() == 1);
  CHECK(link.refused.empty());
}

TEST_CASE("a lane range stands in its lane's key", "[state]") {
  const State apart = parsed("#td=2011-01-01..2013-01-01&ts=2014-09-12");
  CHECK(apart.scenario.deals_range == DateRange{day("2011-01-01"), day("2013-01-01")});
  CHECK(apart.scenario.clocks == Clocks(Apart{day("2013-01-01"), day("2014-09-12")}));
  const State together = parsed("#t=2014-09-12&td=2011-01-01..2013-01-01");
  CHECK(together.scenario.clocks == Clocks(Together{day("2014-09-12")}));
  CHECK(together.scenario.deals_range.has_value());
}

TEST_CASE("bad values are refused by key, the rest is applied", "[state]") {
  const ParsedLink link = parse_link(
      data(), "#v=1&c=95,0,1000,0,0&t=2014-02-30&off=sanction-12,nonsense&sel=nobody&h=total&lang=de&f=country:XXX");
  std::vector<std::string> keys;
  for (const Fault& fault : link.refused) keys.push_back(fault.column);
  CHECK(keys == std::vector<std::string>{"c", "t", "off", "sel", "lang", "f"});
  CHECK(link.refused[2].value == "nonsense");
  CHECK(link.state.height == HeightMode::total);
  CHECK(link.state.scenario.overrides.size() == 1);
  CHECK(link.state.camera == canonical(default_state(data())).camera);
}

TEST_CASE("unknown keys are ignored with one warning for all", "[state]") {
  const ParsedLink link = parse_link(data(), "#v=1&foo=1&bar=2&h=total");
  CHECK(link.refused.empty());
  REQUIRE(link.warnings.size() == 1);
  CHECK(link.warnings[0].value == "foo, bar");
  CHECK(link.state.height == HeightMode::total);
}

TEST_CASE("a day off the axis, a range that ends before it starts, NaN and nothing are refused", "[state]") {
  for (const char* text : {"#t=1066-10-14", "#t=2999-01-01", "#td=2013-01-01..2012-01-01", "#c=nan,0,1000,0,0",
                           "#c=1,2,3", "#t=", "#h=", "#sel=", "#story=x", "#v=2"}) {
    CAPTURE(text);
    CHECK(parse_link(data(), text).refused.size() == 1);
  }
}

TEST_CASE("hosts may escape a link's signs", "[state]") {
  const State state = parsed("#off=sanction-12%2Csanction-13&f=country:RUS%7CUSA");
  CHECK(state.scenario.overrides.size() == 2);
}

TEST_CASE("any bytes are read without harm", "[state]") {
  support::Random random(5);
  const std::string signs = "#&=,.;:|%/vctdsonfilh0123456789-\xff\x00 ";
  for (int n = 0; n < 3000; ++n) {
    std::string text;
    for (size_t i = random.below(60); i > 0; --i) text += signs[random.below(signs.size())];
    const ParsedLink link = parse_link(data(), text);
    REQUIRE(parse_link(data(), write_link(data(), link.state)).state == link.state);
  }
}
