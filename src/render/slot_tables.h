#pragma once

// Slots (scene/scene.h) as the shaders read them, in two small textures: what seldom changes as floats (heights,
// opacity, highlight, category, flags), what each day changes as bytes (holds and stage of assets and parts). A step of
// the date uploads the bytes alone: four for each asset and part. Read by shaders/lib/slots.glsl.
#include "render/texture.h"

namespace atlas {

class SlotTables {
 public:
  /// Uploads what differs from the last call.
  void set(ContextLife& life, const Slots& slots);

 private:
  Texture look_texture_, state_texture_;
  std::vector<float> look_, next_look_;  ///< as uploaded, and to be; kept for their memory
  std::vector<uint8_t> state_, next_state_;
};

}  // namespace atlas
