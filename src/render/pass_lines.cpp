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
    set->array.add(
        set->corners,
        {.stride = sizeof(Corner),
         .attributes = {
             {.location = 0, .components = 3, .offset = offsetof(Segment, a)},
             {.location = 1, .components = 3, .offset = offsetof(Segment, b)},
             {.location = 2, .components = 2, .offset = offsetof(Segment, along_a)},
             {.location = 3, .components = 1, .type = Attribute::Type::integer, .offset = offsetof(Corner, kind)}}});
    set->array.set_indices(set->indices);
  }
  return pass;
}

void LinesPass::fill(Set& set, const std::vector<LineBatch>& lines) {
  std::vector<Corner> corners;
  std::vector<uint32_t> indices;
  for (const LineBatch& batch : lines)
    for (const Segment& segment : batch.segments) {
      const auto first = static_cast<uint32_t>(corners.size());
      corners.insert(corners.end(), 4, {segment, static_cast<uint32_t>(batch.kind)});
      for (const uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) indices.push_back(first + corner);
    }
  set.corners.set(corners);
  set.indices.set(indices);
  set.index_count = indices.size();
}

void LinesPass::set_ground(const std::vector<LineBatch>& lines) { fill(ground_, lines); }
void LinesPass::set_arcs(const std::vector<LineBatch>& lines) { fill(arcs_, lines); }

void LinesPass::draw(const Set& set, bool on_ground) const {
  if (set.index_count == 0) return;
  program_.use();
  glUniform1i(on_ground_, on_ground ? 1 : 0);
  set.array.bind();
  life_->draw_indexed(GL_TRIANGLES, 0, set.index_count);
}

void LinesPass::draw_ground() const {
  glDisable(GL_DEPTH_TEST);
  glEnable(GL_BLEND);
  draw(ground_, true);
}

void LinesPass::draw_arcs() const {
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_FALSE);
  draw(arcs_, false);
}

}  // namespace atlas
