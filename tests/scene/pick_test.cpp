#include "scene/pick.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <random>

#include "scene/appearance.h"
#include "scene/bars.h"
#include "scene/blocks.h"
#include "scene/small_arctic.h"

using namespace atlas;

namespace {

struct Scene {
  Dataset data = small_arctic();
  StaticScene scene;
  Slots slots;
  State state = default_camera_state();
  static State default_camera_state() {
    State s;
    s.camera = {};
    return s;
  }
  Scene() {
    scene.blocks = build_blocks(data);
    scene.columns = build_columns(data);
    write_slots(data, height_scales(data), state, empty_snapshot(data), nullptr, std::nullopt, slots);
  }
};

std::optional<AssetIx> asset_at(const StaticScene& scene, const Slots& slots, const CameraMatrices& camera, double x_px,
                                double y_px, double pixel_ratio) {
  const auto picked = pick(scene, slots, camera, x_px, y_px, pixel_ratio, kPickSlack_px);
  return picked ? std::optional(AssetIx(size_t{picked->hit.slot})) : std::nullopt;
}

glm::dvec3 vec(const Vec3f& v) { return {v.x, v.y, v.z}; }

// Every triangle of the drawn mesh, with the levels' heights as the shader takes them; no bounds, no shortcuts.
double nearest_block_triangle(const Scene& s, const Ray& ray, uint32_t& slot) {
  double best = 1e9;
  const auto& b = s.scene.blocks;
  for (const BlockRange& range : b.ranges)
    for (const auto& [first, count] :
         {std::pair{range.first_roof, range.roof_count}, {range.first_wall, range.wall_count}})
      for (uint32_t i = first; i < first + count; i += 3) {
        glm::dvec3 p[3];
        for (uint32_t k = 0; k < 3; ++k) {
          const BlockVertex& v = b.vertices[b.indices[i + k]];
          const uint32_t level = level_of(v.slot_level);
          const double h = level == 0 ? 0 : s.slots.texels[12 * range.slot + level - 1];
          p[k] = vec(v.dir) * (1 + h);
        }
        // Plane, then inside test by areas: another way than the code under test.
        const glm::dvec3 n = glm::cross(p[1] - p[0], p[2] - p[0]);
        const double slope = glm::dot(n, ray.direction_in_world);
        if (slope == 0) continue;
        const double t = glm::dot(n, p[0] - ray.origin_in_world) / slope;
        if (t <= 0 || t >= best) continue;
        const glm::dvec3 at = ray.origin_in_world + t * ray.direction_in_world;
        bool inside = true;
        for (int k = 0; k < 3; ++k) inside &= glm::dot(glm::cross(p[(k + 1) % 3] - p[k], at - p[k]), n) >= 0;
        if (!inside) continue;
        best = t;
        slot = range.slot;
      }
  return best;
}

}  // namespace

TEST_CASE("the block under a pixel is the block that is drawn there", "[scene][law]") {
  Scene s;
  s.scene.columns.clear();
  std::mt19937 random(7);
  const Viewport view = whole_window(800, 600);
  int hits = 0;
  for (const CameraPose& pose : {CameraPose{84, 22, 8150, 0, 33}, CameraPose{70, 70, 3000, 20, 60},
                                 CameraPose{70, -155, 2500, -90, 70}, CameraPose{89, 0, 2000, 0, 10}}) {
    const CameraMatrices camera = matrices(pose, view);
    for (int i = 0; i < 400; ++i) {
      const double x = std::uniform_real_distribution<>(0, 800)(random),
                   y = std::uniform_real_distribution<>(0, 600)(random);
      const Ray ray = ray_in_world(camera, x, y);
      double ground = 1e9;
      if (const auto at = hit_globe(ray)) ground = glm::distance(*at, ray.origin_in_world);
      uint32_t slot = 0;
      const double t = nearest_block_triangle(s, ray, slot);
      const auto found = asset_at(s.scene, s.slots, camera, x, y, 1);
      CAPTURE(i, x, y, t, ground);
      if (t < ground - 1e-6) {
        ++hits;
        REQUIRE(found);
        REQUIRE(found->value == slot);
      } else if (t > ground + 1e-6) {
        REQUIRE_FALSE(found);
      }
    }
  }
  CHECK(hits > 200);
}

TEST_CASE("a column is hit on its side, beside it within the slack, and not farther off", "[scene]") {
  Scene s;
  const Viewport view = whole_window(800, 600);
  const CameraMatrices camera = matrices({66.2, 77, 2500, 0, 50}, view);
  const uint32_t slot = 3;
  const glm::dvec3 axis = to_world(s.data.assets[slot].position);
  const auto middle = to_px(camera, axis * (1 + 0.5 * slot_top(s.slots, slot)));
  REQUIRE(middle);
  s.scene.blocks = {};
  CHECK(asset_at(s.scene, s.slots, camera, middle->x, middle->y, 1) == AssetIx(size_t{slot}));
  const double radius_px = 13 / kEarthRadius_km * camera.px_per_rad / glm::distance(camera.eye_in_world, axis);
  CHECK(asset_at(s.scene, s.slots, camera, middle->x + radius_px + 2, middle->y, 1) == AssetIx(size_t{slot}));
  CHECK_FALSE(asset_at(s.scene, s.slots, camera, middle->x + radius_px + 8, middle->y, 1));
}

TEST_CASE("what is filtered out or behind the globe is not hit", "[scene]") {
  Scene s;
  const Viewport view = whole_window(800, 600);
  const CameraMatrices camera = matrices({70, -155, 3000, 0, 0}, view);
  CHECK(asset_at(s.scene, s.slots, camera, 400, 300, 1) == AssetIx(size_t{1}));
  s.state.layers.provinces = false;
  write_slots(s.data, height_scales(s.data), s.state, empty_snapshot(s.data), nullptr, std::nullopt, s.slots);
  CHECK_FALSE(asset_at(s.scene, s.slots, camera, 400, 300, 1));
  // The deposit lies far behind the horizon: its pixel shows ground.
  const CameraMatrices other_side = matrices({60, 134, 3000, 0, 0}, view);
  const auto px = to_px(other_side, to_world(s.data.assets[5].position));
  REQUIRE(px);
  const auto found = asset_at(s.scene, s.slots, other_side, px->x, px->y, 1);
  CHECK((!found || found->value != 5));
}
