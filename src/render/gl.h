#pragma once

// The one include of OpenGL and the one #if for it. The desktop has GL 3.3 core through libepoxy, the web ES 3.0; all
// code and shaders keep to what both have in common.
#if defined(__EMSCRIPTEN__)
#include <GLES3/gl3.h>
#else
#include <epoxy/gl.h>
#endif

namespace atlas {

#if defined(__EMSCRIPTEN__)
inline constexpr const char* kShaderPrefix =
    "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n"
    "precision highp usampler2DArray;\n";
/// ES converts to sRGB whenever the target's format says so.
inline void convert_to_srgb_on_write(bool) {}
inline constexpr bool kHalfFloatTargetsAreCore = false;
#else
inline constexpr const char* kShaderPrefix = "#version 330 core\n";
inline void convert_to_srgb_on_write(bool on) { on ? glEnable(GL_FRAMEBUFFER_SRGB) : glDisable(GL_FRAMEBUFFER_SRGB); }
inline constexpr bool kHalfFloatTargetsAreCore = true;
#endif

}  // namespace atlas
