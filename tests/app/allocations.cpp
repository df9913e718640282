#include "app/allocations.h"

#include <cstdlib>
#include <new>

namespace {

thread_local bool counting = false;
thread_local size_t counted = 0;

void* take(size_t bytes, size_t alignment) {
  if (counting) ++counted;
  const size_t wanted = bytes == 0 ? 1 : bytes;
  void* memory = alignment <= alignof(std::max_align_t)
                     ? std::malloc(wanted)
                     : std::aligned_alloc(alignment, (wanted + alignment - 1) / alignment * alignment);
  if (memory == nullptr) std::abort();
  return memory;
}

}  // namespace

namespace atlas::support {

void begin_count() {
  counted = 0;
  counting = true;
}

size_t end_count() {
  counting = false;
  return counted;
}

}  // namespace atlas::support

// The forms for arrays and those that don't throw call these.
void* operator new(size_t bytes) { return take(bytes, 0); }
void* operator new(size_t bytes, std::align_val_t alignment) { return take(bytes, static_cast<size_t>(alignment)); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, size_t, std::align_val_t) noexcept { std::free(memory); }
