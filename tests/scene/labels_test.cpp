#include "scene/labels.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "scene/appearance.h"
#include "scene/bars.h"
#include "scene/blocks.h"
#include "scene/small_arctic.h"

using namespace atlas;

namespace {

// Every ASCII sign as a box of half an em.
LabelFont box_font() {
  FontAtlasSection atlas;
  atlas.em_px = 32;
  atlas.ascent_px = 30;
  atlas.descent_px = 8;
  atlas.width = atlas.height = 256;
  for (const LabelFace face : {LabelFace::medium, LabelFace::italic})
    for (uint32_t c = 32; c < 127; ++c) {
      AtlasGlyph glyph;
      glyph.codepoint = c;
      glyph.face = face;
      glyph.width = c == 32 ? 0 : 14;
      glyph.height = c == 32 ? 0 : 24;
      glyph.left = 1;
      glyph.top = -24;
      glyph.advance = 16;
      atlas.glyphs.push_back(glyph);
    }
  return LabelFont(std::move(atlas));
}

struct Shown {
  Dataset data = small_arctic();
  Words words;
  StaticScene scene;
  Slots slots;
  State state;
  Palette palette = night_palette();
  FrameScene frame;
  LabelLayout labels{box_font()};
  Viewport view{1280, 800, {220, 40, 800, 560}};
  Snapshot snapshot = empty_snapshot(data);

  Shown() {
    scene.blocks = build_blocks(data);
    scene.columns = build_columns(data);
    show(CameraPose{});
  }
  void show(const CameraPose& pose, double dt_s = 1) {
    state.camera = pose;
    write_slots(data, height_scales(data), state, snapshot, nullptr, std::nullopt, slots);
    labels.update({data, words, scene, slots, state, std::nullopt, matrices(pose, view), view, 1.0, palette, &snapshot},
                  dt_s, frame);
  }
  bool stands(uint32_t slot) const {
    for (const auto& s : labels.standing())
      if (s.slot == slot) return true;
    return false;
  }
};

void check_layout(const Shown& stage) {
  const auto& standing = stage.labels.standing();
  const FreeArea_px& free = stage.view.free;
  for (size_t i = 0; i < standing.size(); ++i)
    for (const LabelBox& box : standing[i].boxes) {
      REQUIRE(box.x0 >= free.x);
      REQUIRE(box.y0 >= free.y);
      REQUIRE(box.x1 <= free.x + free.width);
      REQUIRE(box.y1 <= free.y + free.height);
      for (size_t k = i + 1; k < standing.size(); ++k)
        for (const LabelBox& other : standing[k].boxes) REQUIRE_FALSE(box.overlaps(other));
    }
}

}  // namespace

TEST_CASE("names lie in the free area and never over one another, however the globe is turned", "[scene][law]") {
  Shown stage;
  size_t most = 0;
  for (double distance_km : {12000.0, 8150.0, 4000.0, 1500.0})
    for (int turn = 0; turn < 36; ++turn) {
      stage.show(within_limits({84 - 0.3 * turn, 22.0 + 10 * turn, distance_km, 7.0 * turn, 33}), 0.016);
      check_layout(stage);
      most = std::max(most, stage.labels.standing().size());
    }
  CHECK(most >= 6);
}

TEST_CASE("glyphs of standing names stay in the free area too", "[scene]") {
  Shown stage;
  stage.labels.settle();
  stage.show({84, 40, 8150, 0, 30});
  REQUIRE_FALSE(stage.frame.glyphs.empty());
  for (const GlyphQuad& q : stage.frame.glyphs) {
    CHECK(q.x0 > stage.view.free.x - 4);
    CHECK(q.x0 < stage.view.free.x + stage.view.free.width);
    CHECK(q.y0 > stage.view.free.y - 4);
    CHECK(q.y0 < stage.view.free.y + stage.view.free.height);
  }
}

TEST_CASE("nothing beyond the horizon has a name", "[scene]") {
  Shown stage;
  stage.show({72, 70, 3000, 0, 0});
  CHECK(stage.stands(0));
  CHECK_FALSE(stage.stands(1));  // Alaska lies behind
  stage.show({70, -155, 3000, 0, 0});
  CHECK(stage.stands(1));
  CHECK_FALSE(stage.stands(0));
}

