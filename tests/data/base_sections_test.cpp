#include "data/base_sections.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <set>

#include "geo/polar_plane.h"
#include "geo/region_cut.h"
#include "geo/triangulate.h"

using namespace atlas;

namespace {

std::vector<LonLat> around(double lat_deg, int count) {
  std::vector<LonLat> points;
  points.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) points.push_back({-180.0 + 360.0 * i / count, lat_deg + (i % 2)});
  return points;
}

BaseMesh cap_mesh() {
  const Polygon cap{Ring::from_points(around(60.0, 400)).value(), {}};
  const Mesh2 flat = triangulate_outline(cap, 2.0);
  BaseMesh mesh;
  for (const LonLat point : flat.points) {
    const glm::dvec3 in_world = to_world(point);
    mesh.points.push_back(to_base_point(in_world.x, in_world.y, in_world.z));
  }
  mesh.triangles = flat.triangles;
  mesh.outlines.push_back({.first = 0, .count = 400});
  return mesh;
}

// Triangles as a set, each turned so that its least corner comes first.
std::multiset<std::array<uint32_t, 3>> turned(const std::vector<uint32_t>& indices) {
  std::multiset<std::array<uint32_t, 3>> result;
  for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
    std::array<uint32_t, 3> t{indices[i], indices[i + 1], indices[i + 2]};
    std::rotate(t.begin(), std::min_element(t.begin(), t.end()), t.end());
    result.insert(t);
  }
  return result;
}

double area_sr(const GlobeMesh& mesh) {
  double sum = 0.0;
  const auto at = [&](uint32_t i) {
    const auto& v = mesh.vertices[i];
    return glm::dvec3(v[0], v[1], v[2]);
  };
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const glm::dvec3 a = at(mesh.indices[i]), b = at(mesh.indices[i + 1]), c = at(mesh.indices[i + 2]);
    const glm::dvec3 n((b.y - a.y) * (c.z - a.z) - (b.z - a.z) * (c.y - a.y),
                       (b.z - a.z) * (c.x - a.x) - (b.x - a.x) * (c.z - a.z),
                       (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    const double volume = a.x * n.x + a.y * n.y + a.z * n.z;
    const auto dot = [](const glm::dvec3& u, const glm::dvec3& v) { return u.x * v.x + u.y * v.y + u.z * v.z; };
    sum += 2.0 * std::atan2(volume, 1.0 + dot(a, b) + dot(b, c) + dot(c, a));
  }
  return sum;
}

}  // namespace

TEST_CASE("a base point is the polar plane's point and comes back within a step", "[data][law]") {
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    const LonLat there{-180.0 + 360.0 * (static_cast<double>(random()) / 4294967296.0),
                       -60.0 + 150.0 * (static_cast<double>(random()) / 4294967296.0)};
    const glm::dvec3 in_world = to_world(there);
    const BasePoint point = to_base_point(in_world.x, in_world.y, in_world.z);
    const glm::dvec2 in_plane = to_plane(there);
    CHECK(std::abs(point.x - in_plane.x * 32767.0) <= 0.5001);
    CHECK(std::abs(point.y - in_plane.y * 32767.0) <= 0.5001);
    const auto back = unit_vector(point);
    CHECK(std::hypot(back[0] - in_world.x, back[1] - in_world.y, back[2] - in_world.z) < 1e-4);
  }
}

TEST_CASE("a mesh survives writing and reading, but for the order of its triangles", "[data][law]") {
  const BaseMesh mesh = cap_mesh();
  const auto back = read_mesh(write_mesh(mesh));
  REQUIRE(back.ok());
  CHECK(back->points == mesh.points);
  CHECK(back->outlines == mesh.outlines);
  CHECK(turned(back->triangles) == turned(mesh.triangles));
}

TEST_CASE("outlines of one piece are listed as trees, those with holes one by one", "[data][law]") {
  for (const bool southern : {false, true}) {
    Polygon ring{Ring::from_points(around(60.0, 60)).value(), {}};
    if (southern) ring.holes.push_back(reversed(Ring::from_points(around(80.0, 20)).value()));
    const Mesh2 flat = triangulate_outline(ring, 20.0);
    BaseMesh mesh;
    for (const LonLat point : flat.points) {
      const glm::dvec3 in_world = to_world(point);
      const BasePoint fine = to_base_point(in_world.x, in_world.y, in_world.z);
      mesh.points.push_back({fine.x / 8 * 8, fine.y / 8 * 8});
    }
    mesh.triangles = flat.triangles;
    mesh.outlines.push_back({.first = 0, .count = 60});
    if (southern) mesh.outlines.push_back({.first = 60, .count = 20});
    const std::vector<uint8_t> bytes = write_mesh(mesh);
    CHECK(bytes[0] == 8);  // the step
    const auto back = read_mesh(bytes);
    REQUIRE(back.ok());
    CHECK(back->points == mesh.points);
    CHECK(back->outlines == mesh.outlines);
    CHECK(turned(back->triangles) == turned(mesh.triangles));

    // The other way round, as outlines about the south pole run.
    BaseMesh mirrored = mesh;
    for (std::size_t i = 0; i < mirrored.triangles.size(); i += 3)
      std::swap(mirrored.triangles[i + 1], mirrored.triangles[i + 2]);
    CHECK(turned(read_mesh(write_mesh(mirrored)).value().triangles) == turned(mirrored.triangles));
    if (!southern) CHECK(write_mesh(mirrored).size() == bytes.size());
  }
}

