#include "render/pass_loaded.h"

#include "render/renderer.h"

namespace atlas {
namespace {

constexpr int kSeriesWidth = 2048;  // every device has it
constexpr Attribute kPlace{.location = 0, .components = 3, .offset = 0};

constexpr size_t index_count(size_t sides) { return 6 * sides + 3 * (sides - 2); }

}  // namespace

void append_prism(std::vector<uint32_t>& indices, uint32_t sides) {
  for (uint32_t i = 0; i < sides; ++i) {
    const uint32_t j = (i + 1) % sides;
    for (const uint32_t corner : {i, j, sides + j, i, sides + j, sides + i}) indices.push_back(corner);
  }
  for (uint32_t i = 1; i + 1 < sides; ++i)
    for (const uint32_t corner : {sides, sides + i, sides + i + 1}) indices.push_back(corner);
}

Result<LoadedPass> LoadedPass::create(ContextLife& life) {
  Result<Program> program = Program::create(life, {"loaded", "loaded"});
  if (!program) return program.faults();
  LoadedPass pass;
  pass.life_ = &life;
  pass.program_ = std::move(program).value();
  pass.first_at_ = pass.program_.location("u_first");
  pass.sides_at_ = pass.program_.location("u_sides");
  return pass;
}

void LoadedPass::set(const LoadedColumns& loaded) {
  array_ = VertexArray();
  places_ = Buffer();
  indices_ = Buffer();
  series_ = Texture();
  if (loaded.tree == nullptr) return;
  places_ = Buffer(*life_, GL_ARRAY_BUFFER, BufferUse::once);
  places_.set(loaded.tree->points());
  indices_ = Buffer(*life_, GL_ELEMENT_ARRAY_BUFFER, BufferUse::once);
  std::vector<uint32_t> indices;
  append_prism(indices, kLoadedSides);
  append_prism(indices, kLoadedSidesFar);
  indices_.set(indices);
  array_ = VertexArray(*life_);
  array_.add(places_, {.stride = sizeof(glm::vec3), .per_instance = true, .attributes = {kPlace}});
  array_.set_indices(indices_);
  series_ = Texture::of_layers(*life_, TextureUnit::series, loaded.codes, loaded.tree->points().size(), kSeriesWidth);
}

void LoadedPass::draw(const LoadedColumns& loaded, const CameraMatrices& camera, double pixel_ratio) {
  if (loaded.tree == nullptr) return;
  visible_ranges(loaded, camera, pixel_ratio, ranges_);
  life_->told.set({.depth = DepthRule::write});
  program_.use();
  array_.bind();
  for (const LoadedRange& range : ranges_) {
    // ES 3.0 knows no first instance: the array starts there.
    array_.start_at(places_, kPlace, sizeof(glm::vec3), range.first);
    glUniform1i(first_at_, static_cast<GLint>(range.first));
    glUniform1i(sides_at_, range.sides);
    life_->draw_indexed(GL_TRIANGLES, range.sides == kLoadedSides ? 0 : index_count(kLoadedSides),
                        index_count(static_cast<size_t>(range.sides)), static_cast<GLsizei>(range.count));
  }
}

SeriesLimits series_limits() {
  GLint size = 0, layers = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &size);
  glGetIntegerv(GL_MAX_ARRAY_TEXTURE_LAYERS, &layers);
  return {static_cast<size_t>(kSeriesWidth) * static_cast<size_t>(size), static_cast<size_t>(layers)};
}

}  // namespace atlas
