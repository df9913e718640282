#include "render/buffer.h"

namespace atlas {

void ContextLife::draw(GLenum mode, GLsizei vertices, GLsizei instances) {
  if (vertices == 0 || instances == 0) return;
  if (instances == 1)
    glDrawArrays(mode, 0, vertices);
  else
    glDrawArraysInstanced(mode, 0, vertices, instances);
  ++counters.draw_calls;
  const GLsizei triangles = mode == GL_TRIANGLE_STRIP ? vertices - 2 : vertices / 3;
  counters.triangles += static_cast<uint64_t>(triangles) * static_cast<uint64_t>(instances);
}

void ContextLife::draw_indexed(GLenum mode, size_t first, size_t count, GLsizei instances) {
  if (count == 0 || instances == 0) return;
  const void* offset = reinterpret_cast<const void*>(first * sizeof(uint32_t));
  if (instances == 1)
    glDrawElements(mode, static_cast<GLsizei>(count), GL_UNSIGNED_INT, offset);
  else
    glDrawElementsInstanced(mode, static_cast<GLsizei>(count), GL_UNSIGNED_INT, offset, instances);
  ++counters.draw_calls;
  counters.triangles += count / 3 * static_cast<uint64_t>(instances);
}

void Buffer::set(const void* data, size_t bytes) {
  // Element buffers are bound without a vertex array, or they would change the one that happens to be bound.
  if (target_ == GL_ELEMENT_ARRAY_BUFFER) object_.life().told.bind_array(0);
  bind();
  glBufferData(target_, static_cast<GLsizeiptr>(bytes), data,
               use_ == BufferUse::once ? GL_STATIC_DRAW : GL_DYNAMIC_DRAW);
  object_.set_bytes(bytes);
  object_.life().counters.uploaded_bytes_last_frame += bytes;
}

void Buffer::set_part(size_t first_byte, const void* data, size_t bytes) {
  if (target_ == GL_ELEMENT_ARRAY_BUFFER) object_.life().told.bind_array(0);
  bind();
  glBufferSubData(target_, static_cast<GLintptr>(first_byte), static_cast<GLsizeiptr>(bytes), data);
  object_.life().counters.uploaded_bytes_last_frame += bytes;
}

void VertexArray::add(const Buffer& vertices, const VertexLayout& layout) {
  bind();
  vertices.bind();
  for (const Attribute& attribute : layout.attributes) {
    const void* offset = reinterpret_cast<const void*>(attribute.offset);
    const auto stride = static_cast<GLsizei>(layout.stride);
    glEnableVertexAttribArray(attribute.location);
    switch (attribute.type) {
      case Attribute::Type::floats:
        glVertexAttribPointer(attribute.location, attribute.components, GL_FLOAT, GL_FALSE, stride, offset);
        break;
      case Attribute::Type::bytes_normalised:
        glVertexAttribPointer(attribute.location, attribute.components, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset);
        break;
      case Attribute::Type::integer:
        glVertexAttribIPointer(attribute.location, attribute.components, GL_UNSIGNED_INT, stride, offset);
        break;
    }
    glVertexAttribDivisor(attribute.location, layout.per_instance ? 1 : 0);
  }
  object_.life().told.bind_array(0);
}

void VertexArray::start_at(const Buffer& items, const Attribute& attribute, size_t stride, size_t first) const {
  items.bind();
  glVertexAttribPointer(attribute.location, attribute.components, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                        reinterpret_cast<const void*>(first * stride + attribute.offset));
}

void VertexArray::set_indices(const Buffer& indices) {
  bind();
  indices.bind();
  object_.life().told.bind_array(0);
}

}  // namespace atlas
