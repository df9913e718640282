#include "render/renderer.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "render/frame_block.h"
#include "render/pass_blocks.h"
#include "render/pass_columns.h"
#include "render/pass_globe.h"
#include "render/pass_labels.h"
#include "render/pass_lines.h"
#include "render/pass_loaded.h"
#include "render/slot_tables.h"
#include "render/target.h"

namespace atlas {
namespace {

void find_features(ContextLife& life, const DeviceLimits& limits) {
  life.half_float_targets = kHalfFloatTargetsAreCore;
  GLint count = 0;
  glGetIntegerv(GL_NUM_EXTENSIONS, &count);
  for (GLint i = 0; i < count; ++i) {
    const auto* name = reinterpret_cast<const char*>(glGetStringi(GL_EXTENSIONS, static_cast<GLuint>(i)));
    if (name == nullptr) continue;
    if (std::strstr(name, "EXT_color_buffer_float") != nullptr ||
        std::strstr(name, "EXT_color_buffer_half_float") != nullptr)
      life.half_float_targets = true;
  }
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &life.max_texture_px);
  life.max_texture_px = std::clamp(limits.max_texture_px, 1, std::max(1, life.max_texture_px));
  if (!limits.half_float_targets) life.half_float_targets = false;
}

}  // namespace

// Everything that lives and dies with the context. `life` stands first: it outlives the objects below it.
struct Renderer::Parts {
  std::unique_ptr<ContextLife> life = std::make_unique<ContextLife>();
  DeviceLimits limits;
  GlobePass globe;
  LinesPass lines;
  BlocksPass blocks;
  ColumnsPass columns;
  LoadedPass loaded;
  LabelsPass labels;
  Program copy;
  VertexArray none;
  Buffer frame_uniforms;
  SlotTables slots;
  Texture parts;
  SceneTarget scene_target;
  WayTarget way_target;
  int way_width = 0, way_height = 0;
  std::optional<uint32_t> scene_version, relief_version, contact_version, font_version, slots_version, arcs_version,
      labels_version, loaded_version;

  // What the resolved picture was drawn from; nothing while it doesn't stand.
  std::optional<FrameBlock> shown;

  static Result<std::unique_ptr<Parts>> create(const DeviceLimits& limits);
  bool fit_targets(int width, int height, double pixel_ratio);
  // True if something was uploaded that the globe shows (labels are drawn apart).
  bool upload(const StaticScene& scene, const FrameScene& frame);
  void draw_globe(const StaticScene& scene, const FrameScene& frame, const ViewInput& view, const FrameBlock& block);
};

Result<std::unique_ptr<Renderer::Parts>> Renderer::Parts::create(const DeviceLimits& limits) {
  auto parts = std::make_unique<Parts>();
  parts->limits = limits;
  ContextLife& life = *parts->life;
  find_features(life, limits);
  Faults faults;
  const auto keep = [&faults](auto result, auto& into) {
    if (result)
      into = std::move(result).value();
    else
      faults.insert(faults.end(), result.faults().begin(), result.faults().end());
  };
  keep(GlobePass::create(life), parts->globe);
  keep(LinesPass::create(life), parts->lines);
  keep(BlocksPass::create(life), parts->blocks);
  keep(ColumnsPass::create(life), parts->columns);
  keep(LoadedPass::create(life), parts->loaded);
  keep(LabelsPass::create(life), parts->labels);
  keep(Program::create(life, {"fullscreen", "copy"}), parts->copy);
  if (!faults.empty()) return faults;
  parts->none = VertexArray(life);
  parts->frame_uniforms = Buffer(life, GL_UNIFORM_BUFFER, BufferUse::often);
  glBindBufferBase(GL_UNIFORM_BUFFER, kFrameBinding, parts->frame_uniforms.name());
  return parts;
}

bool Renderer::Parts::fit_targets(int width, int height, double pixel_ratio) {
  if (scene_target.width() != width || scene_target.height() != height) {
    shown.reset();
    scene_target = SceneTarget();  // frees before it takes
    Result<SceneTarget> made = SceneTarget::create(*life, width, height);
    if (!made) return false;
    scene_target = std::move(made).value();
  }
  if (!life->half_float_targets) return true;
  // The tint is soft: dense displays need no sum for each of their pixels.
  const int step = pixel_ratio >= 1.75 ? 2 : 1;
  const int way_w = (width + step - 1) / step, way_h = (height + step - 1) / step;
  if (way_w == way_width && way_h == way_height) return true;
  way_width = way_w;
  way_height = way_h;
  way_target = WayTarget();
  Result<WayTarget> made = WayTarget::create(*life, way_w, way_h);
  if (made)
    way_target = std::move(made).value();
  else
    life->half_float_targets = false;
  return true;
}

