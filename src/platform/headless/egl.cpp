#include "platform/headless/egl.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <cstring>

namespace atlas {

struct HeadlessContext::Handles {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  GLuint framebuffer = 0, colour = 0;
};

HeadlessContext::HeadlessContext(int width_px, int height_px)
    : handles_(std::make_unique<Handles>()), width_px_(width_px), height_px_(height_px) {}

HeadlessContext::~HeadlessContext() {
  if (handles_->context != EGL_NO_CONTEXT) {
    glDeleteFramebuffers(1, &handles_->framebuffer);
    glDeleteRenderbuffers(1, &handles_->colour);
    eglMakeCurrent(handles_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(handles_->display, handles_->context);
  }
  // The display stays: EGL hands the same one to every asker of this process.
}

Result<std::unique_ptr<HeadlessContext>> HeadlessContext::create(int width_px, int height_px) {
  const auto refused = [](const char* what) {
    Fault fault;
    fault.column = "graphics";
    fault.what = what;
    return fault;
  };
  if (width_px < 1 || height_px < 1) return refused("a picture needs at least one pixel");
  std::unique_ptr<HeadlessContext> made(new HeadlessContext(width_px, height_px));
  Handles& handles = *made->handles_;

  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  if (extensions != nullptr && std::strstr(extensions, "EGL_MESA_platform_surfaceless") != nullptr)
    handles.display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (handles.display == EGL_NO_DISPLAY) handles.display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
  if (handles.display == EGL_NO_DISPLAY || !eglInitialize(handles.display, nullptr, nullptr))
    return refused("no EGL display without a screen");
  if (!eglBindAPI(EGL_OPENGL_API)) return refused("EGL has no desktop OpenGL");

  const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, EGL_DONT_CARE, EGL_NONE};
  EGLConfig config = EGL_NO_CONFIG_KHR;
  EGLint count = 0;
  if (!eglChooseConfig(handles.display, wanted, &config, 1, &count) || count < 1) config = EGL_NO_CONFIG_KHR;
  const EGLint version[] = {
      EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
      EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
  handles.context = eglCreateContext(handles.display, config, EGL_NO_CONTEXT, version);
  if (handles.context == EGL_NO_CONTEXT) return refused("no OpenGL 3.3 core context");
  if (!eglMakeCurrent(handles.display, EGL_NO_SURFACE, EGL_NO_SURFACE, handles.context))
    return refused("the context needs a surface");

  glGenRenderbuffers(1, &handles.colour);
  glBindRenderbuffer(GL_RENDERBUFFER, handles.colour);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_px, height_px);
  glGenFramebuffers(1, &handles.framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, handles.framebuffer);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, handles.colour);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
    return refused("no framebuffer of this size");
  glViewport(0, 0, width_px, height_px);
  return made;
}

unsigned HeadlessContext::framebuffer() const { return handles_->framebuffer; }

Image HeadlessContext::read() const {
  Image image{width_px_, height_px_, 4, {}};
  const size_t row = static_cast<size_t>(width_px_) * 4;
  image.pixels.resize(row * static_cast<size_t>(height_px_));
  glBindFramebuffer(GL_FRAMEBUFFER, handles_->framebuffer);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_px_, height_px_, GL_RGBA, GL_UNSIGNED_BYTE, image.pixels.data());
  const size_t rows = static_cast<size_t>(height_px_);
  for (size_t y = 0; y < rows / 2; ++y)
    std::swap_ranges(image.pixels.begin() + static_cast<ptrdiff_t>(y * row),
                     image.pixels.begin() + static_cast<ptrdiff_t>((y + 1) * row),
                     image.pixels.begin() + static_cast<ptrdiff_t>((rows - 1 - y) * row));
  return image;
}

}  // namespace atlas
