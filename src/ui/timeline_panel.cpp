#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/hatch.h"
#include "ui/panels.h"
#include "ui/timeline.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

// Names of the curves: above the deals' curve, under the line of all amounts. Where the break is, the curve is low.
void draw_curve_names(const Canvas& canvas, const TimelinePlace& place, const Lanes& lanes) {
  if (!place.strips) return;
  const float x = place.x(std::clamp(lanes.x_break, 0.0, 0.7)) + canvas.px(9);
  const float above = place.deals.axis_edge - place.deals.curve_height + canvas.px(7);
  const float below = place.sanctions.axis_edge + place.sanctions.curve_height - canvas.px(10);
  draw_text_with_halo(canvas, canvas.fonts.small, x, above, canvas.colour.text3, lanes.deals.curve_name);
  draw_text_with_halo(canvas, canvas.fonts.small, x, below, canvas.colour.text3, lanes.sanctions.curve_name);
}

void draw_marked(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place,
                 const std::vector<BarHit>& hits) {
  const EventIx* selected = std::get_if<EventIx>(&in.state.selected);
  for (const LaneText* lane : {&in.lanes.deals, &in.lanes.sanctions}) {
    if (selected != nullptr)
      if (const std::optional<BarHit> hit = bar_of(place, *lane, *selected)) draw_marked_bar(canvas, place, *hit, true);
    if (place.rows) continue;
    for (const LaneGroup& group : lane->groups)
      for (const LaneBar& bar : group.bars)
        if (bar.switched && (selected == nullptr || bar.event != *selected))
          if (const std::optional<BarHit> hit = bar_of(place, *lane, bar.event))
            draw_marked_bar(canvas, place, *hit, false);
  }
  if (hits.size() == 1) draw_marked_bar(canvas, place, hits.front(), true);
}

}  // namespace

void draw_bar_card(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place,
                   const std::vector<BarHit>& hits) {
  if (hits.empty()) return;
  constexpr size_t kMostLines = 9;
  // Above the panel: the lanes stay in sight. With rows the panel is high, and the card stands beside the pointer.
  if (!place.rows) {
    const float half = canvas.px(170);
    const float x = std::clamp(ImGui::GetIO().MousePos.x, half, std::max(half, in.layout.width - half));
    ImGui::SetNextWindowPos(ImVec2(x, place.panel.y - canvas.px(6)), 0, ImVec2(0.5f, 1));
  }
  ImGui::SetNextWindowSizeConstraints(ImVec2(0, 0), ImVec2(canvas.px(360), FLT_MAX));
  ImGui::BeginTooltip();
  const auto note = [&](const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, canvas.colour.text2);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopStyleColor();
  };
  if (hits.size() == 1) {
    const LaneBar& bar = *hits.front().bar;
    ImGui::PushFont(in.fonts.head);
    ImGui::PushTextWrapPos(canvas.px(320));
    ImGui::TextUnformatted(bar.title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    note(bar.dates);
    note(bar.word);
    ImGui::PushFont(in.fonts.small);
    note(in.word(bar.off ? "ui.click_switches_on" : "ui.click_selects"));
    ImGui::PopFont();
  } else {
    for (size_t i = 0; i < std::min(hits.size(), kMostLines); ++i)
      ImGui::TextUnformatted(fitted(in.fonts.text, hits[i].bar->title, canvas.px(320)).c_str());
    if (hits.size() > kMostLines) note("\xe2\x80\xa6");
  }
  ImGui::EndTooltip();
}

void draw_timeline(const PanelInput& in, const Rect_px& panel, Session& session, Actions& ask) {
  const Canvas canvas = window_canvas(in);
  const Date around = clock(in.state.scenario.clocks, Lane::sanctions);
  const TimelinePlace place = place_timeline(in.lanes, panel, in.layout.form, canvas.scale, around);
  const std::vector<BarHit> hits = handle_plot(in, canvas, place, session, ask);
  const std::vector<DateFlag> flags = date_flags(canvas, in, place);
  draw_axis(canvas, place, in.lanes, flags);
  for (const LaneText* lane : {&in.lanes.deals, &in.lanes.sanctions}) {
    draw_curve(canvas, place, *lane, in.lanes.x_as_of);
    if (!place.strips) continue;
    if (place.rows) {
      draw_rows(canvas, place, *lane);
    } else {
      draw_strips(canvas, place, *lane, in.lanes.x_as_of);
    }
  }
  draw_curve_names(canvas, place, in.lanes);
  draw_marked(in, canvas, place, hits);
  draw_handles(canvas, in, place, flags);
  draw_lane_words(in, canvas, place, session, ask);
  draw_bar_card(in, canvas, place, hits);
}

void timeline_panel(const PanelInput& in, Session& session, Actions& ask) {
  if (!begin_panel(in, "timeline", in.layout.timeline, {.exact_height = true})) return;
  draw_timeline(in, in.layout.timeline, session, ask);
  end_panel();
}

}  // namespace atlas
