#include "render/offscreen.h"

#include <algorithm>
#include <string>

#include "render/object.h"

namespace atlas {

struct Offscreen::Parts {
  ContextLife life;  // first: objects die before it
  Object<FramebufferKind> framebuffer;
  Object<RenderbufferKind> colour;
  int width = 0, height = 0;
};

Offscreen::Offscreen(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Offscreen::~Offscreen() = default;

Result<std::unique_ptr<Offscreen>> Offscreen::create(int width_px, int height_px) {
  GLint most = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
  if (width_px < 1 || height_px < 1 || width_px > most || height_px > most)
    return Fault{"", 0, "size", "sides must be 1 to " + std::to_string(most) + " pixels",
                 std::to_string(width_px) + "x" + std::to_string(height_px)};
  auto parts = std::make_unique<Parts>();
  parts->framebuffer = Object<FramebufferKind>(parts->life);
  parts->colour = Object<RenderbufferKind>(parts->life);
  parts->width = width_px;
  parts->height = height_px;
  glBindRenderbuffer(GL_RENDERBUFFER, parts->colour.name());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_px, height_px);
  glBindFramebuffer(GL_FRAMEBUFFER, parts->framebuffer.name());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, parts->colour.name());
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
    return Fault{"", 0, "size", "the device gives no framebuffer of this size", ""};
  return std::unique_ptr<Offscreen>(new Offscreen(std::move(parts)));  // NOLINT: private constructor
}

unsigned Offscreen::framebuffer() const { return parts_->framebuffer.name(); }

Image Offscreen::read() const {
  Image image{parts_->width, parts_->height, 4, {}};
  const size_t row = static_cast<size_t>(image.width) * 4;
  image.pixels.resize(row * static_cast<size_t>(image.height));
  glBindFramebuffer(GL_FRAMEBUFFER, parts_->framebuffer.name());
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, image.width, image.height, GL_RGBA, GL_UNSIGNED_BYTE, image.pixels.data());
  for (int y = 0; y < image.height / 2; ++y)  // GL counts rows from below
    std::swap_ranges(image.pixels.begin() + static_cast<long>(row) * y,
                     image.pixels.begin() + static_cast<long>(row) * (y + 1),
                     image.pixels.end() - static_cast<long>(row) * (y + 1));
  for (size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = 255;
  return image;
}

}  // namespace atlas
