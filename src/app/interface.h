#pragma once

// Owns the ImGui context: feeds it inputs, gives it fonts at the pixel ratio, runs the panels, hands out what to draw.
// While nothing differs of what the panels read (a camera that turns), their triangles stay as they are.
#include <cstdint>
#include <glm/vec2.hpp>
#include <optional>
#include <span>
#include <vector>

#include "app/inputs.h"
#include "render/panel_painter.h"
#include "ui/panel.h"

struct ImGuiContext;

namespace atlas {

/// What the panels read, but for the camera, which none of them does.
struct PanelsRead {
  State state;
  Session session;
  Layout layout;
  LoadedText loaded;
  std::optional<bool> at_step;
  uint64_t said_version = 0;
  uint32_t font_version = 0;
  bool operator==(const PanelsRead&) const = default;
};

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
  /// One ImGui frame, unless it could only draw the last one again.
  void frame(const PanelInput& in, Session& session, Actions& ask, double dt_s);
  const Fonts& fonts() const { return fonts_; }
  /// What the last frame drew.
  const PanelLists& lists() const { return lists_; }
  PanelFont font() const;
  /// How often ImGui has run, for tests.
  uint64_t runs() const { return runs_; }
  /// Inputs that ImGui will only look at in the next frame.
  bool has_queued_input() const;
  bool wants_text() const;
  /// Does a window of ours lie there that isn't one of the layout's panels (a popup, a list)?
  bool popup_at(float x_px, float y_px) const;
  /// Where panels stand in this frame, popups and tooltips left out.
  std::span<const Rect_px> panels() const { return panels_; }
  /// A CSS cursor word for the pointer's place.
  const char* cursor() const;

 private:
  bool differs(const PanelInput& in, const Session& session);
  bool ignores(double x_px, double y_px);
  bool attends() const;
  bool take_lists();

  ImGuiContext* context_ = nullptr;
  std::vector<uint8_t> regular_, semibold_;
  Fonts fonts_;
  double pixel_ratio_ = 0;
  Theme theme_ = Theme::night;
  bool theme_set_ = false;
  uint32_t font_version_ = 0;
  std::vector<Rect_px> panels_;
  std::optional<PanelsRead> read_;  ///< by the last frame
  int alike_ = 0;                   ///< frames in a row that read and drew the same as the one before
  uint64_t runs_ = 0;
  std::optional<glm::vec2> pointer_px_;  ///< over the globe: told to ImGui before its next frame
  PanelLists lists_, next_lists_;
};

}  // namespace atlas
