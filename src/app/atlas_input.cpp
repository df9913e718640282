// What a person does, on its way into the atlas: to the panels first, then to camera, selection and keys.
#include <glm/geometric.hpp>

#include "app/atlas.h"
#include "base/variant.h"
#include "scene/pick.h"
#include "state/keys.h"

namespace atlas {

bool Atlas::take(const Input& input) {
  redraw();
  const bool typed = interface_.feed(input);
  return std::visit(
      Overloaded{
          [&](const PointerInput& p) { return take_pointer(p); },
          [&](const WheelInput& w) {
            if (over_panel(w.x_px, w.y_px)) return true;
            motion_.stop_camera();
            if (const auto result = gestures_.wheel(w, pose(), layout_.viewport); result.pose)
              act(MoveCamera{*result.pose});
            return true;
          },
          [&](const KeyInput& k) {
            if (typed || !k.down) return typed;
            Actions ask;
            const KeyPress press{k.code, k.modifiers.shift, k.modifiers.ctrl, k.modifiers.alt, k.modifiers.meta};
            const bool known = press_key(pipeline_.dataset(), state_, session_, press, ask);
            apply(ask);
            return known;
          },
          [&](const TextInput&) { return typed; },
      },
      input);
}

bool Atlas::take_pointer(const PointerInput& p) {
  session_.pointer_x_px = p.x_px;
  session_.pointer_y_px = p.y_px;
  const bool panel = over_panel(p.x_px, p.y_px);
  if (p.phase == PointerPhase::down && !gestures_.dragging()) pointer_owned_by_panel_ = panel;
  if (p.phase == PointerPhase::leave || (panel && !gestures_.dragging())) hover({});
  if (pointer_owned_by_panel_) {
    if (p.phase == PointerPhase::up || p.phase == PointerPhase::cancel) pointer_owned_by_panel_ = false;
    return true;
  }
  if (p.phase == PointerPhase::down) motion_.stop_camera();
  const GestureResult result = gestures_.pointer(p, pose(), layout_.viewport, pixel_ratio_);
  if (result.pose) {
    drag_moved_px_ += glm::dvec2(p.x_px, p.y_px) - last_pointer_px_;
    act(MoveCamera{*result.pose});
  } else if (p.phase == PointerPhase::move && !gestures_.dragging() && !panel && p.kind == PointerKind::mouse) {
    hover(under(p.x_px, p.y_px));
  }
  last_pointer_px_ = {p.x_px, p.y_px};
  if (result.click_px) {
    const Under hit = under(result.click_px->x, result.click_px->y);
    if (hit.loaded)
      host_requests_.push_back(
          {HostRequest::Kind::loaded_column, std::to_string(pipeline_.columns().tree().given(*hit.loaded))});
    else
      act(Select{hit.asset ? Selection{*hit.asset} : Selection{}});
  }
  if (result.drag_ended && !session_.reduced_motion && glm::length(drag_speed_px_per_s_) > 60 * pixel_ratio_)
    motion_.start_inertia(pose(), layout_.viewport, drag_speed_px_per_s_);
  if (p.phase != PointerPhase::move) drag_speed_px_per_s_ = {0, 0};
  return true;
}

void Atlas::hover(const Under& under) {
  session_.hovered_asset = under.asset;
  session_.hovered_loaded = under.loaded;
}

Atlas::Under Atlas::under(double x_px, double y_px) const {
  const CameraMatrices camera = matrices(pose(), layout_.viewport);
  const std::optional<Picked> picked =
      pick(pipeline_.scene(), slots_.shown(), camera, x_px, y_px, pixel_ratio_, kPickSlack_px);
  Under under;
  if (picked) under.asset = AssetIx(size_t{picked->hit.slot});
  if (!session_.loaded_shown) return under;
  const auto loaded = pick_loaded(pipeline_.scene().loaded, loaded_time_.shown(), camera, x_px, y_px, pixel_ratio_);
  // Blocks are glass: what stands behind a roof is reached through it.
  if (!loaded || (picked && !picked->through && picked->hit.distance < loaded->distance)) return under;
  return {std::nullopt, loaded->place};
}

}  // namespace atlas
