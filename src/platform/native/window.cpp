#include "platform/native/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cstdlib>
#include <memory>

#include "platform/native/key_codes.h"
#include "render/panel_painter.h"

namespace atlas {
namespace {

struct GlfwRuntime {
  bool ok = glfwInit() == GLFW_TRUE;
  GlfwRuntime() = default;
  GlfwRuntime(const GlfwRuntime&) = delete;
  GlfwRuntime& operator=(const GlfwRuntime&) = delete;
  ~GlfwRuntime() {
    if (ok) glfwTerminate();
  }
};
struct DestroyWindow {
  void operator()(GLFWwindow* window) const { glfwDestroyWindow(window); }
};
using Window = std::unique_ptr<GLFWwindow, DestroyWindow>;

Modifiers modifiers_of(int mods) {
  return {(mods & GLFW_MOD_CONTROL) != 0, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0,
          (mods & GLFW_MOD_SUPER) != 0};
}

// GLFW counts in window units; the atlas in framebuffer pixels.
double px_per_unit(GLFWwindow* window) {
  int w = 1, fw = 1;
  glfwGetWindowSize(window, &w, nullptr);
  glfwGetFramebufferSize(window, &fw, nullptr);
  return w > 0 ? static_cast<double>(fw) / w : 1.0;
}

Atlas& atlas_of(GLFWwindow* window) { return *static_cast<Atlas*>(glfwGetWindowUserPointer(window)); }

PointerInput pointer_at(GLFWwindow* window, PointerPhase phase) {
  PointerInput p;
  double x = 0, y = 0;
  glfwGetCursorPos(window, &x, &y);
  const double k = px_per_unit(window);
  p.phase = phase;
  p.x_px = x * k;
  p.y_px = y * k;
  return p;
}

void install_callbacks(GLFWwindow* window) {
  glfwSetCursorPosCallback(window,
                           [](GLFWwindow* w, double, double) { atlas_of(w).take(pointer_at(w, PointerPhase::move)); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
    PointerInput p = pointer_at(w, action == GLFW_PRESS ? PointerPhase::down : PointerPhase::up);
    p.button = button;
    p.modifiers = modifiers_of(mods);
    atlas_of(w).take(p);
  });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
    if (entered == GLFW_FALSE) atlas_of(w).take(pointer_at(w, PointerPhase::leave));
  });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double dx, double dy) {
    const PointerInput p = pointer_at(w, PointerPhase::move);
    atlas_of(w).take(WheelInput{p.x_px, p.y_px, -dy, -dx, {}});
  });
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int mods) {
    const char* code = code_of_glfw_key(key);
    if (code != nullptr) atlas_of(w).take(KeyInput{code, action != GLFW_RELEASE, modifiers_of(mods)});
  });
  glfwSetCharCallback(window,
                      [](GLFWwindow* w, unsigned code_point) { atlas_of(w).take(TextInput{utf8_of(code_point)}); });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { atlas_of(w).redraw(); });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int width, int height) {
    float scale = 1;
    glfwGetWindowContentScale(w, &scale, nullptr);
    atlas_of(w).resize(width, height, scale);
  });
}

void do_host_requests(Atlas& atlas, GLFWwindow* window) {
  for (const HostRequest& request : atlas.take_host_requests()) {
    if (request.kind == HostRequest::Kind::copy_text) glfwSetClipboardString(window, request.text.c_str());
    // An address from the data is only ever passed as one quoted argument, and only if it is a web address.
    if (request.kind == HostRequest::Kind::open_url && request.text.rfind("http", 0) == 0 &&
        request.text.find_first_of("'\\\n") == std::string::npos) {
      const std::string command = "xdg-open '" + request.text + "' >/dev/null 2>&1 &";
      if (std::system(command.c_str()) != 0) glfwSetClipboardString(window, request.text.c_str());
    }
  }
}

}  // namespace

Result<bool> run_window(Atlas& atlas, int width_px, int height_px, const std::function<bool()>& with_context) {
  const GlfwRuntime glfw;
  if (!glfw.ok) return Fault{"", 0, "view", "no display to open a window on; `render` needs none", ""};
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  const Window window(glfwCreateWindow(width_px, height_px, "Arctic Reserves Atlas", nullptr, nullptr));
  if (!window) return Fault{"", 0, "view", "this display has no OpenGL 3.3", ""};
  glfwMakeContextCurrent(window.get());
  glfwSwapInterval(1);
  glfwSetWindowUserPointer(window.get(), &atlas);
  install_callbacks(window.get());

  Result<std::unique_ptr<Renderer>> renderer = Renderer::create();
  if (!renderer.ok()) return renderer.faults();
  if (!with_context()) return false;
  PanelPainter panels;
  int fw = width_px, fh = height_px;
  float scale = 1;
  glfwGetFramebufferSize(window.get(), &fw, &fh);
  glfwGetWindowContentScale(window.get(), &scale, nullptr);
  atlas.resize(fw, fh, scale);

  double last_s = glfwGetTime();
  while (glfwWindowShouldClose(window.get()) == GLFW_FALSE) {
    if (atlas.frame_due()) {
      glfwPollEvents();
      const double now_s = glfwGetTime();
      atlas.step(now_s - last_s);
      atlas.draw(**renderer, 0);
      panels.draw(atlas.ui().lists(), atlas.ui().font());
      last_s = now_s;
      glfwSwapBuffers(window.get());
    } else {
      glfwWaitEvents();
      last_s = glfwGetTime();
    }
    do_host_requests(atlas, window.get());
  }
  return true;
}

}  // namespace atlas
