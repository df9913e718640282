#pragma once

// Owns the ImGui context: feeds it inputs, gives it fonts at the pixel ratio, runs the panels, hands out what to draw.
// Drawing itself (ImGui's OpenGL backend) belongs to platform.
#include <cstdint>
#include <span>
#include <vector>

#include "app/inputs.h"
#include "ui/panel.h"

struct ImDrawData;
struct ImGuiContext;

namespace atlas {

class Interface {
 public:
  Interface(std::vector<uint8_t> regular_font, std::vector<uint8_t> semibold_font);
  ~Interface();
  Interface(const Interface&) = delete;
  Interface& operator=(const Interface&) = delete;

  /// Rebuilds the fonts when the ratio changes.
  void resize(double width_px, double height_px, double pixel_ratio);
  /// Hands the input to ImGui. True if a panel takes it (then the globe must not).
  bool feed(const Input& input);
  /// One ImGui frame. `in` is without fonts: they are ours.
  void frame(const PanelInput& in, Session& session, Actions& ask, double dt_s);
  const Fonts& fonts() const { return fonts_; }
  ImDrawData* draw_data() const;
  /// Inputs that ImGui will only look at in the next frame.
  bool has_queued_input() const;
  bool wants_text() const;
  /// Does a window of ours lie there that isn't one of the layout's panels (a popup, a list)?
  bool popup_at(float x_px, float y_px) const;
  /// Where panels stand in this frame, popups and tooltips left out.
  std::span<const Rect_px> panels() const { return panels_; }
  /// A CSS cursor word for the pointer's place.
  const char* cursor() const;
  /// Grows when the font texture must be made anew.
  uint32_t font_version() const { return font_version_; }

 private:
  ImGuiContext* context_ = nullptr;
  std::vector<uint8_t> regular_, semibold_;
  Fonts fonts_;
  double pixel_ratio_ = 0;
  Theme theme_ = Theme::night;
  bool theme_set_ = false;
  uint32_t font_version_ = 0;
  std::vector<Rect_px> panels_;
};

}  // namespace atlas
