#pragma once

// What Dear ImGui lists, as one list of triangles: what sticks out of its rectangle is cut off here, so that the
// painter needs one draw and no scissors.
#include "render/panel_painter.h"

struct ImDrawData;

namespace atlas {

/// Into the memory of an earlier list; its version stays as it is.
void flatten(const ImDrawData& data, PanelLists& into);

/// Do both show the same? Versions are not compared.
bool alike(const PanelLists& a, const PanelLists& b);

}  // namespace atlas
