#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "data/bit_coder.h"
#include "data/section_parts.h"

namespace atlas {

namespace {

constexpr std::array kSides = {&AtlasGlyph::x, &AtlasGlyph::y, &AtlasGlyph::width, &AtlasGlyph::height};
constexpr std::array kWays = {&AtlasGlyph::left, &AtlasGlyph::top, &AtlasGlyph::advance};
constexpr std::size_t kMostFontPixels = std::size_t{1} << 20;

// Letters of one form share a place; each place is written once, where its first glyph stands.
template <class Each>
void each_place(const FontAtlasSection& atlas, Each each) {
  std::set<std::pair<uint16_t, uint16_t>> places;
  for (const AtlasGlyph& glyph : atlas.glyphs)
    if (places.insert({glyph.x, glyph.y}).second) each(glyph);
}

// The field is a slope nearly everywhere: what its neighbours say of a pixel leaves little open.
class FieldCoder {
 public:
  FieldCoder(BitCoder bits, std::vector<uint8_t> levels)
      : bits_(std::move(bits)), levels_(std::move(levels)), guess_({.contexts = 6, .table_bits = 16, .caution = 6}) {}

  BitCoder& bits() { return bits_; }

  /// Writes the glyph's box of the field, or fills it in.
  void code(FontAtlasSection& atlas, const AtlasGlyph& glyph) {
    const int width = glyph.width, height = glyph.height, highest = static_cast<int>(levels_.size()) - 1;
    std::vector<int> box(std::size_t{glyph.width} * glyph.height);
    const auto place = [&](int x, int y) {
      return static_cast<std::size_t>(y) * glyph.width + static_cast<std::size_t>(x);
    };
    const auto at = [&](int x, int y) { return x < 0 || y < 0 || x >= width ? 0 : box[place(x, y)]; };
    for (int y = 0; y < height; ++y) {
      uint8_t* row =
          &atlas.distance_field[(std::size_t{glyph.y} + static_cast<std::size_t>(y)) * atlas.width + glyph.x];
      for (int x = 0; x < width; ++x) {
        int level = 0;
        if (!bits_.reading())
          level = static_cast<int>(std::lower_bound(levels_.begin(), levels_.end(), row[x]) - levels_.begin());
        level = code_level(level, highest, at(x - 1, y), at(x, y - 1), at(x - 1, y - 1), at(x + 1, y - 1), at(x - 2, y),
                           at(x, y - 2));
        box[place(x, y)] = level;
        row[x] = levels_[static_cast<std::size_t>(level)];
      }
    }
  }

 private:
  int code_level(int level, int highest, int w, int n, int nw, int ne, int ww, int nn) {
    const int guess = std::clamp(w + n - nw, 0, highest);
    const auto joined = [](std::initializer_list<int> parts) {
      uint32_t all = 0;
      for (const int part : parts) all = all * 64 + static_cast<uint32_t>(part & 63);
      return all;
    };
    const std::array<uint32_t, 6> contexts = {joined({w, n, nw}),
                                              joined({w, n, nw, ne}),
                                              joined({guess, 2 * w - ww, 2 * n - nn}),
                                              joined({w, n, nw}) * 31 + joined({ne, ww, nn}) * 7919,
                                              joined({w - nw, n - nw, ne - n}),
                                              joined({guess, w - ww, n - nn})};
    if (guess_.code(bits_, level == guess, contexts, 0)) return guess;
    const bool below = guess == highest || (guess > 0 && guess_.code(bits_, level < guess, contexts, 1));
    const int off = 1 + static_cast<int>(guess_.code_number(bits_, static_cast<uint32_t>(std::abs(level - guess) - 1),
                                                            contexts, below ? 2 : 33));
    return std::clamp(below ? guess - off : guess + off, 0, highest);
  }

