#pragma once

// A picture of the atlas at any size, whatever the window's: what `render` and exportPng give.
#include "app/picture.h"
#include "render/panel_painter.h"

namespace atlas {

/// RGBA image of the state with its panels (as the state's ui says), every ease at its end. The atlas keeps its size.
Result<Image> draw_picture(Atlas& atlas, Renderer& renderer, PanelPainter& panels, int width_px, int height_px,
                           double pixel_ratio);

}  // namespace atlas
