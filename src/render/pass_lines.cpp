#include "render/pass_lines.h"

#include <cstddef>

#include "scene/scene.h"

namespace atlas {
namespace {

// One corner; all four of a piece are alike.
struct Corner {
  Segment segment;
  uint32_t kind = 0;
};
struct ArcCorner {
  Corner corner;
  float length = 0, width = 1, born_s = 0;
};

Corner corner_of(const LineBatch& batch, const Segment& segment, const Corner*) {
  return {segment, static_cast<uint32_t>(batch.kind)};
}
ArcCorner corner_of(const LineBatch& batch, const Segment& segment, const ArcCorner*) {
  return {corner_of(batch, segment, static_cast<const Corner*>(nullptr)), batch.length, batch.width, batch.born_s};
}

template <class Vertex>
size_t fill(Buffer& into, Buffer& into_indices, const std::vector<LineBatch>& lines) {
  std::vector<Vertex> corners;
  std::vector<uint32_t> indices;
  for (const LineBatch& batch : lines)
    for (const Segment& segment : batch.segments) {
      const auto first = static_cast<uint32_t>(corners.size());
      corners.insert(corners.end(), 4, corner_of(batch, segment, static_cast<const Vertex*>(nullptr)));
      for (const uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) indices.push_back(first + corner);
    }
  into.set(corners);
  into_indices.set(indices);
  return indices.size();
}

}  // namespace

Result<LinesPass> LinesPass::create(ContextLife& life) {
  Result<Program> program = Program::create(life, {"line", "line"});
  if (!program) return program.faults();
  LinesPass pass;
  pass.life_ = &life;
  pass.program_ = std::move(program).value();
  pass.on_ground_ = pass.program_.location("u_on_ground");
  for (Set* set : {&pass.ground_, &pass.arcs_}) {
    const BufferUse use = set == &pass.ground_ ? BufferUse::once : BufferUse::often;
    set->corners = Buffer(life, GL_ARRAY_BUFFER, use);
    set->indices = Buffer(life, GL_ELEMENT_ARRAY_BUFFER, use);
    set->array = VertexArray(life);
    std::vector<Attribute> attributes = {
        {.location = 0, .components = 3, .offset = offsetof(Segment, a)},
        {.location = 1, .components = 3, .offset = offsetof(Segment, b)},
        {.location = 2, .components = 2, .offset = offsetof(Segment, along_a)},
        {.location = 3, .components = 1, .type = Attribute::Type::integer, .offset = offsetof(Corner, kind)}};
    // Lines on the ground leave this attribute alone: it reads as 0.
    if (set == &pass.arcs_)
      attributes.push_back({.location = 4, .components = 3, .offset = offsetof(ArcCorner, length)});
    set->array.add(set->corners, {.stride = set == &pass.arcs_ ? sizeof(ArcCorner) : sizeof(Corner),
                                  .attributes = std::move(attributes)});
    set->array.set_indices(set->indices);
  }
  return pass;
}

void LinesPass::set_ground(const std::vector<LineBatch>& lines) {
  ground_.index_count = fill<Corner>(ground_.corners, ground_.indices, lines);
}
void LinesPass::set_arcs(const std::vector<LineBatch>& lines) {
  arcs_.index_count = fill<ArcCorner>(arcs_.corners, arcs_.indices, lines);
}

void LinesPass::draw(const Set& set, bool on_ground) const {
  if (set.index_count == 0) return;
  program_.use();
  glUniform1i(on_ground_, on_ground ? 1 : 0);
  set.array.bind();
  life_->draw_indexed(GL_TRIANGLES, 0, set.index_count);
}

void LinesPass::draw_ground() const {
  life_->told.set({});
  draw(ground_, true);
}

void LinesPass::draw_arcs() const {
  life_->told.set({.depth = DepthRule::test});
  draw(arcs_, false);
}

}  // namespace atlas
