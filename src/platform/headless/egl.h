#pragma once

// OpenGL 3.3 core without a display: EGL's surfaceless platform and a framebuffer of our own. One thread, one context
// at a time is current.
#include <memory>

#include "base/result.h"
#include "scene/scene.h"

namespace atlas {

class HeadlessContext {
 public:
  /// Makes a context current, with a framebuffer of this size in device px. Faults: no EGL device, no GL 3.3.
  static Result<std::unique_ptr<HeadlessContext>> create(int width_px, int height_px);
  ~HeadlessContext();
  HeadlessContext(const HeadlessContext&) = delete;
  HeadlessContext& operator=(const HeadlessContext&) = delete;

  /// Name of the framebuffer to draw into.
  unsigned framebuffer() const;
  /// What was drawn: RGBA, row 0 on top.
  Image read() const;
  int width_px() const { return width_px_; }
  int height_px() const { return height_px_; }

 private:
  struct Handles;
  HeadlessContext(int width_px, int height_px);
  std::unique_ptr<Handles> handles_;
  int width_px_, height_px_;
};

}  // namespace atlas
