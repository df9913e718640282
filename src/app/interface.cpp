#include "app/interface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <string_view>

#include "app/panel_lists.h"
#include "base/variant.h"

namespace atlas {
namespace {

// Only the keys that ImGui itself uses in text fields and lists; all others are the atlas's own (state/keys). Tab is
// the page's: ImGui would walk with it into the search field, which then takes every letter.
ImGuiKey to_imgui_key(std::string_view code) {
  struct Pair {
    std::string_view code;
    ImGuiKey key;
  };
  static constexpr Pair kPairs[] = {
      {"Backspace", ImGuiKey_Backspace},
      {"Delete", ImGuiKey_Delete},
      {"Enter", ImGuiKey_Enter},
      {"NumpadEnter", ImGuiKey_Enter},
      {"Escape", ImGuiKey_Escape},
      {"ArrowLeft", ImGuiKey_LeftArrow},
      {"ArrowRight", ImGuiKey_RightArrow},
      {"ArrowUp", ImGuiKey_UpArrow},
      {"ArrowDown", ImGuiKey_DownArrow},
      {"Home", ImGuiKey_Home},
      {"End", ImGuiKey_End},
      {"KeyA", ImGuiKey_A},
      {"KeyC", ImGuiKey_C},
      {"KeyV", ImGuiKey_V},
      {"KeyX", ImGuiKey_X},
      {"KeyZ", ImGuiKey_Z},
  };
  for (const Pair& pair : kPairs)
    if (pair.code == code) return pair.key;
  return ImGuiKey_None;
}

void add_modifiers(ImGuiIO& io, const Modifiers& m) {
  io.AddKeyEvent(ImGuiMod_Ctrl, m.ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, m.shift);
  io.AddKeyEvent(ImGuiMod_Alt, m.alt);
  io.AddKeyEvent(ImGuiMod_Super, m.meta);
}

// Windows that are as large as what they hold take their size a frame late.
constexpr int kSettling = 2;

}  // namespace

Interface::Interface(std::vector<uint8_t> regular_font, std::vector<uint8_t> semibold_font)
    : context_(ImGui::CreateContext()), regular_(std::move(regular_font)), semibold_(std::move(semibold_font)) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.BackendPlatformName = "arctic-atlas";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
}

Interface::~Interface() { ImGui::DestroyContext(context_); }

void Interface::resize(double width_px, double height_px, double pixel_ratio) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(std::max(1.0, width_px)), static_cast<float>(std::max(1.0, height_px)));
  io.DisplayFramebufferScale = ImVec2(1, 1);  // one unit is one device pixel everywhere
  if (pixel_ratio == pixel_ratio_) return;
  pixel_ratio_ = pixel_ratio;
  fonts_ = load_fonts(*io.Fonts, regular_, semibold_, pixel_ratio);
  theme_set_ = false;
  ++font_version_;
}

bool Interface::feed(const Input& input) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  return std::visit(Overloaded{
                        [&](const PointerInput& p) {
                          io.AddMouseSourceEvent(p.kind == PointerKind::touch ? ImGuiMouseSource_TouchScreen
                                                                              : ImGuiMouseSource_Mouse);
                          if (p.phase == PointerPhase::leave) {
                            pointer_px_.reset();
                            io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
                            return false;
                          }
                          if (p.id != 0) return false;  // a second finger is the globe's
                          if (p.phase == PointerPhase::move && ignores(p.x_px, p.y_px)) return false;
                          pointer_px_.reset();
                          io.AddMousePosEvent(static_cast<float>(p.x_px), static_cast<float>(p.y_px));
                          if (p.phase == PointerPhase::down) io.AddMouseButtonEvent(std::clamp(p.button, 0, 4), true);
                          if (p.phase == PointerPhase::up || p.phase == PointerPhase::cancel)
                            io.AddMouseButtonEvent(std::clamp(p.button, 0, 4), false);
                          return false;  // who owns a place is the layout's to say (Atlas asks it)
                        },
                        [&](const WheelInput& w) {
                          if (ignores(w.x_px, w.y_px)) return false;
                          pointer_px_.reset();
                          io.AddMousePosEvent(static_cast<float>(w.x_px), static_cast<float>(w.y_px));
                          io.AddMouseWheelEvent(static_cast<float>(-w.steps_x), static_cast<float>(-w.steps));
                          return false;
                        },
                        [&](const KeyInput& k) {
                          add_modifiers(io, k.modifiers);
                          const ImGuiKey key = to_imgui_key(k.code);
                          if (key != ImGuiKey_None) io.AddKeyEvent(key, k.down);
                          return io.WantTextInput;
                        },
                        [&](const TextInput& t) {
                          io.AddInputCharactersUTF8(t.utf8.c_str());
                          return io.WantTextInput;
                        },
                    },
                    input);
}

