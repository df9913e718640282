#include "geo/region_cut.h"

#include <catch2/catch.hpp>

#include "geo/shapes.h"

#if !defined(__EMSCRIPTEN__)
#include <GeographicLib/PolygonArea.hpp>
#endif

using namespace atlas;

namespace {

Ring parallel(double lat_deg, double step_deg = 0.5) {
  std::vector<LonLat> points;
  for (double lon = -180.0; lon < 179.999; lon += step_deg) points.push_back({lon, lat_deg});
  return shapes::ring_of(points);
}

double cap_km2(double lat_deg) { return 0.5 * kGlobeArea_km2 * (1.0 - std::sin(to_rad(lat_deg))); }

}  // namespace

TEST_CASE("what lies wholly north stays, what lies wholly south goes", "[geo]") {
  const Ring svalbard = shapes::ring_of({{12, 77}, {25, 77}, {25, 80}, {12, 80}});
  const Region region{{svalbard, {}}};
  const Region kept = north_of(region, 66.5636);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].outer == svalbard);
  CHECK(north_of(region, 85.0).empty());
}

TEST_CASE("a sector cut at a parallel has the area of the textbook", "[geo]") {
  // Between two meridians the area is R^2 dlon (sin(lat2) - sin(lat1)); the sector reaches the pole.
  const Region region{{shapes::ring_of({{20, 50}, {35, 50}, {50, 50}, {0, 90}}), {}}};
  const double expected = kEarthRadius_km * kEarthRadius_km * to_rad(30.0) * (1.0 - std::sin(to_rad(66.5636)));
  CHECK(area_km2(north_of(region, 66.5636)) == Approx(expected).epsilon(2e-5));
}

TEST_CASE("a region around the whole circle is cut to the cap", "[geo]") {
  const Region region{{parallel(50.0), {}}};
  const Region cap = north_of(region, 66.5636);
  REQUIRE(cap.size() == 1);
  CHECK(area_km2(cap) == Approx(cap_km2(66.5636)).epsilon(2e-5));
  CHECK(contains(cap, {0, 90}));
  CHECK(cap[0].outer.points().size() == 720);
}

TEST_CASE("a ring with the pole inside whose edge crosses the circle keeps the pole", "[geo]") {
  const Ring ring = shapes::ring_of({{0, 50}, {60, 80}, {120, 55}, {180, 80}, {-120, 50}, {-60, 80}});
  const Region part = north_of({{ring, {}}}, 70.0);
  REQUIRE(part.size() == 1);
  CHECK(contains(part, {0, 90}));
  CHECK(contains(part, {0, 71}));
  CHECK_FALSE(contains(part, {0, 69}));
  CHECK_FALSE(contains(part, {60, 79}));
}

TEST_CASE("a concave region falls apart into its prongs", "[geo]") {
  const Ring fork = shapes::ring_of({{0, 50}, {60, 50}, {60, 80}, {40, 80}, {40, 60}, {20, 60}, {20, 80}, {0, 80}});
  const Region prongs = north_of({{fork, {}}}, 70.0);
  REQUIRE(prongs.size() == 2);
  CHECK(contains(prongs, {10, 75}));
  CHECK_FALSE(contains(prongs, {30, 75}));
  CHECK(contains(prongs, {50, 75}));
}

TEST_CASE("holes are cut too: inside, across and around the parallel", "[geo]") {
  const Polygon polygon{parallel(50.0),
                        {shapes::ring_of({{0, 80}, {60, 80}, {60, 85}, {0, 85}}),
                         shapes::ring_of({{90, 60}, {120, 60}, {120, 75}, {90, 75}})}};
  const Region part = north_of({polygon}, 70.0);
  CHECK_FALSE(contains(part, {30, 83}));
  CHECK_FALSE(contains(part, {105, 72}));
  CHECK(contains(part, {105, 80}));
  CHECK(contains(part, {-105, 72}));
  const Region none = north_of({{parallel(50.0), {parallel(60.0)}}}, 70.0);
  CHECK(none.empty());
}

TEST_CASE("an edge that bulges over the parallel between southern ends is seen", "[geo]") {
  // The great circle from 20 W to 160 E at 60 N runs nearly over the pole.
  const Ring wide = shapes::ring_of({{0, 40}, {90, 60}, {-90.5, 60}});
  const Region part = north_of({{wide, {}}}, 85.0);
  REQUIRE(part.size() == 1);
  CHECK(contains(part, {0, 88}));
}

