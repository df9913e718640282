#pragma once

// Lines as quads of a width in px: all kinds of one set in one draw. 168 bytes per piece (arcs 216).
#include "render/buffer.h"
#include "render/program.h"
#include "scene/scene.h"

namespace atlas {

class LinesPass {
 public:
  static Result<LinesPass> create(ContextLife& life);
  void set_ground(const std::vector<LineBatch>& lines);
  void set_arcs(const std::vector<LineBatch>& lines);
  void draw_ground() const;
  void draw_arcs() const;

 private:
  struct Set {
    Buffer corners, indices;
    VertexArray array;
    size_t index_count = 0;
  };
  void draw(const Set& set, bool on_ground) const;

  ContextLife* life_ = nullptr;
  Program program_;
  GLint on_ground_ = -1;
  Set ground_, arcs_;
};

}  // namespace atlas
