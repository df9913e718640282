#pragma once

// Columns of a host's own data: how wide and high they stand, which of them can be seen, which one a ray meets. Nothing
// here looks at each column but the making of them; the rest walks the tree.
#include <optional>
#include <vector>

#include "scene/scene.h"

namespace atlas {

class HostColumns;

/// Of the largest value; the same as the largest field's.
inline constexpr double kTallestLoadedColumn_km = 420;
inline constexpr double kWidestLoadedColumn_km = 13;
inline constexpr double kNarrowestLoadedColumn_km = 0.2;
/// A column is never drawn narrower, in CSS px from its axis: far away it stays a steady line.
inline constexpr double kLeastLoadedRadius_px = 0.6;
/// Sides of the prisms: near, and where they are hardly wider than a line.
inline constexpr int kLoadedSides = 6, kLoadedSidesFar = 3;

/// A view on these columns, which must outlive it. The radius leaves most of the ground between neighbours free.
LoadedColumns loaded_columns(const HostColumns& columns, uint32_t version);

/// Height at a position among the times, globe radii.
double loaded_height(const LoadedColumns& loaded, size_t place, double time_position);

/// Radius as drawn, globe radii.
double loaded_radius(const LoadedColumns& loaded, const CameraMatrices& camera, double pixel_ratio,
                     const glm::dvec3& direction);

/// Places first .. first + count - 1, with this many sides each.
struct LoadedRange {
  size_t first = 0, count = 0;
  int sides = kLoadedSides;
};
/// At most 64 ranges that hold all columns that may be seen: before the horizon and inside the window.
void visible_ranges(const LoadedColumns& loaded, const CameraMatrices& camera, double pixel_ratio,
                    std::vector<LoadedRange>& ranges);

struct LoadedHit {
  size_t place = 0;
  double distance = 0;  ///< from the eye, globe radii
};
/// The nearest column that the ray through a pixel meets, exact to its sides and top.
std::optional<LoadedHit> hit_loaded(const LoadedColumns& loaded, double time_position, const CameraMatrices& camera,
                                    double pixel_ratio, const Ray& ray, double farthest);

}  // namespace atlas
