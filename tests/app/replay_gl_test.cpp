// The same inputs at the same moments give the same frames, to the byte: what a recording relies on.
#include <catch2/catch.hpp>
#include <functional>

#include "app/atlas.h"
#include "platform/headless/egl.h"
#include "support/files.h"

using namespace atlas;

namespace {

constexpr int kWidth_px = 144, kHeight_px = 96, kFrames = 70;

/// A recorded path: a drag that is let go, the wheel, a selection with its flight, a day, play, a key.
void inputs_at(Atlas& atlas, int frame) {
  const auto pointer = [&](PointerPhase phase, double x, double y) {
    PointerInput p;
    p.phase = phase;
    p.x_px = x;
    p.y_px = y;
    atlas.take(p);
  };
  if (frame == 2) pointer(PointerPhase::down, 60, 40);
  if (frame > 2 && frame < 10) pointer(PointerPhase::move, 60 + 4.0 * (frame - 2), 40 + 2.0 * (frame - 2));
  if (frame == 10) pointer(PointerPhase::up, 88, 54);
  if (frame == 24) atlas.take(WheelInput{72, 48, -3, 0, {}});
  if (frame == 28) atlas.act(SetClocks{Together{Date::from_ymd(2014, 9, 12)}});
  if (frame == 34) atlas.ask(NorthUp{});
  if (frame == 50) atlas.ask(Play{Lane::sanctions, true});
}

std::vector<std::vector<uint8_t>> recording(const std::function<double(int)>& dt_s) {
  const auto context = HeadlessContext::create(kWidth_px, kHeight_px).value();
  const auto renderer = Renderer::create().value();
  const std::string pack = support::read_text(ATLAS_PACK_FILE);
  const auto atlas = Atlas::create({reinterpret_cast<const uint8_t*>(pack.data()), pack.size()}).value();
  atlas->resize(kWidth_px, kHeight_px, 1);
  (void)atlas->set_link("#v=1&ui=min");
  std::vector<std::vector<uint8_t>> frames;
  for (int frame = 0; frame < kFrames; ++frame) {
    inputs_at(*atlas, frame);
    atlas->step(dt_s(frame));
    if (frame % 10 != 9) continue;  // drawn when looked at: a frame in software takes its time
    atlas->draw(*renderer, context->framebuffer());
    frames.push_back(context->read().pixels);
  }
  return frames;
}

}  // namespace

TEST_CASE("a recorded path replays to identical frames", "[app][gl][law]") {
  // Frames of uneven length, as a busy machine has them.
  const auto uneven = [](int frame) { return frame % 7 == 3 ? 0.05 : 1.0 / 60; };
  const auto first = recording(uneven), second = recording(uneven);
  REQUIRE(first.size() == second.size());
  for (size_t i = 0; i < first.size(); ++i) {
    CAPTURE(i);
    CHECK(first[i] == second[i]);
  }
  // And it did move all along.
  for (size_t i = 1; i < first.size(); ++i) {
    CAPTURE(i);
    CHECK(first[i] != first[i - 1]);
  }
}
