#include "ui/layout.h"

#include <catch2/catch.hpp>

using namespace atlas;

namespace {

struct Size {
  double width_px, height_px, ratio;
};

Layout layout_of(const Size& size, UiMode ui = UiMode::full, const Session& session = {}) {
  return make_layout(size.width_px, size.height_px, size.ratio, ui, session);
}

bool inside_window(const Layout& layout, const Rect_px& r) {
  return r.empty() || (r.x >= 0 && r.y >= 0 && r.x + r.width <= layout.width && r.y + r.height <= layout.height);
}

bool overlap(const Rect_px& a, const Rect_px& b) {
  return !a.empty() && !b.empty() && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

Rect_px free_rect(const Layout& layout) {
  const FreeArea_px& f = layout.viewport.free;
  return {static_cast<float>(f.x), static_cast<float>(f.y), static_cast<float>(f.width), static_cast<float>(f.height)};
}

void check_rect(const Rect_px& r, float x, float y, float width, float height) {
  CHECK(r.x == x);
  CHECK(r.y == y);
  CHECK(r.width == width);
  CHECK(r.height == height);
}

}  // namespace

TEST_CASE("panels of a 1920 x 1080 window stand where the art direction puts them", "[ui]") {
  const Layout layout = layout_of({1920, 1080, 1});
  REQUIRE(layout.form == LayoutForm::wide);
  check_rect(layout.top_bar, 0, 0, 1920, 44);
  check_rect(layout.layers, 12, 56, 276, 748);
  check_rect(layout.inspector, 1576, 56, 332, 748);
  check_rect(layout.timeline, 12, 820, 1896, 248);
  check_rect(free_rect(layout), 300, 52, 1262, 760);
}

TEST_CASE("panels of a 1280 x 800 window stand where the art direction puts them", "[ui]") {
  const Layout layout = layout_of({1280, 800, 1});
  REQUIRE(layout.form == LayoutForm::medium);
  CHECK(layout.layers.empty());
  check_rect(layout.inspector, 980, 56, 288, 508);
  check_rect(layout.timeline, 12, 580, 1256, 208);
  check_rect(free_rect(layout), 12, 52, 952, 520);
}

TEST_CASE("an embedded atlas has a card, one button and a slim timeline", "[ui]") {
  const Layout layout = layout_of({960, 540, 1}, UiMode::embed);
  REQUIRE(layout.form == LayoutForm::embed);
  check_rect(layout.card, 8, 8, 196, 80);
  check_rect(layout.timeline, 8, 416, 944, 116);
  check_rect(free_rect(layout), 8, 8, 944, 400);
  CHECK(layout.inspector.empty());
}

TEST_CASE("a phone has a sheet that leaves the globe 240 px when it is up", "[ui]") {
  const Size phone{780, 1688, 2};
  const Layout low = layout_of(phone);
  REQUIRE(low.form == LayoutForm::phone);
  check_rect(low.sheet, 0, 972, 780, 716);
  Session session;
  session.sheet_up = true;
  const Layout high = layout_of(phone, UiMode::full, session);
  CHECK(high.sheet.y == 2 * (48 + 240));
}

TEST_CASE("with ui=min the globe has the whole window", "[ui]") {
  const Layout layout = layout_of({1000, 700, 1}, UiMode::min);
  CHECK(layout.form == LayoutForm::min);
  check_rect(free_rect(layout), 0, 0, 1000, 700);
}

TEST_CASE("a layout is the same in CSS px at every pixel ratio", "[ui][law]") {
  for (const Size& size : {Size{1920, 1080, 1}, Size{1280, 800, 1}, Size{400, 820, 1}}) {
    const Layout once = layout_of(size);
    const Layout twice = layout_of({2 * size.width_px, 2 * size.height_px, 2});
    CHECK(twice.form == once.form);
    check_rect(twice.timeline, 2 * once.timeline.x, 2 * once.timeline.y, 2 * once.timeline.width,
               2 * once.timeline.height);
    check_rect(twice.sheet, 2 * once.sheet.x, 2 * once.sheet.y, 2 * once.sheet.width, 2 * once.sheet.height);
  }
}

TEST_CASE("panels stay inside the window, apart from each other and off the free area", "[ui][law]") {
  for (double width = 320; width <= 2600; width += 95)
    for (double height = 320; height <= 1500; height += 85)
      for (const UiMode ui : {UiMode::full, UiMode::embed, UiMode::min}) {
        const Layout layout = layout_of({width, height, 1}, ui);
        CAPTURE(width, height, static_cast<int>(layout.form));
        for (const Rect_px* r :
             {&layout.top_bar, &layout.layers, &layout.inspector, &layout.timeline, &layout.card, &layout.sheet})
          REQUIRE(inside_window(layout, *r));
        REQUIRE(layout.viewport.free.width >= 1);
        REQUIRE(layout.viewport.free.height >= 1);
        REQUIRE_FALSE(overlap(layout.inspector, layout.timeline));
        REQUIRE_FALSE(overlap(layout.layers, layout.timeline));
        REQUIRE_FALSE(overlap(layout.top_bar, layout.inspector));
        REQUIRE_FALSE(overlap(layout.inspector, free_rect(layout)));
        REQUIRE_FALSE(overlap(layout.timeline, free_rect(layout)));
      }
}

TEST_CASE("zoomed lanes grow upwards and leave the camera's free area alone", "[ui]") {
  Session zoomed;
  zoomed.lane_zoom = 6;
  const Layout rest = layout_of({1920, 1080, 1});
  const Layout rows = layout_of({1920, 1080, 1}, UiMode::full, zoomed);
  CHECK(rows.timeline.height > rest.timeline.height);
  CHECK(rows.timeline.y + rows.timeline.height == rest.timeline.y + rest.timeline.height);
  CHECK(rows.viewport.free == rest.viewport.free);
  CHECK(rows.inspector.y + rows.inspector.height < rows.timeline.y);
}
