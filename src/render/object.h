#pragma once

// Owners of GL names: move only, empty is safe without a context. An object knows the life of the context it was made
// in: after a lost context its destructor does not touch GL.
#include <cstddef>
#include <cstdint>
#include <utility>

#include "render/counters.h"
#include "render/draw_state.h"
#include "render/gl.h"

namespace atlas {

/// One life of a context, from creation to loss, with what is counted in it. Outlives all objects made in it.
struct ContextLife {
  bool lost = false;
  bool half_float_targets = false;
  bool shrunk_images = false;  ///< an image was too large for the device
  int max_texture_px = 2048;   ///< what WebGL 2 guarantees, until the device is asked
  Counters counters;
  ToldState told;

  void draw(GLenum mode, GLsizei vertices, GLsizei instances = 1);
  /// Indices are 32 bit.
  void draw_indexed(GLenum mode, size_t first, size_t count, GLsizei instances = 1);
};

template <class Kind>
class Object {
 public:
  Object() = default;
  explicit Object(ContextLife& life) : life_(&life) { Kind::gen(1, &name_); }
  Object(Object&& other) noexcept { swap(other); }
  Object& operator=(Object&& other) noexcept {
    swap(other);
    return *this;
  }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  ~Object() {
    if (name_ == 0) return;
    life_->counters.gpu_bytes -= bytes_;
    life_->told.forget();  // the name may be given out again
    if (!life_->lost) Kind::del(1, &name_);
  }
  GLuint name() const { return name_; }
  explicit operator bool() const { return name_ != 0; }
  /// Bytes that it takes on the device; counted while it lives.
  void set_bytes(uint64_t bytes) {
    life_->counters.gpu_bytes += bytes - bytes_;
    bytes_ = bytes;
  }
  ContextLife& life() const { return *life_; }

 private:
  void swap(Object& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(bytes_, other.bytes_);
    std::swap(life_, other.life_);
  }
  ContextLife* life_ = nullptr;
  GLuint name_ = 0;
  uint64_t bytes_ = 0;
};

struct BufferKind {
  static void gen(GLsizei n, GLuint* names) { glGenBuffers(n, names); }
  static void del(GLsizei n, const GLuint* names) { glDeleteBuffers(n, names); }
};
struct VertexArrayKind {
  static void gen(GLsizei n, GLuint* names) { glGenVertexArrays(n, names); }
  static void del(GLsizei n, const GLuint* names) { glDeleteVertexArrays(n, names); }
};
struct TextureKind {
  static void gen(GLsizei n, GLuint* names) { glGenTextures(n, names); }
  static void del(GLsizei n, const GLuint* names) { glDeleteTextures(n, names); }
};
struct FramebufferKind {
  static void gen(GLsizei n, GLuint* names) { glGenFramebuffers(n, names); }
  static void del(GLsizei n, const GLuint* names) { glDeleteFramebuffers(n, names); }
};
struct RenderbufferKind {
  static void gen(GLsizei n, GLuint* names) { glGenRenderbuffers(n, names); }
  static void del(GLsizei n, const GLuint* names) { glDeleteRenderbuffers(n, names); }
};
struct ShaderProgramKind {
  static void gen(GLsizei, GLuint* names) { *names = glCreateProgram(); }
  static void del(GLsizei, const GLuint* names) { glDeleteProgram(*names); }
};

}  // namespace atlas
