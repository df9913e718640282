#pragma once

// The four signs that are not words: play, link, search, close; and the unit block of the legend. Strokes of 1.5 CSS
// px.
#include "ui/canvas.h"

namespace atlas {

/// Centre and full size in device px.
void icon_play(const Canvas& canvas, float x, float y, float size, uint32_t colour);
void icon_pause(const Canvas& canvas, float x, float y, float size, uint32_t colour);
void icon_link(const Canvas& canvas, float x, float y, float size, uint32_t colour, bool joined);
void icon_search(const Canvas& canvas, float x, float y, float size, uint32_t colour);
void icon_close(const Canvas& canvas, float x, float y, float size, uint32_t colour);
void icon_tick(const Canvas& canvas, float x, float y, float size, uint32_t colour);
/// Verdicts, told apart by shape: tick, half disc, cross, ring; all in a circle of `size`.
void icon_verdict(const Canvas& canvas, float x, float y, float size, std::string_view verdict, uint32_t colour);
/// A cube of glass seen from above, left wall lighter.
void icon_cube(const Canvas& canvas, float x, float y, float size, uint32_t body, uint32_t edge);

}  // namespace atlas
