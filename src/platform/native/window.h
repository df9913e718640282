#pragma once

// The desktop window: GLFW events to inputs, a frame only when one is due.
#include "app/atlas.h"

namespace atlas {

/// Runs until the window is closed. Faults: no display, no OpenGL 3.3.
Result<bool> run_window(Atlas& atlas, int width_px, int height_px);

}  // namespace atlas
