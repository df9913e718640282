#pragma once

// Text as glyphs of the label atlas: shaping (one glyph a code point, no kerning), then quads along a straight baseline
// or along a way over the ground. Sizes in CSS px until quads are made; those are device px.
#include <glm/vec2.hpp>
#include <string_view>
#include <vector>

#include "data/base_sections.h"
#include "scene/scene.h"

namespace atlas {

/// Colour of a run: the text's and its halo's (alpha 0 = none).
struct RunColours {
  std::array<uint8_t, 4> text{255, 255, 255, 255};
  std::array<uint8_t, 4> halo{0, 0, 0, 0};
};

/// A piece of text in one size. `left_px` is where its pen starts in its label.
struct GlyphRun {
  struct Placed {
    uint32_t glyph = 0;  ///< into the atlas' glyphs
    float pen_px = 0;
  };
  std::vector<Placed> glyphs;
  float size_px = 0;
  float width_px = 0;
  float left_px = 0, baseline_px = 0;
};

class LabelFont {
 public:
  LabelFont() = default;
  /// The distance field itself is not kept.
  explicit LabelFont(FontAtlasSection atlas);
  bool empty() const { return atlas_.glyphs.empty() || atlas_.em_px <= 0; }

  /// Code points without a glyph are left out. `spacing_em` is added after every glyph but the last.
  GlyphRun shape(std::string_view text, LabelFace face, float size_px, float spacing_em = 0) const;
  float ascent_px(float size_px) const { return atlas_.ascent_px / atlas_.em_px * size_px; }
  float descent_px(float size_px) const { return atlas_.descent_px / atlas_.em_px * size_px; }

  /// Quads with the run's origin (pen 0, baseline 0) at `origin_px`.
  void append(const GlyphRun& run, glm::dvec2 origin_px, double pixel_ratio, const RunColours& colours,
              std::vector<GlyphQuad>& out) const;
  /// One glyph about the middle of its advance, turned; for names on a curve.
  void append_turned(const GlyphRun& run, size_t index, glm::dvec2 middle_px, glm::dvec2 direction, double pixel_ratio,
                     const RunColours& colours, std::vector<GlyphQuad>& out) const;
  /// Half the advance of a glyph, in CSS px of the run.
  float half_advance_px(const GlyphRun& run, size_t index) const;

 private:
  GlyphQuad quad(const AtlasGlyph& glyph, double scale, const RunColours& colours) const;
  FontAtlasSection atlas_;
};

/// A line between two positions, as a quad among the glyphs.
void append_leader(glm::dvec2 from_px, glm::dvec2 to_px, double width_px, const RunColours& colours,
                   std::vector<GlyphQuad>& out);

/// Latin and Cyrillic letters as capitals; everything else as it is.
std::string capitals(std::string_view text);

}  // namespace atlas
