#include "scene/glyph_run.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "base/text.h"

namespace atlas {
namespace {

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&](char32_t v) { out += static_cast<char>(static_cast<unsigned char>(v)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 63));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 63));
    byte(0x80 | (c & 63));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 63));
    byte(0x80 | ((c >> 6) & 63));
    byte(0x80 | (c & 63));
  }
}

char32_t capital(char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7)) return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  return c;
}

}  // namespace

std::string capitals(std::string_view text) {
  std::string out;
  for (const char32_t c : code_points(text)) append_utf8(out, capital(c));
  return out;
}

LabelFont::LabelFont(FontAtlasSection atlas) : atlas_(std::move(atlas)) {
  atlas_.distance_field.clear();
  atlas_.distance_field.shrink_to_fit();
}

GlyphRun LabelFont::shape(std::string_view text, LabelFace face, float size_px, float spacing_em) const {
  GlyphRun run;
  run.size_px = size_px;
  if (empty()) return run;
  float pen_em = 0;
  for (const char32_t c : code_points(text)) {
    // A no-break space is as wide as a space where the atlas has only the latter.
    const AtlasGlyph* glyph = find_glyph(atlas_, face, c);
    if (!glyph && (c == 0xA0 || c == 0x202F)) glyph = find_glyph(atlas_, face, U' ');
    if (!glyph) continue;
    run.glyphs.push_back({static_cast<uint32_t>(glyph - atlas_.glyphs.data()), pen_em * size_px});
    pen_em += glyph->advance / atlas_.em_px + spacing_em;
  }
  if (!run.glyphs.empty()) run.width_px = (pen_em - spacing_em) * size_px;
  return run;
}

GlyphQuad LabelFont::quad(const AtlasGlyph& glyph, double scale, const RunColours& colours) const {
  GlyphQuad q{};
  const auto u = [&](int px) { return static_cast<float>(px) / static_cast<float>(atlas_.width); };
  const auto v = [&](int px) { return static_cast<float>(px) / static_cast<float>(atlas_.height); };
  q.u0 = u(glyph.x);
  q.v0 = v(glyph.y);
  q.u1 = u(glyph.x + glyph.width);
  q.v1 = v(glyph.y + glyph.height);
  q.scale = static_cast<float>(scale);
  q.rotation_cos = 1;
  q.rotation_sin = 0;
  q.colour_srgb = colours.text;
  q.halo_srgb = colours.halo;
  return q;
}

void LabelFont::append(const GlyphRun& run, glm::dvec2 origin_px, double pixel_ratio, const RunColours& colours,
                       std::vector<GlyphQuad>& out) const {
  const double scale = run.size_px * pixel_ratio / atlas_.em_px;
  for (const GlyphRun::Placed& placed : run.glyphs) {
    const AtlasGlyph& glyph = atlas_.glyphs[placed.glyph];
    if (glyph.width == 0 || glyph.height == 0) continue;
    GlyphQuad q = quad(glyph, scale, colours);
    q.x0 = static_cast<float>(origin_px.x + placed.pen_px * pixel_ratio + glyph.left * scale);
    q.y0 = static_cast<float>(origin_px.y + glyph.top * scale);
    q.x1 = static_cast<float>(q.x0 + glyph.width * scale);
    q.y1 = static_cast<float>(q.y0 + glyph.height * scale);
    out.push_back(q);
  }
}

float LabelFont::half_advance_px(const GlyphRun& run, size_t index) const {
  return 0.5f * atlas_.glyphs[run.glyphs[index].glyph].advance / atlas_.em_px * run.size_px;
}

void LabelFont::append_turned(const GlyphRun& run, size_t index, glm::dvec2 middle_px, glm::dvec2 direction,
                              double pixel_ratio, const RunColours& colours, std::vector<GlyphQuad>& out) const {
  const AtlasGlyph& glyph = atlas_.glyphs[run.glyphs[index].glyph];
  if (glyph.width == 0 || glyph.height == 0) return;
  const double scale = run.size_px * pixel_ratio / atlas_.em_px;
  GlyphQuad q = quad(glyph, scale, colours);
  // The quad's corner in the glyph's own frame (x along the baseline, y down), then turned about the middle.
  const glm::dvec2 corner{glyph.left * scale - half_advance_px(run, index) * pixel_ratio, glyph.top * scale};
  q.x0 = static_cast<float>(middle_px.x + corner.x * direction.x - corner.y * direction.y);
  q.y0 = static_cast<float>(middle_px.y + corner.x * direction.y + corner.y * direction.x);
  q.x1 = static_cast<float>(q.x0 + glyph.width * scale);
  q.y1 = static_cast<float>(q.y0 + glyph.height * scale);
  q.rotation_cos = static_cast<float>(direction.x);
  q.rotation_sin = static_cast<float>(direction.y);
  out.push_back(q);
}

void append_leader(glm::dvec2 from_px, glm::dvec2 to_px, double width_px, const RunColours& colours,
                   std::vector<GlyphQuad>& out) {
  const glm::dvec2 way = to_px - from_px;
  const double length = glm::length(way);
  if (!(length > 0)) return;
  const glm::dvec2 along = way / length, across{-along.y, along.x};
  const double half = 0.5 * width_px + 3;  // room for its soft edge and halo
  const glm::dvec2 corner = from_px - half * across;
  GlyphQuad q{};
  q.x0 = static_cast<float>(corner.x);
  q.y0 = static_cast<float>(corner.y);
  q.x1 = static_cast<float>(corner.x + length);
  q.y1 = static_cast<float>(corner.y + 2 * half);
  q.u1 = static_cast<float>(length);
  q.v0 = static_cast<float>(-half);
  q.v1 = static_cast<float>(half);
  q.rotation_cos = static_cast<float>(along.x);
  q.rotation_sin = static_cast<float>(along.y);
  q.scale = static_cast<float>(-width_px);
  q.colour_srgb = colours.text;
  q.halo_srgb = colours.halo;
  out.push_back(q);
}

}  // namespace atlas
