#pragma once

// Buffers and the vertex arrays that read them.
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "render/object.h"

namespace atlas {

enum class BufferUse { once, often };

class Buffer {
 public:
  Buffer() = default;
  /// `target`: GL_ARRAY_BUFFER, GL_ELEMENT_ARRAY_BUFFER or GL_UNIFORM_BUFFER.
  Buffer(ContextLife& life, GLenum target, BufferUse use) : object_(life), target_(target), use_(use) {}
  /// Replaces the content; the size may change.
  void set(const void* data, size_t bytes);
  template <class T>
  void set(const std::vector<T>& items) {
    set(items.data(), items.size() * sizeof(T));
  }
  /// Replaces a part of the content, which is as long as it was.
  void set_part(size_t first_byte, const void* data, size_t bytes);
  void bind() const { glBindBuffer(target_, object_.name()); }
  GLuint name() const { return object_.name(); }

 private:
  Object<BufferKind> object_;
  GLenum target_ = GL_ARRAY_BUFFER;
  BufferUse use_ = BufferUse::once;
};

/// One input of a vertex shader; `location` as in the shader's layout.
struct Attribute {
  enum class Type { floats, bytes_normalised, integer };
  GLuint location = 0;
  GLint components = 0;
  Type type = Type::floats;
  size_t offset = 0;
};

/// What a buffer holds: `stride` bytes per vertex, or per instance.
struct VertexLayout {
  size_t stride = 0;
  bool per_instance = false;
  std::vector<Attribute> attributes;
};

class VertexArray {
 public:
  VertexArray() = default;
  explicit VertexArray(ContextLife& life) : object_(life) {}
  void add(const Buffer& vertices, const VertexLayout& layout);
  void set_indices(const Buffer& indices);
  /// An input of floats that is bound reads from this item on. The array must be bound.
  void start_at(const Buffer& items, const Attribute& attribute, size_t stride, size_t first) const;
  void bind() const { object_.life().told.bind_array(object_.name()); }

 private:
  Object<VertexArrayKind> object_;
};

}  // namespace atlas
