#pragma once

// The labels' glyphs as one distance field: Inter Medium (places, provinces) and Inter Italic (seas).

#include <string>
#include <vector>

#include "data/base_sections.h"

namespace atlas::bake {

/// Characters of the labels: ASCII, the letters of the Arctic states' Latin names, Russian, signs.
std::vector<uint32_t> label_characters();

/// Faults: a font that cannot be read. A character that a font lacks is left out.
Result<FontAtlasSection> make_font_atlas(const std::vector<uint8_t>& medium, const std::vector<uint8_t>& italic);

}  // namespace atlas::bake
