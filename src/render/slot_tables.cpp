#include "render/slot_tables.h"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

constexpr float kStatePerByte = 48;  // holds to 3, stages to 5; fractions while they are eased

uint8_t state_byte(float value) {
  return static_cast<uint8_t>(std::lround(std::clamp(value, 0.0f, 5.0f) * kStatePerByte));
}

}  // namespace

void SlotTables::set(ContextLife& life, const Slots& slots) {
  next_look_.clear();
  next_state_.clear();
  const size_t assets = slots.asset_count;
  const auto texel = [&](size_t index) { return slots.texels.data() + 4 * index; };
  for (size_t i = 0; i < assets && 12 * (i + 1) <= slots.texels.size(); ++i) {
    const float *heights = texel(3 * i), *holds = texel(3 * i + 1), *look = texel(3 * i + 2);
    next_look_.insert(next_look_.end(), heights, heights + 4);
    for (const float value : {look[0], holds[3], look[2], look[3]}) next_look_.push_back(value);
    for (const float value : {holds[0], holds[1], holds[2], look[1]}) next_state_.push_back(state_byte(value));
  }
  for (size_t j = 0; j < slots.part_count && 4 * (3 * assets + j + 1) <= slots.texels.size(); ++j)
    for (size_t c = 0; c < 4; ++c) next_state_.push_back(state_byte(texel(3 * assets + j)[c]));
  if (next_look_ != look_ || look_.empty()) {
    std::swap(look_, next_look_);
    look_texture_.set_floats(life, TextureUnit::slots, look_, kSlotTextureWidth);
  }
  if (next_state_ != state_ || state_.empty()) {
    std::swap(state_, next_state_);
    state_texture_.set_bytes(life, TextureUnit::state, state_, kSlotTextureWidth);
  }
}

}  // namespace atlas