bool Renderer::Parts::upload(const StaticScene& scene, const FrameScene& frame) {
  const bool new_scene = scene_version != scene.version;
  const bool differs = new_scene || relief_version != scene.images.relief_version ||
                       contact_version != scene.images.contact_version || slots_version != frame.slots.version ||
                       arcs_version != frame.arcs_version || loaded_version != scene.loaded.version;
  if (new_scene) {
    globe.set_meshes(scene);
    lines.set_ground(scene.lines);
    blocks.set_blocks(scene.blocks);
    columns.set_columns(scene.columns);
    scene_version = scene.version;
  }
  if (relief_version != scene.images.relief_version) {
    globe.set_relief(scene.images);
    relief_version = scene.images.relief_version;
  }
  if (new_scene) parts = Texture::of_image(*life, TextureUnit::parts, scene.images.parts, Filter::nearest, false, 0);
  if (contact_version != scene.images.contact_version) {
    globe.set_contact(scene.images);
    contact_version = scene.images.contact_version;
  }
  if (font_version != scene.font.version) {
    labels.set_font(scene.font);
    font_version = scene.font.version;
  }
  if (slots_version != frame.slots.version) {
    slots.set(*life, frame.slots);
    slots_version = frame.slots.version;
  }
  if (arcs_version != frame.arcs_version) {
    lines.set_arcs(frame.arcs);
    arcs_version = frame.arcs_version;
  }
  if (loaded_version != scene.loaded.version) {
    loaded.set(scene.loaded);
    loaded_version = scene.loaded.version;
  }
  if (labels_version != frame.labels_version) {
    labels.set_labels(frame.glyphs, frame.dots);
    labels_version = frame.labels_version;
  }
  return differs;
}

Renderer::Renderer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Renderer::~Renderer() = default;

Result<std::unique_ptr<Renderer>> Renderer::create(const DeviceLimits& limits) {
  Result<std::unique_ptr<Parts>> parts = Parts::create(limits);
  if (!parts) return parts.faults();
  return std::unique_ptr<Renderer>(new Renderer(std::move(parts).value()));
}

void Renderer::forget() {
  const uint64_t frames = parts_->life->counters.frames;
  parts_->life->lost = true;
  auto fresh = std::make_unique<Parts>();
  fresh->life->lost = true;
  fresh->life->counters.frames = frames;
  fresh->limits = parts_->limits;
  parts_ = std::move(fresh);
}

const Counters& Renderer::counters() const { return parts_->life->counters; }

bool Renderer::reduced() const {
  const ContextLife& life = *parts_->life;
  return !life.lost && (!life.half_float_targets || life.shrunk_images);
}

void Renderer::Parts::draw_globe(const StaticScene& scene, const FrameScene& frame, const ViewInput& view,
                                 const FrameBlock& block) {
  const bool has_way = life->half_float_targets;
  frame_uniforms.set(&block, sizeof block);

  if (has_way) {
    way_target.bind();
    const float zero[4] = {0, 0, 0, 0};
    glClearBufferfv(GL_COLOR, 0, zero);
    blocks.draw_ways();
  }
  convert_to_srgb_on_write(true);
  scene_target.bind();
  globe.draw();
  lines.draw_ground();
  if (has_way) {
    scene_target.resolve();
    scene_target.bind();
    blocks.draw_tint();
  }
  columns.draw_rings();
  columns.draw_columns();
  if (frame.loaded_visible) loaded.draw(scene.loaded, view.camera, view.pixel_ratio);
  const Vec4& eye = block.eye;
  blocks.draw_glass(frame.slots, {eye[0], eye[1], eye[2]});
  blocks.draw_edges();
  lines.draw_arcs();
  scene_target.resolve();
  convert_to_srgb_on_write(false);
}

void Renderer::draw(const StaticScene& scene, const FrameScene& frame, const Palette& palette, const ViewInput& view,
                    unsigned output) {
  if (view.width_px < 1 || view.height_px < 1) return;
  if (parts_->life->lost) {
    Result<std::unique_ptr<Parts>> again = Parts::create(parts_->limits);
    if (!again) return;  // the context is still lost: the next frame asks again
    again.value()->life->counters.frames = parts_->life->counters.frames;
    parts_ = std::move(again).value();
  }
  Parts& p = *parts_;
  Counters& counters = p.life->counters;
  ++counters.frames;
  counters.draw_calls = 0;
  counters.triangles = 0;
  counters.uploaded_bytes_last_frame = 0;

  p.life->told.forget();
  if (!p.fit_targets(view.width_px, view.height_px, view.pixel_ratio)) return;
  const bool differs = p.upload(scene, frame);
  const FrameBlock block = frame_block(scene, frame, palette, view, p.life->half_float_targets);
  // Panels and labels move over a globe that stands: then its picture is shown again instead of drawn again.
  if (differs || p.shown != block) {
    p.draw_globe(scene, frame, view, block);
    p.shown = block;
  }

  glBindFramebuffer(GL_FRAMEBUFFER, output);
  glViewport(0, 0, view.width_px, view.height_px);
  p.life->told.set({.blend = Blend::off});
  p.copy.use();
  p.none.bind();
  p.life->draw(GL_TRIANGLES, 3);
  p.labels.draw();
}

}  // namespace atlas
