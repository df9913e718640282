// The shipped data as a scene: footprints, heights and columns of the real provinces.
#include <catch2/catch.hpp>
#include <fstream>
#include <glm/geometric.hpp>
#include <iterator>

#include "data/check.h"
#include "scene/bars.h"
#include "scene/blocks.h"
#include "scene/contact.h"
#include "scene/heights.h"

using namespace atlas;

namespace {

const Dataset& shipped() {
  static const Dataset dataset = [] {
    DataFiles files;
    for (const std::string_view name : data_file_names()) {
      std::ifstream in(std::string(ATLAS_SOURCE_DIR "/assets/data/") + std::string(name), std::ios::binary);
      files.text_by_name[std::string(name)] = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    auto checked = check(files);
    for (const Fault& fault : checked.faults()) UNSCOPED_INFO(to_text(fault));
    REQUIRE(checked.ok());
    return std::move(checked).value();
  }();
  return dataset;
}

glm::dvec3 vec(const Vec3f& v) { return {v.x, v.y, v.z}; }

double solid_angle(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
  return 2 * std::atan2(glm::dot(a, glm::cross(b, c)), 1 + glm::dot(a, b) + glm::dot(b, c) + glm::dot(c, a));
}

double height_km(const char* id, HeightMode mode) {
  const Dataset& d = shipped();
  const auto ix = d.find_asset(id);
  REQUIRE(ix);
  return level_heights_radii(d, d.at(*ix), height_scales(d), mode)[2] * kEarthRadius_km;
}

}  // namespace

TEST_CASE("each shipped province's roof has the area of its footprint and lies north of the Circle",
          "[scene][shipped]") {
  const Dataset& d = shipped();
  const Blocks blocks = build_blocks(d);
  CHECK(blocks.ranges.size() == 25);
  for (const BlockRange& range : blocks.ranges) {
    CAPTURE(d.assets[range.slot].id);
    double area = 0;
    for (uint32_t i = range.first_roof; i < range.first_roof + range.roof_count; i += 3) {
      glm::dvec3 p[3];
      for (uint32_t k = 0; k < 3; ++k) {
        p[k] = glm::normalize(vec(blocks.vertices[blocks.indices[i + k]].dir));
        REQUIRE(to_lon_lat(p[k]).lat_deg > kArcticCircle_lat_deg - 0.02);
      }
      area += solid_angle(p[0], p[1], p[2]);
    }
    CHECK(area * kEarthRadius_km * kEarthRadius_km == Approx(d.assets[range.slot].footprint_km2).epsilon(0.005));
    CHECK(range.edge_count * 18 == range.wall_count);
  }
  // What the scene costs: counted, so that a change of the meshes is seen.
  CHECK(blocks.vertices.size() < 120000);
}

TEST_CASE("the skyline of the shipped data", "[scene][shipped]") {
  CHECK(height_km("arctic-alaska", HeightMode::volume) == Approx(520));
  CHECK(height_km("west-siberian-basin", HeightMode::volume) == Approx(434).epsilon(0.03));
  CHECK(height_km("east-barents-basin", HeightMode::volume) == Approx(187).epsilon(0.03));
  CHECK(height_km("west-siberian-basin", HeightMode::total) == Approx(650));
  CHECK(height_km("arctic-alaska", HeightMode::total) == Approx(357).epsilon(0.01));
  CHECK(height_scales(shipped()).unit_block_side_km() == Approx(300).epsilon(0.02));
  CHECK(height_km("urengoy", HeightMode::volume) == Approx(420).epsilon(0.02));
}

TEST_CASE("the Eurasia Basin's roof lies over the pole", "[scene][shipped]") {
  const Dataset& d = shipped();
  const auto ix = d.find_asset("eurasia-basin");
  REQUIRE(ix);
  Blocks blocks;
  append_block(blocks, 0, d.at(*ix).footprint);
  // Either a triangle holds the pole or it lies on an edge of the outline.
  const glm::dvec3 pole{0, 0, 1};
  bool over = false;
  for (uint32_t i = 0; i < blocks.ranges[0].roof_count; i += 3) {
    bool inside = true;
    for (uint32_t k = 0; k < 3; ++k)
      inside &= glm::dot(glm::cross(vec(blocks.vertices[blocks.indices[i + k]].dir),
                                    vec(blocks.vertices[blocks.indices[i + (k + 1) % 3]].dir)),
                         pole) >= -1e-6;
    over |= inside;
  }
  CHECK(over);
}
