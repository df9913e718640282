#include "font_atlas.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#define STB_TRUETYPE_IMPLEMENTATION
#include <stb/stb_truetype.h>

namespace atlas::bake {
namespace {

constexpr float kEm_px = 28.0f;
// Room for a halo of about 1.5 px at 12 px text.
constexpr int kPadding_px = 4;
constexpr int kAtlasWidth_px = 512;
// The field's resolution, a sixth of an atlas px either way: finer is not seen, and costs a third of the bytes.
constexpr int kStep = 10;
// The field is measured on a shape this many times larger.
constexpr int kFiner = 8;

struct Drawn {
  AtlasGlyph glyph;
  std::vector<uint8_t> field;
};

// Squared distance of each cell of a row to the nearest cell with a finite start value (Felzenszwalb and Huttenlocher
// 2012, lower envelope of parabolas).
void transform_row(std::vector<float>& row) {
  const int count = static_cast<int>(row.size());
  std::vector<int> vertex(row.size());
  std::vector<float> from(row.size() + 1);
  const std::vector<float> start = row;
  int last = 0;
  vertex[0] = 0;
  from[0] = -1e20f;
  from[1] = 1e20f;
  const auto meet = [&](int q, int v) {
    const float fq = static_cast<float>(q);
    const float fv = static_cast<float>(v);
    return ((start[static_cast<std::size_t>(q)] + fq * fq) - (start[static_cast<std::size_t>(v)] + fv * fv)) /
           (2.0f * (fq - fv));
  };
  for (int q = 1; q < count; ++q) {
    float at = meet(q, vertex[static_cast<std::size_t>(last)]);
    while (last > 0 && at <= from[static_cast<std::size_t>(last)]) {
      --last;
      at = meet(q, vertex[static_cast<std::size_t>(last)]);
    }
    ++last;
    vertex[static_cast<std::size_t>(last)] = q;
    from[static_cast<std::size_t>(last)] = at;
    from[static_cast<std::size_t>(last) + 1] = 1e20f;
  }
  for (int q = 0, k = 0; q < count; ++q) {
    while (from[static_cast<std::size_t>(k) + 1] < static_cast<float>(q)) ++k;
    const int v = vertex[static_cast<std::size_t>(k)];
    row[static_cast<std::size_t>(q)] = static_cast<float>((q - v) * (q - v)) + start[static_cast<std::size_t>(v)];
  }
}

// Distance of each cell to the nearest one where `inside` equals `wanted`.
std::vector<float> distances(const std::vector<bool>& inside, int width, int height, bool wanted) {
  std::vector<float> field(inside.size());
  for (std::size_t i = 0; i < inside.size(); ++i) field[i] = inside[i] == wanted ? 0.0f : 1e8f;
  std::vector<float> line(static_cast<std::size_t>(height));
  for (int x = 0; x < width; ++x) {
    for (int y = 0; y < height; ++y) line[static_cast<std::size_t>(y)] = field[static_cast<std::size_t>(y * width + x)];
    transform_row(line);
    for (int y = 0; y < height; ++y) field[static_cast<std::size_t>(y * width + x)] = line[static_cast<std::size_t>(y)];
  }
  line.resize(static_cast<std::size_t>(width));
  for (int y = 0; y < height; ++y) {
    std::copy_n(field.begin() + y * width, width, line.begin());
    transform_row(line);
    for (int x = 0; x < width; ++x)
      field[static_cast<std::size_t>(y * width + x)] = std::sqrt(line[static_cast<std::size_t>(x)]);
  }
  return field;
}

// The glyph's field, from its shape drawn kFiner times larger: stb's own field knows no cubic outlines.
void draw_field(const stbtt_fontinfo& info, int index, float scale, Drawn& drawn) {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  stbtt_GetGlyphBitmapBox(&info, index, scale, scale, &x0, &y0, &x1, &y1);
  if (x0 >= x1 || y0 >= y1) return;  // a space
  const int left = x0 - kPadding_px;
  const int top = y0 - kPadding_px;
  const int width = x1 - x0 + 2 * kPadding_px;
  const int height = y1 - y0 + 2 * kPadding_px;
  const int fine_width = width * kFiner;
  const int fine_height = height * kFiner;
  int fine_x = 0;
  int fine_y = 0;
  int ignored_x = 0;
  int ignored_y = 0;
  const float fine_scale = scale * static_cast<float>(kFiner);
  stbtt_GetGlyphBitmapBox(&info, index, fine_scale, fine_scale, &fine_x, &fine_y, &ignored_x, &ignored_y);
  const int shape_width = ignored_x - fine_x;
  const int shape_height = ignored_y - fine_y;
  std::vector<unsigned char> shape(static_cast<std::size_t>(shape_width * shape_height));
  stbtt_MakeGlyphBitmap(&info, shape.data(), shape_width, shape_height, shape_width, fine_scale, fine_scale, index);
  std::vector<bool> inside(static_cast<std::size_t>(fine_width * fine_height), false);
  for (int y = 0; y < shape_height; ++y) {
    for (int x = 0; x < shape_width; ++x) {
      const int to_x = x + fine_x - left * kFiner;
      const int to_y = y + fine_y - top * kFiner;
      if (to_x < 0 || to_y < 0 || to_x >= fine_width || to_y >= fine_height) continue;
      inside[static_cast<std::size_t>(to_y * fine_width + to_x)] =
          shape[static_cast<std::size_t>(y * shape_width + x)] >= 128;
    }
  }
  const std::vector<float> to_inside = distances(inside, fine_width, fine_height, true);
  const std::vector<float> to_outside = distances(inside, fine_width, fine_height, false);
  drawn.glyph.width = static_cast<uint16_t>(width);
  drawn.glyph.height = static_cast<uint16_t>(height);
  drawn.glyph.left = static_cast<float>(left);
  drawn.glyph.top = static_cast<float>(top);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const std::size_t at = static_cast<std::size_t>((y * kFiner + kFiner / 2) * fine_width + x * kFiner + kFiner / 2);
      const float distance = (to_outside[at] - to_inside[at]) / static_cast<float>(kFiner);
      const float value = std::clamp(128.0f + kDistanceStep * distance, 0.0f, 255.0f);
      drawn.field.push_back(static_cast<uint8_t>(std::min(std::lround(value / kStep) * long{kStep}, 255L)));
    }
  }
}

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
    // Seas are named in plain letters.
    const bool plain = codepoint < 0x80 ? codepoint != '\\' && (codepoint < '0' || codepoint > '9')
                                        : codepoint >= 0x400 && codepoint < 0x460;
    if (face == LabelFace::italic && !plain) continue;
    const int index = stbtt_FindGlyphIndex(&info, static_cast<int>(codepoint));
    if (index == 0) continue;
    int advance = 0;
    int bearing = 0;
    stbtt_GetGlyphHMetrics(&info, index, &advance, &bearing);
    Drawn drawn;
    drawn.glyph.codepoint = codepoint;
    drawn.glyph.face = face;
    drawn.glyph.advance = static_cast<float>(advance) * scale;
    draw_field(info, index, scale, drawn);
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
  // Letters of one form (Latin and Cyrillic A) share their place.
  std::map<std::tuple<uint16_t, uint16_t, std::vector<uint8_t>>, std::pair<uint16_t, uint16_t>> places;
  for (const std::size_t i : order) {
    AtlasGlyph& glyph = glyphs[i].glyph;
    const auto [place, fresh] = places.try_emplace(std::tuple(glyph.width, glyph.height, glyphs[i].field));
    if (!fresh) {
      std::tie(glyph.x, glyph.y) = place->second;
      continue;
    }
    if (x + glyph.width > kAtlasWidth_px) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    glyph.x = static_cast<uint16_t>(x);
    glyph.y = static_cast<uint16_t>(y);
    place->second = {glyph.x, glyph.y};
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
