#pragma once

// The desktop window: GLFW events to inputs, a frame only when one is due.
#include <functional>

#include "app/atlas.h"

namespace atlas {

/// Runs until the window is closed, or at once no further if `with_context`, called when there is one, says false.
/// Faults: no display, no OpenGL 3.3.
Result<bool> run_window(Atlas& atlas, int width_px, int height_px, const std::function<bool()>& with_context);

}  // namespace atlas
