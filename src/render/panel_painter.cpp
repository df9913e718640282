#include "render/panel_painter.h"

#include <cstddef>
#include <optional>

#include "render/buffer.h"
#include "render/program.h"
#include "render/texture.h"

namespace atlas {

// `life` stands first: it outlives the objects below it.
struct PanelPainter::Parts {
  ContextLife life;
  Program program;
  GLint clip_per_px = -1;
  Buffer vertices, indices;
  VertexArray array;
  Texture font;
  std::optional<uint32_t> lists_version, font_version;

  static std::unique_ptr<Parts> create();
  void upload(const PanelLists& lists, const PanelFont& wanted);
};

std::unique_ptr<PanelPainter::Parts> PanelPainter::Parts::create() {
  auto parts = std::make_unique<Parts>();
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &parts->life.max_texture_px);
  Result<Program> program = Program::create(parts->life, {"panel", "panel"});
  if (!program) return nullptr;  // the context is lost
  parts->program = std::move(program).value();
  parts->clip_per_px = parts->program.location("u_clip_per_px");
  parts->vertices = Buffer(parts->life, GL_ARRAY_BUFFER, BufferUse::often);
  parts->indices = Buffer(parts->life, GL_ELEMENT_ARRAY_BUFFER, BufferUse::often);
  parts->array = VertexArray(parts->life);
  parts->array.add(parts->vertices,
                   {.stride = sizeof(PanelVertex),
                    .attributes = {{.location = 0, .components = 4, .offset = offsetof(PanelVertex, x_px)},
                                   {.location = 1,
                                    .components = 4,
                                    .type = Attribute::Type::bytes_normalised,
                                    .offset = offsetof(PanelVertex, colour_srgb)}}});
  parts->array.set_indices(parts->indices);
  return parts;
}

void PanelPainter::Parts::upload(const PanelLists& lists, const PanelFont& wanted) {
  if (font_version != wanted.version) {
    const Image image{wanted.width, wanted.height, 1, {wanted.cover.begin(), wanted.cover.end()}};
    font = Texture::of_image(life, TextureUnit::panels, image, Filter::linear, false, 255);
    font_version = wanted.version;
  }
  if (lists_version == lists.version) return;
  vertices.set(lists.vertices);
  indices.set(lists.indices);
  program.use();
  glUniform2f(clip_per_px, 2.0f / static_cast<float>(lists.width_px), 2.0f / static_cast<float>(lists.height_px));
  lists_version = lists.version;
}

PanelPainter::PanelPainter() = default;
PanelPainter::~PanelPainter() = default;

void PanelPainter::draw(const PanelLists& lists, const PanelFont& font) {
  if (!parts_) parts_ = Parts::create();
  if (!parts_) return;
  Parts& p = *parts_;
  p.life.told.forget();
  p.life.counters.draw_calls = 0;
  p.life.counters.uploaded_bytes_last_frame = 0;
  p.upload(lists, font);
  if (lists.indices.empty()) return;
  p.life.told.set({});
  p.program.use();
  p.array.bind();
  p.life.draw_indexed(GL_TRIANGLES, 0, lists.indices.size());
}

void PanelPainter::forget() {
  if (parts_) parts_->life.lost = true;
  parts_.reset();
}

Counters PanelPainter::counters() const { return parts_ ? parts_->life.counters : Counters{}; }

}  // namespace atlas
