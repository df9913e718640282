#pragma once

// Draws ImGui's lists with its own OpenGL backend; owns that backend's GL objects.
#include <cstdint>

struct ImDrawData;

namespace atlas {

class ImGuiGl {
 public:
  ImGuiGl() = default;
  ~ImGuiGl();
  ImGuiGl(const ImGuiGl&) = delete;
  ImGuiGl& operator=(const ImGuiGl&) = delete;

  /// Before ImGui's frame begins: its lists name the font texture, which is made anew when `font_version` grows.
  /// Needs a current GL and ImGui context.
  void prepare(uint32_t font_version);
  void draw(ImDrawData* data);
  /// The GL context is gone: drop the backend's names without touching GL.
  void forget();

 private:
  bool ready_ = false;
  uint32_t font_version_ = 0;
};

}  // namespace atlas
