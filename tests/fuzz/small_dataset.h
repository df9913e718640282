#pragma once

// The small dataset of the unit tests, read and checked once: what a link or a message is about.
#include <cstdlib>

#include "data/check.h"
#include "support/files.h"

namespace atlas::fuzz {

inline const DataFiles& small_files() {
  static const DataFiles files = support::data_folder("tests/data/small");
  return files;
}

inline const Dataset& small_dataset() {
  static const Dataset dataset = check(small_files()).value();
  return dataset;
}

inline std::string_view text_of(const uint8_t* data, size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// A law that doesn't hold ends the run; the fuzzer keeps the input.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace atlas::fuzz
