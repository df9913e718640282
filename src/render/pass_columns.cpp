#include "render/pass_columns.h"

#include <cstddef>

namespace atlas {
namespace {

constexpr GLsizei kRingVertices = 3 * 6;  // shaders/ring.vert

}  // namespace

VertexLayout column_layout() {
  return {.stride = sizeof(ColumnInstance),
          .per_instance = true,
          .attributes = {{.location = 0, .components = 3, .offset = offsetof(ColumnInstance, dir)},
                         {.location = 1, .components = 1, .offset = offsetof(ColumnInstance, radius)},
                         {.location = 2,
                          .components = 1,
                          .type = Attribute::Type::integer,
                          .offset = offsetof(ColumnInstance, slot)}}};
}

Result<ColumnsPass> ColumnsPass::create(ContextLife& life) {
  Result<Program> column = Program::create(life, {"column", "column"});
  Result<Program> ring = Program::create(life, {"ring", "ring"});
  if (!column) return column.faults();
  if (!ring) return ring.faults();
  ColumnsPass pass;
  pass.life_ = &life;
  pass.column_ = std::move(column).value();
  pass.ring_ = std::move(ring).value();
  pass.instances_ = Buffer(life, GL_ARRAY_BUFFER, BufferUse::once);
  pass.array_ = VertexArray(life);
  pass.array_.add(pass.instances_, column_layout());
  return pass;
}

void ColumnsPass::set_columns(const std::vector<ColumnInstance>& columns) {
  instances_.set(columns);
  count_ = static_cast<GLsizei>(columns.size());
}

void ColumnsPass::draw_columns() const {
  if (count_ == 0) return;
  life_->told.set({.depth = DepthRule::write});
  column_.use();
  array_.bind();
  life_->draw(GL_TRIANGLES, kColumnVertices, count_);
}

void ColumnsPass::draw_rings() const {
  if (count_ == 0) return;
  life_->told.set({});
  ring_.use();
  array_.bind();
  life_->draw(GL_TRIANGLES, kRingVertices, count_);
}

}  // namespace atlas
