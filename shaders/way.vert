// The faces of the three bands of all blocks: walls once, the roof once for each of the four levels (instances).
// use lib/frame.glsl
// use lib/polar.glsl
// use lib/slots.glsl
layout(location = 0) in vec3 a_dir;
layout(location = 3) in uint a_slot_level;
layout(location = 4) in float a_band;
out vec3 v_at;
flat out vec3 v_weight;   // gas, liquids, oil
flat out float v_grey;
uniform int u_roofs;

float grey_of(float hold_level) { return hold_level < 0.5 ? 0.0 : hold_level < 1.5 ? 0.12 : hold_level < 2.5 ? 0.45 : 0.82; }

void main() {
  int slot = int(a_slot_level >> 3u);
  int level = u_roofs == 1 ? gl_InstanceID : int((a_slot_level >> 1u) & 3u);
  vec4 tops = heights_of(slot);
  vec4 look = look_of(slot);
  float height = level == 0 ? 0.0 : tops[level - 1];
  int band = int(a_band + 0.5);
  // A level is the top of the band below it and the foot of the band above.
  if (u_roofs == 1)
    v_weight = level == 0   ? vec3(-1.0, 0.0, 0.0)
               : level == 1 ? vec3(1.0, -1.0, 0.0)
               : level == 2 ? vec3(0.0, 1.0, -1.0)
                            : vec3(0.0, 0.0, 1.0);
  else
    v_weight = vec3(band == 0, band == 1, band == 2);
  bool muted = (int(look.w + 0.5) & 8) != 0;
  v_weight *= look.x * (muted ? 0.45 : 1.0);
  v_grey = grey_of(heaviest_of(holds_of(slot).xyz, tops.xyz));
  v_at = a_dir * (1.0 + height);
  gl_Position = clip_from_world * vec4(v_at, 1.0);
  if (tops.z < 1e-7 || look.x <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
