// What a frame costs, as counts, with the shipped data: no memory asked for while the camera turns, and few bytes sent.
#include <catch2/catch.hpp>

#include "app/allocations.h"
#include "app/atlas.h"
#include "platform/headless/egl.h"
#include "support/files.h"

using namespace atlas;
using atlas::support::begin_count;
using atlas::support::end_count;

namespace {

constexpr int kWidth_px = 144, kHeight_px = 96;
constexpr double kFrame_s = 1.0 / 60;
constexpr size_t kNamesAndUniforms = 48 * 1024;  // some 600 letters
constexpr size_t kMostUploaded = 320 * 1024;     // large blocks far apart in the order

struct House {
  std::unique_ptr<HeadlessContext> context = HeadlessContext::create(kWidth_px, kHeight_px).value();
  std::unique_ptr<Renderer> renderer = Renderer::create().value();
  std::unique_ptr<Atlas> atlas;

  explicit House(const std::string& link) {
    const std::string pack = support::read_text(ATLAS_PACK_FILE);
    atlas = Atlas::create({reinterpret_cast<const uint8_t*>(pack.data()), pack.size()}).value();
    atlas->resize(kWidth_px, kHeight_px, 1);
    (void)atlas->set_link(link);
  }

  void frame() {
    atlas->step(kFrame_s);
    atlas->draw(*renderer, context->framebuffer());
  }
  /// The i-th of the poses of a slow turn.
  void aim(int i) {
    const double phase = i * 0.02;
    const CameraPose pose{.lat_deg = 80 + 2 * phase, .lon_deg = 22 + 10 * phase, .distance_km = 8000, .tilt_deg = 30};
    atlas->act(MoveCamera{pose});
  }
  void turn(int i) {
    aim(i);
    frame();
  }
};

/// The turn up to its 40th pose; drawn at its ends only, as a frame in software takes its time.
void warm(House& house) {
  house.turn(0);
  for (int i = 1; i < 39; ++i) {
    house.aim(i);
    house.atlas->step(kFrame_s);
  }
  house.turn(39);
}

}  // namespace

TEST_CASE("the counter counts", "[app]") {
  begin_count();
  std::vector<int> numbers(1000);
  const std::string text(100, 'x');
  REQUIRE(end_count() == 2);
  REQUIRE(numbers.size() + text.size() == 1100);
}

TEST_CASE("drawing a frame in which the camera turned asks for no memory, whatever is shown", "[app][gl]") {
  for (const char* link : {"#v=1", "#v=1&t=2014-09-12&sel=west-siberian-basin", "#v=1&ui=embed&theme=paper"}) {
    CAPTURE(link);
    House house(link);
    warm(house);
    for (int i = 40; i < 43; ++i) {
      house.aim(i);
      house.atlas->step(kFrame_s);
      begin_count();
      house.atlas->draw(*house.renderer, house.context->framebuffer());
      REQUIRE(end_count() == 0);
    }
  }
}

// Left out: names, which are placed anew (with `arcs` also those of the capitals).
TEST_CASE("a step in which only the camera turns asks for no memory", "[app][gl]") {
  for (const char* link : {"#v=1&ui=min&l=province,field,deposit,facility,limits,ice",
                           "#v=1&l=province,field,deposit,facility,limits,ice&sel=west-siberian-basin"}) {
    CAPTURE(link);
    House house(link);
    warm(house);
    for (int i = 40; i < 45; ++i) {
      begin_count();
      house.turn(i);
      CHECK(end_count() == 0);
    }
  }
}

TEST_CASE("panels run again when something differs that they read, not while the camera turns", "[app][gl]") {
  House house("#v=1&l=limits");  // nothing to hover
  Atlas& atlas = *house.atlas;
  atlas.resize(1280, 800, 1);
  const auto rest = [&] {
    for (int i = 0; i < 8; ++i) atlas.step(kFrame_s);
  };
  const auto runs = [&](auto what) {
    rest();
    const uint64_t before = atlas.ui().runs();
    what();
    atlas.step(kFrame_s);
    return atlas.ui().runs() - before;
  };
  const auto pointer = [&](PointerPhase phase, double x, double y) {
    PointerInput p;
    p.phase = phase;
    p.x_px = x;
    p.y_px = y;
    atlas.take(p);
  };
  house.aim(0);
  pointer(PointerPhase::move, 500, 300);
  for (int i = 1; i < 5; ++i) CHECK(runs([&] { house.aim(i); }) == 0);
  CHECK(runs([&] { pointer(PointerPhase::move, 520, 310); }) == 0);
  CHECK(runs([&] { pointer(PointerPhase::move, 600, 20); }) == 1);   // into the top bar
  CHECK(runs([&] { pointer(PointerPhase::move, 520, 310); }) == 1);  // and out of it
  CHECK(runs([&] { pointer(PointerPhase::down, 520, 310); }) == 1);
  CHECK(runs([&] { pointer(PointerPhase::move, 540, 310); }) == 0);
  CHECK(runs([&] { pointer(PointerPhase::up, 540, 310); }) == 1);
  const uint32_t before = atlas.ui().lists().version;
  CHECK(runs([&] { atlas.act(SetClocks{Together{Date::from_ymd(2014, 9, 12)}}); }) == 1);
  CHECK(atlas.ui().lists().version > before);
  CHECK(runs([&] { atlas.session().layers_open = true; }) == 1);
  CHECK(runs([&] { atlas.resize(1000, 700, 1); }) == 1);
}

TEST_CASE("a frame in which only the camera turns sends uniforms, names, and what blocks changed places", "[app][gl]") {
  House house("#v=1&ui=min");
  warm(house);
  size_t names_alone = 0;
  for (int i = 40; i < 52; ++i) {
    house.turn(i);
    const Counters& counters = house.renderer->counters();
    CHECK(counters.uploaded_bytes_last_frame <= kMostUploaded);
    CHECK(counters.draw_calls <= 40);
    if (counters.uploaded_bytes_last_frame <= kNamesAndUniforms) ++names_alone;
  }
  CHECK(names_alone >= 6);
}

TEST_CASE("at rest no frame is due", "[app][gl]") {
  House house("#v=1&t=2014-09-12");
  int frames = 0;
  while (house.atlas->frame_due() && frames < 200) house.atlas->step(kFrame_s), ++frames;
  REQUIRE(frames < 60);
  REQUIRE_FALSE(house.atlas->frame_due());
}
