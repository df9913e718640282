#include "data/columns_csv.h"

#include <catch2/catch.hpp>

using namespace atlas;

TEST_CASE("a table of places and days becomes columns", "[data]") {
  const auto columns = read_columns_csv("own.csv", "lon_deg,lat_deg,2020-01-01,2021-01-01\n10,70,1,3\n-20.5,80,0,2\n");
  REQUIRE(columns);
  CHECK(columns->column_count() == 2);
  CHECK(columns->times_day()[1] - columns->times_day()[0] == 366);
  CHECK(columns->largest_value() == 3);
}

TEST_CASE("a table of columns names what is wrong, with line and column", "[data]") {
  const auto text_of = [](std::string_view text) { return to_text(read_columns_csv("own.csv", text).faults()); };
  CHECK(text_of("lat_deg,lon_deg,2020-01-01\n1,2,3\n") ==
        "own.csv:1: lon_deg: is not column 1\nown.csv:1: lat_deg: is not column 2");
  CHECK(text_of("lon_deg,lat_deg,2020\n1,2,3\n") == "own.csv:1: 2020: is no day as YYYY-MM-DD (2020)");
  CHECK(text_of("lon_deg,lat_deg,2020-01-01\n1,2,3\n1,2,x\n") == "own.csv:3: 2020-01-01: is no number (x)");
  CHECK(text_of("lon_deg,lat_deg\n1,2\n") == "own.csv: times_day: is empty");
  CHECK(text_of("lon_deg,lat_deg,2020-01-01\n1,99,3\n") ==
        "own.csv: lat_deg: is outside -90 to 90 at index 0 (99.000000)");
}
