#pragma once

// Labels and dots, straight into the window: text mixes as sRGB there, like the interface's. 3 draws.
#include "render/buffer.h"
#include "render/program.h"
#include "render/texture.h"

namespace atlas {

class LabelsPass {
 public:
  static Result<LabelsPass> create(ContextLife& life);
  void set_font(const FontAtlas& font);
  void set_labels(const std::vector<GlyphQuad>& glyphs, const std::vector<DotQuad>& dots);
  void draw() const;

 private:
  ContextLife* life_ = nullptr;
  Program glyph_, dot_;
  GLint halo_ = -1, steps_per_px_ = -1;
  Texture font_;
  Buffer glyphs_, dots_;
  VertexArray glyph_array_, dot_array_;
  GLsizei glyph_count_ = 0, dot_count_ = 0;
};

}  // namespace atlas
