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

// Left out: panels, whose words are made anew in each frame, and names, which are placed anew (with `arcs` also those
// of the capitals).
TEST_CASE("a step in which only the camera turns asks for no memory", "[app][gl]") {
  constexpr size_t kOfNames = 0;
  House house("#v=1&ui=min&l=province,field,deposit,facility,limits,ice");
  warm(house);
  for (int i = 40; i < 45; ++i) {
    begin_count();
    house.turn(i);
    REQUIRE(end_count() <= kOfNames);
  }
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
