// Laws of the drawn picture, on a scene one can read: a block over the pole, a pane of 1 km, a column.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "platform/headless/egl.h"
#include "render/renderer.h"
#include "scene/blocks.h"

using namespace atlas;

namespace {

constexpr int kWidth_px = 320, kHeight_px = 240;
constexpr uint32_t kPoleBlock = 0, kPane = 1, kColumn = 2, kAssets = 3;

Region region(std::vector<LonLat> points) { return {{Ring::from_points(std::move(points)).value(), {}}}; }

Region cap_about_the_pole(double lat_deg) {
  std::vector<LonLat> points;
  for (int lon = -180; lon < 180; lon += 20) points.push_back({static_cast<double>(lon), lat_deg});
  return region(points);
}

StaticScene small_scene() {
  StaticScene scene;
  append_block(scene.blocks, kPoleBlock, cap_about_the_pole(82));
  append_block(scene.blocks, kPane, region({{20, 66}, {60, 66}, {60, 74}, {20, 74}}));
  scene.columns.push_back({{0.3420201f, 0.0f, 0.9396926f}, 0.01f, kColumn});  // 70 N, 0 E
  scene.version = 1;
  return scene;
}

void set_asset(FrameScene& frame, uint32_t slot, float gas, float liquids, float oil) {
  float* texel = frame.slots.texels.data() + static_cast<size_t>(slot) * 12;
  texel[0] = gas;
  texel[1] = liquids;
  texel[2] = oil;
  texel[8] = 1;  // opacity
}

FrameScene small_frame() {
  FrameScene frame;
  frame.slots.asset_count = kAssets;
  frame.slots.texels.assign(kAssets * 12, 0.0f);
  frame.slots.version = 1;
  set_asset(frame, kPoleBlock, 0.03f, 0.035f, 0.05f);
  set_asset(frame, kPane, 1.0f / 6371, 1.0f / 6371, 1.0f / 6371);
  set_asset(frame, kColumn, 0.03f, 0.03f, 0.03f);
  return frame;
}

ViewInput view_of(const CameraPose& pose) {
  const FreeArea_px free{0, 0, kWidth_px, kHeight_px};
  return {kWidth_px, kHeight_px, 1, pose, free, matrices(pose, whole_window(kWidth_px, kHeight_px))};
}

constexpr CameraPose kOverThePole{.lat_deg = 88, .lon_deg = 10, .distance_km = 9000, .bearing_deg = 0, .tilt_deg = 20};

struct Bench {
  std::unique_ptr<HeadlessContext> context = HeadlessContext::create(kWidth_px, kHeight_px).value();
  std::unique_ptr<Renderer> renderer = Renderer::create().value();
  StaticScene scene = small_scene();
  FrameScene frame = small_frame();
  Palette palette = night_palette();

  Image draw(const ViewInput& view) {
    renderer->draw(scene, frame, palette, view, context->framebuffer());
    return context->read();
  }
  Image draw() { return draw(view_of(kOverThePole)); }
};

/// Largest difference of a channel at the pixel where a point of the world is seen.
int difference_at(const Image& a, const Image& b, const ViewInput& view, const glm::dvec3& in_world) {
  const glm::dvec2 px = to_px(view.camera, in_world).value();
  const size_t at = 4 * (static_cast<size_t>(px.y) * kWidth_px + static_cast<size_t>(px.x));
  int most = 0;
  for (size_t k = 0; k < 3; ++k) most = std::max(most, std::abs(a.pixels[at + k] - b.pixels[at + k]));
  return most;
}

}  // namespace

TEST_CASE("a block over the pole has no hole", "[render][gl]") {
  Bench bench;
  const ViewInput view = view_of(kOverThePole);
  const Image with = bench.draw(view);
  bench.frame.slots.texels[kPoleBlock * 12 + 8] = 0;
  ++bench.frame.slots.version;
  const Image without = bench.draw(view);
  for (int lon = 0; lon < 360; lon += 30)
    for (const double lat : {83.5, 86.0, 88.0, 89.5, 89.99, 90.0}) {
      CAPTURE(lon, lat);
      REQUIRE(difference_at(with, without, view, to_world({static_cast<double>(lon), lat}) * 1.05) > 8);
    }
}

TEST_CASE("a pane of 1 km does not sink below the ground", "[render][gl]") {
  Bench bench;
  const ViewInput view = view_of({.lat_deg = 70, .lon_deg = 40, .distance_km = 3000, .bearing_deg = 0, .tilt_deg = 30});
  const Image with = bench.draw(view);
  bench.frame.slots.texels[kPane * 12 + 8] = 0;
  ++bench.frame.slots.version;
  const Image without = bench.draw(view);
  for (double lon = 26; lon <= 54; lon += 2)
    for (double lat = 68; lat <= 72; lat += 0.5) {
      CAPTURE(lon, lat);
      REQUIRE(difference_at(with, without, view, to_world({lon, lat})) > 0);
    }
}

