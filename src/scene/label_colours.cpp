#include "scene/label_colours.h"

#include <cmath>

namespace atlas {
namespace {

std::array<uint8_t, 4> rgb(uint32_t code, double alpha = 1) {
  return {static_cast<uint8_t>(code >> 16), static_cast<uint8_t>(code >> 8), static_cast<uint8_t>(code),
          static_cast<uint8_t>(std::lround(255 * alpha))};
}

std::array<uint8_t, 4> line_colour(LineKind kind, bool paper) {
  switch (kind) {
    case LineKind::pipeline:
    case LineKind::pipeline_planned:
      return rgb(paper ? 0x6b4c1c : 0xd6b784);
    case LineKind::limit:
    case LineKind::boundary:
      return rgb(paper ? 0x5c5449 : 0xc6d3da, 0.85);
    default:
      return rgb(paper ? 0x2f6288 : 0xc4e0ee, 0.9);
  }
}

}  // namespace

RunColours colours_of(const LabelCandidate& label, bool exit, bool paper) {
  const auto halo = rgb(paper ? 0xffffff : 0x06101a, 0.78);
  const auto bright = rgb(paper ? 0x15212b : 0xeef4f8);
  if (exit) return {rgb(paper ? 0x6a5600 : 0xffe08a), halo};
  switch (label.role) {
    case LabelRole::province:
    case LabelRole::field:
    case LabelRole::deposit:
      return {bright, halo};
    case LabelRole::facility:
    case LabelRole::town:
    case LabelRole::pole:
      return {rgb(paper ? 0x3d4a54 : 0xc2cdd6), halo};
    case LabelRole::ocean:
    case LabelRole::sea:
    case LabelRole::strait:
    case LabelRole::circle:
      return {rgb(paper ? 0x1f4d70 : 0xa9d3e6, paper ? 0.95 : 0.9),
              rgb(paper ? 0xffffff : 0x06101a, paper ? 0.7 : 0.5)};
    case LabelRole::sun_edge:
      return {rgb(paper ? 0x6b430c : 0xffdcaa, 0.95), rgb(paper ? 0xffffff : 0x06101a, 0.6)};
    case LabelRole::line:
      return {line_colour(label.line, paper), rgb(paper ? 0xffffff : 0x06101a, 0.5)};
    case LabelRole::land:
    case LabelRole::island:
      if (label.on_ice) return {rgb(0x0b1119, 0.72), rgb(0, 0)};
      if (label.role == LabelRole::island) return {rgb(paper ? 0x2a3742 : 0xb9c6d0, 0.95), halo};
      return {rgb(paper ? 0x15212b : 0xb9c6d0, paper ? 0.72 : 0.82), rgb(paper ? 0xffffff : 0x06101a, 0.6)};
  }
  return {bright, halo};
}

}  // namespace atlas
