// What the pointer finds against what is drawn: the same meshes, by the same vertex shaders, with the slot as colour.
#include <catch2/catch.hpp>
#include <cstddef>
#include <glm/geometric.hpp>
#include <random>

#include "data/check.h"
#include "data/host_columns.h"
#include "model/evaluate.h"
#include "model/reach.h"
#include "platform/headless/egl.h"
#include "render/buffer.h"
#include "render/frame_block.h"
#include "render/pass_columns.h"
#include "render/pass_loaded.h"
#include "render/program.h"
#include "render/slot_tables.h"
#include "render/texture.h"
#include "scene/appearance.h"
#include "scene/bars.h"
#include "scene/blocks.h"
#include "scene/pick.h"
#include "support/files.h"

using namespace atlas;

namespace {

constexpr int kWidth_px = 900, kHeight_px = 600;
constexpr double kTime = 0.4;

HostColumns some_columns() {
  std::mt19937 random(5);
  std::uniform_real_distribution<float> lon(-180, 180), lat(62, 90), value(1, 100);
  std::vector<float> lon_deg, lat_deg, values;
  for (int i = 0; i < 3000; ++i) {
    lon_deg.push_back(lon(random));
    lat_deg.push_back(lat(random));
    for (int t = 0; t < 2; ++t) values.push_back(value(random));
  }
  const std::vector<int32_t> times{0, 100};
  return HostColumns::from(lon_deg, lat_deg, values, times).value();
}

/// Ids (0 none) and distances from the eye, row 0 below as GL reads.
struct IdPicture {
  std::vector<uint32_t> id;
  std::vector<double> distance;
};

class IdPainter {
 public:
  explicit IdPainter(const StaticScene& scene, const Slots& slots) : scene_(scene) {
    REQUIRE(keep(Program::create(life_, {"block", "id"}), block_));
    REQUIRE(keep(Program::create(life_, {"column", "id"}), column_));
    REQUIRE(keep(Program::create(life_, {"loaded", "id"}), loaded_));
    tables_.set(life_, slots);
    uniforms_ = Buffer(life_, GL_UNIFORM_BUFFER, BufferUse::often);
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(2, buffers_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glBindRenderbuffer(GL_RENDERBUFFER, buffers_[0]);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, kWidth_px, kHeight_px);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, buffers_[0]);
    glBindRenderbuffer(GL_RENDERBUFFER, buffers_[1]);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT32F, kWidth_px, kHeight_px);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, buffers_[1]);
    REQUIRE(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
  }
  ~IdPainter() {
    glDeleteRenderbuffers(2, buffers_);
    glDeleteFramebuffers(1, &framebuffer_);
  }

  void look(const FrameScene& frame, const ViewInput& view) {
    view_ = view;
    const FrameBlock block = frame_block(scene_, frame, night_palette(), view, true);
    uniforms_.set(&block, sizeof block);
    glBindBufferBase(GL_UNIFORM_BUFFER, kFrameBinding, uniforms_.name());
  }

  IdPicture blocks() {
    Buffer vertices(life_, GL_ARRAY_BUFFER, BufferUse::once), indices(life_, GL_ELEMENT_ARRAY_BUFFER, BufferUse::once);
    vertices.set(scene_.blocks.vertices);
    indices.set(scene_.blocks.indices);
    VertexArray array(life_);
    array.add(vertices, {.stride = sizeof(BlockVertex),
                         .attributes = {{.location = 0, .components = 3, .offset = offsetof(BlockVertex, dir)},
                                        {.location = 3,
                                         .components = 1,
                                         .type = Attribute::Type::integer,
                                         .offset = offsetof(BlockVertex, slot_level)},
                                        {.location = 4, .components = 1, .offset = offsetof(BlockVertex, band)}}});
    array.set_indices(indices);
    return paint(block_, array, [&] { life_.draw_indexed(GL_TRIANGLES, 0, scene_.blocks.indices.size()); });
  }

  IdPicture columns() {
    Buffer instances(life_, GL_ARRAY_BUFFER, BufferUse::once);
    instances.set(scene_.columns);
    VertexArray array(life_);
    array.add(instances, column_layout());
    return paint(column_, array,
                 [&] { life_.draw(GL_TRIANGLES, kColumnVertices, static_cast<GLsizei>(scene_.columns.size())); });
  }

  IdPicture loaded() {
    const LoadedColumns& columns = scene_.loaded;
    Buffer places(life_, GL_ARRAY_BUFFER, BufferUse::once), indices(life_, GL_ELEMENT_ARRAY_BUFFER, BufferUse::once);
    places.set(columns.tree->points());
    std::vector<uint32_t> corners;
    append_prism(corners, kLoadedSides);
    indices.set(corners);
    VertexArray array(life_);
    array.add(places, {.stride = sizeof(glm::vec3),
                       .per_instance = true,
                       .attributes = {{.location = 0, .components = 3, .offset = 0}}});
    array.set_indices(indices);
    const Texture series =
        Texture::of_layers(life_, TextureUnit::series, columns.codes, columns.tree->points().size(), 2048);
    return paint(loaded_, array, [&] {
      glUniform1i(loaded_.location("u_sides"), kLoadedSides);
      life_.draw_indexed(GL_TRIANGLES, 0, corners.size(), static_cast<GLsizei>(columns.tree->points().size()));
    });
  }

 private:
  bool keep(Result<Program> made, Program& into) {
    const bool ok = made.ok();
    if (ok) into = std::move(made).value();
    return ok;
  }

  template <class Draw>
  IdPicture paint(const Program& program, const VertexArray& array, Draw draw) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glViewport(0, 0, kWidth_px, kHeight_px);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    program.use();
    array.bind();
    draw();
    constexpr size_t kCount = size_t{kWidth_px} * kHeight_px;
    std::vector<uint8_t> colour(4 * kCount);
    std::vector<float> depth(kCount);
    glReadPixels(0, 0, kWidth_px, kHeight_px, GL_RGBA, GL_UNSIGNED_BYTE, colour.data());
    glReadPixels(0, 0, kWidth_px, kHeight_px, GL_DEPTH_COMPONENT, GL_FLOAT, depth.data());
    IdPicture picture;
    for (size_t i = 0; i < kCount; ++i) {
      picture.id.push_back(colour[4 * i] | colour[4 * i + 1] << 8u | colour[4 * i + 2] << 16u);
      const size_t row = i / kWidth_px;
      const double x = static_cast<double>(i % kWidth_px) + 0.5, y = static_cast<double>(row) + 0.5;
      const glm::dvec4 at = view_.camera.world_from_clip *
                            glm::dvec4(2 * x / kWidth_px - 1, 2 * y / kHeight_px - 1, 2.0 * depth[i] - 1, 1);
      picture.distance.push_back(glm::distance(glm::dvec3(at) / at.w, view_.camera.eye_in_world));
    }
    return picture;
  }

  const StaticScene& scene_;
  ContextLife life_;
  Program block_, column_, loaded_;
  SlotTables tables_;
  Buffer uniforms_;
  ViewInput view_;
  GLuint framebuffer_ = 0, buffers_[2] = {};
};

}  // namespace

