#include <catch2/catch.hpp>

#include "report/lanes.h"
#include "state/reduce.h"

using namespace atlas;

TEST_CASE("date_at undoes x_of on every day, zoomed and panned", "[report][law]") {
  for (const auto& [zoom, pan] : {std::pair{1.0, 0.0}, std::pair{3.0, 0.5}, std::pair{40.0, 0.83}}) {
    const TimeAxis axis{zoom, pan};
    for (Date day = kAxisFirst; day <= kAxisLast; day = day.plus_days(1)) {
      CAPTURE(zoom, pan, to_text(day));
      REQUIRE(axis.date_at(axis.x_of(day)) == day);
      REQUIRE(axis.x_of(day) < axis.x_of(day.plus_days(1)));
    }
  }
}

TEST_CASE("1990 to 2012 lies in the first 15 % of the width", "[report]") {
  const TimeAxis axis;
  CHECK(axis.x_of(kAxisFirst) == 0);
  CHECK(axis.x_of(Date::from_ymd(2012, 1, 1)) == Approx(0.15));
  CHECK(axis.x_of(kAxisLast) == Approx(1));
  CHECK(axis.date_at(-5) == kAxisFirst);
  CHECK(axis.date_at(5) == kAxisLast);
  CHECK(axis.px_per_year(1600, Date::from_ymd(2020, 1, 1)) == Approx(0.85 * 1600 / 16).epsilon(0.001));
}
