// A block's walls and roof; heights come from the slot's state.
// use lib/frame.glsl
// use lib/polar.glsl
// use lib/slots.glsl
layout(location = 0) in vec3 a_dir;
layout(location = 1) in vec3 a_normal;
layout(location = 2) in float a_along;
layout(location = 3) in uint a_slot_level;
layout(location = 4) in float a_band;
out vec3 v_dir;
out vec3 v_normal;
out float v_along;
out float v_height;
flat out int v_slot;
flat out int v_band;
flat out int v_inner;  // 1: only what is seen from inside

void main() {
  int slot = int((a_slot_level & 0x7fffffffu) >> 3u), level = int((a_slot_level >> 1u) & 3u);
  v_inner = int(a_slot_level >> 31u);
  vec4 tops = heights_of(slot);
  v_height = level == 0 ? 0.0 : tops[level - 1];
  v_dir = a_dir;
  v_normal = a_normal;
  v_along = a_along;
  v_slot = slot;
  v_band = int(a_band + 0.5);
  gl_Position = clip_from_world * vec4(a_dir * (1.0 + v_height), 1.0);
  bool flat_band = v_band < 3 && tops[v_band] - (v_band == 0 ? 0.0 : tops[v_band - 1]) < 1e-7;
  if (flat_band || tops.z < 1e-7 || look_of(slot).x <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
