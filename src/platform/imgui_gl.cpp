#include "platform/imgui_gl.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace atlas {

ImGuiGl::~ImGuiGl() {
  if (ready_ && ImGui::GetCurrentContext() != nullptr) ImGui_ImplOpenGL3_Shutdown();
}

void ImGuiGl::prepare(uint32_t font_version) {
  if (!ready_) {
    ready_ = ImGui_ImplOpenGL3_Init(nullptr);
    ImGui_ImplOpenGL3_NewFrame();  // makes device objects and the font texture
  } else if (font_version_ != font_version) {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  font_version_ = font_version;
}

void ImGuiGl::draw(ImDrawData* data) {
  if (ready_ && data != nullptr) ImGui_ImplOpenGL3_RenderDrawData(data);
}

void ImGuiGl::forget() {
  // Deleting names of a lost context is legal and does nothing, so the backend's own shutdown serves.
  if (ready_) ImGui_ImplOpenGL3_Shutdown();
  ready_ = false;
  font_version_ = 0;
}

}  // namespace atlas
