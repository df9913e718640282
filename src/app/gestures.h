#pragma once

// Pointers on the globe to camera poses: left drag orbits, right drag (or with Ctrl or Shift) turns and tilts, wheel
// zooms to the pointer, two fingers pinch, twist and tilt. A press that doesn't move is a click.
#include <map>
#include <optional>

#include "app/inputs.h"
#include "geo/camera_moves.h"

namespace atlas {

struct GestureResult {
  std::optional<CameraPose> pose;
  std::optional<glm::dvec2> click_px;
  /// Speed of an ending drag in device px per second, for inertia.
  bool drag_ended = false;
};

class Gestures {
 public:
  GestureResult pointer(const PointerInput& input, const CameraPose& pose, const Viewport& viewport,
                        double pixel_ratio);
  GestureResult wheel(const WheelInput& input, const CameraPose& pose, const Viewport& viewport) const;
  bool dragging() const { return !down_.empty(); }
  void cancel() { down_.clear(); }

 private:
  struct Finger {
    glm::dvec2 start_px, last_px;
    int button = 0;
    bool turns = false;
    bool moved = false;
  };
  std::map<int, Finger> down_;
};

}  // namespace atlas
