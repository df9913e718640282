#pragma once

#include <cstring>
#include <type_traits>
#include <vector>

namespace atlas {

/// Do both hold the same bytes? For plain values without padding; 0.0 and -0.0 are different.
template <class T>
bool same_bytes(const std::vector<T>& a, const std::vector<T>& b) {
  static_assert(std::is_trivially_copyable_v<T>);
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
}

}  // namespace atlas
