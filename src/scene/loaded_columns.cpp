#include "scene/loaded_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "data/host_columns.h"

namespace atlas {
namespace {

constexpr int kRangeLevel = 6;  // 64 ranges at most
constexpr double kFarRadius_px = 1.5;
constexpr double kShareOfSpacing = 0.17;
constexpr double kLargestCode = 65535;

double top_of_code(const LoadedColumns& loaded, double code) {
  const double root = code / kLargestCode;
  return root * root * double{loaded.top};
}

/// Half the way between neighbours, by the leaf in the middle of all leaves sorted by their density.
double spacing_radii(const CapTree& tree) {
  const int last = tree.levels() - 1;
  if (last < 0) return 0;
  std::vector<double> spacings;
  for (size_t node = 0; node < size_t{1} << last; ++node) {
    const auto count = static_cast<double>(tree.end(last, node) - tree.first(last, node));
    const double reach = tree.cap(last, node).reach;
    if (count > 0) spacings.push_back(std::sqrt(kPi * reach * reach / count));
  }
  const auto middle = spacings.begin() + static_cast<std::ptrdiff_t>(spacings.size() / 2);
  std::nth_element(spacings.begin(), middle, spacings.end());
  return *middle;
}

/// Inward planes of the window's four sides.
std::array<glm::dvec4, 4> side_planes(const CameraMatrices& camera) {
  const glm::dmat4& m = camera.clip_from_world;
  const auto row = [&](size_t i) { return glm::dvec4(m[0][i], m[1][i], m[2][i], m[3][i]); };
  std::array<glm::dvec4, 4> planes{row(3) + row(0), row(3) - row(0), row(3) + row(1), row(3) - row(1)};
  for (glm::dvec4& plane : planes) plane /= glm::length(glm::dvec3(plane));
  return planes;
}

/// A sphere about all columns of a node.
struct Bound {
  glm::dvec3 centre;
  double radius;
};
Bound bound_of(const LoadedColumns& loaded, int level, size_t node, double column_radius) {
  const Cap& cap = loaded.tree->cap(level, node);
  const double top = top_of_code(loaded, loaded.highest[CapTree::index(level, node)]);
  return {glm::dvec3(cap.centre) * (1 + 0.5 * top), double{cap.reach} * (1 + top) + 0.5 * top + column_radius};
}

bool before_horizon(const LoadedColumns& loaded, int level, size_t node, const CameraMatrices& camera) {
  const Cap& cap = loaded.tree->cap(level, node);
  const double top = top_of_code(loaded, loaded.highest[CapTree::index(level, node)]);
  const double eye = glm::length(camera.eye_in_world);
  const double away = std::acos(std::clamp(glm::dot(glm::dvec3(cap.centre), camera.eye_in_world) / eye, -1.0, 1.0));
  const double reach = 2 * std::asin(std::min(1.0, 0.5 * double{cap.reach}));
  return away - reach <= std::acos(std::min(1.0, 1 / eye)) + std::acos(1 / (1 + top)) + double{loaded.radius};
}

// The prism of shaders/loaded.vert: corners at 0, 60, 120 ... degrees from east towards north.
double hit_prism(const Ray& ray, const glm::dvec3& axis, double radius, double height) {
  const glm::dvec3 east = glm::normalize(std::abs(axis.z) > 0.999 ? glm::cross(glm::dvec3(1, 0, 0), axis)
                                                                  : glm::cross(glm::dvec3(0, 0, 1), axis));
  const glm::dvec3 north = glm::cross(axis, east);
  const glm::dvec3 from = ray.origin_in_world - axis;
  double enter = 0, leave = std::numeric_limits<double>::infinity();
  const auto clip = [&](const glm::dvec3& outward, double at) {
    const double speed = glm::dot(outward, ray.direction_in_world), room = at - glm::dot(outward, from);
    if (speed == 0) return room >= 0;
    if (speed < 0)
      enter = std::max(enter, room / speed);
    else
      leave = std::min(leave, room / speed);
    return enter <= leave;
  };
  const double apothem = radius * std::cos(kPi / kLoadedSides);
  for (int side = 0; side < kLoadedSides; ++side) {
    const double turn = (side + 0.5) * 2 * kPi / kLoadedSides;
    if (!clip(std::cos(turn) * east + std::sin(turn) * north, apothem)) return -1;
  }
  if (!clip(axis, height) || !clip(-axis, 0)) return -1;
  return enter;
}

bool meets(const Ray& ray, const Bound& bound, double farthest) {
  const glm::dvec3 to = bound.centre - ray.origin_in_world;
  const double ahead = glm::dot(to, ray.direction_in_world);
  const double aside2 = glm::dot(to, to) - ahead * ahead;
  return aside2 <= bound.radius * bound.radius && ahead + bound.radius > 0 && ahead - bound.radius < farthest;
}

double least_radius(const CameraMatrices& camera, double pixel_ratio, double depth) {
  return kLeastLoadedRadius_px * pixel_ratio * depth / camera.px_per_rad;
}

struct Search {
  const LoadedColumns& loaded;
  double time_position;
  const CameraMatrices& camera;
  double pixel_ratio;
  const Ray& ray;
  double farthest;
  std::optional<LoadedHit> best;

