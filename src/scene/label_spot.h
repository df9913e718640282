#pragma once

// Where a name could stand this frame: private to the label files.
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/labels.h"

namespace atlas {

/// A glyph of a curved name: middle of its advance on the baseline, direction of the baseline; device px.
struct LabelLayout::Turn {
  glm::dvec2 middle_px, direction;
};

struct LabelLayout::Option {
  glm::dvec2 top_left_px{0, 0};
  std::vector<LabelBox> boxes;
  std::vector<Turn> turns;                ///< curved names only
  std::vector<glm::dvec3> shadow_points;  ///< curved names: where a block in front is looked for
};

/// Where a curved name may lie, from its place.
inline constexpr LonLat kCurveShifts[] = {{0, 0}, {0, 1.6}, {0, -1.6}, {7, 0.8}, {-7, 0.8}, {0, 3}, {0, -3}};

struct LabelLayout::Spot {
  size_t candidate = 0;
  bool exit = false;
  double rank = 0;              ///< lower is placed first
  std::vector<Option> options;  ///< none yet for curved names: one a shift, made when it is tried
  std::optional<glm::dvec2> dot_px;
};

inline LabelBox label_box(glm::dvec2 top_left_px, const LabelCandidate& label, double pixel_ratio) {
  return {top_left_px.x, top_left_px.y, top_left_px.x + label.width_px * pixel_ratio,
          top_left_px.y + label.height_px * pixel_ratio};
}

inline bool inside(const LabelBox& box, const FreeArea_px& area, double margin_px) {
  return box.x0 >= area.x + margin_px && box.y0 >= area.y + margin_px && box.x1 <= area.x + area.width - margin_px &&
         box.y1 <= area.y + area.height - margin_px;
}

}  // namespace atlas
