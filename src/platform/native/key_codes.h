#pragma once

#include <string>

namespace atlas {

/// GLFW key -> KeyboardEvent.code word ("KeyN", "ArrowLeft"); null for keys that the atlas has no use for.
const char* code_of_glfw_key(int key);
/// One code point as UTF-8.
std::string utf8_of(unsigned code_point);

}  // namespace atlas
