#include "geo/sun.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace atlas;

TEST_CASE("the sun stands where the almanac has it at noon", "[geo]") {
  struct Day {
    int year, month, day;
    double declination_deg;
  };
  // Solstices and equinoxes from their moments (March: 0.0165 degrees an hour; UT 2024-03-20 03:06, 2026-09-23 00:05);
  // 1992-10-13 is Meeus' example 25.a, -7.785 degrees at 0 h, moved on to noon by -0.185.
  for (const Day& d : {Day{2024, 6, 20, 23.436}, Day{2026, 12, 21, -23.436}, Day{2024, 3, 20, 0.147},
                       Day{2026, 9, 23, -0.194}, Day{1992, 10, 13, -7.970}}) {
    CAPTURE(d.year, d.month, d.day);
    CHECK(sun_declination_deg(Date::from_ymd(d.year, d.month, d.day)) == Approx(d.declination_deg).margin(0.02));
  }
}

TEST_CASE("polar night reaches 67.4 N in December, polar day 65.7 N in June, and the equinox has neither", "[geo]") {
  const double december = sun_declination_deg(Date::from_ymd(2026, 12, 21));
  const double june = sun_declination_deg(Date::from_ymd(2026, 6, 21));
  CHECK(polar_night_lat_deg(december) == Approx(67.40).margin(0.03));
  CHECK(polar_day_lat_deg(june) == Approx(65.73).margin(0.03));
  CHECK(polar_day_lat_deg(december) > 90);
  CHECK(polar_night_lat_deg(june) > 90);
  const double equinox = sun_declination_deg(Date::from_ymd(2026, 9, 23));
  CHECK(polar_night_lat_deg(equinox) > 90);
  CHECK(polar_day_lat_deg(equinox) > 88);
}

TEST_CASE("the sun's declination of neighbouring days differs by at most 0.4 degrees, all through two centuries",
          "[geo][law]") {
  double before = sun_declination_deg(Date::from_ymd(1900, 1, 1));
  for (Date day = Date::from_ymd(1900, 1, 2); day < Date::from_ymd(2100, 1, 1); day = day.plus_days(1)) {
    const double now = sun_declination_deg(day);
    REQUIRE(std::abs(now) < 23.46);
    REQUIRE(std::abs(now - before) < 0.4);
    before = now;
  }
}
