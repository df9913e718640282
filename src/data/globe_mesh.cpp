#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "data/base_sections.h"

namespace atlas {
namespace {

using Triangle = std::array<uint32_t, 3>;

// Steps of a point in a globe radius.
constexpr double kSteps = 32767.0;
// South of this height (64 S) a mesh is halved on the sphere.
constexpr float kSouthern = -0.9f;

std::array<float, 3> unit_vector_at(double x, double y) {
  // Lambert's projection undone without angles: with lat and lon, x = rho sin(lon), y = -rho cos(lon),
  // sin(lat) = 1 - rho^2 / 2 and cos(lat) = rho sqrt(1 - rho^2 / 4).
  const double rho2 = std::min(x * x + y * y, 4.0);
  const double scale = std::sqrt(1.0 - rho2 / 4.0);
  return {static_cast<float>(-y * scale), static_cast<float>(x * scale), static_cast<float>(1.0 - rho2 / 2.0)};
}

}  // namespace

std::array<float, 3> unit_vector(BasePoint point) { return unit_vector_at(point.x / kSteps, point.y / kSteps); }

BasePoint to_base_point(double x, double y, double z) {
  const double scale = std::sqrt(std::max((1.0 + z) / 2.0, 1e-12));  // sqrt(1 - rho^2 / 4)
  const auto step = [](double v) { return static_cast<int32_t>(std::lround(std::clamp(v, -2.0, 2.0) * kSteps)); };
  return {step(y / scale), step(-x / scale)};
}

GlobeMesh globe_mesh(const BaseMesh& mesh, double max_edge_deg) {
  struct Vertex {
    double x, y;               // on the plane, steps
    std::array<float, 3> dir;  // on the sphere
  };
  std::vector<Vertex> vertices;
  for (const BasePoint point : mesh.points) {
    vertices.push_back({static_cast<double>(point.x), static_cast<double>(point.y), unit_vector(point)});
  }
  const auto chord2 = [&](uint32_t a, uint32_t b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double d = static_cast<double>(vertices[a].dir[i]) - static_cast<double>(vertices[b].dir[i]);
      sum += d * d;
    }
    return sum;
  };
  // The middle lies on the plane's straight line, which cannot fold over; about the south pole, where the plane ends,
  // on the sphere's.
  const auto middle_of = [&](uint32_t a, uint32_t b) -> Vertex {
    const auto& u = vertices[a].dir;
    const auto& v = vertices[b].dir;
    if (u[2] < kSouthern && v[2] < kSouthern) {
      const double x = static_cast<double>(u[0]) + static_cast<double>(v[0]);
      const double y = static_cast<double>(u[1]) + static_cast<double>(v[1]);
      const double z = static_cast<double>(u[2]) + static_cast<double>(v[2]);
      const double length = std::sqrt(x * x + y * y + z * z);
      return {
          0.0, 0.0, {static_cast<float>(x / length), static_cast<float>(y / length), static_cast<float>(z / length)}};
    }
    const double x = 0.5 * (vertices[a].x + vertices[b].x);
    const double y = 0.5 * (vertices[a].y + vertices[b].y);
    return {x, y, unit_vector_at(x / kSteps, y / kSteps)};
  };
  const double half_rad = 0.5 * std::max(max_edge_deg, 0.1) * (3.14159265358979323846 / 180.0);
  const double most_chord2 = 4.0 * std::sin(half_rad) * std::sin(half_rad) * (1.0 + 1e-4);

  std::vector<Triangle> triangles(mesh.triangles.size() / 3);
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    triangles[t] = {mesh.triangles[3 * t], mesh.triangles[3 * t + 1], mesh.triangles[3 * t + 2]};
  }
  // Each triangle's longest edge is halved until none is too long. The choice depends on the edge's ends alone, so the
  // triangle beyond it comes to the same points.
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> middles;
  GlobeMesh result;
  constexpr std::size_t kMostTriangles = 4000000;  // a damaged mesh ends here
  while (!triangles.empty() && result.indices.size() + triangles.size() < kMostTriangles) {
    const Triangle t = triangles.back();
    triangles.pop_back();
    std::size_t longest = 0;
    double most = -1.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double length2 = chord2(std::min(t[i], t[(i + 1) % 3]), std::max(t[i], t[(i + 1) % 3]));
      if (length2 > most) {
        most = length2;
        longest = i;
      }
    }
    if (most <= most_chord2) {
      result.indices.insert(result.indices.end(), t.begin(), t.end());
      continue;
    }
    const uint32_t a = t[longest];
    const uint32_t b = t[(longest + 1) % 3];
    const uint32_t c = t[(longest + 2) % 3];
    const auto [place, fresh] = middles.try_emplace({std::min(a, b), std::max(a, b)}, 0);
    if (fresh) {
      place->second = static_cast<uint32_t>(vertices.size());
      vertices.push_back(middle_of(std::min(a, b), std::max(a, b)));
    }
    const uint32_t middle = place->second;
    triangles.push_back({a, middle, c});
    triangles.push_back({middle, b, c});
  }
  for (const Vertex& vertex : vertices) result.vertices.push_back(vertex.dir);
  return result;
}

}  // namespace atlas
