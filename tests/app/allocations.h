#pragma once

// Counts what operator new is asked for on this thread. allocations.cpp replaces operator new for the whole program.
#include <cstddef>

namespace atlas::support {

/// Allocations since begin_count(), on the calling thread; ends the count.
void begin_count();
size_t end_count();

}  // namespace atlas::support
