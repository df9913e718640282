#include "render/texture.h"

#include <algorithm>

namespace atlas {
namespace {

void set_filter(Filter filter, bool wraps_x) {
  const GLint mag = filter == Filter::nearest ? GL_NEAREST : GL_LINEAR;
  const GLint min = filter == Filter::mipmaps ? GL_LINEAR_MIPMAP_LINEAR : mag;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, mag);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, min);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, wraps_x ? GL_REPEAT : GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

// The image at a whole fraction of its size: averages, or where values are numbers (nearest) one of each square.
Image smaller(const Image& image, int most_px, Filter filter) {
  const int step = (std::max(image.width, image.height) + most_px - 1) / most_px;
  Image small{std::max(1, image.width / step), std::max(1, image.height / step), image.channels, {}};
  const auto at = [&](int x, int y, int channel) {
    const auto row = static_cast<size_t>(std::min(y, image.height - 1));
    const auto column = static_cast<size_t>(std::min(x, image.width - 1));
    return image.pixels[(row * static_cast<size_t>(image.width) + column) * static_cast<size_t>(image.channels) +
                        static_cast<size_t>(channel)];
  };
  const int across = filter == Filter::nearest ? 1 : step, first = filter == Filter::nearest ? step / 2 : 0;
  for (int y = 0; y < small.height; ++y)
    for (int x = 0; x < small.width; ++x)
      for (int channel = 0; channel < image.channels; ++channel) {
        int sum = across * across / 2;
        for (int j = 0; j < across; ++j)
          for (int i = 0; i < across; ++i) sum += at(x * step + first + i, y * step + first + j, channel);
        small.pixels.push_back(static_cast<uint8_t>(sum / (across * across)));
      }
  return small;
}

}  // namespace

void Texture::bind() const {
  glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit_));
  glBindTexture(target_, object_.name());
}

Texture Texture::of_image(ContextLife& life, TextureUnit unit, const Image& image, Filter filter, bool wraps_x,
                          uint8_t fill) {
  static constexpr GLenum kFormats[] = {GL_RED, GL_RG, GL_RGB, GL_RGBA};
  static constexpr GLint kInternal[] = {GL_R8, GL_RG8, GL_RGB8, GL_RGBA8};
  const bool empty = image.pixels.empty() || image.channels < 1 || image.channels > 4;
  if (!empty && std::max(image.width, image.height) > life.max_texture_px) {
    life.shrunk_images = true;
    return of_image(life, unit, smaller(image, life.max_texture_px, filter), filter, wraps_x, fill);
  }
  const uint8_t filled[4] = {fill, fill, fill, fill};
  const int channels = empty ? 4 : image.channels;

  Texture texture;
  texture.object_ = Object<TextureKind>(life);
  texture.unit_ = unit;
  texture.width_ = empty ? 1 : image.width;
  texture.height_ = empty ? 1 : image.height;
  texture.bind();
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, kInternal[channels - 1], texture.width_, texture.height_, 0, kFormats[channels - 1],
               GL_UNSIGNED_BYTE, empty ? filled : image.pixels.data());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  if (filter == Filter::mipmaps) glGenerateMipmap(GL_TEXTURE_2D);
  set_filter(filter, wraps_x);
  const auto bytes =
      static_cast<uint64_t>(texture.width_) * static_cast<uint64_t>(texture.height_) * static_cast<uint64_t>(channels);
  texture.object_.set_bytes(filter == Filter::mipmaps ? bytes * 4 / 3 : bytes);
  life.counters.uploaded_bytes_last_frame += bytes;
  return texture;
}

Texture Texture::of_target(ContextLife& life, TextureUnit unit, GLenum format, int width, int height) {
  const bool half_float = format == GL_RGBA16F;
  Texture texture;
  texture.object_ = Object<TextureKind>(life);
  texture.unit_ = unit;
  texture.width_ = width;
  texture.height_ = height;
  texture.bind();
  glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), width, height, 0, GL_RGBA,
               half_float ? GL_HALF_FLOAT : GL_UNSIGNED_BYTE, nullptr);
  set_filter(Filter::linear, false);
  texture.object_.set_bytes(static_cast<uint64_t>(width) * static_cast<uint64_t>(height) * (half_float ? 8 : 4));
  return texture;
}

