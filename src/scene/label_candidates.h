#pragma once

// Everything that may carry a name: provinces, fields, deposits, facilities, places, lines, the Arctic
// Circle; shaped once a dataset and language. Boxes in CSS px from the label's top left corner.
#include <glm/vec3.hpp>
#include <vector>

#include "data/dataset.h"
#include "report/words.h"
#include "scene/glyph_run.h"

namespace atlas {

/// In the order in which they get room.
enum class LabelRole : uint8_t {
  province,
  field,
  pole,
  circle,
  sun_edge,
  ocean,
  sea,
  strait,
  line,
  land,
  island,
  deposit,
  facility,
  town
};

/// A place where a name on a parallel may have its middle.
struct ParallelPlace {
  glm::dvec3 middle, east;
  double colatitude_rad = 0;
};

struct LabelCandidate {
  LabelRole role = LabelRole::town;
  uint32_t slot = UINT32_MAX;  ///< asset, if it is one
  LonLat position;
  glm::dvec3 direction;
  double amount_bn_boe = 0;           ///< provinces and fields
  int priority = 5;                   ///< places: 1 first
  std::vector<glm::dvec3> elsewhere;  ///< provinces: further places, when the own one can't be seen
  std::vector<GlyphRun> runs;
  float width_px = 0, height_px = 0;
  bool curved = false;                      ///< along its parallel, or its way
  std::vector<glm::dvec3> way;              ///< lines: points on the ground
  std::vector<ParallelPlace> on_parallels;  ///< other curved names, in the order in which they are tried
  LineKind line = LineKind::route;
  bool has_dot = false;
  bool on_ice = false;  ///< dark letters, no halo
};

inline constexpr double kLargeProvince_bn_boe = 20;  ///< two lines
inline constexpr double kNamedProvince_bn_boe = 2;   ///< below: near or under the pointer only

std::vector<LabelCandidate> label_candidates(const Dataset& dataset, const Words& words, Lang lang,
                                             const LabelFont& font);

/// The edge of polar night, or else of polar day, along its parallel: "Polar night north of 67.4°". No runs where it is
/// too near the pole for a name.
LabelCandidate sun_edge_label(const Words& words, Lang lang, const LabelFont& font, double declination_deg);

/// One line of text as a label of its own (names at the exits of arcs).
LabelCandidate line_label(const LabelFont& font, std::string_view text, float size_px);

}  // namespace atlas