TEST_CASE("the pointer finds what is drawn: at 1,000 random points, 995 agree or more", "[render][gl][law]") {
  const auto context = HeadlessContext::create(kWidth_px, kHeight_px).value();
  const Dataset data = check(support::data_folder("assets/data")).value();
  const HostColumns host_columns = some_columns();
  StaticScene scene;
  scene.blocks = build_blocks(data);
  scene.columns = build_columns(data);
  scene.loaded = loaded_columns(host_columns, 1);
  FrameScene frame;
  State state = default_state(data);
  state.layers.facilities = true;
  const Snapshot snapshot = evaluate(data, make_reach(data), state.scenario);
  write_slots(data, height_scales(data), state, snapshot, nullptr, std::nullopt, frame.slots);
  frame.loaded_time = static_cast<float>(kTime);
  IdPainter painter(scene, frame.slots);

  std::mt19937 random(17);
  std::uniform_int_distribution<size_t> x_px(0, kWidth_px - 1), y_px(0, kHeight_px - 1);
  const CameraPose poses[] = {{}, {73.6, 62.5, 3500, -12, 42}, {70.5, -152, 1200, 10, 60}, {67.7, 76, 700, 0, 55}};
  size_t agree = 0, loaded_agree = 0, found = 0, loaded_found = 0;
  for (const CameraPose& pose : poses) {
    ViewInput view;
    view.width_px = kWidth_px;
    view.height_px = kHeight_px;
    view.free_area = {0, 0, kWidth_px, kHeight_px};
    view.pose = pose;
    view.camera = matrices(pose, whole_window(kWidth_px, kHeight_px));
    painter.look(frame, view);
    const IdPicture blocks = painter.blocks(), columns = painter.columns(), loaded = painter.loaded();
    for (int i = 0; i < 250; ++i) {
      const size_t x = x_px(random), y = y_px(random), at = y * kWidth_px + x;
      const double px = static_cast<double>(x) + 0.5, py = kHeight_px - (static_cast<double>(y) + 0.5);
      const Ray ray = ray_in_world(view.camera, px, py);
      const auto ground = hit_globe(ray);
      const double farthest = ground ? glm::distance(*ground, ray.origin_in_world) : 1e9;
      // The rule of pick.h: a column wins but for a wall before it; nothing behind the globe counts.
      const bool has_block = blocks.id[at] > 0 && blocks.distance[at] < farthest;
      const bool has_column = columns.id[at] > 0 && columns.distance[at] < farthest + 1e-3;
      const double up = glm::length(ray.origin_in_world + blocks.distance[at] * ray.direction_in_world) - 1;
      const bool wall = has_block && up < slot_top(frame.slots, blocks.id[at] - 1) - 2e-4;
      const bool column_wins = has_column && !(wall && blocks.distance[at] < columns.distance[at]);
      const uint32_t drawn = column_wins ? columns.id[at] : has_block ? blocks.id[at] : 0;
      const auto picked = pick(scene, frame.slots, view.camera, px, py, 1, 0);
      agree += drawn == (picked ? picked->hit.slot + 1 : 0) ? 1 : 0;
      found += drawn > 0 ? 1 : 0;
      const uint32_t drawn_loaded = loaded.id[at] > 0 && loaded.distance[at] < farthest + 1e-3 ? loaded.id[at] : 0;
      const auto hit = pick_loaded(scene.loaded, kTime, view.camera, px, py, 1);
      loaded_agree += drawn_loaded == (hit ? hit->place + 1 : 0) ? 1 : 0;
      loaded_found += drawn_loaded > 0 ? 1 : 0;
    }
  }
  CAPTURE(found, loaded_found);
  CHECK(agree >= 995);
  CHECK(loaded_agree >= 995);
  CHECK(found > 300);
  CHECK(loaded_found > 100);
}
