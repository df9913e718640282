#include "platform/native/key_codes.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <utf8.h>

#include <iterator>

namespace atlas {

const char* code_of_glfw_key(int key) {
  static constexpr const char* kLetters[] = {"KeyA", "KeyB", "KeyC", "KeyD", "KeyE", "KeyF", "KeyG", "KeyH", "KeyI",
                                             "KeyJ", "KeyK", "KeyL", "KeyM", "KeyN", "KeyO", "KeyP", "KeyQ", "KeyR",
                                             "KeyS", "KeyT", "KeyU", "KeyV", "KeyW", "KeyX", "KeyY", "KeyZ"};
  if (key >= GLFW_KEY_A && key <= GLFW_KEY_Z) return kLetters[key - GLFW_KEY_A];
  switch (key) {
    case GLFW_KEY_SPACE:
      return "Space";
    case GLFW_KEY_ESCAPE:
      return "Escape";
    case GLFW_KEY_ENTER:
      return "Enter";
    case GLFW_KEY_TAB:
      return "Tab";
    case GLFW_KEY_BACKSPACE:
      return "Backspace";
    case GLFW_KEY_DELETE:
      return "Delete";
    case GLFW_KEY_LEFT:
      return "ArrowLeft";
    case GLFW_KEY_RIGHT:
      return "ArrowRight";
    case GLFW_KEY_UP:
      return "ArrowUp";
    case GLFW_KEY_DOWN:
      return "ArrowDown";
    case GLFW_KEY_HOME:
      return "Home";
    case GLFW_KEY_END:
      return "End";
    case GLFW_KEY_PAGE_UP:
      return "PageUp";
    case GLFW_KEY_PAGE_DOWN:
      return "PageDown";
    case GLFW_KEY_MINUS:
      return "Minus";
    case GLFW_KEY_EQUAL:
      return "Equal";
    case GLFW_KEY_SLASH:
      return "Slash";
    default:
      return nullptr;
  }
}

std::string utf8_of(unsigned code_point) {
  std::string text;
  if (code_point < 0x110000 && (code_point < 0xD800 || code_point > 0xDFFF))
    utf8::unchecked::append(code_point, std::back_inserter(text));
  return text;
}

}  // namespace atlas
