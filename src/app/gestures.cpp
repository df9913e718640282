#include "app/gestures.h"

#include <cmath>
#include <glm/geometric.hpp>

namespace atlas {
namespace {

constexpr double kClickSlack_px = 4.0;   // CSS px that a click may wander
constexpr double kTurnPerPx_deg = 0.25;  // per CSS px of a turning drag
constexpr double kZoomPerStep = 1.18;

// Two fingers: ratio of their distance zooms about their middle, their twist turns, a common way up or down tilts.
CameraPose two_fingers(const CameraPose& pose, const Viewport& viewport, glm::dvec2 a0, glm::dvec2 b0, glm::dvec2 a1,
                       glm::dvec2 b1, double pixel_ratio) {
  const glm::dvec2 before = b0 - a0;
  const glm::dvec2 after = b1 - a1;
  const double length0 = std::max(1.0, glm::length(before));
  const double length1 = std::max(1.0, glm::length(after));
  const glm::dvec2 middle0 = 0.5 * (a0 + b0);
  const glm::dvec2 middle1 = 0.5 * (a1 + b1);
  CameraPose next = zoomed(pose, viewport, middle0, length0 / length1);
  const double twist_rad =
      std::remainder(std::atan2(after.y, after.x) - std::atan2(before.y, before.x), 2 * 3.14159265358979323846);
  next = turned(next, -twist_rad * 180 / 3.14159265358979323846, 0);
  const glm::dvec2 moved = middle1 - middle0;
  const bool spread = std::abs(length1 - length0) > std::abs(moved.y);
  if (!spread && std::abs(moved.y) > 2 * std::abs(moved.x) && std::abs(twist_rad) < 0.02)
    return turned(next, 0, -moved.y / pixel_ratio * kTurnPerPx_deg);
  return orbited(next, viewport, middle0, middle1);
}

}  // namespace

GestureResult Gestures::pointer(const PointerInput& input, const CameraPose& pose, const Viewport& viewport,
                                double pixel_ratio) {
  const glm::dvec2 at{input.x_px, input.y_px};
  GestureResult result;
  switch (input.phase) {
    case PointerPhase::down: {
      const bool turns = input.button != 0 || input.modifiers.ctrl || input.modifiers.shift;
      for (auto& [id, finger] : down_) finger.moved = true;  // a second finger: no click will follow
      down_[input.id] = Finger{at, at, input.button, turns, !down_.empty()};
      break;
    }
    case PointerPhase::move: {
      const auto it = down_.find(input.id);
      if (it == down_.end()) break;
      Finger& finger = it->second;
      const glm::dvec2 from = finger.last_px;
      if (!finger.moved && glm::length(at - finger.start_px) < kClickSlack_px * pixel_ratio) break;
      finger.moved = true;
      finger.last_px = at;
      if (down_.size() == 1) {
        if (finger.turns) {
          const glm::dvec2 d = (at - from) / pixel_ratio * kTurnPerPx_deg;
          result.pose = turned(pose, d.x, -d.y);
        } else {
          result.pose = orbited(pose, viewport, from, at);
        }
      } else if (down_.size() == 2) {
        const auto other = down_.begin()->first == input.id ? std::next(down_.begin()) : down_.begin();
        const glm::dvec2 still = other->second.last_px;
        result.pose = two_fingers(pose, viewport, from, still, at, still, pixel_ratio);
      }
      break;
    }
    case PointerPhase::up: {
      const auto it = down_.find(input.id);
      if (it == down_.end()) break;
      if (!it->second.moved && it->second.button == 0) result.click_px = at;
      result.drag_ended = it->second.moved && !it->second.turns && down_.size() == 1;
      down_.erase(it);
      break;
    }
    case PointerPhase::cancel:
      down_.erase(input.id);
      break;
    case PointerPhase::leave:
      break;
  }
  return result;
}

GestureResult Gestures::wheel(const WheelInput& input, const CameraPose& pose, const Viewport& viewport) const {
  GestureResult result;
  if (input.modifiers.shift && !input.modifiers.ctrl)
    result.pose = turned(pose, input.steps * 6, 0);
  else
    result.pose = zoomed(pose, viewport, {input.x_px, input.y_px}, std::pow(kZoomPerStep, input.steps));
  return result;
}

}  // namespace atlas
