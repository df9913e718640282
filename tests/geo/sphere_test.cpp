#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "geo/great_circle.h"
#include "geo/lon_lat.h"
#include "geo/polar_plane.h"
#include "geo/shapes.h"

using namespace atlas;

TEST_CASE("a position survives the way to the sphere and back", "[geo][law]") {
  shapes::Random random(1);
  for (int i = 0; i < 2000; ++i) {
    const LonLat there = shapes::position(random);
    const LonLat back = to_lon_lat(to_world(there));
    CAPTURE(there.lon_deg, there.lat_deg);
    REQUIRE(back.lon_deg == Approx(there.lon_deg).margin(1e-10));
    REQUIRE(back.lat_deg == Approx(there.lat_deg).margin(1e-12));
  }
  CHECK(to_lon_lat(to_world({77.0, 90.0})) == LonLat{0.0, 90.0});
  CHECK(to_world({90.0, 0.0}).y == Approx(1.0));
  CHECK(to_world({0.0, 0.0}).x == Approx(1.0));
}

TEST_CASE("angles wrap into their half-open ranges", "[geo]") {
  CHECK(wrapped_180(180.0) == -180.0);
  CHECK(wrapped_180(-180.0) == -180.0);
  CHECK(wrapped_180(541.0) == Approx(-179.0));
  CHECK(wrapped_360(-1.0) == Approx(359.0));
  CHECK(wrapped_360(-1e-300) < 360.0);
  CHECK(wrapped_180(22.1) == 22.1);
}

TEST_CASE("distances are those of the textbook", "[geo]") {
  CHECK(distance_km({0, 0}, {180, 0}) == Approx(kPi * kEarthRadius_km));
  CHECK(distance_km({10, 90}, {-40, 0}) == Approx(0.5 * kPi * kEarthRadius_km));
  // Murmansk to Utqiagvik over the pole's side, by the haversine formula.
  const double haversine = [] {
    const double lat1 = to_rad(68.97), lat2 = to_rad(71.29), dlon = to_rad(-156.79 - 33.08);
    const double h =
        std::pow(std::sin((lat2 - lat1) / 2), 2) + std::cos(lat1) * std::cos(lat2) * std::pow(std::sin(dlon / 2), 2);
    return 2 * kEarthRadius_km * std::asin(std::sqrt(h));
  }();
  CHECK(distance_km({33.08, 68.97}, {-156.79, 71.29}) == Approx(haversine).epsilon(1e-12));
}

TEST_CASE("points of a way divide it in proportion, also between antipodes", "[geo][law]") {
  shapes::Random random(2);
  for (int i = 0; i < 500; ++i) {
    const LonLat a = shapes::position(random);
    const LonLat b = shapes::position(random);
    const double t = shapes::between(random, 0.0, 1.0);
    CAPTURE(i, t);
    REQUIRE(distance_km(a, interpolate(a, b, t)) == Approx(t * distance_km(a, b)).margin(1e-6));
    REQUIRE(distance_km(midpoint(a, b), b) == Approx(0.5 * distance_km(a, b)).margin(1e-6));
  }
  CHECK(distance_km({20, 90}, midpoint({20, 90}, {0, -90})) == Approx(0.5 * kPi * kEarthRadius_km));
}

TEST_CASE("a subdivided way keeps its ends, its length and the limit of its steps", "[geo][law]") {
  const LonLat a{30.0, 70.0}, b{-150.0, 72.0};
  const auto way = subdivided(a, b, 2.0);
  REQUIRE(way.front() == a);
  REQUIRE(way.back() == b);
  double sum_km = 0.0;
  for (std::size_t i = 1; i < way.size(); ++i) {
    CHECK(to_deg(central_angle_rad(way[i - 1], way[i])) <= 2.0 + 1e-9);
    sum_km += distance_km(way[i - 1], way[i]);
  }
  CHECK(sum_km == Approx(distance_km(a, b)));
  CHECK(subdivided(a, a, 2.0).size() == 2);
}

TEST_CASE("a destination lies at its distance and its bearing", "[geo]") {
  CHECK(destination({10, 60}, 0.0, distance_km({10, 60}, {10, 75})).lat_deg == Approx(75.0));
  const LonLat east = destination({0, 0}, 90.0, 0.5 * kPi * kEarthRadius_km);
  CHECK(east.lon_deg == Approx(90.0));
  CHECK(east.lat_deg == Approx(0.0).margin(1e-9));
}

TEST_CASE("the polar plane turns back into the globe", "[geo][law]") {
  shapes::Random random(3);
  for (int i = 0; i < 2000; ++i) {
    const LonLat there = shapes::position(random);
    const LonLat back = from_plane(to_plane(there));
    CAPTURE(there.lon_deg, there.lat_deg);
    REQUIRE(distance_km(there, back) < 1e-3);
  }
  CHECK(from_plane({0.0, 0.0}) == LonLat{0.0, 90.0});
  CHECK(from_plane({9.0, 0.0}).lat_deg == -90.0);
  CHECK(to_plane({90.0, 60.0}).x == Approx(2.0 * std::sin(to_rad(15.0))));
  CHECK(to_plane({0.0, 60.0}).y < 0.0);
}

TEST_CASE("areas in the polar plane are areas on the globe", "[geo][law]") {
  shapes::Random random(4);
  for (int i = 0; i < 60; ++i) {
    const LonLat middle{shapes::between(random, -180.0, 180.0), shapes::between(random, 0.0, 90.0)};
    const Ring ring = shapes::star(random, middle, 300.0, 2000.0, 9);
    double twice = 0.0;
    const auto points = ring.points();
    for (std::size_t k = 0; k < points.size(); ++k) {
      const auto way = subdivided(points[k], points[(k + 1) % points.size()], 0.05);
      for (std::size_t j = 1; j < way.size(); ++j) {
        const glm::dvec2 a = to_plane(way[j - 1]), b = to_plane(way[j]);
        twice += a.x * b.y - b.x * a.y;
      }
    }
    CAPTURE(i);
    REQUIRE(0.5 * twice * kEarthRadius_km * kEarthRadius_km == Approx(area_km2(ring)).epsilon(1e-5));
  }
}
