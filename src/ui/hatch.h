#pragma once

// One pattern, one meaning, everywhere (LOOK.md): the hatches of the blocks' walls and the strokes of the deals' arcs,
// for bars, lanes and legends. Hatches are anchored to the window, so neighbouring pieces run on into each other.
#include "ui/canvas.h"

namespace atlas {

/// Lines of one hold inside a rectangle. hinders: wide, one diagonal; restricts: narrow; blocks: both diagonals.
void hatch_rect(const Canvas& canvas, const Rect_px& r, Hold hold, uint32_t colour);
/// Lines at 45 degrees, `period` apart, `down` from upper left to lower right.
void diagonals(const Canvas& canvas, const Rect_px& r, float period, float width, uint32_t colour, bool down);
/// Ground and hatch of a hold; `none` is the plain free tone.
void fill_hold(const Canvas& canvas, const Rect_px& r, Hold hold);
/// Square sample with a rim, as in the legend.
void hold_swatch(const Canvas& canvas, float x, float y_mid, float size, Hold hold);
void colour_swatch(const Canvas& canvas, float x, float y_mid, float size, uint32_t colour);
/// A line in the stroke of a stage: dots, thin, thick, dashes, faint.
void stage_line(const Canvas& canvas, float x0, float x1, float y, Stage stage);
/// Ground of a deal's bar or strip by stage.
void fill_stage(const Canvas& canvas, const Rect_px& r, Stage stage);

}  // namespace atlas
