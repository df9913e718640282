#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "data/section_parts.h"

namespace atlas {

namespace {

// Letters of one form share a place; each place is written once, where its first glyph stands.
template <class Each>
void each_place(const FontAtlasSection& atlas, Each each) {
  std::set<std::pair<uint16_t, uint16_t>> places;
  for (const AtlasGlyph& glyph : atlas.glyphs)
    if (places.insert({glyph.x, glyph.y}).second) each(glyph);
}

}  // namespace

std::vector<uint8_t> write_font_atlas(const FontAtlasSection& atlas) {
  ByteWriter out;
  out.f32(atlas.em_px);
  out.f32(atlas.ascent_px);
  out.f32(atlas.descent_px);
  out.u16(atlas.width);
  out.u16(atlas.height);
  out.u32(static_cast<uint32_t>(atlas.glyphs.size()));
  for (const AtlasGlyph& glyph : atlas.glyphs) {
    out.u32(glyph.codepoint);
    out.u8(static_cast<uint32_t>(glyph.face));
    for (const uint16_t value : {glyph.x, glyph.y, glyph.width, glyph.height}) out.u16(value);
    for (const float value : {glyph.left, glyph.top, glyph.advance}) out.f32(value);
  }
  each_place(atlas, [&](const AtlasGlyph& glyph) {
    for (uint32_t row = 0; row < glyph.height; ++row)
      out.bytes(
          std::span(atlas.distance_field).subspan(std::size_t{glyph.y + row} * atlas.width + glyph.x, glyph.width));
  });
  return out.take();
}

Result<FontAtlasSection> read_font_atlas(std::span<const uint8_t> bytes) {
  constexpr std::size_t kGlyphBytes = 4 + 1 + 8 + 12;
  ByteReader in(bytes);
  FontAtlasSection atlas;
  atlas.em_px = in.f32();
  atlas.ascent_px = in.f32();
  atlas.descent_px = in.f32();
  atlas.width = in.u16();
  atlas.height = in.u16();
  const uint32_t count = in.u32();
  if (count > in.left() / kGlyphBytes) in.fail();
  atlas.glyphs.resize(in.ok() ? count : 0);
  for (AtlasGlyph& glyph : atlas.glyphs) {
    glyph.codepoint = in.u32();
    const uint8_t face = in.u8();
    if (face > static_cast<uint8_t>(LabelFace::italic)) in.fail();
    glyph.face = static_cast<LabelFace>(face);
    glyph.x = in.u16();
    glyph.y = in.u16();
    glyph.width = in.u16();
    glyph.height = in.u16();
    glyph.left = in.f32();
    glyph.top = in.f32();
    glyph.advance = in.f32();
    if (glyph.x + glyph.width > atlas.width || glyph.y + glyph.height > atlas.height) in.fail();
    for (const float value : {glyph.left, glyph.top, glyph.advance}) {
      if (!(std::abs(value) < 65536.0f)) in.fail();
    }
  }
  if (!(atlas.em_px > 0.0f && atlas.em_px < 65536.0f)) in.fail();
  // A field that is mostly empty is no atlas of ours, and would take room that the bytes don't account for.
  if (std::size_t{atlas.width} * atlas.height > 4 * in.left()) in.fail();
  if (!in.ok()) return broken("the font atlas");
  atlas.distance_field.assign(std::size_t{atlas.width} * atlas.height, 0);
  each_place(atlas, [&](const AtlasGlyph& glyph) {
    for (uint32_t row = 0; row < glyph.height; ++row) {
      const auto values = in.bytes(glyph.width);
      std::copy(values.begin(), values.end(),
                atlas.distance_field.begin() + (std::ptrdiff_t{glyph.y} + row) * atlas.width + glyph.x);
    }
  });
  if (!in.at_end()) return broken("the font atlas");
  return atlas;
}

const AtlasGlyph* find_glyph(const FontAtlasSection& atlas, LabelFace face, uint32_t codepoint) {
  const auto key = std::pair(face, codepoint);
  const auto place = std::lower_bound(
      atlas.glyphs.begin(), atlas.glyphs.end(), key,
      [](const AtlasGlyph& glyph, const auto& wanted) { return std::pair(glyph.face, glyph.codepoint) < wanted; });
  const bool found = place != atlas.glyphs.end() && place->face == face && place->codepoint == codepoint;
  return found ? &*place : nullptr;
}

}  // namespace atlas
