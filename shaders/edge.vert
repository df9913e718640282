// The edges of blocks: for each edge of an outline six lines (foot, two separators, top, the corner, the ghost's top),
// each a quad in the window.
// use lib/frame.glsl
// use lib/polar.glsl
// use lib/slots.glsl
layout(location = 0) in vec3 a_from;
layout(location = 1) in vec3 a_to;
layout(location = 2) in vec2 a_along;
layout(location = 3) in uint a_slot;
layout(location = 4) in float a_corner;
out vec3 v_at;
out float v_along;
out float v_across;
flat out float v_half_px;
flat out int v_slot;
flat out int v_line;
flat out vec3 v_inward;
flat out float v_height;
flat out float v_thick_px;  // height of what the line borders

float km(float length_km) { return length_km / kRadius_km; }

void main() {
  int line = gl_VertexID / 4, corner = gl_VertexID & 3;
  float side = float(corner & 1) * 2.0 - 1.0;
  bool at_end = corner >= 2;
  int slot = int(a_slot);
  vec4 tops = heights_of(slot);
  vec4 look = look_of(slot);
  float highlight = holds_of(slot).w;
  float height = line == 1 ? tops.x : line == 2 ? tops.y : line == 3 ? tops.z : line == 5 ? tops.w : 0.0;

  bool drawn = look.x > 0.0 && tops.z > 1e-7;
  if (line == 1) drawn = drawn && tops.x > 1e-7 && tops.z - tops.x > 1e-7;
  if (line == 2) drawn = drawn && tops.y - tops.x > 1e-7 && tops.z - tops.y > 1e-7;
  if (line == 4) drawn = drawn && a_corner > 0.5 && tops.z > km(60.0);
  if (line == 5) drawn = look.x > 0.0 && tops.w > 1e-7;

  vec3 from = line == 4 ? a_from : a_from * (1.0 + height);
  vec3 to = line == 4 ? a_from * (1.0 + tops.z) : a_to * (1.0 + height);
  // A hair towards the eye, in front of the faces that it borders.
  vec4 clip_from = clip_from_world * vec4(mix(from, eye.xyz, 0.0015), 1.0);
  vec4 clip_to = clip_from_world * vec4(mix(to, eye.xyz, 0.0015), 1.0);
  float width = line == 0 ? 2.0 : line == 3 ? 1.75 : line == 5 ? 1.8 : 1.0;
  if (line == 3 && highlight > 0.5) width = 2.6;

  v_at = at_end ? to : from;
  v_along = at_end ? a_along.y : a_along.x;
  v_half_px = 0.5 * width * viewport.z;
  v_across = side * (v_half_px + 1.0);
  v_slot = slot;
  v_line = line;
  v_inward = normalize(cross(a_from, a_to - a_from));
  v_height = height;
  float thick = line == 1 ? min(tops.x, tops.z - tops.x) : line == 2 ? min(tops.y, tops.z - tops.y) : tops.z;
  v_thick_px = thick * px_per_radius(a_from) / viewport.z;
  if (!drawn || clip_from.w < 1e-4 || clip_to.w < 1e-4) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 half_window = 0.5 * viewport.xy;
  vec2 way = (clip_to.xy / clip_to.w - clip_from.xy / clip_from.w) * half_window;
  float length_px = length(way);
  vec2 along = length_px > 1e-4 ? way / length_px : vec2(1.0, 0.0);
  vec4 at = at_end ? clip_to : clip_from;
  // Half a width longer at both ends closes the joints.
  vec2 offset = vec2(-along.y, along.x) * v_across + along * (at_end ? 0.35 : -0.35) * v_half_px;
  gl_Position = at + vec4(offset / half_window * at.w, 0.0, 0.0);
}
