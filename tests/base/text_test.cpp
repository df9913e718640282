#include "base/text.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

#include "base/result.h"

using namespace atlas;

TEST_CASE("a number is a decimal number and nothing else", "[base]") {
  CHECK(parse_number("4.25") == 4.25);
  CHECK(parse_number("-1e3") == -1000.0);
  CHECK(parse_number("0") == 0.0);
  for (const char* text :
       {"", " 1", "1 ", "4,2", "nan", "inf", "-inf", "NaN", "infinity", "1e", "0x10", "1.2.3", "--1", "1e999", "one"})
    CHECK_FALSE(parse_number(text).has_value());
  CHECK(parse_integer("-12") == -12);
  CHECK_FALSE(parse_integer("12.5").has_value());
  CHECK_FALSE(parse_integer("99999999999").has_value());
}

TEST_CASE("fixed decimals read back within half of the last one", "[base][law]") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> any(-1e6, 1e6);
  for (int i = 0; i < 2000; ++i) {
    const double value = any(random);
    const int decimals = i % 7;
    const std::optional<double> back = parse_number(fixed(value, decimals));
    REQUIRE(back);
    REQUIRE(std::abs(*back - value) <= 0.5 * std::pow(10.0, -decimals) + 1e-9);
    REQUIRE(parse_number(fixed(value, decimals, true)) == back);
  }
}

TEST_CASE("fixed rounds as printf does, near the middle between two answers too", "[base][law]") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> any(-1, 1);
  const auto printed = [](double value, int decimals) {
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return std::string(text.data());
  };
  for (int i = 0; i < 20'000; ++i) {
    const int decimals = i % 6;
    const double size = std::pow(10.0, i % 17 - 3), value = any(random) * size;
    // The double nearest to a middle, and its neighbours.
    const double middle = (std::floor(value * std::pow(10.0, decimals)) + 0.5) / std::pow(10.0, decimals);
    for (const double v : {value, middle, std::nextafter(middle, 1e300), std::nextafter(middle, -1e300)}) {
      const std::string plain = printed(v, decimals);
      if (plain.find_first_of("123456789") == std::string::npos) continue;  // zero has no sign here
      CAPTURE(v, decimals);
      REQUIRE(fixed(v, decimals) == plain);
    }
  }
}

TEST_CASE("fixed writes zero without a sign and trims only after the point", "[base]") {
  CHECK(fixed(-0.001, 2) == "0.00");
  CHECK(fixed(-0.001, 2, true) == "0");
  CHECK(fixed(1200, 0, true) == "1200");
  CHECK(fixed(1.50, 3, true) == "1.5");
  CHECK(fixed(-1.5, 1) == "-1.5");
  CHECK(fixed(412157.08, 2) == "412157.08");
}

TEST_CASE("UTF-8: what the standard calls ill-formed is broken", "[base]") {
  CHECK(is_valid_utf8("Снёвит, Melkøya, \xF0\x9F\xA7\x8A"));
  for (const char* text : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xC3", "\xE2\x82",
                           "a\xFF", "\xF5\x80\x80\x80"})
    CHECK_FALSE(is_valid_utf8(text));
  CHECK(code_points("a\xC3\xB8\xFFz") == std::vector<char32_t>{U'a', U'\u00F8', U'\uFFFD', U'z'});
}

TEST_CASE("lists and ids", "[base]") {
  CHECK(split(" a ; b;;c ", ';') == std::vector<std::string_view>{"a", "b", "c"});
  CHECK(split("", ';').empty());
  CHECK(join({"a", "b"}, ", ") == "a, b");
  CHECK(is_id("yamal-lng-2"));
  for (const char* text : {"", "Yamal", "a b", "a_b", "é"}) CHECK_FALSE(is_id(text));
}

TEST_CASE("a fault says its place, and leaves out what it doesn't know", "[base]") {
  CHECK(to_text(Fault{"fields.csv", 12, "oil_mmbo", "is not a number", "4,2"}) ==
        "fields.csv:12: oil_mmbo: is not a number (4,2)");
  CHECK(to_text(Fault{"", 0, "t", "is not a date", "x"}) == "t: is not a date (x)");
  CHECK(to_text(Fault{"pack", 0, "", "too short", ""}) == "pack: too short");
}
