#pragma once

// Counted, not timed: the same in every run, so tests can state them.
#include <cstdint>

namespace atlas {

struct Counters {
  uint64_t frames = 0;
  uint32_t draw_calls = 0;  ///< of the last frame, without the interface
  uint64_t triangles = 0;   ///< of the last frame
  uint64_t gpu_bytes = 0;   ///< buffers, textures and targets alive
  uint64_t uploaded_bytes_last_frame = 0;
};

}  // namespace atlas
