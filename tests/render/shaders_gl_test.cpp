// The web's dialect: every pair of shaders compiles and links as ES 3.00 too.
#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "render/program.h"

using namespace atlas;

namespace {

constexpr const char* kPrefix =
    "#version 300 es\nprecision highp float;\nprecision highp int;\nprecision highp sampler2D;\n";

struct EsContext {
  EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  EGLContext context = EGL_NO_CONTEXT;
  EsContext() {
    eglInitialize(display, nullptr, nullptr);
    eglBindAPI(EGL_OPENGL_ES_API);
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
    context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, version);
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
  }
  ~EsContext() {
    eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display, context);
  }
};

GLuint compiled(GLenum kind, const std::string& file) {
  const std::string body = shader_text(file);
  CAPTURE(file);
  REQUIRE(!body.empty());
  const std::string text = kPrefix + body;
  const char* source = text.c_str();
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  GLint fine = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &fine);
  char log[4096] = "";
  glGetShaderInfoLog(shader, sizeof log, nullptr, log);
  CAPTURE(log);
  REQUIRE(fine);
  return shader;
}

}  // namespace

TEST_CASE("all shaders compile and link as ES 3.00", "[render][gl]") {
  const EsContext context;
  REQUIRE(context.context != EGL_NO_CONTEXT);
  const std::pair<const char*, const char*> pairs[] = {
      {"fullscreen", "globe"}, {"fullscreen", "tint"}, {"fullscreen", "copy"}, {"ground", "ground"},
      {"line", "line"},        {"way", "way"},         {"block", "block"},     {"edge", "edge"},
      {"column", "column"},    {"ring", "ring"},       {"glyph", "glyph"},     {"dot", "dot"}};
  for (const auto& [vertex, fragment] : pairs) {
    const GLuint program = glCreateProgram();
    glAttachShader(program, compiled(GL_VERTEX_SHADER, std::string(vertex) + ".vert"));
    glAttachShader(program, compiled(GL_FRAGMENT_SHADER, std::string(fragment) + ".frag"));
    glLinkProgram(program);
    GLint fine = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &fine);
    char log[4096] = "";
    glGetProgramInfoLog(program, sizeof log, nullptr, log);
    CAPTURE(vertex, fragment, log);
    REQUIRE(fine);
    glDeleteProgram(program);
  }
}
