#pragma once

// 2D textures of images and of numbers, each at a fixed unit so that every program finds them without asking. A unit is
// one texture's alone, which stays bound to it: a context has one renderer.
#include <span>
#include <vector>

#include "render/object.h"
#include "scene/scene.h"

namespace atlas {

enum class TextureUnit : int { polar, world, contact, parts, slots, way, ground, font, state, series, panels };
inline constexpr const char* kSamplerNames[] = {"t_polar",  "t_world", "t_contact", "t_parts",  "t_slots", "t_way",
                                                "t_ground", "t_font",  "t_state",   "t_series", "t_panels"};

enum class Filter { nearest, linear, mipmaps };

class Texture {
 public:
  Texture() = default;
  /// 1 to 4 channels of 8 bits; an empty image becomes one texel of `fill`.
  static Texture of_image(ContextLife& life, TextureUnit unit, const Image& image, Filter filter, bool wraps_x,
                          uint8_t fill);
  /// An empty colour target of this format (GL_SRGB8_ALPHA8 or GL_RGBA16F).
  static Texture of_target(ContextLife& life, TextureUnit unit, GLenum format, int width, int height);
  /// Texels of four floats, `width` a row; the last row may be short. Keeps its storage while the size stays.
  void set_floats(ContextLife& life, TextureUnit unit, const std::vector<float>& texels, int width);
  /// The same with texels of four bytes, read as 0 to 1.
  void set_bytes(ContextLife& life, TextureUnit unit, const std::vector<uint8_t>& texels, int width);

  /// Layers of `count` numbers of 16 bits each, `width` a row; texels that are left over are not written.
  static Texture of_layers(ContextLife& life, TextureUnit unit, std::span<const uint16_t> numbers, size_t count,
                           int width);

  GLuint name() const { return object_.name(); }

 private:
  void bind() const;
  void set_texels(ContextLife& life, TextureUnit unit, const void* texels, size_t count, size_t texel_bytes, int width);

  Object<TextureKind> object_;
  TextureUnit unit_ = TextureUnit::polar;
  GLenum target_ = GL_TEXTURE_2D;
  int width_ = 0, height_ = 0;
};

}  // namespace atlas