  void visit(int level, size_t node) {
    const CapTree& tree = *loaded.tree;
    const Cap& cap = tree.cap(level, node);
    const double farthest_point = glm::distance(camera.eye_in_world, glm::dvec3(cap.centre)) + double{cap.reach};
    const double widest = std::max(double{loaded.radius}, least_radius(camera, pixel_ratio, farthest_point));
    if (!meets(ray, bound_of(loaded, level, node, widest), farthest)) return;
    if (level + 1 < tree.levels()) {
      // The nearer half first: what it finds rules most of the other out.
      const auto ahead = [&](size_t child) {
        return glm::dot(glm::dvec3(tree.cap(level + 1, child).centre), ray.direction_in_world);
      };
      const size_t nearer = ahead(2 * node) <= ahead(2 * node + 1) ? 2 * node : 2 * node + 1;
      visit(level + 1, nearer);
      visit(level + 1, nearer ^ 1U);
      return;
    }
    for (size_t place = tree.first(level, node); place < tree.end(level, node); ++place) {
      const glm::dvec3 axis(tree.points()[place]);
      const double height = loaded_height(loaded, place, time_position);
      if (!(height > 0)) continue;
      const double radius = loaded_radius(loaded, camera, pixel_ratio, axis);
      if (!meets(ray, {axis * (1 + 0.5 * height), radius + 0.5 * height}, farthest)) continue;
      const double t = hit_prism(ray, axis, radius, height);
      if (!(t > 0) || t >= farthest) continue;
      farthest = t;
      best = LoadedHit{place, t};
    }
  }
};

}  // namespace

LoadedColumns loaded_columns(const HostColumns& columns, uint32_t version) {
  LoadedColumns loaded;
  loaded.version = version;
  if (columns.column_count() == 0) return loaded;
  loaded.tree = &columns.tree();
  loaded.codes = columns.codes();
  loaded.highest = columns.highest_codes();
  loaded.times = static_cast<uint32_t>(columns.time_count());
  const double radius_km = std::clamp(kShareOfSpacing * spacing_radii(columns.tree()) * kEarthRadius_km,
                                      kNarrowestLoadedColumn_km, kWidestLoadedColumn_km);
  loaded.radius = static_cast<float>(radius_km / kEarthRadius_km);
  loaded.top = static_cast<float>(kTallestLoadedColumn_km / kEarthRadius_km);
  return loaded;
}

double loaded_height(const LoadedColumns& loaded, size_t place, double time_position) {
  const size_t count = loaded.tree->points().size(), last = size_t{loaded.times} - 1;
  const size_t before = std::min(static_cast<size_t>(std::max(0.0, time_position)), last);
  const size_t after = std::min(before + 1, last);
  const double a = top_of_code(loaded, loaded.codes[before * count + place]);
  const double b = top_of_code(loaded, loaded.codes[after * count + place]);
  return a + (b - a) * std::clamp(time_position - static_cast<double>(before), 0.0, 1.0);
}

double loaded_radius(const LoadedColumns& loaded, const CameraMatrices& camera, double pixel_ratio,
                     const glm::dvec3& direction) {
  const glm::dmat4& v = camera.view_from_world;
  const glm::dvec3 back(v[0][2], v[1][2], v[2][2]);
  const double depth = std::max(1e-6, glm::dot(camera.eye_in_world - direction, back));
  return std::max(double{loaded.radius}, least_radius(camera, pixel_ratio, depth));
}

void visible_ranges(const LoadedColumns& loaded, const CameraMatrices& camera, double pixel_ratio,
                    std::vector<LoadedRange>& ranges) {
  ranges.clear();
  if (loaded.tree == nullptr) return;
  const CapTree& tree = *loaded.tree;
  const int level = std::min(kRangeLevel, tree.levels() - 1);
  const std::array<glm::dvec4, 4> planes = side_planes(camera);
  const double least_radii = least_radius(camera, pixel_ratio, glm::length(camera.eye_in_world));
  for (size_t node = 0; node < size_t{1} << level; ++node) {
    const size_t first = tree.first(level, node), count = tree.end(level, node) - first;
    if (count == 0 || !before_horizon(loaded, level, node, camera)) continue;
    const Bound bound = bound_of(loaded, level, node, std::max(double{loaded.radius}, least_radii));
    const bool inside = std::all_of(planes.begin(), planes.end(), [&](const glm::dvec4& plane) {
      return glm::dot(glm::dvec3(plane), bound.centre) + plane.w >= -bound.radius;
    });
    if (!inside) continue;
    const double nearest = glm::distance(camera.eye_in_world, bound.centre) - bound.radius;
    const double radius_px = nearest > 0 ? double{loaded.radius} * camera.px_per_rad / nearest / pixel_ratio : 1e9;
    const int sides = radius_px < kFarRadius_px ? kLoadedSidesFar : kLoadedSides;
    if (!ranges.empty() && ranges.back().first + ranges.back().count == first && ranges.back().sides == sides)
      ranges.back().count += count;
    else
      ranges.push_back({first, count, sides});
  }
}

std::optional<LoadedHit> hit_loaded(const LoadedColumns& loaded, double time_position, const CameraMatrices& camera,
                                    double pixel_ratio, const Ray& ray, double farthest) {
  if (loaded.tree == nullptr) return std::nullopt;
  Search search{loaded, time_position, camera, pixel_ratio, ray, farthest, std::nullopt};
  search.visit(0, 0);
  return search.best;
}

}  // namespace atlas
