#pragma once

// Draws a scene with OpenGL (ES 3.0 / WebGL2, GL 3.3 core): order of passes, upload of what changed, loss and return of
// the context. Own multisampled target (4x), resolved into the framebuffer that is bound as output.
#include <memory>

#include "base/result.h"
#include "render/counters.h"
#include "scene/scene.h"

namespace atlas {

struct ViewInput {
  int width_px = 0, height_px = 0;  ///< device px of the whole window
  double pixel_ratio = 1;
  CameraPose pose;
  FreeArea_px free_area;  ///< device px
  CameraMatrices camera;
};

/// What loaded columns this device can draw at most: one texture layer a time.
struct SeriesLimits {
  size_t columns = 0, times = 0;
};
/// Needs a current context.
SeriesLimits series_limits();

/// What the renderer may use of a device: less than it has, for tests of small devices.
struct DeviceLimits {
  int max_texture_px = 1 << 20;
  bool half_float_targets = true;
};

class Renderer {
 public:
  /// Needs a current context. Faults: a shader that doesn't compile or a missing feature, each with its log.
  static Result<std::unique_ptr<Renderer>> create(const DeviceLimits& limits = {});
  ~Renderer();

  /// Draws into framebuffer `output` (0 = the window). Uploads only what has a new version.
  void draw(const StaticScene& scene, const FrameScene& frame, const Palette& palette, const ViewInput& view,
            unsigned output);
  /// The context is gone: forget all names without touching GL. The next draw builds everything again.
  void forget();
  const Counters& counters() const;
  /// The device can't do all: glass is tinted block by block instead of by the sum of ways, or rasters are smaller.
  bool reduced() const;

 private:
  struct Parts;
  explicit Renderer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace atlas
