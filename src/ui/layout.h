#pragma once

// Where panels stand at each window size (LOOK.md, "Panels"), and which part of the window they leave to the globe.
#include "geo/camera.h"
#include "state/session.h"
#include "state/state.h"

namespace atlas {

struct Rect_px {
  float x = 0, y = 0, width = 0, height = 0;
  bool empty() const { return width <= 0 || height <= 0; }
  bool operator==(const Rect_px&) const = default;
  bool contains(float px, float py) const { return px >= x && py >= y && px < x + width && py < y + height; }
};

/// wide from 1440 CSS px, medium below, embed (one card, one slim timeline), phone below 640 px, min: the globe alone.
enum class LayoutForm : uint8_t { wide, medium, embed, phone, min };

/// All in device px. An empty rectangle means that the panel isn't shown.
struct Layout {
  LayoutForm form = LayoutForm::wide;
  float scale = 1;  ///< device px per CSS px
  float width = 0, height = 0;
  Rect_px top_bar, layers, reader, inspector, timeline, card, sheet;
  Viewport viewport;
  bool operator==(const Layout&) const = default;
};

/// The start view on this form: the whole Arctic, nothing tall hides anything (LOOK.md, "Camera of the start view").
CameraPose start_pose(LayoutForm form);

/// `story`: a step is open (an embed shows it in its card).
Layout make_layout(double width_px, double height_px, double pixel_ratio, UiMode ui, const Session& session,
                   bool story = false);

}  // namespace atlas
