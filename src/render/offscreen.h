#pragma once

// A framebuffer for pictures: RGBA, 8 bits, as large as asked, read back to the CPU.
#include <memory>

#include "base/result.h"
#include "scene/scene.h"

namespace atlas {

class Offscreen {
 public:
  /// Needs a current context. Faults: sides below 1 or above what the device can do.
  static Result<std::unique_ptr<Offscreen>> create(int width_px, int height_px);
  ~Offscreen();

  /// The name to draw into.
  unsigned framebuffer() const;
  /// RGBA, row 0 on top.
  Image read() const;

 private:
  struct Parts;
  explicit Offscreen(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace atlas
