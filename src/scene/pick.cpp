#include "scene/pick.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

namespace atlas {
namespace {

glm::dvec3 vec(const Vec3f& v) { return {v.x, v.y, v.z}; }

// Moeller and Trumbore (1997), both sides; the distance along the ray, or a negative number.
double hit_triangle(const Ray& ray, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
  const glm::dvec3 ab = b - a, ac = c - a;
  const glm::dvec3 p = glm::cross(ray.direction_in_world, ac);
  const double det = glm::dot(ab, p);
  if (det == 0) return -1;
  const glm::dvec3 s = ray.origin_in_world - a;
  const double u = glm::dot(s, p) / det;
  if (u < 0 || u > 1) return -1;
  const glm::dvec3 q = glm::cross(s, ab);
  const double v = glm::dot(ray.direction_in_world, q) / det;
  if (v < 0 || u + v > 1) return -1;
  return glm::dot(ac, q) / det;
}

// Can the ray meet the sphere before `farthest`?
bool meets_sphere(const Ray& ray, const glm::dvec3& centre, double radius, double farthest) {
  const glm::dvec3 to = centre - ray.origin_in_world;
  const double ahead = glm::dot(to, ray.direction_in_world);
  const double aside2 = glm::dot(to, to) - ahead * ahead;
  return aside2 <= radius * radius && ahead + radius > 0 && ahead - radius < farthest;
}

// Distance to the side or the top of a column, or a negative number.
double hit_column(const Ray& ray, const glm::dvec3& axis, double radius, double height) {
  const glm::dvec3 &o = ray.origin_in_world, &d = ray.direction_in_world;
  const double along_o = glm::dot(o, axis), along_d = glm::dot(d, axis);
  const glm::dvec3 side_o = o - along_o * axis, side_d = d - along_d * axis;
  double best = -1;
  const auto offer = [&](double t) {
    if (t > 0 && (best < 0 || t < best)) best = t;
  };
  const double a = glm::dot(side_d, side_d), b = glm::dot(side_o, side_d),
               c = glm::dot(side_o, side_o) - radius * radius;
  const double root = b * b - a * c;
  if (a > 0 && root >= 0) {
    const double t = (-b - std::sqrt(root)) / a;
    const double along = along_o + t * along_d;
    if (along >= 1 && along <= 1 + height) offer(t);
  }
  if (along_d != 0) {
    const double t = (1 + height - along_o) / along_d;
    const glm::dvec3 aside = side_o + t * side_d;
    if (glm::dot(aside, aside) <= radius * radius) offer(t);
  }
  return best;
}

}  // namespace

double slot_top(const Slots& slots, uint32_t slot) {
  const size_t at = 12 * static_cast<size_t>(slot) + 2;
  return at < slots.texels.size() ? slots.texels[at] : 0;
}

double slot_opacity(const Slots& slots, uint32_t slot) {
  const size_t at = 12 * static_cast<size_t>(slot) + 8;
  return at < slots.texels.size() ? slots.texels[at] : 0;
}

std::optional<BlockHit> hit_blocks(const Blocks& blocks, const Slots& slots, const Ray& ray, double farthest) {
  std::optional<BlockHit> best;
  for (const BlockRange& range : blocks.ranges) {
    const double top = 1 + slot_top(slots, range.slot);
    if (!(top > 1) || !(slot_opacity(slots, range.slot) > 0)) continue;
    const double outer = std::sqrt(std::max(0.0, 1 + top * top - 2 * top * std::cos(double{range.reach_rad})));
    const double inner = 2 * std::sin(0.5 * double{range.reach_rad});
    if (!meets_sphere(ray, vec(range.centre), std::max(outer, inner), farthest)) continue;
    const auto offer = [&](double t, bool wall) {
      if (!(t > 0) || t >= farthest) return;
      farthest = t;
      best = BlockHit{{range.slot, t}, wall};
    };
    for (uint32_t i = range.first_roof; i < range.first_roof + range.roof_count; i += 3) {
      const auto corner = [&](uint32_t k) { return top * vec(blocks.vertices[blocks.indices[i + k]].dir); };
      offer(hit_triangle(ray, corner(0), corner(1), corner(2)), false);
    }
    for (uint32_t i = range.first_edge; i < range.first_edge + range.edge_count; ++i) {
      const glm::dvec3 a = vec(blocks.edges[i].a), b = vec(blocks.edges[i].b);
      offer(hit_triangle(ray, a, b, top * b), true);
      offer(hit_triangle(ray, a, top * b, top * a), true);
    }
  }
  return best;
}

std::optional<PickHit> hit_columns(const std::vector<ColumnInstance>& columns, const Slots& slots,
                                   const CameraMatrices& camera, const Ray& ray, double pixel_ratio, double slack_px,
                                   double farthest) {
  const glm::dmat4& v = camera.view_from_world;
  const glm::dvec3 back(v[0][2], v[1][2], v[2][2]);
  std::optional<PickHit> best;
  for (const ColumnInstance& column : columns) {
    if (!(slot_opacity(slots, column.slot) > 0)) continue;
    const glm::dvec3 axis = vec(column.dir);
    const double height = slot_top(slots, column.slot);
    const double radii_per_px =
        pixel_ratio * std::max(1e-6, glm::dot(camera.eye_in_world - axis, back)) / camera.px_per_rad;
    const double radius = std::min(double{column.radius}, kWidestColumn_px * radii_per_px) + slack_px * radii_per_px;
    if (!meets_sphere(ray, axis * (1 + 0.5 * height), radius + 0.5 * height, farthest)) continue;
    const double t = hit_column(ray, axis, radius, height);
    if (!(t > 0) || t >= farthest) continue;
    farthest = t;
    best = PickHit{column.slot, t};
  }
  return best;
}

namespace {

double ground_distance(const Ray& ray) {
  const auto ground = hit_globe(ray);
  return ground ? glm::distance(*ground, ray.origin_in_world) : std::numeric_limits<double>::infinity();
}

// The ground's own roundness: a disc of 1 km stands hardly above the ground that is behind it.
constexpr double kGroundSlack_radii = 1e-3;

}  // namespace

std::optional<Picked> pick(const StaticScene& scene, const Slots& slots, const CameraMatrices& camera, double x_px,
                           double y_px, double pixel_ratio, double slack_px) {
  const Ray ray = ray_in_world(camera, x_px, y_px);
  const double farthest = ground_distance(ray);
  const auto column =
      hit_columns(scene.columns, slots, camera, ray, pixel_ratio, slack_px, farthest + kGroundSlack_radii);
  const auto block = hit_blocks(scene.blocks, slots, ray, farthest);
  if (column && !(block && block->wall && block->hit.distance < column->distance)) return Picked{*column, false};
  if (block) return Picked{block->hit, !block->wall};
  return std::nullopt;
}

std::optional<LoadedHit> pick_loaded(const LoadedColumns& loaded, double time_position, const CameraMatrices& camera,
                                     double x_px, double y_px, double pixel_ratio) {
  const Ray ray = ray_in_world(camera, x_px, y_px);
  return hit_loaded(loaded, time_position, camera, pixel_ratio, ray, ground_distance(ray) + kGroundSlack_radii);
}

}  // namespace atlas
