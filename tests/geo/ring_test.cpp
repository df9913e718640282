#include "geo/ring.h"

#include <catch2/catch.hpp>
#include <limits>

#include "geo/shapes.h"

#if !defined(__EMSCRIPTEN__)
#include <GeographicLib/PolygonArea.hpp>
#endif

using namespace atlas;

namespace {

Ring octant() { return shapes::ring_of({{0, 0}, {90, 0}, {0, 90}}); }

Ring around_pole(double lat_deg) {
  std::vector<LonLat> points;
  for (int lon = -180; lon < 180; lon += 10) points.push_back({static_cast<double>(lon), lat_deg});
  return shapes::ring_of(points);
}

}  // namespace

TEST_CASE("an octant is an eighth of the globe, its reverse the rest", "[geo]") {
  CHECK(area_km2(octant()) == Approx(kGlobeArea_km2 / 8.0).epsilon(1e-12));
  CHECK(area_km2(reversed(octant())) == Approx(kGlobeArea_km2 * 7.0 / 8.0).epsilon(1e-12));
}

TEST_CASE("a ring and its reverse make up the globe", "[geo][law]") {
  shapes::Random random(11);
  for (int i = 0; i < 300; ++i) {
    const Ring ring = shapes::star(random, shapes::position(random), 1.0, 4000.0, 12);
    CAPTURE(i);
    REQUIRE(area_km2(ring) + area_km2(reversed(ring)) == Approx(kGlobeArea_km2).epsilon(1e-12));
  }
}

TEST_CASE("turning the globe changes neither area nor inside", "[geo][law]") {
  shapes::Random random(12);
  for (int i = 0; i < 300; ++i) {
    const Ring ring = shapes::star(random, shapes::position(random), 100.0, 3000.0, 10);
    const glm::dmat3 rotation = shapes::rotation(random);
    const LonLat probe = shapes::position(random);
    CAPTURE(i);
    REQUIRE(area_km2(shapes::moved(rotation, ring)) == Approx(area_km2(ring)).epsilon(1e-9));
    REQUIRE(contains(shapes::moved(rotation, ring), to_lon_lat(rotation * to_world(probe))) == contains(ring, probe));
  }
}

TEST_CASE("a ring around the pole holds the pole and keeps its area when turned", "[geo]") {
  const Ring ring = around_pole(80.0);
  CHECK(contains(ring, {0, 90}));
  CHECK(contains(ring, {123, 85}));
  CHECK_FALSE(contains(ring, {123, 79}));
  CHECK_FALSE(contains(ring, {0, -90}));
  CHECK(contains(reversed(ring), {0, -90}));
  CHECK(contains(reversed(ring), {50, 60}));
  CHECK_FALSE(contains(reversed(ring), {0, 90}));
  shapes::Random random(13);
  CHECK(area_km2(shapes::moved(shapes::rotation(random), ring)) == Approx(area_km2(ring)).epsilon(1e-10));
}

TEST_CASE("a ring across 180 degrees holds what lies between its sides", "[geo]") {
  const Ring wrangel = shapes::ring_of({{178, 70}, {-176, 70}, {-176, 72}, {178, 72}});
  CHECK(contains(wrangel, {180, 71}));
  CHECK(contains(wrangel, {-180, 71}));
  CHECK(contains(wrangel, {-177, 71}));
  CHECK_FALSE(contains(wrangel, {0, 71}));
  CHECK_FALSE(contains(wrangel, {177, 71}));
}

TEST_CASE("a random position is inside of either a ring or its reverse", "[geo][law]") {
  shapes::Random random(14);
  for (int i = 0; i < 1000; ++i) {
    const Ring ring = shapes::star(random, shapes::position(random), 500.0, 6000.0, 8);
    const LonLat probe = shapes::position(random);
    CAPTURE(i);
    REQUIRE(contains(ring, probe) != contains(reversed(ring), probe));
  }
}

TEST_CASE("the share of random positions inside is the share of the area", "[geo][law]") {
  shapes::Random random(15);
  const Ring ring = shapes::star(random, {30, 75}, 2000.0, 5000.0, 14);
  int inside = 0;
  const int count = 40000;
  for (int i = 0; i < count; ++i) inside += contains(ring, shapes::position(random)) ? 1 : 0;
  const double share = area_km2(ring) / kGlobeArea_km2;
  // Five standard deviations of the count.
  CHECK(inside == Approx(count * share).margin(5.0 * std::sqrt(count * share * (1.0 - share))));
}

TEST_CASE("a ring says everything that is wrong with it", "[geo]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto bad = Ring::from_points({{0, 0}, {nan, 1}, {1, 91}});
  REQUIRE_FALSE(bad.ok());
  REQUIRE(bad.faults().size() == 2);
  CHECK(bad.faults()[0].column == "point 2");
  CHECK(bad.faults()[1].column == "point 3");
  CHECK_FALSE(Ring::from_points({{0, 0}, {1, 0}, {0, 0}}).ok());
  CHECK_FALSE(Ring::from_points({{0, 0}, {180, 0}, {0, 50}}).ok());
  CHECK_FALSE(Ring::from_points({}).ok());
  const auto closed = Ring::from_points({{0, 0}, {1, 0}, {1, 0}, {0, 1}, {0, 0}});
  REQUIRE(closed.ok());
  CHECK(closed.value().points().size() == 3);
}

TEST_CASE("a hole is missing whichever way it runs", "[geo]") {
  const Ring hole = around_pole(85.0);
  for (const Ring& way : {hole, reversed(hole)}) {
    const Polygon polygon{around_pole(75.0), {way}};
    CHECK(area_km2(polygon) == Approx(area_km2(around_pole(75.0)) - area_km2(hole)).epsilon(1e-12));
    CHECK(contains(polygon, {10, 80}));
    CHECK_FALSE(contains(polygon, {10, 88}));
    CHECK_FALSE(contains(polygon, {10, 70}));
  }
}

#if !defined(__EMSCRIPTEN__)
TEST_CASE("areas agree with GeographicLib on a sphere", "[geo][oracle]") {
  const GeographicLib::Geodesic sphere(kEarthRadius_km * 1000.0, 0.0);
  shapes::Random random(16);
  for (int i = 0; i < 300; ++i) {
    const double size_km = std::pow(10.0, shapes::between(random, 1.0, 3.7));
    const Ring ring = shapes::star(random, shapes::position(random), 0.3 * size_km, size_km, 11);
    GeographicLib::PolygonArea oracle(sphere);
    for (const LonLat point : ring.points()) oracle.AddPoint(point.lat_deg, point.lon_deg);
    double perimeter_m = 0.0, area_m2 = 0.0;
    oracle.Compute(false, false, perimeter_m, area_m2);
    CAPTURE(i, size_km);
    REQUIRE(area_km2(ring) == Approx(area_m2 * 1e-6).epsilon(1e-9).margin(1e-6));
  }
}
#endif
