#pragma once

// Limits of where names may stand: private to the label files.
#include "scene/labels.h"

namespace atlas {

inline constexpr double kEdgeMargin_px = 3;
inline constexpr double kLeaderFrom_px = 26;
// Cosine between ground and sight for names that lie on the ground; one that stands stays to the second.
inline constexpr double kGroundFacing = 0.25, kGroundFacingStays = 0.20;

/// Where a curved name that follows no line is tried.
std::vector<ParallelPlace> places_on_parallels(const LabelCandidate& label);
/// In how many places a curved name is tried.
uint32_t curve_count(const LabelCandidate& label);

inline LabelBox label_box(glm::dvec2 top_left_px, const LabelCandidate& label, double pixel_ratio) {
  return {top_left_px.x, top_left_px.y, top_left_px.x + label.width_px * pixel_ratio,
          top_left_px.y + label.height_px * pixel_ratio};
}

inline bool inside(const LabelBox& box, const FreeArea_px& area, double margin_px) {
  return box.x0 >= area.x + margin_px && box.y0 >= area.y + margin_px && box.x1 <= area.x + area.width - margin_px &&
         box.y1 <= area.y + area.height - margin_px;
}

}  // namespace atlas
