#include "platform/imgui_gl.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace atlas {

ImGuiGl::~ImGuiGl() {
  if (ready_ && ImGui::GetCurrentContext() != nullptr) ImGui_ImplOpenGL3_Shutdown();
}

void ImGuiGl::draw(ImDrawData* data, uint32_t font_version) {
  if (data == nullptr) return;
  if (!ready_) {
    ready_ = ImGui_ImplOpenGL3_Init(nullptr);
    font_version_ = 0;
  }
  if (font_version_ != font_version) {
    if (font_version_ != 0) ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_NewFrame();  // makes device objects and the font texture when there are none
    if (font_version_ != 0) ImGui_ImplOpenGL3_CreateFontsTexture();
    font_version_ = font_version;
  }
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

void ImGuiGl::forget() {
  // Deleting names of a lost context is legal and does nothing, so the backend's own shutdown serves.
  if (ready_) ImGui_ImplOpenGL3_Shutdown();
  ready_ = false;
  font_version_ = 0;
}

}  // namespace atlas
