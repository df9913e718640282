#include "render/program.h"

#include <iterator>
#include <string_view>
#include <vector>

#include "render/frame_block.h"
#include "render/texture.h"
#include "shaders.h"

namespace atlas {
namespace {

class Shader {
 public:
  explicit Shader(GLenum kind) : name_(glCreateShader(kind)) {}
  Shader(const Shader&) = delete;
  Shader& operator=(const Shader&) = delete;
  ~Shader() { glDeleteShader(name_); }
  GLuint name() const { return name_; }

  /// The log if it doesn't compile.
  std::string compile(const std::string& text) {
    const std::string whole = kShaderPrefix + text;
    const char* source = whole.c_str();
    glShaderSource(name_, 1, &source, nullptr);
    glCompileShader(name_);
    GLint fine = 0;
    glGetShaderiv(name_, GL_COMPILE_STATUS, &fine);
    if (fine) return {};
    std::vector<char> log(8192);
    glGetShaderInfoLog(name_, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return std::string("doesn't compile: ") + log.data();
  }

 private:
  GLuint name_ = 0;
};

std::string_view embedded(std::string_view name) {
  for (const EmbeddedText& file : kShaders)
    if (name == file.name) return file.text;
  return {};
}

Fault shader_fault(const std::string& file, const std::string& what) {
  Fault fault;
  fault.file = "shaders/" + file;
  fault.what = what;
  return fault;
}

}  // namespace

std::string shader_text(const std::string& name) {
  static constexpr std::string_view kUse = "// use ";
  std::string out;
  std::string_view rest = embedded("shaders/" + name);
  while (!rest.empty()) {
    const size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    out += line.substr(0, kUse.size()) == kUse ? shader_text(std::string(line.substr(kUse.size()))) : std::string(line);
    out += '\n';
  }
  return out;
}

Result<Program> Program::create(ContextLife& life, const ProgramSource& source) {
  const std::string vertex_file = std::string(source.vertex) + ".vert";
  const std::string fragment_file = std::string(source.fragment) + ".frag";
  Shader vertex(GL_VERTEX_SHADER), fragment(GL_FRAGMENT_SHADER);
  Faults faults;
  if (std::string log = vertex.compile(shader_text(vertex_file)); !log.empty())
    faults.push_back(shader_fault(vertex_file, log));
  if (std::string log = fragment.compile(shader_text(fragment_file)); !log.empty())
    faults.push_back(shader_fault(fragment_file, log));
  if (!faults.empty()) return faults;

  Program program;
  program.object_ = Object<ShaderProgramKind>(life);
  const GLuint name = program.object_.name();
  glAttachShader(name, vertex.name());
  glAttachShader(name, fragment.name());
  glLinkProgram(name);
  GLint fine = 0;
  glGetProgramiv(name, GL_LINK_STATUS, &fine);
  if (!fine) {
    std::vector<char> log(8192);
    glGetProgramInfoLog(name, static_cast<GLsizei>(log.size()), nullptr, log.data());
    return shader_fault(vertex_file, std::string("doesn't link: ") + log.data());
  }
  program.use();
  for (int unit = 0; unit < static_cast<int>(std::size(kSamplerNames)); ++unit)
    if (const GLint at = program.location(kSamplerNames[unit]); at >= 0) glUniform1i(at, unit);
  const GLuint block = glGetUniformBlockIndex(name, "Frame");
  if (block != GL_INVALID_INDEX) glUniformBlockBinding(name, block, kFrameBinding);
  return program;
}

}  // namespace atlas
