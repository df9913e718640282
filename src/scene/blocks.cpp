#include "scene/blocks.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/roof.h"

namespace atlas {
namespace {

Vec3f to_float(const glm::dvec3& v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

uint32_t slot_level(uint32_t slot, uint32_t level, bool wall) { return slot * 8 + level * 2 + (wall ? 1 : 0); }

// One corner of the outline: the edge behind it and the edge before it.
struct Corner {
  glm::dvec3 at;
  glm::dvec3 normal_in, normal_out;  // of the two walls that meet here
  double turn_deg = 0;
  double along = 0;
  bool smooth() const { return turn_deg < kSmoothTurn_deg; }
};

std::vector<Corner> corners_of(const Roof& roof, const std::vector<uint32_t>& loop) {
  const size_t n = loop.size();
  std::vector<Corner> corners(n);
  std::vector<glm::dvec3> normals(n);
  double along = 0;
  for (size_t i = 0; i < n; ++i) {
    const glm::dvec3& a = roof.points[loop[i]];
    const glm::dvec3& b = roof.points[loop[(i + 1) % n]];
    normals[i] = glm::normalize(glm::cross(b - a, a + b));  // right of the way: outside
    corners[i].at = a;
    corners[i].along = along;
    along += 2 * std::asin(std::min(1.0, 0.5 * glm::distance(a, b)));
  }
  for (size_t i = 0; i < n; ++i) {
    Corner& corner = corners[i];
    corner.normal_in = normals[(i + n - 1) % n];
    corner.normal_out = normals[i];
    corner.turn_deg = to_deg(std::acos(std::clamp(glm::dot(corner.normal_in, corner.normal_out), -1.0, 1.0)));
    if (!corner.smooth()) continue;
    corner.normal_in = corner.normal_out = glm::normalize(corner.normal_in + corner.normal_out);
  }
  return corners;
}

// Six vertices over one another: bottom and top of each band.
uint32_t append_column(Blocks& blocks, uint32_t slot, const Corner& corner, const glm::dvec3& normal, double along) {
  const auto first = static_cast<uint32_t>(blocks.vertices.size());
  for (uint32_t band = 0; band < 3; ++band)
    for (uint32_t level = band; level <= band + 1; ++level)
      blocks.vertices.push_back({to_float(corner.at), to_float(normal), static_cast<float>(along),
                                 slot_level(slot, level, true), static_cast<float>(band)});
  return first;
}

void append_walls(Blocks& blocks, uint32_t slot, const std::vector<Corner>& corners, double length) {
  const size_t n = corners.size();
  uint32_t left = append_column(blocks, slot, corners[0], corners[0].normal_out, 0);
  for (size_t i = 0; i < n; ++i) {
    const Corner& a = corners[i];
    const Corner& b = corners[(i + 1) % n];
    const double b_along = i + 1 == n ? length : b.along;
    const uint32_t right = append_column(blocks, slot, b, b.normal_in, b_along);
    // Seen from outside with the inside behind the wall, the way goes to the right.
    for (uint32_t band = 0; band < 3; ++band) {
      const uint32_t low_a = left + 2 * band, low_b = right + 2 * band;
      blocks.indices.insert(blocks.indices.end(), {low_a, low_b, low_b + 1, low_a, low_b + 1, low_a + 1});
    }
    blocks.edges.push_back({to_float(a.at), to_float(b.at), static_cast<float>(a.along), static_cast<float>(b_along),
                            slot, a.turn_deg > kCornerTurn_deg ? 1.0f : 0.0f});
    if (i + 1 < n) left = b.smooth() ? right : append_column(blocks, slot, b, b.normal_out, b.along);
  }
}

}  // namespace

void append_block(Blocks& blocks, uint32_t slot, const Region& footprint) {
  const Roof roof = make_roof(footprint, kRoofEdge_deg, kFrost_km);
  if (roof.triangles.empty()) return;
  BlockRange range;
  range.slot = slot;
  range.first_roof = static_cast<uint32_t>(blocks.indices.size());
  const auto first_vertex = static_cast<uint32_t>(blocks.vertices.size());
  for (size_t i = 0; i < roof.points.size(); ++i)
    blocks.vertices.push_back(
        {to_float(roof.points[i]), {}, static_cast<float>(roof.to_outline[i]), slot_level(slot, 3, false), 3.0f});
  glm::dvec3 centre{0, 0, 0};
  for (const auto& t : roof.triangles) {
    for (const uint32_t i : t) blocks.indices.push_back(first_vertex + i);
    const glm::dvec3 &a = roof.points[t[0]], &b = roof.points[t[1]], &c = roof.points[t[2]];
    centre += glm::length(glm::cross(b - a, c - a)) * (a + b + c);
  }
  range.centre = to_float(glm::normalize(centre));
  range.roof_count = static_cast<uint32_t>(blocks.indices.size()) - range.first_roof;

  double nearest_cos = 1;
  for (const glm::dvec3& point : roof.points)
    nearest_cos = std::min(nearest_cos, glm::dot(point, glm::normalize(centre)));
  range.reach_rad = static_cast<float>(std::acos(std::clamp(nearest_cos, -1.0, 1.0)) + 1e-6);

  range.first_wall = static_cast<uint32_t>(blocks.indices.size());
  range.first_edge = static_cast<uint32_t>(blocks.edges.size());
  for (const auto& loop : roof.loops) {
    const std::vector<Corner> corners = corners_of(roof, loop);
    const double closing = glm::distance(corners.back().at, corners.front().at);
    append_walls(blocks, slot, corners, corners.back().along + 2 * std::asin(std::min(1.0, 0.5 * closing)));
  }
  range.wall_count = static_cast<uint32_t>(blocks.indices.size()) - range.first_wall;
  range.edge_count = static_cast<uint32_t>(blocks.edges.size()) - range.first_edge;
  blocks.ranges.push_back(range);
}

Blocks build_blocks(const Dataset& dataset) {
  Blocks blocks;
  for (size_t i = 0; i < dataset.assets.size(); ++i) {
    const Asset& asset = dataset.assets[i];
    if (asset.layer == Layer::province && !asset.footprint.empty())
      append_block(blocks, static_cast<uint32_t>(i), asset.footprint);
  }
  return blocks;
}

}  // namespace atlas
