#pragma once

// The camera's ground point and heading as vectors. Moves turn this pair as a rigid body, so the pole is a place like
// any other: longitude and bearing are read off only at the end.

#include "geo/camera.h"

namespace atlas {

struct CameraFrame {
  /// Unit vector to the ground point in the middle of the view.
  glm::dvec3 ground;
  /// Unit vector along the ground, up in the picture.
  glm::dvec3 heading;
};

CameraFrame frame_of(const CameraPose& pose);

/// The pose with position and bearing of the frame, and its own distance and tilt.
CameraPose with_frame(const CameraPose& pose, const CameraFrame& frame);

}  // namespace atlas
