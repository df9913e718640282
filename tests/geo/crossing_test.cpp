#include "geo/crossing.h"

#include <catch2/catch.hpp>

#include "geo/region_cut.h"

using namespace atlas;

namespace {

Ring ring(std::vector<LonLat> points) { return Ring::from_points(std::move(points)).value(); }

std::optional<LonLat> crossing(std::vector<LonLat> points) { return crossing_of({{ring(std::move(points)), {}}}); }

}  // namespace

TEST_CASE("a figure of eight crosses itself where its edges meet", "[geo]") {
  const std::optional<LonLat> at = crossing({{60, 70}, {70, 75}, {70, 70}, {60, 75}});
  REQUIRE(at.has_value());
  CHECK(at->lon_deg == Approx(65));
  CHECK(at->lat_deg > 70);
  CHECK(at->lat_deg < 75);
}

TEST_CASE("a ring that only touches itself, or goes round the pole, doesn't cross", "[geo]") {
  CHECK_FALSE(crossing({{60, 70}, {70, 70}, {70, 75}, {60, 75}}));
  CHECK_FALSE(crossing({{0, 80}, {90, 80}, {180, 80}, {-90, 80}}));
  // Two squares that share a corner, written as one ring.
  CHECK_FALSE(crossing({{60, 70}, {62, 70}, {62, 72}, {64, 72}, {64, 74}, {62, 74}, {62, 72}, {60, 72}}));
  // There and back on the same edge.
  CHECK_FALSE(crossing({{60, 70}, {65, 70}, {65, 68}, {65, 70}, {70, 70}, {65, 75}}));
}

TEST_CASE("a hole that reaches over its ring crosses it, one within doesn't", "[geo]") {
  const Ring outer = ring({{60, 70}, {70, 70}, {70, 75}, {60, 75}});
  CHECK_FALSE(crossing_of({{outer, {ring({{64, 71}, {66, 71}, {65, 73}})}}}));
  CHECK(crossing_of({{outer, {ring({{64, 71}, {66, 71}, {65, 78}})}}}));
}

TEST_CASE("a crossing is found at any start and over any meridian", "[geo][law]") {
  const std::vector<LonLat> eight{{-5, 70}, {5, 75}, {5, 70}, {0, 68}, {-5, 75}};
  for (int turn_deg = -180; turn_deg < 180; turn_deg += 15)
    for (size_t start = 0; start < eight.size(); ++start) {
      std::vector<LonLat> points;
      for (size_t i = 0; i < eight.size(); ++i) {
        const LonLat at = eight[(start + i) % eight.size()];
        points.push_back({wrapped_180(at.lon_deg + turn_deg), at.lat_deg});
      }
      CAPTURE(turn_deg, start);
      const std::optional<LonLat> at = crossing(points);
      REQUIRE(at.has_value());
      CHECK(wrapped_180(at->lon_deg - turn_deg) == Approx(-2.2053).margin(0.001));
    }
}