TEST_CASE("a block on the far side does not show through the globe", "[render][gl]") {
  Bench bench;
  const ViewInput view = view_of({.lat_deg = -60, .lon_deg = 10, .distance_km = 9000, .bearing_deg = 0, .tilt_deg = 0});
  const Image with = bench.draw(view);
  for (const uint32_t slot : {kPoleBlock, kPane, kColumn}) bench.frame.slots.texels[slot * 12 + 8] = 0;
  ++bench.frame.slots.version;
  REQUIRE(with.pixels == bench.draw(view).pixels);
}

TEST_CASE("the same scene gives the same bytes", "[render][gl][law]") {
  Bench bench;
  const Image first = bench.draw();
  bench.draw(view_of({.lat_deg = 70, .lon_deg = -40, .distance_km = 4000, .bearing_deg = 20, .tilt_deg = 50}));
  REQUIRE(first.pixels == bench.draw().pixels);
  Bench other;
  REQUIRE(first.pixels == other.draw().pixels);
}

TEST_CASE("after a lost context the next frame is the same picture", "[render][gl]") {
  Bench bench;
  const Image first = bench.draw();
  const Counters before = bench.renderer->counters();
  for (int loss = 0; loss < 3; ++loss) {
    bench.renderer->forget();
    bench.context.reset();
    bench.context = HeadlessContext::create(kWidth_px, kHeight_px).value();
    REQUIRE(first.pixels == bench.draw().pixels);
    REQUIRE(bench.renderer->counters().gpu_bytes == before.gpu_bytes);
  }
}

TEST_CASE("a frame in which nothing moved shows the same picture without drawing the globe", "[render][gl]") {
  Bench bench;
  const Image first = bench.draw();
  REQUIRE(first.pixels == bench.draw().pixels);
  REQUIRE(bench.renderer->counters().draw_calls == 1);  // the copy
  REQUIRE(bench.renderer->counters().uploaded_bytes_last_frame == 0);
}

TEST_CASE("a second frame uploads the frame's uniforms and nothing else", "[render][gl]") {
  Bench bench;
  bench.draw();
  const Counters first = bench.renderer->counters();
  ViewInput nudged = view_of(kOverThePole);
  nudged.pixel_ratio *= 1.01;
  bench.draw(nudged);
  const Counters second = bench.renderer->counters();
  REQUIRE(second.frames == first.frames + 1);
  REQUIRE(second.draw_calls == first.draw_calls);
  REQUIRE(second.triangles == first.triangles);
  REQUIRE(second.gpu_bytes == first.gpu_bytes);
  REQUIRE(second.uploaded_bytes_last_frame < 4096);
  REQUIRE(first.uploaded_bytes_last_frame > second.uploaded_bytes_last_frame);
  // Globe; ways of walls and roofs; tint; rings, columns; all blocks; edges twice; copy.
  REQUIRE(second.draw_calls == 1 + 2 + 1 + 2 + 1 + 2 + 1);
}

TEST_CASE("a change of heights uploads the slots only", "[render][gl]") {
  Bench bench;
  bench.draw();
  set_asset(bench.frame, kPoleBlock, 0.01f, 0.01f, 0.02f);
  ++bench.frame.slots.version;
  bench.draw();
  REQUIRE(bench.renderer->counters().uploaded_bytes_last_frame <
          4096 + bench.frame.slots.texels.size() * sizeof(float));
}

TEST_CASE("a small device draws the same picture, simpler and never black", "[render][gl]") {
  Bench full;
  full.scene.images.polar = {512, 512, 1, std::vector<uint8_t>(512 * 512, 90)};
  full.scene.images.parts = {512, 512, 1, std::vector<uint8_t>(512 * 512, 0)};
  full.scene.images.relief_version = 1;
  const Image wanted = full.draw();
  REQUIRE_FALSE(full.renderer->reduced());

  Bench small;
  small.renderer = Renderer::create({.max_texture_px = 64, .half_float_targets = false}).value();
  small.scene.images = full.scene.images;
  for (int life = 0; life < 2; ++life) {  // it stays small after a lost context
    const Image simpler = small.draw();
    REQUIRE(small.renderer->reduced());
    size_t far_off = 0;
    int lightest = 0;
    for (size_t i = 0; i < simpler.pixels.size(); i += 4) {
      int most = 0;
      for (size_t k = 0; k < 3; ++k) {
        lightest = std::max(lightest, static_cast<int>(simpler.pixels[i + k]));
        most = std::max(most, std::abs(simpler.pixels[i + k] - wanted.pixels[i + k]));
      }
      if (most > 64) ++far_off;
    }
    CHECK(lightest > 128);
    CHECK(static_cast<double>(far_off) < 0.02 * kWidth_px * kHeight_px);
    const size_t sums = size_t{8} * kWidth_px * kHeight_px, images = size_t{2} * 512 * 512;
    REQUIRE(small.renderer->counters().gpu_bytes + sums + images < full.renderer->counters().gpu_bytes);
    small.renderer->forget();
    small.context.reset();
    small.context = HeadlessContext::create(kWidth_px, kHeight_px).value();
  }
}
