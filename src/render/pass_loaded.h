#pragma once

// A host's own columns: instanced prisms, their series one texture layer a time. A step of the date uploads nothing; a
// frame costs one draw for each run of columns that may be seen, at most 64.
#include <vector>

#include "render/buffer.h"
#include "render/program.h"
#include "render/texture.h"
#include "scene/loaded_columns.h"

namespace atlas {

/// A prism of this many sides as shaders/loaded.vert counts its corners: those of the foot first, then those of the
/// top.
void append_prism(std::vector<uint32_t>& indices, uint32_t sides);

class LoadedPass {
 public:
  static Result<LoadedPass> create(ContextLife& life);
  /// Uploads places and series; nothing loaded frees them.
  void set(const LoadedColumns& loaded);
  void draw(const LoadedColumns& loaded, const CameraMatrices& camera, double pixel_ratio);

 private:
  ContextLife* life_ = nullptr;
  Program program_;
  GLint first_at_ = -1, sides_at_ = -1;
  Buffer places_, indices_;
  VertexArray array_;
  Texture series_;
  std::vector<LoadedRange> ranges_;  ///< of this frame; kept for its memory
};

}  // namespace atlas
