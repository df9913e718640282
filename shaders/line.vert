// A piece of a line as a quad in the window. Its four vertices are alike, the number says which corner it is: instances
// of four vertices are slow on many drivers.
// use lib/frame.glsl
layout(location = 0) in vec3 a_from;
layout(location = 1) in vec3 a_to;
layout(location = 2) in vec2 a_along;
layout(location = 3) in uint a_kind;
layout(location = 4) in vec3 a_arc;  // arcs only: length of the whole way, width, when it was born
out vec3 v_at;
out float v_along;
out float v_across;   // device px from the middle
flat out uint v_kind;
out float v_share;          // of an arc's way, from the asset
flat out float v_grown;     // how far along it is drawn
flat out float v_width_px;  // CSS px

void main() {
  float sides = float(gl_VertexID & 1) * 2.0 - 1.0;
  bool at_end = (gl_VertexID & 2) != 0;
  vec4 style = line_style[a_kind];
  vec4 from = clip_from_world * vec4(a_from, 1.0), to = clip_from_world * vec4(a_to, 1.0);
  v_kind = a_kind;
  v_at = at_end ? a_to : a_from;
  v_along = at_end ? a_along.y : a_along.x;
  bool arc = a_arc.x > 0.0;
  v_share = arc ? v_along / a_arc.x : 0.0;
  float age = clamp((misc.w - a_arc.z) / 0.5, 0.0, 1.0);
  v_grown = arc ? age * age * (3.0 - 2.0 * age) : 1.0;
  v_width_px = style.x * (arc ? a_arc.y : 1.0);
  bool behind = dot(a_from, eye.xyz) < 0.9 && dot(a_to, eye.xyz) < 0.9;
  if (style.w < 0.5 || from.w < 1e-4 || to.w < 1e-4 || (behind && length(a_from) < 1.001)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    v_across = 0.0;
    return;
  }
  vec2 half_window = 0.5 * viewport.xy;
  vec2 way = (to.xy / to.w - from.xy / from.w) * half_window;
  float length_px = length(way);
  vec2 normal = length_px > 1e-4 ? vec2(-way.y, way.x) / length_px : vec2(0.0, 1.0);
  v_across = sides * (0.5 * v_width_px * viewport.z + 1.0);
  vec4 at = at_end ? to : from;
  gl_Position = at + vec4(normal * v_across / half_window * at.w, 0.0, 0.0);
}
