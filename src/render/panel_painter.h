#pragma once

// The interface's triangles, over the globe: uploaded when they differ, drawn from where they lie as long as they
// don't. Dear ImGui's own backend asks GL for its state before it draws, and in a browser each question waits until the
// process that draws has caught up.
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "render/counters.h"

namespace atlas {

/// As Dear ImGui lays its vertices out.
struct PanelVertex {
  float x_px, y_px, u, v;
  std::array<uint8_t, 4> colour_srgb;
};
struct PanelLists {
  int width_px = 0, height_px = 0;  ///< of the window
  std::vector<PanelVertex> vertices;
  std::vector<uint32_t> indices;
  uint32_t version = 0;  ///< grows when anything above changes
};
/// Letters and edges: how much of a texel is covered, a byte each.
struct PanelFont {
  std::span<const uint8_t> cover;
  int width = 0, height = 0;
  uint32_t version = 0;
};

class PanelPainter {
 public:
  PanelPainter();
  ~PanelPainter();
  /// Into the framebuffer and viewport that Renderer::draw left. Needs a current context.
  void draw(const PanelLists& lists, const PanelFont& font);
  /// The context is gone: forget all names without touching GL. The next draw builds everything again.
  void forget();
  /// Of the last draw.
  Counters counters() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace atlas
