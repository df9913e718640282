#include "data/host_columns.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace atlas;

TEST_CASE("columns keep their values by time", "[data]") {
  const std::vector<float> lon{10, -170}, lat{70, 80}, values{1, 2, 3, 4, 5, 6};
  const std::vector<int32_t> times{0, 10, 30};
  const auto columns = HostColumns::from(lon, lat, values, times);
  REQUIRE(columns);
  CHECK(columns->value(1, 0) == 4);
  CHECK(columns->largest_value() == 6);
  CHECK(columns->position(1) == LonLat{-170, 80});
  CHECK(columns->time_position(Date{-5}) == 0);
  CHECK(columns->time_position(Date{5}) == 0.5);
  CHECK(columns->time_position(Date{10}) == 1);
  CHECK(columns->time_position(Date{25}) == 1.75);
  CHECK(columns->time_position(Date{99}) == 2);
}

TEST_CASE("arrays that don't fit, or hold what can't be drawn, are refused with their index", "[data]") {
  const std::vector<float> lon{10, 20}, lat{70, 80}, values{1, 2}, bad_lat{70, 91};
  const std::vector<float> nan{1, std::numeric_limits<float>::quiet_NaN()};
  const std::vector<int32_t> times{5}, falling{5, 5};
  CHECK(HostColumns::from(lon, lat, values, times).ok());
  CHECK_FALSE(HostColumns::from(lon, lat, values, {}).ok());
  CHECK_FALSE(HostColumns::from(lon, std::span(lat).first(1), values, times).ok());
  CHECK_FALSE(HostColumns::from(lon, lat, std::span(values).first(1), times).ok());
  CHECK_FALSE(HostColumns::from(lon, lat, std::vector<float>{1, 2, 3, 4}, falling).ok());
  CHECK_FALSE(HostColumns::from(lon, lat, nan, times).ok());
  const auto bad = HostColumns::from(lon, bad_lat, values, times);
  REQUIRE(bad.faults().size() == 1);
  CHECK(to_text(bad.faults()[0]) == "lat_deg: is outside -90 to 90 at index 1 (91.000000)");
}
