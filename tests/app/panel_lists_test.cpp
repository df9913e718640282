#include "app/panel_lists.h"

#include <imgui.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>

using namespace atlas;

namespace {

/// What a window of 200 x 100 px shows of what `draw` lists.
PanelLists shown(const std::function<void(ImDrawList&)>& draw) {
  ImGuiContext* const context = ImGui::CreateContext();
  PanelLists lists;
  {
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    draw(list);
    ImDrawData data;
    data.DisplaySize = ImVec2(200, 100);
    data.CmdLists.push_back(&list);
    flatten(data, lists);
  }
  ImGui::DestroyContext(context);
  return lists;
}

double area_px2(const PanelLists& lists) {
  double sum = 0;
  for (size_t i = 0; i < lists.indices.size(); i += 3) {
    const PanelVertex &a = lists.vertices[lists.indices[i]], &b = lists.vertices[lists.indices[i + 1]],
                      &c = lists.vertices[lists.indices[i + 2]];
    sum += std::abs((b.x_px - a.x_px) * (c.y_px - a.y_px) - (c.x_px - a.x_px) * (b.y_px - a.y_px)) / 2;
  }
  return sum;
}

}  // namespace

TEST_CASE("what sticks out of its rectangle is cut off, with its texture in place", "[app]") {
  const PanelLists lists = shown([](ImDrawList& list) {
    list.PushClipRect(ImVec2(20, 10), ImVec2(60, 50));
    list.AddImage(nullptr, ImVec2(0, 0), ImVec2(100, 100), ImVec2(0, 0), ImVec2(1, 1));
    list.PopClipRect();
  });
  CHECK(area_px2(lists) == Approx(40 * 40));
  for (const uint32_t index : lists.indices) {
    const PanelVertex& v = lists.vertices[index];
    CHECK((v.x_px >= 20 && v.x_px <= 60 && v.y_px >= 10 && v.y_px <= 50));
    CHECK(v.u == Approx(v.x_px / 100));
    CHECK(v.v == Approx(v.y_px / 100));
  }
}

TEST_CASE("a slanted triangle is cut at all four sides", "[app]") {
  const PanelLists lists = shown([](ImDrawList& list) {
    list.Flags = 0;  // no soft edges
    list.PushClipRect(ImVec2(40, 20), ImVec2(60, 40));
    list.AddTriangleFilled(ImVec2(0, 30), ImVec2(100, -40), ImVec2(100, 100), 0xff0000ff);
    list.PopClipRect();
  });
  CHECK(area_px2(lists) == Approx(20 * 20));  // it covers the whole rectangle
}

TEST_CASE("what lies inside stays as it is, what lies outside goes", "[app]") {
  const PanelLists lists = shown([](ImDrawList& list) {
    list.PushClipRect(ImVec2(0, 0), ImVec2(50, 50));
    list.AddRectFilled(ImVec2(5, 5), ImVec2(15, 25), 0xffffffff);
    list.AddRectFilled(ImVec2(60, 5), ImVec2(75, 25), 0xffffffff);
    list.PopClipRect();
    list.PushClipRect(ImVec2(-10, 90), ImVec2(300, 200));
    list.AddRectFilled(ImVec2(190, 80), ImVec2(210, 120), 0xffffffff);  // over the window's corner
    list.PopClipRect();
  });
  CHECK(area_px2(lists) == Approx(10 * 20 + 10 * 10));
}

TEST_CASE("lists are alike when they draw the same", "[app]") {
  const auto one = [](float width) {
    return shown([width](ImDrawList& list) {
      list.PushClipRect(ImVec2(0, 0), ImVec2(200, 100));
      list.AddRectFilled(ImVec2(5, 5), ImVec2(5 + width, 25), 0xffffffff);
      list.PopClipRect();
    });
  };
  CHECK(alike(one(10), one(10)));
  CHECK_FALSE(alike(one(10), one(11)));
}
