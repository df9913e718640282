#pragma once

// What the readers of sections share. Only src/data/*_section.cpp include this.
#include <string>

#include "base/result.h"
#include "data/base_sections.h"
#include "data/byte_stream.h"

namespace atlas {

inline Fault broken(const char* what) {
  return {.file = "pack", .line = 0, .column = {}, .what = std::string(what) + " is damaged", .value = {}};
}

// The plane ends at two globe radii.
inline constexpr int64_t kFarthest = int64_t{2} * 32767;

// Reads one coordinate as a difference in whole steps; beyond the plane is a failure.
inline int32_t next_coordinate(ByteReader& in, int64_t& last, int64_t step) {
  last += in.signed_varint() * step;
  if (last < -kFarthest || last > kFarthest) {
    in.fail();
    last = 0;
  }
  return static_cast<int32_t>(last);
}

}  // namespace atlas
