#include "scene/appearance.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

#include "scene/arc_growth.h"
#include "scene/basemap.h"
#include "scene/blocks.h"
#include "scene/contact.h"
#include "scene/lines.h"
#include "scene/polar_square.h"
#include "scene/small_arctic.h"

using namespace atlas;

namespace {

struct Looks {
  Dataset data = small_arctic();
  State state;
  Snapshot snapshot = empty_snapshot(data);
  Slots slots;
  void write(const Snapshot* baseline = nullptr, std::optional<AssetIx> hovered = std::nullopt) {
    write_slots(data, height_scales(data), state, snapshot, baseline, hovered, slots);
  }
  float at(size_t asset, size_t channel) const { return slots.texels[12 * asset + channel]; }
};

}  // namespace

TEST_CASE("a hold on oil marks the oil band only, in asset and part", "[scene]") {
  Looks looks;
  looks.snapshot.parts[0].hold = looks.snapshot.parts[0].sure_hold = Hold::restricts;  // part 0, commodity oil
  looks.write();
  CHECK(looks.at(0, 4) == 0);
  CHECK(looks.at(0, 5) == 0);
  CHECK(looks.at(0, 6) == 2);
  const size_t part = 12 * looks.data.assets.size();
  CHECK(looks.slots.texels[part + 2] == 2);
  CHECK(looks.slots.texels[part + 0] == 0);
  looks.state.scenario.holds.restricts = false;
  looks.write();
  CHECK(looks.at(0, 6) == 0);
}

TEST_CASE("filters and layer switches take the opacity away", "[scene]") {
  Looks looks;
  looks.write();
  CHECK(looks.at(0, 8) == 1);
  looks.state.filters.countries = {"USA"};
  looks.write();
  CHECK(looks.at(0, 8) == 0);
  CHECK(looks.at(1, 8) == 1);
  looks.state.filters = {};
  looks.state.filters.commodities = {"rare-earths"};
  looks.write();
  CHECK(looks.at(0, 8) == 0);
  CHECK(looks.at(5, 8) == 1);
  CHECK(looks.at(6, 8) == 0);
  looks.state.filters = {};
  looks.state.layers.deposits = false;
  looks.write();
  CHECK(looks.at(5, 8) == 0);
}

TEST_CASE("the version grows with a change and only then", "[scene]") {
  Looks looks;
  looks.write();
  const uint32_t version = looks.slots.version;
  looks.write();
  CHECK(looks.slots.version == version);
  looks.write(nullptr, AssetIx(size_t{2}));
  CHECK(looks.slots.version == version + 1);
  CHECK(looks.at(2, 7) == 1);
}

TEST_CASE("an asset whose hold differs from the baseline has a ghost", "[scene]") {
  Looks looks;
  Snapshot baseline = looks.snapshot;
  baseline.parts[3].hold = baseline.parts[3].sure_hold = Hold::blocks;  // part 1, oil
  looks.write(&baseline);
  CHECK(looks.at(1, 3) == looks.at(1, 2));
  CHECK(looks.at(0, 3) == 0);
}

TEST_CASE("an arc starts and ends on the ground and keeps below its lift", "[scene]") {
  std::vector<Segment> arc;
  append_arc(arc, {77, 66.2}, {116.4, 39.9});
  const auto radius = [](const Vec3f& v) { return glm::length(glm::dvec3{v.x, v.y, v.z}); };
  CHECK(radius(arc.front().a) == Approx(1).epsilon(1e-6));
  CHECK(radius(arc.back().b) == Approx(1).epsilon(1e-6));
  double highest = 0;
  size_t where = 0;
  for (size_t i = 0; i < arc.size(); ++i)
    if (radius(arc[i].b) > highest) {
      highest = radius(arc[i].b);
      where = i;
    }
  CHECK(highest > 1.05);
  CHECK(highest <= 1 + kArcLiftMost);
  CHECK(where < arc.size() / 2);  // apex nearer the asset
}