// Nothing of ImGui's lies under the pointer, nor did before: it only has to know where the pointer is when it runs
// next.
bool Interface::ignores(double x_px, double y_px) {
  const glm::vec2 at(x_px, y_px);
  if (attends() || popup_at(at.x, at.y)) return false;
  pointer_px_ = at;
  return true;
}

// Hover, a held button, a text field: ImGui has a memory and clocks of its own for these.
bool Interface::attends() const {
  const ImGuiContext& g = *context_;
  return g.InputEventsQueue.Size > 0 || g.HoveredWindow != nullptr || g.ActiveId != 0 || g.WheelingWindow != nullptr;
}

bool Interface::differs(const PanelInput& in, const Session& session) {
  const std::optional<bool> at_step = in.story ? std::optional(in.story->at_step) : std::nullopt;
  if (read_) {
    // What no panel reads is taken over, so that the rest can be compared as a whole.
    read_->state.camera = in.state.camera;
    if (!session.hovered_asset && !session.hovered_loaded) {
      read_->session.pointer_x_px = session.pointer_x_px;
      read_->session.pointer_y_px = session.pointer_y_px;
    }
    if (read_->said_version == in.said_version && read_->font_version == font_version_ && read_->at_step == at_step &&
        read_->layout == in.layout && read_->loaded == in.loaded && read_->session == session &&
        read_->state == in.state)
      return false;
  } else {
    read_.emplace();
  }
  read_->state = in.state;
  read_->session = session;
  read_->layout = in.layout;
  read_->loaded = in.loaded;
  read_->at_step = at_step;
  read_->said_version = in.said_version;
  read_->font_version = font_version_;
  return true;
}

void Interface::frame(const PanelInput& in, Session& session, Actions& ask, double dt_s) {
  if (differs(in, session) || attends())
    alike_ = 0;
  else if (alike_ >= kSettling)
    return;
  ImGui::SetCurrentContext(context_);
  if (!theme_set_ || theme_ != in.state.theme) {
    theme_ = in.state.theme;
    theme_set_ = true;
    apply_theme(theme_, pixel_ratio_);
  }
  ImGuiIO& io = ImGui::GetIO();
  if (pointer_px_) io.AddMousePosEvent(pointer_px_->x, pointer_px_->y);
  pointer_px_.reset();
  io.DeltaTime = static_cast<float>(std::clamp(dt_s, 1e-4, 0.25));
  ImGui::NewFrame();
  draw_panels(in, session, ask);
  ImGui::Render();
  panels_.clear();
  constexpr ImGuiWindowFlags kOther =
      ImGuiWindowFlags_NoMouseInputs | ImGuiWindowFlags_ChildWindow | ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_Popup;
  for (const ImGuiWindow* window : context_->Windows)
    if (window->Active && !window->Hidden && (window->Flags & kOther) == 0 && window->Size.x > 20)
      panels_.push_back({window->Pos.x, window->Pos.y, window->Size.x, window->Size.y});
  ++runs_;
  const bool alike = !take_lists() && read_->session == session;
  alike_ = alike ? alike_ + 1 : 0;
  read_->session = session;
}

// True if they differ from the last ones.
bool Interface::take_lists() {
  flatten(*ImGui::GetDrawData(), next_lists_);
  if (alike(next_lists_, lists_)) return false;
  next_lists_.version = lists_.version + 1;
  std::swap(lists_, next_lists_);
  return true;
}

PanelFont Interface::font() const {
  const ImFontAtlas& atlas = *context_->IO.Fonts;
  const auto size = static_cast<size_t>(atlas.TexWidth) * static_cast<size_t>(atlas.TexHeight);
  return {{atlas.TexPixelsAlpha8, atlas.TexPixelsAlpha8 != nullptr ? size : 0},
          atlas.TexWidth,
          atlas.TexHeight,
          font_version_};
}

bool Interface::has_queued_input() const { return context_->InputEventsQueue.Size > 0; }

bool Interface::wants_text() const { return context_->IO.WantTextInput; }

bool Interface::popup_at(float x_px, float y_px) const {
  for (const ImGuiWindow* window : context_->Windows) {
    const bool takes = (window->Flags & (ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoMouseInputs)) == 0;
    if (takes && window->WasActive && !window->Hidden && (window->Flags & ImGuiWindowFlags_ChildWindow) == 0 &&
        window->Rect().Contains(ImVec2(x_px, y_px)) && window->Size.x > 20)
      return true;
  }
  return false;
}

const char* Interface::cursor() const {
  switch (context_->MouseCursor) {
    case ImGuiMouseCursor_Hand:
      return "pointer";
    case ImGuiMouseCursor_TextInput:
      return "text";
    case ImGuiMouseCursor_ResizeEW:
      return "ew-resize";
    default:
      return "default";
  }
}

}  // namespace atlas
