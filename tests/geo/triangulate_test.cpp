#include "geo/triangulate.h"

#include <catch2/catch.hpp>
#include <map>

#include "geo/shapes.h"

using namespace atlas;

namespace {

// Every edge of the mesh with the number of triangles on it; counted with its direction.
std::map<std::pair<std::uint32_t, std::uint32_t>, int> directed_edges(const Mesh2& mesh) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
  for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
    for (std::size_t k = 0; k < 3; ++k) ++edges[{mesh.triangles[i + k], mesh.triangles[i + (k + 1) % 3]}];
  }
  return edges;
}

}  // namespace

TEST_CASE("triangles fill their polygon: area, short edges, no T-junction, no fold", "[geo][law]") {
  shapes::Random random(31);
  for (int i = 0; i < 40; ++i) {
    const LonLat middle{shapes::between(random, -180.0, 180.0), shapes::between(random, 20.0, 90.0)};
    Polygon polygon{shapes::star(random, middle, 900.0, 2500.0, 15), {}};
    if (i % 2 == 1) polygon.holes.push_back(shapes::star(random, middle, 100.0, 500.0, 7));
    const Mesh2 mesh = triangulate(polygon, 2.0);
    CAPTURE(i, middle.lon_deg, middle.lat_deg);
    REQUIRE(area_km2(mesh) == Approx(area_km2(polygon)).epsilon(1e-6));
    REQUIRE(mesh.on_boundary.size() == mesh.points.size());
    const auto edges = directed_edges(mesh);
    for (const auto& [edge, count] : edges) {
      REQUIRE(count == 1);
      REQUIRE(to_deg(central_angle_rad(mesh.points[edge.first], mesh.points[edge.second])) <= 2.0 + 1e-6);
      const bool inner = edges.count({edge.second, edge.first}) == 1;
      if (!inner) REQUIRE((mesh.on_boundary[edge.first] == 1 && mesh.on_boundary[edge.second] == 1));
    }
    for (std::size_t k = 0; k < mesh.triangles.size(); k += 3) {
      const glm::dvec3 a = to_world(mesh.points[mesh.triangles[k]]);
      const glm::dvec3 b = to_world(mesh.points[mesh.triangles[k + 1]]);
      const glm::dvec3 c = to_world(mesh.points[mesh.triangles[k + 2]]);
      REQUIRE(glm::dot(a, glm::cross(b - a, c - a)) > -1e-9);
    }
  }
}

TEST_CASE("a coarse triangulation has the ring's area within a thousandth", "[geo]") {
  shapes::Random random(32);
  for (int i = 0; i < 40; ++i) {
    const Polygon polygon{shapes::star(random, {40, 80}, 300.0, 900.0, 30), {}};
    REQUIRE(area_km2(triangulate(polygon, 30.0)) == Approx(area_km2(polygon)).epsilon(1e-3));
  }
}

TEST_CASE("a polygon around the pole is meshed without a hole at the pole", "[geo]") {
  std::vector<LonLat> points;
  for (int lon = -180; lon < 180; lon += 15) points.push_back({static_cast<double>(lon), 78.0});
  const Region region{{shapes::ring_of(points), {}}, {shapes::ring_of({{0, 60}, {5, 60}, {3, 63}}), {}}};
  const Mesh2 mesh = triangulate(region, 2.0);
  CHECK(area_km2(mesh) == Approx(area_km2(region)).epsilon(1e-9));
  // Inner points exist, so that roofs can be curved.
  CHECK(std::count(mesh.on_boundary.begin(), mesh.on_boundary.end(), 0) > 20);
}