Texture Texture::of_layers(ContextLife& life, TextureUnit unit, std::span<const uint16_t> numbers, size_t count,
                           int width) {
  const auto layers = static_cast<GLsizei>(numbers.size() / count);
  const auto full_rows = static_cast<GLsizei>(count / static_cast<size_t>(width));
  const auto rest = static_cast<GLsizei>(count % static_cast<size_t>(width));
  Texture texture;
  texture.object_ = Object<TextureKind>(life);
  texture.unit_ = unit;
  texture.target_ = GL_TEXTURE_2D_ARRAY;
  texture.width_ = width;
  texture.height_ = full_rows + (rest > 0 ? 1 : 0);
  texture.bind();
  glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_R16UI, width, texture.height_, layers, 0, GL_RED_INTEGER, GL_UNSIGNED_SHORT,
               nullptr);
  for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
    glTexParameteri(GL_TEXTURE_2D_ARRAY, filter, GL_NEAREST);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 2);
  for (GLsizei layer = 0; layer < layers; ++layer) {
    const uint16_t* from = numbers.data() + static_cast<size_t>(layer) * count;
    if (full_rows > 0)
      glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, 0, layer, width, full_rows, 1, GL_RED_INTEGER, GL_UNSIGNED_SHORT,
                      from);
    if (rest > 0)
      glTexSubImage3D(GL_TEXTURE_2D_ARRAY, 0, 0, full_rows, layer, rest, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_SHORT,
                      from + count - static_cast<size_t>(rest));
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  texture.object_.set_bytes(static_cast<uint64_t>(width) * static_cast<uint64_t>(texture.height_) *
                            static_cast<uint64_t>(layers) * sizeof(uint16_t));
  life.counters.uploaded_bytes_last_frame += numbers.size() * sizeof(uint16_t);
  return texture;
}

void Texture::set_floats(ContextLife& life, TextureUnit unit, const std::vector<float>& texels, int width) {
  set_texels(life, unit, texels.data(), texels.size() / 4, 4 * sizeof(float), width);
}

void Texture::set_bytes(ContextLife& life, TextureUnit unit, const std::vector<uint8_t>& texels, int width) {
  set_texels(life, unit, texels.data(), texels.size() / 4, 4, width);
}

void Texture::set_texels(ContextLife& life, TextureUnit unit, const void* texels, size_t count, size_t texel_bytes,
                         int width) {
  const bool floats = texel_bytes > 4;
  const GLenum type = floats ? GL_FLOAT : GL_UNSIGNED_BYTE;
  const int full_rows = static_cast<int>(count) / width, rest = static_cast<int>(count) % width;
  const int rows = std::max(1, full_rows + (rest > 0 ? 1 : 0));
  unit_ = unit;
  if (!object_) object_ = Object<TextureKind>(life);
  bind();
  if (width_ != width || height_ != rows) {
    width_ = width;
    height_ = rows;
    glTexImage2D(GL_TEXTURE_2D, 0, floats ? GL_RGBA32F : GL_RGBA8, width, rows, 0, GL_RGBA, type, nullptr);
    set_filter(Filter::nearest, false);
    object_.set_bytes(static_cast<uint64_t>(width) * static_cast<uint64_t>(rows) * texel_bytes);
  }
  const auto* bytes = static_cast<const uint8_t*>(texels);
  if (full_rows > 0) glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, full_rows, GL_RGBA, type, bytes);
  if (rest > 0)
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, full_rows, rest, 1, GL_RGBA, type,
                    bytes + static_cast<size_t>(full_rows) * static_cast<size_t>(width) * texel_bytes);
  life.counters.uploaded_bytes_last_frame += count * texel_bytes;
}

}  // namespace atlas
