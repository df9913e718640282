#include "render/target.h"

namespace atlas {
namespace {

Object<RenderbufferKind> multisampled(ContextLife& life, GLenum format, int width, int height) {
  Object<RenderbufferKind> buffer(life);
  glBindRenderbuffer(GL_RENDERBUFFER, buffer.name());
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, kSamples, format, width, height);
  buffer.set_bytes(static_cast<uint64_t>(width) * static_cast<uint64_t>(height) * 4 * kSamples);
  return buffer;
}

bool complete() { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }

Fault refused(const char* what) {
  Fault fault;
  fault.column = "graphics";
  fault.what = what;
  return fault;
}

}  // namespace

Result<SceneTarget> SceneTarget::create(ContextLife& life, int width, int height) {
  SceneTarget target;
  target.width_ = width;
  target.height_ = height;
  target.colour_ = multisampled(life, GL_SRGB8_ALPHA8, width, height);
  target.depth_ = multisampled(life, GL_DEPTH_COMPONENT24, width, height);
  target.samples_framebuffer_ = Object<FramebufferKind>(life);
  glBindFramebuffer(GL_FRAMEBUFFER, target.samples_framebuffer_.name());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, target.colour_.name());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, target.depth_.name());
  if (!complete()) return refused("a multisampled sRGB target is not supported");

  target.picture_ = Texture::of_target(life, TextureUnit::ground, GL_SRGB8_ALPHA8, width, height);
  target.picture_framebuffer_ = Object<FramebufferKind>(life);
  glBindFramebuffer(GL_FRAMEBUFFER, target.picture_framebuffer_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target.picture_.name(), 0);
  if (!complete()) return refused("an sRGB target is not supported");
  return target;
}

void SceneTarget::bind() const {
  glBindFramebuffer(GL_FRAMEBUFFER, samples_framebuffer_.name());
  glViewport(0, 0, width_, height_);
}

void SceneTarget::resolve() const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, samples_framebuffer_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, picture_framebuffer_.name());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

Result<WayTarget> WayTarget::create(ContextLife& life, int width, int height) {
  WayTarget target;
  target.width_ = width;
  target.height_ = height;
  target.sums_ = Texture::of_target(life, TextureUnit::way, GL_RGBA16F, width, height);
  target.framebuffer_ = Object<FramebufferKind>(life);
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, target.sums_.name(), 0);
  if (!complete()) return refused("half float targets are not supported");
  return target;
}

void WayTarget::bind() const {
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.name());
  glViewport(0, 0, width_, height_);
}

}  // namespace atlas
