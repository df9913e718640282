// The column left of the lanes: play, together or apart, speed, named dates, groups with the number in force.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/icons.h"
#include "ui/timeline.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

struct Speed {
  double years_per_s;
  const char* word;
};
constexpr std::array<Speed, 4> kSpeeds{
    {{0.5, "ui.speed_half"}, {1, "ui.speed_one"}, {2, "ui.speed_two"}, {5, "ui.speed_five"}}};

// Play or pause with the lane's name; the sign in the lane's colour.
void play_button(const PanelInput& in, const Canvas& canvas, const LaneText& lane, float x, float y,
                 const Session& session, Actions& ask) {
  const bool playing = session.playing == lane.lane;
  const uint32_t colour = lane.lane == Lane::deals ? canvas.colour.deal : canvas.colour.hold;
  const float size = canvas.px(9), name_x = x + canvas.px(17), slack = canvas.px(6);
  const float width = name_x - x + text_width(canvas.fonts.head, lane.name) + 2 * slack;
  ImGui::SetCursorScreenPos(ImVec2(x - slack, y - canvas.px(12)));
  ImGui::PushID(static_cast<int>(lane.lane));
  if (ImGui::InvisibleButton("play", ImVec2(width, canvas.px(24)))) ask.ask(Play{lane.lane, !playing});
  ImGui::PopID();
  if (ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::SetTooltip("%s", in.word(playing ? "ui.pause" : "ui.play").c_str());
  }
  if (playing) {
    icon_pause(canvas, x + size / 2, y, size, colour);
  } else {
    icon_play(canvas, x + size / 2, y, size, colour);
  }
  draw_text(canvas, canvas.fonts.head, name_x, y, canvas.colour.text1, lane.name);
}

void groups(const Canvas& canvas, const TimelinePlace& place, const LaneText& lane, float lane_name_mid) {
  const LanePlace& at = place.of(lane.lane);
  const float number_right = place.plot.x - canvas.px(9), name_right = number_right - canvas.px(21);
  const float left = place.panel.x + canvas.px(14);
  const float after_name = place.panel.x + canvas.px(35) + text_width(canvas.fonts.head, lane.name) + canvas.px(7);
  for (size_t g = 0; g < lane.groups.size() && g < at.groups.size(); ++g) {
    const float mid = place.rows ? (at.groups[g].top + at.groups[g].bottom) / 2
                                 : at.groups[g].bottom - canvas.px(lane.lane == Lane::deals ? 4 : 5);
    const bool beside_name = std::abs(mid - lane_name_mid) < canvas.px(13);
    const float room = name_right - (beside_name ? after_name : left);
    draw_text(canvas, canvas.fonts.small, name_right, mid, canvas.colour.text2,
              fitted(canvas.fonts.small, lane.groups[g].name, room), Align::right);
    draw_text(canvas, canvas.fonts.small_head, number_right, mid, canvas.colour.text1,
              std::to_string(lane.groups[g].in_force), Align::right);
  }
}

void link_button(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place, Actions& ask) {
  const bool together = std::holds_alternative<Together>(in.state.scenario.clocks);
  const float x = place.panel.x + canvas.px(16), y = (place.axis_top + place.axis_bottom) / 2;
  const std::string word = in.word(together ? "ui.together" : "ui.apart");
  if (text_button(canvas, "link", x + canvas.px(19), y, word, canvas.fonts.small)) ask.push(LinkClocks{!together});
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", in.word(together ? "ui.together_hint" : "ui.apart_hint").c_str());
  icon_link(canvas, x + canvas.px(5), y, canvas.px(13), canvas.colour.text2, together);
}

void named_dates(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place, Actions& ask) {
  if (in.lanes.named.empty()) return;
  const float y = (place.axis_top + place.axis_bottom) / 2;
  if (text_button(canvas, "dates", place.plot.x - canvas.px(9), y, in.word("ui.named_dates"), canvas.fonts.small,
                  Align::right))
    ImGui::OpenPopup("named dates");
  if (!ImGui::BeginPopup("named dates")) return;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(canvas.px(10), canvas.px(6)));
  for (const NamedDate& named : in.lanes.named) {
    ImGui::PushID(named.date.days);
    if (ImGui::Selectable(named.label.c_str(), false, 0, ImVec2(canvas.px(84), 0)))
      ask.push(SetClocks{Together{named.date}});
    ImGui::SameLine();
    ImGui::TextDisabled("%s", named.name.c_str());
    ImGui::PopID();
  }
  ImGui::PopStyleVar();
  ImGui::EndPopup();
}

void speed_button(const PanelInput& in, const Canvas& canvas, float x, float y, const Session& session, Actions& ask) {
  size_t now = 1;
  for (size_t i = 0; i < kSpeeds.size(); ++i)
    if (std::abs(kSpeeds[i].years_per_s - session.years_per_s) < 1e-6) now = i;
  if (text_button(canvas, "speed", x, y, in.word(kSpeeds[now].word), canvas.fonts.small))
    ask.ask(SetSpeed{kSpeeds[(now + 1) % kSpeeds.size()].years_per_s});
}

}  // namespace

void draw_lane_words(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place, Session& session,
                     Actions& ask) {
  if (!place.words) return;
  const float x = place.panel.x + canvas.px(17);
  const float first = place.plot.y + canvas.px(place.strips ? 8 : 10);
  const float last = place.plot.y + place.plot.height - canvas.px(place.strips ? 9 : 10);
  play_button(in, canvas, in.lanes.deals, x, first, session, ask);
  play_button(in, canvas, in.lanes.sanctions, x, last, session, ask);
  link_button(in, canvas, place, ask);
  if (!place.strips) return;
  groups(canvas, place, in.lanes.deals, first);
  groups(canvas, place, in.lanes.sanctions, last);
  named_dates(in, canvas, place, ask);
  if (session.playing) {
    const bool deals = *session.playing == Lane::deals;
    speed_button(in, canvas, x + canvas.px(17), deals ? first + canvas.px(20) : last - canvas.px(20), session, ask);
  }
}

}  // namespace atlas
