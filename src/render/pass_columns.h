#pragma once

// Fields and deposits as instanced columns, and the rings about them. 2 draws, 20 bytes per column.
#include "render/buffer.h"
#include "render/program.h"
#include "scene/scene.h"

namespace atlas {

/// How a buffer of ColumnInstance is read by shaders/column.vert and ring.vert; vertices of one column.
VertexLayout column_layout();
inline constexpr GLsizei kColumnVertices = 24 * 6 + 24 * 3;

class ColumnsPass {
 public:
  static Result<ColumnsPass> create(ContextLife& life);
  void set_columns(const std::vector<ColumnInstance>& columns);
  void draw_columns() const;
  void draw_rings() const;

 private:
  ContextLife* life_ = nullptr;
  Program column_, ring_;
  Buffer instances_;
  VertexArray array_;
  GLsizei count_ = 0;
};

}  // namespace atlas
