#include "scene/blocks.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <tuple>

#include "geo/region_cut.h"
#include "scene/heights.h"
#include "scene/small_arctic.h"

using namespace atlas;

namespace {

glm::dvec3 vec(const Vec3f& v) { return {v.x, v.y, v.z}; }

// Van Oosterom and Strackee (1983).
double solid_angle(glm::dvec3 a, glm::dvec3 b, glm::dvec3 c) {
  a = glm::normalize(a), b = glm::normalize(b), c = glm::normalize(c);
  return 2 * std::atan2(glm::dot(a, glm::cross(b, c)), 1 + glm::dot(a, b) + glm::dot(b, c) + glm::dot(c, a));
}

double roof_km2(const Blocks& blocks, const BlockRange& range) {
  double sum = 0;
  for (uint32_t i = 0; i < range.roof_count; i += 3) {
    const auto corner = [&](uint32_t k) { return vec(blocks.vertices[blocks.indices[range.first_roof + i + k]].dir); };
    sum += solid_angle(corner(0), corner(1), corner(2));
  }
  return sum * kEarthRadius_km * kEarthRadius_km;
}

using Key = std::tuple<float, float, float>;
Key key(const Vec3f& v) { return {v.x, v.y, v.z}; }

}  // namespace

TEST_CASE("the roof's triangles cover the footprint and no more", "[scene]") {
  const Dataset data = small_arctic();
  const Blocks blocks = build_blocks(data);
  REQUIRE(blocks.ranges.size() == 3);
  for (const BlockRange& range : blocks.ranges) {
    CAPTURE(data.assets[range.slot].id);
    CHECK(roof_km2(blocks, range) == Approx(data.assets[range.slot].footprint_km2).epsilon(0.002));
  }
}

TEST_CASE("every roof triangle faces up, lies near the sphere and has its own slot", "[scene]") {
  const Blocks blocks = build_blocks(small_arctic());
  for (const BlockRange& range : blocks.ranges)
    for (uint32_t i = 0; i < range.roof_count; i += 3) {
      glm::dvec3 p[3];
      for (uint32_t k = 0; k < 3; ++k) {
        const BlockVertex& v = blocks.vertices[blocks.indices[range.first_roof + i + k]];
        REQUIRE(slot_of(v.slot_level) == range.slot);
        REQUIRE(level_of(v.slot_level) == 3);
        REQUIRE_FALSE(is_wall(v.slot_level));
        p[k] = vec(v.dir);
        REQUIRE(glm::length(p[k]) == Approx(1).epsilon(1e-6));
      }
      REQUIRE(glm::dot(glm::cross(p[1] - p[0], p[2] - p[0]), p[0]) > 0);
      for (int k = 0; k < 3; ++k) REQUIRE(glm::distance(p[k], p[(k + 1) % 3]) < to_rad(kRoofEdge_deg) * 1.01);
      // How far the flat triangle dips below the sphere: less than the lowest block is high.
      REQUIRE(1 - glm::length((p[0] + p[1] + p[2]) / 3.0) < 0.6 / kEarthRadius_km);
    }
}

TEST_CASE("walls close: every outline edge goes on where another ends, and is an edge of the roof", "[scene]") {
  const Blocks blocks = build_blocks(small_arctic());
  for (const BlockRange& range : blocks.ranges) {
    std::map<std::pair<Key, Key>, int> roof_edges;
    for (uint32_t i = 0; i < range.roof_count; i += 3)
      for (uint32_t k = 0; k < 3; ++k) {
        const auto& a = blocks.vertices[blocks.indices[range.first_roof + i + k]].dir;
        const auto& b = blocks.vertices[blocks.indices[range.first_roof + i + (k + 1) % 3]].dir;
        ++roof_edges[{key(a), key(b)}];
      }
    std::map<Key, int> balance;
    uint32_t edges = 0;
    for (const BlockEdge& edge : blocks.edges) {
      if (edge.slot != range.slot) continue;
      ++edges;
      ++balance[key(edge.a)];
      --balance[key(edge.b)];
      REQUIRE(roof_edges[{key(edge.a), key(edge.b)}] == 1);
      REQUIRE(roof_edges[{key(edge.b), key(edge.a)}] == 0);
      REQUIRE(edge.along_b > edge.along_a);
    }
    for (const auto& [at, count] : balance) REQUIRE(count == 0);
    REQUIRE(range.wall_count == edges * 18);
  }
}

