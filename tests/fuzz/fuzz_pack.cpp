// Any bytes as a pack: a fault, or the very bytes that writing its entries gives.
#include <cstdint>
#include <cstdlib>

#include "data/pack.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::span<const uint8_t> bytes(data, size);
  const atlas::Result<atlas::Pack> pack = atlas::read_pack(bytes);
  if (!pack.ok()) {
    if (pack.faults().empty()) std::abort();
    return 0;
  }
  const std::vector<uint8_t> again = atlas::write_pack(pack->entries());
  if (again.size() != size || !std::equal(again.begin(), again.end(), data)) std::abort();
  return 0;
}