TEST_CASE("a position is in the northern part exactly if it is in the region and north", "[geo][law]") {
  shapes::Random random(21);
  for (int i = 0; i < 120; ++i) {
    const LonLat middle{shapes::between(random, -180.0, 180.0), shapes::between(random, 45.0, 90.0)};
    const Ring outer = shapes::star(random, middle, 900.0, 3500.0, 16);
    const Polygon polygon{outer, {shapes::star(random, middle, 100.0, 800.0, 9)}};
    const Region part = north_of({polygon}, 66.5636);
    for (int k = 0; k < 200; ++k) {
      const LonLat probe{shapes::between(random, -180.0, 180.0), shapes::between(random, 40.0, 90.0)};
      if (std::abs(probe.lat_deg - 66.5636) < 0.01) continue;  // chords of the parallel
      CAPTURE(i, probe.lon_deg, probe.lat_deg);
      REQUIRE(contains(part, probe) == (contains(polygon, probe) && probe.lat_deg > 66.5636));
    }
  }
}

#if !defined(__EMSCRIPTEN__)
TEST_CASE("the northern part's area agrees with GeographicLib and with the part that is cut off", "[geo][oracle]") {
  const GeographicLib::Geodesic sphere(kEarthRadius_km * 1000.0, 0.0);
  shapes::Random random(22);
  for (int i = 0; i < 60; ++i) {
    const LonLat middle{shapes::between(random, -180.0, 180.0), shapes::between(random, 55.0, 90.0)};
    const Ring ring = shapes::star(random, middle, 500.0, 3000.0, 12);
    const Region part = north_of({{ring, {}}}, 66.5636);
    double by_oracle_km2 = 0.0;
    for (const Polygon& polygon : part) {
      GeographicLib::PolygonArea oracle(sphere);
      for (const LonLat point : polygon.outer.points()) oracle.AddPoint(point.lat_deg, point.lon_deg);
      double perimeter_m = 0.0, area_m2 = 0.0;
      oracle.Compute(false, false, perimeter_m, area_m2);
      by_oracle_km2 += area_m2 * 1e-6;
      for (const Ring& hole : polygon.holes) by_oracle_km2 -= std::min(area_km2(hole), area_km2(reversed(hole)));
    }
    CAPTURE(i);
    REQUIRE(area_km2(part) == Approx(by_oracle_km2).epsilon(1e-9).margin(1e-6));
    // The same ring seen from the other side is the complement: its northern part and this one fill the cap.
    const Region rest = north_of({{reversed(ring), {}}}, 66.5636);
    REQUIRE(area_km2(part) + area_km2(rest) == Approx(cap_km2(66.5636)).epsilon(2e-5));
  }
}
#endif

TEST_CASE("two pieces cut at 180 degrees are joined to the ring they were", "[geo]") {
  const std::vector<std::vector<LonLat>> pieces = {
      {{170, 70}, {180, 69}, {180, 75}, {172, 76}, {170, 70}},
      {{-180, 69}, {-170, 68}, {-171, 74}, {-180, 75}, {-180, 72}, {-180, 69}}};
  const auto rings = join_cut_rings(pieces);
  REQUIRE(rings.size() == 1);
  const Ring original = shapes::ring_of({{170, 70}, {180, 69}, {-170, 68}, {-171, 74}, {180, 75}, {172, 76}});
  CHECK(area_km2(rings[0]) == Approx(area_km2(original)).epsilon(1e-12));
  CHECK(rings[0].points().size() == 6);
  CHECK(contains(rings[0], {180, 72}));
}

TEST_CASE("a ring cut open along latitude 90 closes around the pole", "[geo]") {
  std::vector<LonLat> piece;
  for (int lon = -180; lon <= 180; lon += 20)
    piece.push_back({static_cast<double>(lon), 84.0 + (lon % 40 == 0 ? 1 : 0)});
  piece.front().lat_deg = piece.back().lat_deg = 84.5;
  std::vector<LonLat> around(piece.begin(), piece.end() - 1);
  piece.push_back({180, 90});
  piece.push_back({0, 90});
  piece.push_back({-180, 90});
  const auto rings = join_cut_rings({piece});
  REQUIRE(rings.size() == 1);
  CHECK(contains(rings[0], {0, 90}));
  CHECK(rings[0].points().size() == around.size());
  CHECK(area_km2(rings[0]) == Approx(area_km2(shapes::ring_of(around))).epsilon(1e-12));
}

TEST_CASE("pieces that only share part of the cut join to one ring, others stay as they are", "[geo]") {
  const auto rings = join_cut_rings({{{170, 70}, {180, 70}, {180, 80}, {170, 80}},
                                     {{-180, 72}, {-170, 72}, {-170, 74}, {-180, 74}},
                                     {{10, 60}, {20, 60}, {15, 65}}});
  REQUIRE(rings.size() == 2);
  CHECK(area_km2(rings[0]) > area_km2(rings[1]));
  CHECK(contains(rings[0], {179, 71}));
  CHECK(contains(rings[0], {-172, 73}));
  CHECK_FALSE(contains(rings[0], {-172, 71}));
}
