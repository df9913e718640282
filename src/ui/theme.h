#pragma once

// Colours, type and spacing of the panels (LOOK.md). Fonts are rebuilt when the pixel ratio changes: text is sharp at
// every ratio.
#include <cstdint>
#include <span>

#include "state/state.h"

struct ImFont;
struct ImFontAtlas;

namespace atlas {

/// Inter in the roles of LOOK.md's type table; sizes are CSS px times the pixel ratio.
struct Fonts {
  ImFont* text = nullptr;        ///< 13 / 18 regular
  ImFont* head = nullptr;        ///< 13 semibold
  ImFont* small = nullptr;       ///< 11 regular
  ImFont* small_head = nullptr;  ///< 11 semibold: date flags, counts in force
  ImFont* title = nullptr;       ///< 15 semibold
  ImFont* number = nullptr;      ///< 17 semibold
  ImFont* lead = nullptr;        ///< 40 semibold, digits and a few signs
  ImFont* lead_small = nullptr;  ///< 26 semibold, the same signs
};

/// Clears the atlas and adds all roles. The bytes (OTF or TTF) must be fonts, and outlive the atlas: ImGui's own font
/// would come along for everybody if it stood in for theirs.
Fonts load_fonts(ImFontAtlas& atlas, std::span<const uint8_t> regular, std::span<const uint8_t> semibold,
                 double pixel_ratio);

/// Sets ImGui's style of the current context.
void apply_theme(Theme theme, double pixel_ratio);

}  // namespace atlas
