#pragma once

// Shader programs out of the embedded files of shaders/. A line `// use lib/x.glsl` at the head of a file is replaced
// by that file.
#include <string>

#include "base/result.h"
#include "render/object.h"

namespace atlas {

/// Names without folder and ending: shaders/<vertex>.vert, shaders/<fragment>.frag.
struct ProgramSource {
  const char* vertex = nullptr;
  const char* fragment = nullptr;
};

class Program {
 public:
  Program() = default;
  /// Faults carry the compiler's log. Samplers and the frame block are bound to their fixed units.
  static Result<Program> create(ContextLife& life, const ProgramSource& source);
  void use() const { object_.life().told.use_program(object_.name()); }
  /// -1 when the program doesn't use it; asked once, not per frame.
  GLint location(const char* uniform) const { return glGetUniformLocation(object_.name(), uniform); }

 private:
  Object<ShaderProgramKind> object_;
};

/// The text of shaders/<name> with its uses filled in; empty when there is no such file.
std::string shader_text(const std::string& name);

}  // namespace atlas
