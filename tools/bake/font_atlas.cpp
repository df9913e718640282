#include "font_atlas.h"

#include <algorithm>
#include <cmath>

#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>

namespace atlas::bake {
namespace {

constexpr float kEm_px = 36.0f;
// Room for a halo of about 1.5 px at 14 px text.
constexpr int kPadding_px = 5;
constexpr int kAtlasWidth_px = 768;

struct Drawn {
  AtlasGlyph glyph;
  std::vector<uint8_t> field;
};

Result<std::vector<Drawn>> draw(const std::vector<uint8_t>& font, LabelFace face, FontAtlasSection& atlas) {
  stbtt_fontinfo info;
  if (font.empty() || stbtt_InitFont(&info, font.data(), stbtt_GetFontOffsetForIndex(font.data(), 0)) == 0) {
    return Fault{.file = "font", .line = 0, .column = {}, .what = "cannot be read as OpenType", .value = {}};
  }
  const float scale = stbtt_ScaleForMappingEmToPixels(&info, kEm_px);
  int ascent = 0;
  int descent = 0;
  int gap = 0;
  stbtt_GetFontVMetrics(&info, &ascent, &descent, &gap);
  atlas.ascent_px = static_cast<float>(ascent) * scale;
  atlas.descent_px = -static_cast<float>(descent) * scale;
  std::vector<Drawn> result;
  for (const uint32_t codepoint : label_characters()) {
    const int index = stbtt_FindGlyphIndex(&info, static_cast<int>(codepoint));
    if (index == 0) continue;
    int advance = 0;
    int bearing = 0;
    stbtt_GetGlyphHMetrics(&info, index, &advance, &bearing);
    Drawn drawn;
    drawn.glyph.codepoint = codepoint;
    drawn.glyph.face = face;
    drawn.glyph.advance = static_cast<float>(advance) * scale;
    int width = 0;
    int height = 0;
    int left = 0;
    int top = 0;
    unsigned char* field =
        stbtt_GetGlyphSDF(&info, scale, index, kPadding_px, 128, kDistanceStep, &width, &height, &left, &top);
    if (field != nullptr) {
      drawn.field.assign(field, field + width * height);
      stbtt_FreeSDF(field, nullptr);
      drawn.glyph.width = static_cast<uint16_t>(width);
      drawn.glyph.height = static_cast<uint16_t>(height);
      drawn.glyph.left = static_cast<float>(left);
      drawn.glyph.top = static_cast<float>(top);
    }
    result.push_back(std::move(drawn));
  }
  return result;
}

}  // namespace

std::vector<uint32_t> label_characters() {
  std::vector<uint32_t> characters;
  for (uint32_t c = 0x20; c < 0x7f; ++c) characters.push_back(c);
  for (const uint32_t c : {0xa0u, 0xabu, 0xb0u, 0xb2u, 0xb3u, 0xb7u, 0xbbu}) characters.push_back(c);
  for (uint32_t c = 0xc0; c <= 0xff; ++c) characters.push_back(c);
  for (const uint32_t c : {0x10cu, 0x10du, 0x110u, 0x111u, 0x14au, 0x14bu, 0x160u, 0x161u, 0x17du, 0x17eu}) {
    characters.push_back(c);
  }
  characters.push_back(0x401);
  for (uint32_t c = 0x410; c <= 0x44f; ++c) characters.push_back(c);
  characters.push_back(0x451);
  for (const uint32_t c : {0x2013u, 0x2014u, 0x2018u, 0x2019u, 0x201cu, 0x201du, 0x2026u, 0x2116u, 0x2192u, 0x2212u}) {
    characters.push_back(c);
  }
  return characters;
}

Result<FontAtlasSection> make_font_atlas(const std::vector<uint8_t>& medium, const std::vector<uint8_t>& italic) {
  FontAtlasSection atlas;
  atlas.em_px = kEm_px;
  auto slanted = draw(italic, LabelFace::italic, atlas);
  auto upright = draw(medium, LabelFace::medium, atlas);  // last: its metrics stay
  if (!slanted.ok()) return slanted.faults();
  if (!upright.ok()) return upright.faults();
  std::vector<Drawn> glyphs = std::move(upright).value();
  glyphs.insert(glyphs.end(), slanted.value().begin(), slanted.value().end());

  // Shelves of glyphs of falling height.
  std::vector<std::size_t> order(glyphs.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return glyphs[a].glyph.height > glyphs[b].glyph.height; });
  int x = 0;
  int y = 0;
  int shelf = 0;
  for (const std::size_t i : order) {
    AtlasGlyph& glyph = glyphs[i].glyph;
    if (x + glyph.width > kAtlasWidth_px) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    glyph.x = static_cast<uint16_t>(x);
    glyph.y = static_cast<uint16_t>(y);
    x += glyph.width;
    shelf = std::max<int>(shelf, glyph.height);
  }
  atlas.width = kAtlasWidth_px;
  atlas.height = static_cast<uint16_t>((y + shelf + 3) / 4 * 4);
  atlas.distance_field.assign(std::size_t{atlas.width} * atlas.height, 0);
  for (const Drawn& drawn : glyphs) {
    for (int row = 0; row < drawn.glyph.height; ++row) {
      std::copy_n(drawn.field.begin() + row * drawn.glyph.width, drawn.glyph.width,
                  atlas.distance_field.begin() + (drawn.glyph.y + row) * atlas.width + drawn.glyph.x);
    }
    atlas.glyphs.push_back(drawn.glyph);
  }
  std::sort(atlas.glyphs.begin(), atlas.glyphs.end(), [](const AtlasGlyph& a, const AtlasGlyph& b) {
    return std::pair(a.face, a.codepoint) < std::pair(b.face, b.codepoint);
  });
  return atlas;
}

}  // namespace atlas::bake
