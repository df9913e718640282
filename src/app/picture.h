#pragma once

// Pictures of a state at any size, drawn into a framebuffer of their own: same state, same bytes.
#include <cstdint>
#include <functional>
#include <vector>

#include "app/atlas.h"

namespace atlas {

/// RGBA, 8 bits, row 0 on top, to PNG (no metadata, no time stamp).
std::vector<uint8_t> encode_png(const Image& image);

}  // namespace atlas
