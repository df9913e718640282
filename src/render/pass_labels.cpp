#include "render/pass_labels.h"

#include <cstddef>

namespace atlas {
namespace {

// Of the distance field: steps of 8 bits per atlas px (kDistanceStep of data/base_sections.h).
constexpr float kStepsPerPx = 30.0f;

Attribute bytes(GLuint location, size_t offset) {
  return {.location = location, .components = 4, .type = Attribute::Type::bytes_normalised, .offset = offset};
}

}  // namespace

Result<LabelsPass> LabelsPass::create(ContextLife& life) {
  Result<Program> glyph = Program::create(life, {"glyph", "glyph"});
  Result<Program> dot = Program::create(life, {"dot", "dot"});
  if (!glyph) return glyph.faults();
  if (!dot) return dot.faults();
  LabelsPass pass;
  pass.life_ = &life;
  pass.glyph_ = std::move(glyph).value();
  pass.dot_ = std::move(dot).value();
  pass.halo_ = pass.glyph_.location("u_halo");
  pass.steps_per_px_ = pass.glyph_.location("u_steps_per_px");
  pass.glyphs_ = Buffer(life, GL_ARRAY_BUFFER, BufferUse::often);
  pass.dots_ = Buffer(life, GL_ARRAY_BUFFER, BufferUse::often);
  pass.glyph_array_ = VertexArray(life);
  pass.dot_array_ = VertexArray(life);
  pass.glyph_array_.add(pass.glyphs_,
                        {.stride = sizeof(GlyphQuad),
                         .per_instance = true,
                         .attributes = {{.location = 0, .components = 4, .offset = offsetof(GlyphQuad, x0)},
                                        {.location = 1, .components = 4, .offset = offsetof(GlyphQuad, u0)},
                                        {.location = 2, .components = 3, .offset = offsetof(GlyphQuad, rotation_cos)},
                                        bytes(3, offsetof(GlyphQuad, colour_srgb)),
                                        bytes(4, offsetof(GlyphQuad, halo_srgb))}});
  pass.dot_array_.add(pass.dots_, {.stride = sizeof(DotQuad),
                                   .per_instance = true,
                                   .attributes = {{.location = 0, .components = 3, .offset = offsetof(DotQuad, x)},
                                                  bytes(1, offsetof(DotQuad, colour_srgb)),
                                                  bytes(2, offsetof(DotQuad, ring_srgb))}});
  pass.set_font({});
  return pass;
}

void LabelsPass::set_font(const FontAtlas& font) {
  font_ = Texture::of_image(*life_, TextureUnit::font, font.distance_field, Filter::linear, false, 0);
}

void LabelsPass::set_labels(const std::vector<GlyphQuad>& glyphs, const std::vector<DotQuad>& dots) {
  glyphs_.set(glyphs);
  dots_.set(dots);
  glyph_count_ = static_cast<GLsizei>(glyphs.size());
  dot_count_ = static_cast<GLsizei>(dots.size());
}

void LabelsPass::draw() const {
  life_->told.set({});
  if (dot_count_ > 0) {
    dot_.use();
    dot_array_.bind();
    life_->draw(GL_TRIANGLE_STRIP, 4, dot_count_);
  }
  if (glyph_count_ == 0) return;
  glyph_.use();
  glUniform1f(steps_per_px_, kStepsPerPx);
  glyph_array_.bind();
  for (const int halo : {1, 0}) {
    glUniform1i(halo_, halo);
    life_->draw(GL_TRIANGLE_STRIP, 4, glyph_count_);
  }
}

}  // namespace atlas
