#pragma once

// Sky and globe: one triangle over the window, then the meshes of land, ice and lakes on it. 4 draws.
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
  struct Mesh {
    Buffer vertices, indices;
    VertexArray array;
    size_t count = 0;
  };
  static Mesh mesh_of(ContextLife& life, const GroundMesh& mesh);

  ContextLife* life_ = nullptr;
  Program globe_, ground_;
  GLint kind_ = -1;
  VertexArray none_;
  Texture polar_, world_, contact_;
  Mesh land_, ice_, lakes_;
};

}  // namespace atlas
