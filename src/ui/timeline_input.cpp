// What the pointer asks of the timeline's plot. What a drag does depends on where it began (ImGui keeps that), so
// nothing is remembered here.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "state/reduce.h"
#include "ui/timeline.h"

namespace atlas {
namespace {

constexpr double kMostZoom = 40;
constexpr float kGrab_css = 8;

struct Pointer {
  float x, y;
};

Pointer pointer_now() {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return {at.x, at.y};
}

Pointer pointer_at_press() {
  const ImVec2 at = ImGui::GetIO().MouseClickedPos[0];
  return {at.x, at.y};
}

/// What a press began on.
enum class Grip : uint8_t { clock, range_from, range_to, new_range, event };

float x_of_clock(const PanelInput& in, const TimelinePlace& place, Lane lane) {
  return place.x(in.lanes.axis.x_of(clock(in.state.scenario.clocks, lane)));
}

Lane lane_at(const PanelInput& in, const TimelinePlace& place, Pointer p) {
  if (p.y < place.axis_top) return Lane::deals;
  if (p.y > place.axis_bottom) return Lane::sanctions;
  // On the axis: the nearer clock.
  const float deals = std::abs(x_of_clock(in, place, Lane::deals) - p.x);
  return deals < std::abs(x_of_clock(in, place, Lane::sanctions) - p.x) ? Lane::deals : Lane::sanctions;
}

const std::optional<DateRange>& range_of(const PanelInput& in, Lane lane) {
  return lane == Lane::deals ? in.state.scenario.deals_range : in.state.scenario.sanctions_range;
}

Grip grip_at(const PanelInput& in, const TimelinePlace& place, Lane lane, Pointer p, float scale) {
  const float grab = kGrab_css * scale;
  if (ImGui::GetIO().KeyShift) return Grip::new_range;
  if (const std::optional<DateRange>& range = range_of(in, lane)) {
    if (std::abs(place.x(in.lanes.axis.x_of(range->from)) - p.x) < grab) return Grip::range_from;
    if (std::abs(place.x(in.lanes.axis.x_of(range->to)) - p.x) < grab) return Grip::range_to;
  }
  if (std::abs(x_of_clock(in, place, lane) - p.x) < grab) return Grip::clock;
  const LaneText& text = lane == Lane::deals ? in.lanes.deals : in.lanes.sanctions;
  return bars_at(place, text, p.x, p.y, scale).empty() ? Grip::clock : Grip::event;
}

DateRange ordered(Date a, Date b) { return a < b ? DateRange{a, b} : DateRange{b, a}; }

void drag(const PanelInput& in, const TimelinePlace& place, float scale, Actions& ask) {
  const Pointer from = pointer_at_press(), now = pointer_now();
  const Lane lane = lane_at(in, place, from);
  const Date day = in.lanes.axis.date_at(std::clamp(place.fraction(now.x), 0.0, 1.0));
  const bool moved = std::abs(now.x - from.x) > 4 * scale;
  const std::optional<DateRange>& range = range_of(in, lane);
  switch (grip_at(in, place, lane, from, scale)) {
    case Grip::new_range:
      if (moved) ask.push(SetRange{lane, ordered(in.lanes.axis.date_at(place.fraction(from.x)), day)});
      break;
    case Grip::range_from:
      if (range && day <= range->to) ask.push(SetRange{lane, DateRange{day, range->to}});
      break;
    case Grip::range_to:
      if (range && day >= range->from) ask.push(SetRange{lane, DateRange{range->from, day}});
      break;
    case Grip::event:
      if (moved) ask.push(SetDate{lane, day});
      break;
    case Grip::clock:
      if (range && !moved) ask.push(SetRange{lane, std::nullopt});
      if (day != clock(in.state.scenario.clocks, lane)) ask.push(SetDate{lane, day});
      break;
  }
}

// Keeps the date under the pointer where it is. `u` is the place on the axis as it is without zoom.
void zoom_about(Session& session, double fraction, double factor) {
  const double hidden = 1 - 1 / session.lane_zoom;
  const double u = session.lane_pan * hidden + fraction / session.lane_zoom;
  session.lane_zoom = std::clamp(session.lane_zoom * factor, 1.0, kMostZoom);
  const double still_hidden = 1 - 1 / session.lane_zoom;
  session.lane_pan = still_hidden > 0 ? std::clamp((u - fraction / session.lane_zoom) / still_hidden, 0.0, 1.0) : 0.0;
}

void wheel(const TimelinePlace& place, Session& session) {
  const ImGuiIO& io = ImGui::GetIO();
  const double fraction = std::clamp(place.fraction(io.MousePos.x), 0.0, 1.0);
  const double sideways = io.MouseWheelH != 0 ? io.MouseWheelH : io.KeyShift ? io.MouseWheel : 0;
  if (sideways != 0) {
    const double hidden = 1 - 1 / session.lane_zoom;
    if (hidden > 0)
      session.lane_pan = std::clamp(session.lane_pan - sideways * 0.08 / (session.lane_zoom * hidden), 0.0, 1.0);
  } else if (io.MouseWheel != 0) {
    zoom_about(session, fraction, std::pow(1.25, io.MouseWheel));
  }
}

const NamedDate* named_at(const PanelInput& in, const TimelinePlace& place, Pointer p, float scale) {
  if (p.y < place.axis_top || p.y > place.axis_bottom) return nullptr;
  for (const NamedDate& named : in.lanes.named)
    if (std::abs(place.x(in.lanes.axis.x_of(named.date)) - p.x) < 6 * scale) return &named;
  return nullptr;
}

void name_tooltip(const PanelInput& in, const NamedDate& named) {
  ImGui::BeginTooltip();
  ImGui::PushFont(in.fonts.small);
  ImGui::TextUnformatted(named.label.c_str());
  ImGui::TextUnformatted(named.name.c_str());
  ImGui::PopFont();
  ImGui::EndTooltip();
}

}  // namespace

std::vector<BarHit> handle_plot(const PanelInput& in, const Canvas& canvas, const TimelinePlace& place,
                                Session& session, Actions& ask) {
  const float slack = canvas.px(8), scale = canvas.scale;
  ImGui::SetCursorScreenPos(ImVec2(place.plot.x - slack, place.plot.y - slack));
  ImGui::InvisibleButton("plot", ImVec2(place.plot.width + 2 * slack, place.plot.height + 2 * slack));
  const bool hovered = ImGui::IsItemHovered(), active = ImGui::IsItemActive();
  const Pointer now = pointer_now();
  std::vector<BarHit> hits;
  if (hovered && !active) {
    const Lane lane = lane_at(in, place, now);
    const LaneText& text = lane == Lane::deals ? in.lanes.deals : in.lanes.sanctions;
    if (grip_at(in, place, lane, now, scale) == Grip::event) hits = bars_at(place, text, now.x, now.y, scale);
    if (hits.size() == 1) session.hovered_event = hits.front().bar->event;
    ImGui::SetMouseCursor(hits.empty() ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_Hand);
    wheel(place, session);
    if (const NamedDate* named = named_at(in, place, now, scale)) {
      name_tooltip(in, *named);
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
  }
  if (hits.size() == 1 && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
    ask.push(switched(in.state, hits.front().bar->event));
  }
  if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    const double fraction = std::clamp(place.fraction(now.x), 0.0, 1.0);
    if (session.lane_zoom > 1) {
      session.lane_zoom = 1;
      session.lane_pan = 0;
    } else {
      zoom_about(session, fraction, 5);
    }
    return hits;
  }
  const NamedDate* named = named_at(in, place, pointer_at_press(), scale);
  const bool still = std::abs(now.x - pointer_at_press().x) <= 4 * scale;
  if (ImGui::IsItemDeactivated() && still) {
    const Lane lane = lane_at(in, place, now);
    const LaneText& text = lane == Lane::deals ? in.lanes.deals : in.lanes.sanctions;
    if (named != nullptr) {
      ask.push(SetClocks{Together{named->date}});
    } else if (grip_at(in, place, lane, now, scale) == Grip::event) {
      ask.push(Select{bars_at(place, text, now.x, now.y, scale).front().bar->event});
      ask.ask(FlyToSelection{});
    }
  } else if (active && !(named != nullptr && still)) {
    session.last_lane = lane_at(in, place, pointer_at_press());
    drag(in, place, scale, ask);
  }
  return hits;
}

}  // namespace atlas