  BitCoder bits_;
  std::vector<uint8_t> levels_;
  BitGuess guess_;
};

}  // namespace

std::vector<uint8_t> write_font_atlas(const FontAtlasSection& atlas) {
  ByteWriter out;
  out.f32(atlas.em_px);
  out.f32(atlas.ascent_px);
  out.f32(atlas.descent_px);
  out.u16(atlas.width);
  out.u16(atlas.height);
  out.varint(atlas.glyphs.size());
  int64_t last = 0;
  for (const AtlasGlyph& glyph : atlas.glyphs) {
    out.signed_varint(static_cast<int64_t>(glyph.codepoint) - last);
    last = glyph.codepoint;
  }
  for (const AtlasGlyph& glyph : atlas.glyphs) out.u8(static_cast<uint32_t>(glyph.face));
  for (const auto side : kSides)
    for (const AtlasGlyph& glyph : atlas.glyphs) out.varint(glyph.*side);
  for (const auto way : kWays)
    for (const AtlasGlyph& glyph : atlas.glyphs) out.f32(glyph.*way);
  const std::set<uint8_t> levels(atlas.distance_field.begin(), atlas.distance_field.end());
  out.varint(levels.size());
  for (const uint8_t level : levels) out.u8(level);
  FontAtlasSection copy = atlas;
  FieldCoder coder(BitCoder{}, {levels.begin(), levels.end()});
  each_place(copy, [&](const AtlasGlyph& glyph) { coder.code(copy, glyph); });
  out.bytes(coder.bits().take());
  return out.take();
}

Result<FontAtlasSection> read_font_atlas(std::span<const uint8_t> bytes) {
  constexpr std::size_t kGlyphBytes = 1 + 1 + 4 + 12;  // at least
  ByteReader in(bytes);
  FontAtlasSection atlas;
  atlas.em_px = in.f32();
  atlas.ascent_px = in.f32();
  atlas.descent_px = in.f32();
  atlas.width = in.u16();
  atlas.height = in.u16();
  atlas.glyphs.resize(in.count(kGlyphBytes));
  int64_t last = 0;
  for (AtlasGlyph& glyph : atlas.glyphs) {
    last += in.signed_varint();
    if (last < 0 || last > 0x10ffff) in.fail();
    glyph.codepoint = in.ok() ? static_cast<uint32_t>(last) : 0;
  }
  for (AtlasGlyph& glyph : atlas.glyphs) {
    const uint8_t face = in.u8();
    if (face > static_cast<uint8_t>(LabelFace::italic)) in.fail();
    glyph.face = static_cast<LabelFace>(face);
  }
  for (const auto side : kSides)
    for (AtlasGlyph& glyph : atlas.glyphs) {
      const uint64_t value = in.varint();
      if (value > 0xffff) in.fail();
      glyph.*side = static_cast<uint16_t>(value);
    }
  for (const auto way : kWays)
    for (AtlasGlyph& glyph : atlas.glyphs) {
      glyph.*way = in.f32();
      if (!(std::abs(glyph.*way) < 65536.0f)) in.fail();
    }
  for (const AtlasGlyph& glyph : atlas.glyphs)
    if (glyph.x + glyph.width > atlas.width || glyph.y + glyph.height > atlas.height) in.fail();
  if (!(atlas.em_px > 0.0f && atlas.em_px < 65536.0f)) in.fail();
  if (std::size_t{atlas.width} * atlas.height > kMostFontPixels) in.fail();
  const std::span<const uint8_t> levels = in.bytes(in.count(1));
  if (levels.size() > 256 || !std::is_sorted(levels.begin(), levels.end())) in.fail();
  if (!in.ok() || (levels.empty() && !atlas.glyphs.empty())) return broken("the font atlas");
  atlas.distance_field.assign(std::size_t{atlas.width} * atlas.height, 0);
  FieldCoder coder(BitCoder(in.bytes(in.left())), {levels.begin(), levels.end()});
  // In a damaged section boxes may lie in one another without end.
  std::size_t left = kMostFontPixels;
  bool fits = true;
  each_place(atlas, [&](const AtlasGlyph& glyph) {
    const std::size_t size = std::size_t{glyph.width} * glyph.height;
    fits = fits && size <= left;
    left -= fits ? size : 0;
    if (fits) coder.code(atlas, glyph);
  });
  if (!fits || !coder.bits().at_end()) return broken("the font atlas");
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
