#include "render/draw_state.h"

namespace atlas {

void ToldState::toggle(int& told, bool on, GLenum what) {
  if (told == static_cast<int>(on)) return;
  told = static_cast<int>(on);
  if (on)
    glEnable(what);
  else
    glDisable(what);
}

void ToldState::set(const DrawState& wanted) {
  toggle(depth_test_, wanted.depth != DepthRule::off, GL_DEPTH_TEST);
  if (wanted.depth != DepthRule::off) {
    const GLenum compare = wanted.depth == DepthRule::fill     ? GL_ALWAYS
                           : wanted.depth == DepthRule::behind ? GL_GREATER
                                                               : GL_LEQUAL;
    const bool writes = wanted.depth == DepthRule::fill || wanted.depth == DepthRule::write;
    if (depth_compare_ != static_cast<int>(compare)) glDepthFunc(compare);
    depth_compare_ = static_cast<int>(compare);
    if (depth_write_ != static_cast<int>(writes)) glDepthMask(writes ? GL_TRUE : GL_FALSE);
    depth_write_ = static_cast<int>(writes);
  }
  toggle(blend_, wanted.blend != Blend::off, GL_BLEND);
  if (wanted.blend != Blend::off && blend_kind_ != static_cast<int>(wanted.blend)) {
    blend_kind_ = static_cast<int>(wanted.blend);
    if (wanted.blend == Blend::add)
      glBlendFunc(GL_ONE, GL_ONE);
    else
      glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  }
  toggle(cull_, wanted.cull_back, GL_CULL_FACE);
  if (wanted.push_back && push_ != 1) glPolygonOffset(1.0f, 2.0f);
  toggle(push_, wanted.push_back, GL_POLYGON_OFFSET_FILL);
}

void ToldState::use_program(GLuint name) {
  if (program_ == static_cast<int64_t>(name)) return;
  program_ = name;
  glUseProgram(name);
}

void ToldState::bind_array(GLuint name) {
  if (array_ == static_cast<int64_t>(name)) return;
  array_ = name;
  glBindVertexArray(name);
}

}  // namespace atlas
