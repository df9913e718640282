#include "scene/labels.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <glm/geometric.hpp>
#include <map>
#include <set>

#include "scene/appearance.h"
#include "scene/bars.h"
#include "scene/blocks.h"
#include "scene/inner_places.h"
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
  std::vector<Arc> arcs;
  uint32_t arcs_version = 0;
  std::vector<LabelBox> covered;

  Shown() {
    scene.blocks = build_blocks(data);
    scene.columns = build_columns(data);
    show(CameraPose{});
  }
  void show(const CameraPose& pose, double dt_s = 1) {
    state.camera = pose;
    write_slots(data, height_scales(data), state, snapshot, nullptr, std::nullopt, slots);
    if (std::vector<Arc> now = arcs_of(data, state, snapshot); now != arcs) {
      arcs = std::move(now);
      ++arcs_version;
    }
    labels.update({data, words, scene, slots, state, std::nullopt, matrices(pose, view), view, 1.0, palette, &arcs,
                   arcs_version, covered},
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
    for (const LabelBox& box : stage.labels.boxes(standing[i])) {
      REQUIRE(box.x0 >= free.x);
      REQUIRE(box.y0 >= free.y);
      REQUIRE(box.x1 <= free.x + free.width);
      REQUIRE(box.y1 <= free.y + free.height);
      for (size_t k = i + 1; k < standing.size(); ++k)
        for (const LabelBox& other : stage.labels.boxes(standing[k])) REQUIRE_FALSE(box.overlaps(other));
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

TEST_CASE("no name goes under a panel that lies over the globe", "[scene]") {
  Shown stage;
  stage.show(CameraPose{});
  const size_t before = stage.labels.standing().size();
  stage.covered = {{220, 40, 620, 600}};
  stage.show(CameraPose{});
  REQUIRE_FALSE(stage.labels.standing().empty());
  CHECK(stage.labels.standing().size() < before);
  for (const auto& name : stage.labels.standing())
    for (const LabelBox& box : stage.labels.boxes(name)) CHECK_FALSE(box.overlaps(stage.covered.front()));
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
      if (s.slot == 0) return stage.labels.boxes(s).front();
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
  stage.show({70, 70, 3000, 0, 0});
  REQUIRE_FALSE(stage.stands(1));
  stage.show({70, -155, 3000, 0, 0}, 0.01);
  REQUIRE(stage.stands(1));
  CHECK(stage.labels.moving());
  const auto alpha = [&] {
    for (const auto& name : stage.labels.drawn())
      if (name.key == 1) return name.alpha;  // assets come first
    return 0.0f;
  };
  CHECK(alpha() < 0.1f);
  for (int i = 0; i < 13; ++i) stage.show({70, -155, 3000, 0, 0}, 0.01);
  CHECK(alpha() == 1.0f);
  // Names that took another place on the way here fade twice.
  for (int i = 0; i < 13; ++i) stage.show({70, -155, 3000, 0, 0}, 0.01);
  CHECK_FALSE(stage.labels.moving());
}

namespace {

struct AlphaOf {
  float alpha = 0;
  int place = -1;
};

// What is really in the frame: the alpha of the glyphs and dots of each name.
std::map<uint32_t, AlphaOf> alphas(const Shown& stage) {
  std::map<uint32_t, AlphaOf> all;
  size_t glyphs = 0, dots = 0;
  for (const auto& name : stage.labels.drawn()) {
    glyphs += name.glyph_count;
    dots += name.dot_count;
    int most = 0;
    for (size_t i = name.first_glyph; i < name.first_glyph + name.glyph_count; ++i)
      most = std::max(most, int{stage.frame.glyphs[i].colour_srgb[3]});
    for (size_t i = name.first_dot; i < name.first_dot + name.dot_count; ++i)
      CHECK(int{stage.frame.dots[i].colour_srgb[3]} == most);
    all[name.key] = {static_cast<float>(most) / 255.0f, name.place};
  }
  CHECK(glyphs == stage.frame.glyphs.size());
  CHECK(dots == stage.frame.dots.size());
  return all;
}

}  // namespace

TEST_CASE("in a turn no name jumps: alpha changes by what 120 ms allow, and nobody flickers", "[scene][law]") {
  constexpr double kStep_s = 0.02, kStep_deg = 0.1;
  constexpr float kMost = static_cast<float>(kStep_s / 0.12) + 1.5f / 255;
  Shown stage;
  stage.state.selected = AssetIx(size_t{3});
  stage.snapshot.event_stage[0] = Stage::signed_;
  stage.snapshot.assets[3].dealt_by = {EventIx(size_t{0})};
  size_t toggles = 0, faded = 0;
  // The last one sees the whole globe: names go behind the horizon in the middle of the picture.
  for (const CameraPose& start :
       {CameraPose{78, 20, 6000, 0, 35}, CameraPose{70, 20, 3000, 0, 55}, CameraPose{12, 20, 14000, 0, 0}}) {
    stage.labels.settle();
    stage.show(start, kStep_s);
    auto before = alphas(stage);
    std::map<uint32_t, double> toggled_deg;
    for (int i = 1; i * kStep_deg < 170; ++i) {
      const double turned_deg = i * kStep_deg;
      CameraPose pose = start;
      pose.lon_deg += turned_deg;
      if (start.tilt_deg > 0) pose.bearing_deg += 0.5 * turned_deg;
      stage.show(within_limits(pose), kStep_s);
      const auto now = alphas(stage);
      std::set<uint32_t> keys;
      for (const auto& entry : before) keys.insert(entry.first);
      for (const auto& entry : now) keys.insert(entry.first);
      for (const uint32_t key : keys) {
        const AlphaOf a = before.count(key) ? before.at(key) : AlphaOf{};
        const AlphaOf b = now.count(key) ? now.at(key) : AlphaOf{};
        INFO("name " << key << " after " << turned_deg << " degrees: " << a.alpha << " to " << b.alpha << ", place "
                     << a.place << " to " << b.place);
        CHECK(std::abs(a.alpha - b.alpha) <= kMost);
        faded += b.alpha > 0 && b.place < 0 ? 1 : 0;
        if (a.place == b.place) continue;
        ++toggles;
        if (toggled_deg.count(key)) CHECK(turned_deg - toggled_deg[key] >= 1 - 1e-9);
        toggled_deg[key] = turned_deg;
      }
      before = now;
    }
  }
  CHECK(toggles >= 10);  // names come, go and change places
  CHECK(faded >= 20);
}

TEST_CASE("a name far from its anchor carries a leader", "[scene]") {
  // Two narrow provinces side by side: the smaller one's name has to go elsewhere.
  Shown fresh;
  for (const size_t i : {size_t{1}, size_t{2}}) {
    const double lat_deg = i == 1 ? 70.0 : 70.2;
    Asset strip = small_province(
        "strip", "Strip",
        {{-160, lat_deg - 0.05}, {-150, lat_deg - 0.05}, {-150, lat_deg + 0.05}, {-160, lat_deg + 0.05}}, 21000, 0, 0);
    strip.position = {-155, lat_deg};
    fresh.data.assets[i] = strip;
  }
  fresh.state.height = HeightMode::total;
  fresh.scene.blocks = build_blocks(fresh.data);
  fresh.labels = LabelLayout(box_font());
  fresh.labels.settle();
  fresh.show({70, -155, 3000, 0, 0});
  REQUIRE(fresh.stands(1));
  REQUIRE(fresh.stands(2));
  size_t leaders = 0;
  for (const GlyphQuad& q : fresh.frame.glyphs)
    if (q.scale < 0) {
      ++leaders;
      CHECK(q.x1 - q.x0 > 3);
      CHECK(q.scale == -1.0f);  // one px
    }
  CHECK(leaders == 2);  // its halo and itself
}

TEST_CASE("names of lines follow them when their layer is on", "[scene]") {
  Shown stage;
  MapLine route;
  route.id = "northern-way";
  route.kind = "route";
  route.name = {"Northern Way (by hand)", "Northern Way"};
  route.lines = {{{-20, 76}, {10, 78}, {40, 78}}};
  stage.data.lines.push_back(route);
  Shown fresh;
  fresh.data = stage.data;
  fresh.state.layers.provinces = false;
  fresh.labels = LabelLayout(box_font());
  fresh.labels.settle();
  const auto named = [&] {
    fresh.labels.settle();
    fresh.show({77, 10, 4000, 0, 0});
    for (const auto& s : fresh.labels.standing())
      if (s.role == LabelRole::line) return s.box_count;
    return 0u;
  };
  CHECK(named() == 12);  // a box a letter, without what stands in brackets
  check_layout(fresh);
  fresh.state.layers.facilities = false;
  CHECK(named() == 0);
}

TEST_CASE("the edge of polar night has its name on its own parallel, and moves with the sun", "[scene]") {
  Shown stage;
  stage.state.layers = {};
  stage.state.layers.provinces = stage.state.layers.fields = false;
  const auto edge = [&]() -> std::optional<LonLat> {
    for (const auto& name : stage.labels.standing()) {
      if (name.role != LabelRole::sun_edge) continue;
      const LabelBox box = stage.labels.boxes(name)[name.box_count / 2];
      const auto ground = hit_globe(
          ray_in_world(matrices(stage.state.camera, stage.view), 0.5 * (box.x0 + box.x1), 0.5 * (box.y0 + box.y1)));
      REQUIRE(ground);
      return to_lon_lat(*ground);
    }
    return std::nullopt;
  };
  const CameraPose pose{82, 40, 7000, 0, 0};
  stage.frame.sun_declination_deg = -23.44;
  stage.show(pose);
  CHECK_FALSE(edge());  // nobody has asked for it
  stage.state.layers.sun = true;
  stage.show(pose);
  REQUIRE(edge());
  CHECK(edge()->lat_deg == Approx(68.2).margin(0.5));  // just inside
  stage.frame.sun_declination_deg = -15;
  stage.show(pose);
  REQUIRE(edge());
  CHECK(edge()->lat_deg == Approx(76.6).margin(0.5));
  stage.frame.sun_declination_deg = 20;
  stage.show(pose);
  REQUIRE(edge());
  CHECK(edge()->lat_deg == Approx(68.4).margin(0.5));  // polar day: just outside
  stage.frame.sun_declination_deg = 0.1;
  stage.show(pose);
  CHECK_FALSE(edge());  // the ring is too small for a name
}

TEST_CASE("a wide block whose own place is out of the picture is named where it is seen", "[scene]") {
  Shown stage;
  const BlockShadow shadow(stage.scene.blocks);
  const LonLat own = stage.data.assets[0].position;
  const std::vector<glm::dvec3> places = inner_places(shadow, 0, to_world(own), 6);
  REQUIRE_FALSE(places.empty());
  for (const glm::dvec3& place : places) {
    CHECK(shadow.slot_at(place) == 0);
    CHECK(glm::distance(place, to_world(own)) * kEarthRadius_km > 279);
  }
  // The eye over the farthest of them, so near that the own place lies outside.
  const LonLat there = to_lon_lat(places.back());
  const CameraPose pose{there.lat_deg, there.lon_deg, 500, 0, 0};
  const auto own_px = to_px(matrices(pose, stage.view), to_world(own));
  REQUIRE((!own_px || own_px->x < stage.view.free.x || own_px->x > stage.view.free.x + stage.view.free.width ||
           own_px->y < stage.view.free.y || own_px->y > stage.view.free.y + stage.view.free.height));
  stage.show(pose);
  CHECK(stage.stands(0));
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
  CHECK(shadow.glass_on_sight(stage.slots, behind * 1.005, eye, 1) > 0.02);
  CHECK(shadow.glass_on_sight(stage.slots, behind * 1.005, to_world({-155, 74}) * 2.0, 1) == 0);
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

TEST_CASE("names at rest are not written again, but into another frame they are", "[scene]") {
  Shown stage;
  for (int i = 0; i < 3; ++i) stage.show(CameraPose{});
  REQUIRE(!stage.frame.glyphs.empty());
  const auto version = stage.frame.labels_version;
  stage.frame.glyphs.front().u0 = -1;  // a mark that a second writing would wipe out
  stage.show(CameraPose{});
  CHECK(stage.frame.labels_version == version);
  CHECK(stage.frame.glyphs.front().u0 == -1);
  stage.frame = {};
  stage.show(CameraPose{});
  CHECK(!stage.frame.glyphs.empty());
  const auto before = stage.frame.glyphs;
  stage.show(CameraPose{.lat_deg = 82});
  CHECK(std::memcmp(before.data(), stage.frame.glyphs.data(), sizeof(GlyphQuad)) != 0);
}
