#include "data/host_columns.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace atlas;

TEST_CASE("columns keep their values by time, within half a step", "[data]") {
  const std::vector<float> lon{10, -170}, lat{70, 80}, values{1, 2, 3, 4, 5, 6};
  const std::vector<int32_t> times{0, 10, 30};
  const auto columns = HostColumns::from(lon, lat, values, times);
  REQUIRE(columns);
  CHECK(columns->largest_value() == 6);
  for (size_t place = 0; place < 2; ++place) {
    const size_t given = columns->tree().given(place);
    const LonLat at = to_lon_lat(glm::dvec3(columns->tree().points()[place]));
    CHECK(at.lon_deg == Approx(lon[given]));
    CHECK(at.lat_deg == Approx(lat[given]));
    for (size_t t = 0; t < 3; ++t)
      CHECK(columns->value_at(place, double(t)) == Approx(values[given * 3 + t]).epsilon(4e-5));
    CHECK(columns->value_at(place, 0.5) == Approx(values[given * 3] + 0.5).epsilon(4e-5));
    CHECK(columns->value_at(place, 7) == Approx(values[given * 3 + 2]).epsilon(4e-5));
  }
  CHECK(columns->time_position(Date{-5}) == 0);
  CHECK(columns->time_position(Date{5}) == 0.5);
  CHECK(columns->time_position(Date{10}) == 1);
  CHECK(columns->time_position(Date{25}) == 1.75);
  CHECK(columns->time_position(Date{99}) == 2);
}

TEST_CASE("small values beside a large one stay told apart", "[data]") {
  const std::vector<float> lon{0, 1, 2}, lat{70, 70, 70}, values{1e6f, 100, 101};
  const std::vector<int32_t> times{0};
  const auto columns = HostColumns::from(lon, lat, values, times);
  REQUIRE(columns);
  for (size_t place = 0; place < 3; ++place)
    CHECK(columns->value_at(place, 0) == Approx(values[columns->tree().given(place)]).epsilon(0.002));
}

TEST_CASE("values may come in pieces; what is missing is a fault", "[data]") {
  std::vector<float> lon, lat, values;
  for (int i = 0; i < 500; ++i) {
    lon.push_back(static_cast<float>(i % 360 - 180));
    lat.push_back(static_cast<float>(60 + i % 30));
    for (int t = 0; t < 2; ++t) values.push_back(static_cast<float>(i + t));
  }
  const std::vector<int32_t> times{0, 100};
  const auto whole = HostColumns::from(lon, lat, values, times);
  REQUIRE(whole);
  auto begun = HostColumnsIntake::begin(lon, lat, times);
  REQUIRE(begun);
  HostColumnsIntake intake = std::move(begun).value();
  const std::span<const float> all(values);
  for (const auto piece : {all.first(600), all.subspan(600)}) CHECK(intake.measure(piece).empty());
  CHECK(intake.take(all.first(400)).empty());
  CHECK_FALSE(HostColumnsIntake(intake).finish().ok());
  CHECK(intake.take(all.subspan(400)).empty());
  CHECK_FALSE(intake.take(all.first(2)).empty());
  const auto pieces = intake.finish();
  REQUIRE(pieces);
  CHECK(std::equal(pieces->codes().begin(), pieces->codes().end(), whole->codes().begin(), whole->codes().end()));
  uint16_t highest = 0;
  for (const uint16_t code : pieces->codes()) highest = std::max(highest, code);
  CHECK(pieces->highest_code(0, 0) == highest);
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

TEST_CASE("more than the device can draw is refused with its limit", "[data]") {
  const std::vector<float> lon{10, 20, 30}, lat{70, 80, 75}, values{1, 2, 3, 4, 5, 6};
  const std::vector<int32_t> times{5, 6};
  CHECK(HostColumns::from(lon, lat, values, times, {3, 2}).ok());
  const auto columns = HostColumns::from(lon, lat, values, times, {2, 2});
  REQUIRE(columns.faults().size() == 1);
  CHECK(to_text(columns.faults()[0]) == "lon_deg: this device draws at most 2 columns (3)");
  const auto days = HostColumns::from(lon, lat, values, times, {3, 1});
  REQUIRE(days.faults().size() == 1);
  CHECK(to_text(days.faults()[0]) == "times_day: this device draws at most 1 times (2)");
}

TEST_CASE("no columns at all are columns too", "[data]") {
  const std::vector<int32_t> times{5};
  const auto none = HostColumns::from({}, {}, {}, times);
  REQUIRE(none);
  CHECK(none->column_count() == 0);
}
