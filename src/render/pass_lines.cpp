#include "render/pass_lines.h"

#include <cstddef>

#include "scene/scene.h"

namespace atlas {
namespace {

struct Piece {
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
    set->pieces = Buffer(life, GL_ARRAY_BUFFER, set == &pass.ground_ ? BufferUse::once : BufferUse::often);
    set->array = VertexArray(life);
    set->array.add(set->pieces,
                   {.stride = sizeof(Piece),
                    .per_instance = true,
                    .attributes = {{.location = 0, .components = 3, .offset = offsetof(Segment, a)},
                                   {.location = 1, .components = 3, .offset = offsetof(Segment, b)},
                                   {.location = 2, .components = 2, .offset = offsetof(Segment, along_a)},
                                   {.location = 3,
                                    .components = 1,
                                    .type = Attribute::Type::integer,
                                    .offset = offsetof(Piece, kind)}}});
  }
  return pass;
}

void LinesPass::fill(Set& set, const std::vector<LineBatch>& lines) {
  std::vector<Piece> pieces;
  for (const LineBatch& batch : lines)
    for (const Segment& segment : batch.segments) pieces.push_back({segment, static_cast<uint32_t>(batch.kind)});
  set.pieces.set(pieces);
  set.count = static_cast<GLsizei>(pieces.size());
}

void LinesPass::set_ground(const std::vector<LineBatch>& lines) { fill(ground_, lines); }
void LinesPass::set_arcs(const std::vector<LineBatch>& lines) { fill(arcs_, lines); }

void LinesPass::draw(const Set& set, bool on_ground) const {
  if (set.count == 0) return;
  program_.use();
  glUniform1i(on_ground_, on_ground ? 1 : 0);
  set.array.bind();
  life_->draw(GL_TRIANGLE_STRIP, 4, set.count);
}

void LinesPass::draw_ground() const {
  glDisable(GL_DEPTH_TEST);
  draw(ground_, true);
}

void LinesPass::draw_arcs() const {
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_FALSE);
  draw(arcs_, false);
}

}  // namespace atlas