TEST_CASE("a raster of parts survives writing and reading", "[data][law]") {
  std::mt19937 random(9);
  for (int round = 0; round < 50; ++round) {
    PartsRaster raster;
    raster.width = static_cast<uint32_t>(1 + random() % 40);
    raster.height = static_cast<uint32_t>(1 + random() % 40);
    for (uint32_t i = 0; i < raster.width * raster.height; ++i) {
      const uint8_t before = raster.values.empty() ? uint8_t{0} : raster.values.back();
      raster.values.push_back(random() % 5 == 0 ? static_cast<uint8_t>(random() % 4) : before);
    }
    REQUIRE(read_parts(write_parts(raster)).value() == raster);
  }
  PartsRaster plain{2048, 2048, std::vector<uint8_t>(std::size_t{2048} * 2048, 7)};
  CHECK(write_parts(plain).size() < 7000);
  CHECK_FALSE(read_parts(write_parts({2049, 1, std::vector<uint8_t>(2049, 0)})).ok());
}

TEST_CASE("a globe mesh has short edges, no T-junction and the area of its outline", "[data][law]") {
  const BaseMesh mesh = cap_mesh();
  const GlobeMesh globe = globe_mesh(mesh, 2.0);
  const double cap_km2 = area_km2(Ring::from_points(around(60.0, 400)).value());
  CHECK(area_sr(globe) * kEarthRadius_km * kEarthRadius_km == Approx(cap_km2).epsilon(1e-3));
  std::set<std::pair<uint32_t, uint32_t>> edges;
  for (std::size_t i = 0; i < globe.indices.size(); i += 3) {
    for (std::size_t k = 0; k < 3; ++k) {
      const uint32_t a = globe.indices[i + k], b = globe.indices[i + (k + 1) % 3];
      CHECK(edges.insert({a, b}).second);
      const auto &u = globe.vertices[a], &v = globe.vertices[b];
      CHECK(std::hypot(u[0] - v[0], u[1] - v[1], u[2] - v[2]) < 2.001 * kPi / 180.0);
    }
  }
  std::size_t open = 0;
  for (const auto& [a, b] : edges) open += edges.count({b, a}) == 0 ? 1 : 0;
  CHECK(open == mesh.outlines[0].count);
}

TEST_CASE("planes of relief survive writing and reading, whatever their sides and amounts", "[data][law]") {
  std::mt19937 random(11);
  for (int round = 0; round < 40; ++round) {
    std::vector<ReliefPlane> planes;
    for (const ReliefKind kind : {ReliefKind::elevation, ReliefKind::shade, ReliefKind::halo}) {
      const auto width = static_cast<uint32_t>(1 + random() % 40), height = static_cast<uint32_t>(1 + random() % 40);
      std::vector<uint8_t> pixels(std::size_t{width} * height);
      for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<uint8_t>(i % width * 5 + (round % 4 == 0 ? random() : 0));
      planes.push_back(plane_of(kind, width, height, pixels, round % 3 == 0 ? 100 : 20 + round));
    }
    if (round % 5 == 0) planes[1].blocks[0] = {8191, -8191, 14, 15, -13, 0, 1};
    REQUIRE(read_relief(write_relief(planes)).value() == planes);
  }
  const std::vector<ReliefPlane> none = {
      {.kind = ReliefKind::halo, .width = 0, .height = 9, .steps = {}, .blocks = {}}};
  CHECK_FALSE(read_relief(write_relief(none)).ok());  // steps of nothing
  const std::vector<uint8_t> grey(std::size_t{2048} * 2048, 7);
  CHECK(write_relief(std::vector{plane_of(ReliefKind::shade, 2048, 2048, grey, 50)}).size() < 500);
  CHECK_FALSE(read_relief(write_relief(std::vector{plane_of(ReliefKind::shade, 2049, 1, grey, 50)})).ok());
}

