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
  /// Elevation, shade and the halo of the coast.
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
  Texture polar_, world_, halo_, contact_;
  Mesh land_, ice_, lakes_;
};

/// How near the coast is, on the polar square: .6 of the land's coverage blurred by 14 km and .4 of that by 45 km
/// (RELIEF.md). `polar` has the elevation code in channel 0.
Image coast_halo(const Image& polar);

}  // namespace atlas
