#pragma once

// Sky and globe: one triangle over the window, then land, ice and lakes on it. 2 draws.
#include "render/buffer.h"
#include "render/program.h"
#include "render/texture.h"

namespace atlas {

class GlobePass {
 public:
  static Result<GlobePass> create(ContextLife& life);
  void set_meshes(const StaticScene& scene);
  /// Elevation, shade and, on the polar square, the halo of the coast.
  void set_relief(const GroundImages& images);
  void set_contact(const GroundImages& images);
  void draw() const;

 private:
  ContextLife* life_ = nullptr;
  Program globe_, ground_;
  VertexArray none_;
  Texture polar_, world_, contact_;
  Buffer vertices_, indices_;
  VertexArray array_;
  size_t index_count_ = 0;
};

}  // namespace atlas