TEST_CASE("pixels come back from their amounts within what the steps leave open", "[data][law]") {
  std::mt19937 random(12);
  constexpr uint32_t kWidth = 61, kHeight = 43;
  std::vector<uint8_t> pixels;
  for (uint32_t i = 0; i < kWidth * kHeight; ++i) pixels.push_back(static_cast<uint8_t>(random()));
  const std::vector<uint8_t> back = pixels_of(plane_of(ReliefKind::shade, kWidth, kHeight, pixels, 100));
  REQUIRE(back.size() == pixels.size());
  for (std::size_t i = 0; i < pixels.size(); ++i) REQUIRE(std::abs(back[i] - pixels[i]) <= 2);

  // One wave alone, by its formula.
  ReliefPlane plane{.kind = ReliefKind::shade, .width = 8, .height = 8, .steps = {}, .blocks = {ReliefBlock{}}};
  plane.steps.fill(3);
  plane.blocks[0][8 * 5 + 2] = 70;
  const std::vector<uint8_t> wave = pixels_of(plane);
  for (int y = 0; y < 8; ++y)
    for (int x = 0; x < 8; ++x) {
      const double value =
          128 + 210 / 4.0 * std::cos((2 * x + 1) * 2 * kPi / 16) * std::cos((2 * y + 1) * 5 * kPi / 16);
      REQUIRE(std::abs(wave[static_cast<std::size_t>(8 * y + x)] - value) < 0.51);
    }
}

TEST_CASE("lines and font atlas survive writing and reading", "[data][law]") {
  const std::vector<BaseLine> lines = {{1, {{5, -7}, {-60000, 3}}}, {4, {}}};
  CHECK(read_lines(write_lines(lines)).value() == lines);
  FontAtlasSection atlas;
  atlas.em_px = 32;
  atlas.width = 4;
  atlas.height = 2;
  atlas.glyphs = {{65, LabelFace::medium, 0, 0, 4, 2, -1.5f, -20.0f, 21.25f},
                  {65, LabelFace::italic, 1, 1, 2, 1, 0, 0, 9}};
  atlas.distance_field = {1, 2, 3, 4, 5, 6, 7, 8};
  const auto back = read_font_atlas(write_font_atlas(atlas));
  REQUIRE(back.ok());
  CHECK(back.value() == atlas);
  std::mt19937 random(13);
  atlas.width = atlas.height = 64;
  atlas.glyphs = {{66, LabelFace::medium, 3, 0, 60, 64, 0, 0, 1}, {65, LabelFace::italic, 0, 0, 3, 64, 0, 0, 1}};
  atlas.distance_field.clear();
  for (int i = 0; i < 64; ++i)
    for (int k = 0; k < 64; ++k)
      atlas.distance_field.push_back(k == 63 ? uint8_t{0} : static_cast<uint8_t>(k < 3 ? random() : 2 * i + 2 * k));
  for (int i = 0; i < 64; ++i) atlas.distance_field[static_cast<std::size_t>(64 * i) + 63] = 0;  // no glyph's
  CHECK(read_font_atlas(write_font_atlas(atlas)).value() == atlas);
  CHECK(find_glyph(*back, LabelFace::italic, 65)->advance == 9);
  CHECK(find_glyph(*back, LabelFace::medium, 66) == nullptr);
}

TEST_CASE("elevation codes keep the sign and come back near", "[data]") {
  for (const double metres : {-5500.0, -3000.0, -200.0, -1.0, 1.0, 300.0, 3200.0}) {
    const uint8_t code = elevation_code(metres);
    CHECK((code < 128) == (metres < 0.0));
    CHECK(elevation_of_code(code) == Approx(metres).epsilon(0.03).margin(1.0));
  }
}

TEST_CASE("any damaged byte of a section is a fault or another value, never more", "[data][law]") {
  std::mt19937 random(8);
  const std::vector<uint8_t> mesh = write_mesh(cap_mesh());
  const std::vector<uint8_t> lines = write_lines(std::vector<BaseLine>{{0, {{1, 2}, {300, 4}, {5, -60}}}});
  PartsRaster raster{30, 20, {}};
  for (int i = 0; i < 600; ++i) raster.values.push_back(static_cast<uint8_t>(i / 7 % 5 + i / 200));
  const std::vector<uint8_t> parts = write_parts(raster);
  const std::vector<uint8_t> relief = write_relief(std::vector{plane_of(ReliefKind::shade, 30, 20, raster.values, 90)});
  for (int i = 0; i < 3000; ++i) {
    std::vector<uint8_t> bytes = i % 4 == 0 ? mesh : i % 4 == 1 ? lines : i % 4 == 2 ? parts : relief;
    bytes[random() % bytes.size()] = static_cast<uint8_t>(random());
    if (i % 5 == 0) bytes.resize(random() % bytes.size());
    if (const auto read = read_mesh(bytes); read.ok()) {
      for (const uint32_t index : read->triangles) REQUIRE(index < read->points.size());
    }
    if (const auto read = read_lines(bytes); read.ok()) CHECK(read->size() <= bytes.size());
    if (const auto read = read_parts(bytes); read.ok())
      CHECK(read->values.size() == std::size_t{read->width} * read->height);
    if (const auto read = read_relief(bytes); read.ok())
      for (const ReliefPlane& plane : *read) CHECK(pixels_of(plane).size() == std::size_t{plane.width} * plane.height);
    CHECK(read_font_atlas(bytes).ok() == false);
  }
  CHECK_FALSE(read_mesh({}).ok());
  CHECK_FALSE(read_relief({}).ok());
  CHECK_FALSE(read_parts({}).ok());
}