TEST_CASE("a small field is named only when it is selected", "[scene]") {
  Shown stage;
  const CameraPose pose{72, 20, 6000, 0, 0};
  stage.show(pose);
  CHECK_FALSE(stage.stands(4));
  stage.state.selected = AssetIx(size_t{4});
  stage.show(pose);
  CHECK(stage.stands(4));
}

TEST_CASE("the same view gives the same glyphs and no new version", "[scene]") {
  Shown stage;
  stage.show({80, 30, 7000, 0, 20});
  stage.show({80, 30, 7000, 0, 20});
  const uint32_t version = stage.frame.labels_version;
  CHECK_FALSE(stage.labels.moving());
  stage.show({80, 30, 7000, 0, 20});
  CHECK(stage.frame.labels_version == version);
}

TEST_CASE("a name that stands does not jump while the globe turns a little", "[scene]") {
  Shown stage;
  stage.show({72, 60, 5000, 0, 10});
  REQUIRE(stage.stands(0));
  const auto box_of = [&] {
    for (const auto& s : stage.labels.standing())
      if (s.slot == 0) return s.boxes.front();
    return LabelBox{};
  };
  LabelBox before = box_of();
  for (int i = 1; i < 40; ++i) {
    stage.show({72, 60 + 0.05 * i, 5000, 0, 10}, 0.016);
    REQUIRE(stage.stands(0));
    const LabelBox now = box_of();
    CHECK(std::abs(now.x0 - before.x0) < 6);
    CHECK(std::abs(now.y0 - before.y0) < 6);
    before = now;
  }
}

TEST_CASE("a name fades in within an eighth of a second", "[scene]") {
  Shown stage;
  stage.show({70, -155, 3000, 0, 0}, 0.01);
  REQUIRE(stage.stands(1));
  CHECK(stage.labels.moving());
  for (int i = 0; i < 13; ++i) stage.show({70, -155, 3000, 0, 0}, 0.01);
  CHECK_FALSE(stage.labels.moving());
}

TEST_CASE("a tall block hides what lies behind it", "[scene]") {
  Shown stage;
  const BlockShadow shadow(stage.scene.blocks);
  CHECK(shadow.slot_at(to_world({70, 70})) == 0);
  CHECK(shadow.slot_at(to_world({-155, 70})) == 1);
  CHECK(shadow.slot_at(to_world({0, 90})) == 2);
  CHECK(shadow.slot_at(to_world({0, 75})) == BlockShadow::kNone);
  // Low over the ground from 40 N, along 155 W: Alaska's tower stands in between.
  const glm::dvec3 behind = to_world({-155, 74}), eye = to_world({-155, 60}) * 1.02;
  CHECK(over_horizon(behind * 1.03, eye));
  CHECK(shadow.hides(stage.slots, behind * 1.005, eye));
  CHECK_FALSE(shadow.hides(stage.slots, behind * 1.005, to_world({-155, 74}) * 2.0));
}

TEST_CASE("capitals of a selected deal stand at the exits of its arcs", "[scene]") {
  Shown stage;
  stage.snapshot.event_stage[0] = Stage::signed_;
  stage.snapshot.assets[3].dealt_by = {EventIx(size_t{0})};
  stage.state.selected = AssetIx(size_t{3});
  const auto arcs = arcs_of(stage.data, stage.state, stage.snapshot);
  REQUIRE(arcs.size() == 1);  // Beijing; Moscow is the field's own capital
  CHECK(arcs[0].country == "CHN");
  stage.show({66, 77, 5000, 0, 0});
  size_t without_slot = 0;
  for (const auto& s : stage.labels.standing())
    without_slot += s.slot == UINT32_MAX && s.role == LabelRole::town ? 1 : 0;
  CHECK(without_slot >= 1);
  check_layout(stage);
}

TEST_CASE("capitals of Latin and Cyrillic", "[scene]") {
  CHECK(capitals("Greenland é") == "GREENLAND É");
  CHECK(capitals("Гренландия ё") == "ГРЕНЛАНДИЯ Ё");
}
