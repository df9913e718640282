#pragma once

// What a draw asks of depth, blending and culling, as data; what is already so is not said to GL again.
#include <cstdint>

#include "render/gl.h"

namespace atlas {

enum class DepthRule : uint8_t {
  off,
  fill,    ///< written, never tested
  write,   ///< tested and written
  test,    ///< tested
  behind,  ///< only what lies behind
};
enum class Blend : uint8_t {
  off,
  over,  ///< by alpha, over what is there
  add,
};
struct DrawState {
  DepthRule depth = DepthRule::off;
  Blend blend = Blend::over;
  bool cull_back = false;
  bool push_back = false;  ///< depth a little farther, so that edges stand before their faces
};

/// What GL was last told.
class ToldState {
 public:
  void set(const DrawState& wanted);
  void use_program(GLuint name);
  void bind_array(GLuint name);
  /// Someone else may have drawn.
  void forget() { *this = ToldState(); }

 private:
  static constexpr int kUnknown = -1;
  void toggle(int& told, bool on, GLenum what);
  int depth_test_ = kUnknown, depth_write_ = kUnknown, blend_ = kUnknown, cull_ = kUnknown, push_ = kUnknown;
  int depth_compare_ = kUnknown, blend_kind_ = kUnknown;
  int64_t program_ = kUnknown, array_ = kUnknown;
};

}  // namespace atlas