TEST_CASE("wall normals point away from the block, along the ground", "[scene]") {
  const Dataset data = small_arctic();
  const Blocks blocks = build_blocks(data);
  for (const BlockRange& range : blocks.ranges)
    for (uint32_t i = 0; i < range.wall_count; i += 6) {
      const BlockVertex& a = blocks.vertices[blocks.indices[range.first_wall + i]];
      const BlockVertex& b = blocks.vertices[blocks.indices[range.first_wall + i + 1]];
      REQUIRE(glm::length(vec(a.normal)) == Approx(1).epsilon(1e-4));
      REQUIRE(std::abs(glm::dot(vec(a.normal), vec(a.dir))) < 0.02);
      const glm::dvec3 middle = glm::normalize(vec(a.dir) + vec(b.dir));
      const glm::dvec3 out = glm::normalize(vec(a.normal) + vec(b.normal));
      const Region& ground = data.assets[range.slot].footprint;
      REQUIRE_FALSE(contains(ground, to_lon_lat(middle + 1e-3 * out)));
      REQUIRE(contains(ground, to_lon_lat(middle - 1e-3 * out)));
    }
}

TEST_CASE("a block around the pole has its roof over the pole", "[scene]") {
  const Dataset data = small_arctic();
  const Blocks blocks = build_blocks(data);
  const BlockRange& range = blocks.ranges[2];
  REQUIRE(data.assets[range.slot].id == "round-the-pole");
  bool over = false;
  for (uint32_t i = 0; i < range.roof_count; i += 3) {
    const auto corner = [&](uint32_t k) { return vec(blocks.vertices[blocks.indices[range.first_roof + i + k]].dir); };
    const glm::dvec3 pole{0, 0, 1};
    bool inside = true;
    for (uint32_t k = 0; k < 3; ++k) inside &= glm::dot(glm::cross(corner(k), corner((k + 1) % 3)), pole) >= -1e-9;
    over |= inside;
  }
  CHECK(over);
}

TEST_CASE("the volume of a block is its amount", "[scene]") {
  const Dataset data = small_arctic();
  const Blocks blocks = build_blocks(data);
  const HeightScales scales = height_scales(data);
  for (const BlockRange& range : blocks.ranges) {
    const Asset& asset = data.assets[range.slot];
    const auto tops = level_heights_radii(data, asset, scales, HeightMode::volume);
    // A prism of solid angle w from 1 to 1 + h holds w ((1 + h)^3 - 1) / 3; band by band.
    const double area_radii2 = roof_km2(blocks, range) / (kEarthRadius_km * kEarthRadius_km);
    const auto parts = drawn_mmboe(asset);
    double below = 0;
    for (size_t band = 0; band < 3; ++band) {
      const double radii3 = area_radii2 * (std::pow(1 + tops[band], 3) - std::pow(1 + below, 3)) / 3;
      const double km3 = radii3 * std::pow(kEarthRadius_km, 3);
      CHECK(km3 == Approx(parts[band] * scales.km3_per_mmboe).epsilon(0.01).margin(1));
      below = tops[band];
    }
  }
}

TEST_CASE("the distance on a roof is the distance to the outline", "[scene]") {
  // A cap of 5 degrees: the distance is 5 degrees less the distance to the middle.
  std::vector<LonLat> points;
  for (int i = 0; i < 360; ++i) points.push_back({i - 180.0, 85});
  const Region cap = to_region({Ring::from_points(points).value()});
  Blocks blocks;
  append_block(blocks, 0, cap);
  const double most = 4 * kFrost_km / kEarthRadius_km;
  for (const BlockVertex& v : blocks.vertices) {
    if (is_wall(v.slot_level)) continue;
    const double to_pole = std::hypot(v.dir.x, v.dir.y);
    const double expected = std::min(to_rad(5) - std::asin(to_pole), most);
    CHECK(v.along == Approx(expected).margin(1.5e-4));
  }
}
