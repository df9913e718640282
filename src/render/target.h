#pragma once

// What we draw into: a multisampled target of our own (the window's may have none), its resolved picture, and the half
// float target that sums the way inside glass.
#include "base/result.h"
#include "render/texture.h"

namespace atlas {

inline constexpr int kSamples = 4;

/// Colour is stored as sRGB and mixed in linear light; depth has 24 bits.
class SceneTarget {
 public:
  SceneTarget() = default;
  static Result<SceneTarget> create(ContextLife& life, int width, int height);
  void bind() const;
  /// Averages the samples into the picture.
  void resolve() const;
  const Texture& picture() const { return picture_; }
  int width() const { return width_; }
  int height() const { return height_; }

 private:
  Object<FramebufferKind> samples_framebuffer_, picture_framebuffer_;
  Object<RenderbufferKind> colour_, depth_;
  Texture picture_;
  int width_ = 0, height_ = 0;
};

/// Sums of distances: RGBA16F, added up.
class WayTarget {
 public:
  WayTarget() = default;
  static Result<WayTarget> create(ContextLife& life, int width, int height);
  void bind() const;
  const Texture& sums() const { return sums_; }

 private:
  Object<FramebufferKind> framebuffer_;
  Texture sums_;
  int width_ = 0, height_ = 0;
};

}  // namespace atlas