TEST_CASE("arcs to one capital share their last stretch, and it stays where it is on another day", "[scene]") {
  Dataset data = small_arctic();
  data.events[0].assets = {AssetIx(size_t{3}), AssetIx(size_t{7})};
  State state;
  state.layers.arcs = true;
  Snapshot snapshot = empty_snapshot(data);
  CHECK(arcs_of(data, state, snapshot).empty());
  snapshot.event_stage[0] = Stage::operating;
  const std::vector<Arc> both = arcs_of(data, state, snapshot);
  REQUIRE(both.size() == 2);
  CHECK(both[0].bundle == both[1].bundle);
  const auto one = arc_points(both[0]), other = arc_points(both[1]);
  CHECK(glm::distance(one.front(), to_world(both[0].from)) < 1e-9);
  CHECK(glm::distance(one.back(), to_world(both[0].capital)) < 1e-9);
  CHECK(glm::distance(one[10], other[10]) > 0.01);
  for (size_t i = 31; i < one.size(); ++i) CHECK(glm::distance(one[i], other[i]) < 1e-9);
  const std::vector<LineBatch> lines = arc_batches(both);
  REQUIRE(lines.size() == 3);  // two starts and what they share
  CHECK(lines[0].segments.size() == 31);
  CHECK(lines[2].segments.size() == 17);
  CHECK(lines[2].width > lines[0].width);
  // Shares of the way count on.
  CHECK(lines[0].segments.back().along_b / lines[0].length ==
        Approx(lines[2].segments.front().along_a / lines[2].length).epsilon(1e-4));
  CHECK(lines[2].segments.back().along_b / lines[2].length == Approx(1).epsilon(1e-4));
}

TEST_CASE("arcs grow once, in half a second, and only when they are new", "[scene]") {
  const auto arc = [](uint64_t key) {
    LineBatch batch;
    batch.key = key;
    return batch;
  };
  FrameScene frame;
  ArcGrowth growth;
  growth.show({arc(1)}, true, frame);
  CHECK_FALSE(growth.moving());
  const auto age_s = [&](size_t i) { return frame.arcs_clock_s - frame.arcs[i].born_s; };
  CHECK(age_s(0) > 0.5f);
  growth.show({arc(1), arc(2)}, false, frame);
  const uint32_t version = frame.arcs_version;
  CHECK(growth.moving());
  CHECK(age_s(0) > 0.5f);
  CHECK(age_s(1) == 0);
  growth.advance(0.25, frame);
  CHECK(age_s(1) == Approx(0.25));
  growth.advance(0.3, frame);
  CHECK_FALSE(growth.moving());
  CHECK(age_s(1) == Approx(0.5));
  CHECK(frame.arcs_version == version);  // nothing was filled again
  growth.show({arc(2), arc(3)}, false, frame);
  growth.settle(frame);
  CHECK_FALSE(growth.moving());
  CHECK(age_s(1) == Approx(0.5));
}

TEST_CASE("the outline outside the footprint lies south of the Circle", "[scene]") {
  StaticScene scene;
  add_outlines_outside(small_arctic(), scene);
  const auto& segments = batch_of(scene, LineKind::outline_outside).segments;
  REQUIRE_FALSE(segments.empty());
  double length = 0;
  for (const Segment& s : segments) {
    CHECK(to_lon_lat({s.a.x, s.a.y, s.a.z}).lat_deg < kArcticCircle_lat_deg + 1e-3);
    length += s.along_b - s.along_a;
  }
  // The southern edge of 20 degrees of longitude at 60 N and two ways of 6.6 degrees up to the Circle, or longer.
  CHECK(to_deg(length) > 10 + 2 * 6.5);
  CHECK(to_deg(length) < 30);
}

TEST_CASE("the graticule leaves the pole free", "[scene]") {
  StaticScene scene;
  add_graticule(scene);
  for (const Segment& s : batch_of(scene, LineKind::graticule).segments) CHECK(s.b.z < std::sin(to_rad(86.01)));
  CHECK(batch_of(scene, LineKind::arctic_circle).segments.size() >= 180);
}

TEST_CASE("contact shade is darkest at the foot and farther-reaching for a taller block", "[scene]") {
  const Dataset data = small_arctic();
  const Blocks blocks = build_blocks(data);
  std::vector<double> tops(data.assets.size(), 0.0);
  const auto value = [&](const Image& image, LonLat at) {
    const glm::dvec2 px = square_px(plane_of(to_world(at)), image.width);
    return int{image.pixels[static_cast<size_t>(px.y) * image.width + static_cast<size_t>(px.x)]};
  };
  tops[1] = 50 / kEarthRadius_km;
  const Image low = contact_image(blocks, tops, 512);
  tops[1] = 500 / kEarthRadius_km;
  const Image high = contact_image(blocks, tops, 512);
  CHECK(value(high, {-155, 67.9}) > 200);
  CHECK(value(high, {-155, 67.9}) > value(high, {-155, 67}));
  CHECK(value(high, {-155, 67}) > value(low, {-155, 67}));
  CHECK(value(high, {-155, 70}) < value(high, {-155, 67.9}));  // inside it is weaker
  CHECK(value(low, {-155, 60}) == 0);
  CHECK(value(high, {70, 70}) == 0);  // a block of no height throws none
}
