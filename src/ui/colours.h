#pragma once

// Colours of the panels as ImGui packs them (0xAABBGGRR): neutral tones of the theme, and the map's own for whatever is
// also on the globe, so that a legend can't differ from what it explains.
#include <array>
#include <cstdint>

#include "scene/scene.h"
#include "state/state.h"

namespace atlas {

struct UiColours {
  uint32_t panel = 0, raised = 0, hairline = 0, inner_line = 0;
  uint32_t text1 = 0, text2 = 0, text3 = 0, inverse = 0;  ///< `inverse`: on a ground of text1
  uint32_t free_part = 0, hover = 0;
  std::array<uint32_t, 5> commodity{};  ///< oil, liquids, gas, rare earths, other minerals
  uint32_t hold = 0, deal = 0, grey = 0;
  bool paper = false;
};

/// Neutral tones alone: for ImGui's own style.
UiColours neutral_colours(Theme theme);
UiColours ui_colours(const Palette& palette);

/// The same colour with its alpha times `k` (0..1).
uint32_t faded(uint32_t colour, double k);
/// A to b, channel by channel in sRGB; `t` 0..1.
uint32_t mixed(uint32_t a, uint32_t b, double t);
/// Linear RGB to a packed sRGB colour.
uint32_t packed(const Rgba& linear);

}  // namespace atlas
