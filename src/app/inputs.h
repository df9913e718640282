#pragma once

// What a person does, in the words of no particular window system. Positions are device px of the window, origin top
// left. The same inputs come from GLFW, from the page and from tests.
#include <cstdint>
#include <string>
#include <variant>

namespace atlas {

struct Modifiers {
  bool ctrl = false, shift = false, alt = false, meta = false;
};
enum class PointerKind : uint8_t { mouse, touch };
enum class PointerPhase : uint8_t { move, down, up, cancel, leave };

struct PointerInput {
  PointerPhase phase = PointerPhase::move;
  PointerKind kind = PointerKind::mouse;
  int id = 0;      ///< tells fingers apart
  int button = 0;  ///< 0 left, 1 right, 2 middle
  double x_px = 0, y_px = 0;
  Modifiers modifiers;
};
struct WheelInput {
  double x_px = 0, y_px = 0;
  double steps = 0;  ///< 1 = one notch towards the person (zooms out)
  double steps_x = 0;
  Modifiers modifiers;
};
struct KeyInput {
  std::string code;  ///< as KeyboardEvent.code: "KeyN", "ArrowLeft", "Space"
  bool down = true;
  Modifiers modifiers;
};
struct TextInput {
  std::string utf8;
};
using Input = std::variant<PointerInput, WheelInput, KeyInput, TextInput>;

}  // namespace atlas
