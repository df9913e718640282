#pragma once

// Which asset lies under a position of the window, at the heights that are drawn. Blocks are exact to roof and walls;
// columns get a few pixels of slack. Blocks are glass: a column seen through a roof wins over the block, one behind a
// front wall does not. What the globe hides is never hit.
#include <optional>

#include "scene/loaded_columns.h"
#include "scene/scene.h"

namespace atlas {

inline constexpr double kPickSlack_px = 3;      ///< CSS px round columns
inline constexpr double kWidestColumn_px = 24;  ///< CSS px from a column's axis: near, it stays a sign

struct PickHit {
  uint32_t slot = 0;
  double distance = 0;  ///< from the eye, globe radii
};

/// Nearest wall or roof of a visible block along the ray, at most `farthest` away.
struct BlockHit {
  PickHit hit;
  bool wall = false;
};
std::optional<BlockHit> hit_blocks(const Blocks& blocks, const Slots& slots, const Ray& ray, double farthest);

/// Nearest visible column along the ray, at most `farthest` away and `slack_px` (CSS px) beside it.
std::optional<PickHit> hit_columns(const std::vector<ColumnInstance>& columns, const Slots& slots,
                                   const CameraMatrices& camera, const Ray& ray, double pixel_ratio, double slack_px,
                                   double farthest);

struct Picked {
  PickHit hit;           ///< the slot is the asset's index
  bool through = false;  ///< a roof, through which one sees
};
/// The asset under this pixel; columns are met `slack_px` (CSS px) beside them too.
std::optional<Picked> pick(const StaticScene& scene, const Slots& slots, const CameraMatrices& camera, double x_px,
                           double y_px, double pixel_ratio, double slack_px);

/// The loaded column under this pixel.
std::optional<LoadedHit> pick_loaded(const LoadedColumns& loaded, double time_position, const CameraMatrices& camera,
                                     double x_px, double y_px, double pixel_ratio);

/// Top of a slot in globe radii; opacity of a slot.
double slot_top(const Slots& slots, uint32_t slot);
double slot_opacity(const Slots& slots, uint32_t slot);

}  // namespace atlas
