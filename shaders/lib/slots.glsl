// State per asset and part (src/scene/scene.h).
uniform sampler2D t_slots;
uniform sampler2D t_state;
uniform sampler2D t_parts;
vec4 slot_texel(int index) { return texelFetch(t_slots, ivec2(index % 256, index / 256), 0); }
// Holds (gas, liquids, oil) and deal stage of an asset, or of a part from misc.y on; 48 steps of a byte each.
vec4 state_texel(int index) { return texelFetch(t_state, ivec2(index % 256, index / 256), 0) * (255.0 / 48.0); }
vec4 heights_of(int slot) { return slot_texel(2 * slot); }
vec4 holds_of(int slot) { return vec4(state_texel(slot).xyz, slot_texel(2 * slot + 1).y); }
vec4 look_of(int slot) {
  vec4 look = slot_texel(2 * slot + 1);
  return vec4(look.x, state_texel(slot).w, look.zw);
}

// Holds (gas, liquids, oil) and deal stage of the part that covers this ground, or the asset's own.
vec4 part_state(int slot, vec3 dir) {
  float part = floor(textureLod(t_parts, square_uv(to_plane(dir)), 0.0).r * 255.0 + 0.5);
  if (part > 0.5) return state_texel(int(misc.y + part - 0.5));
  return vec4(holds_of(slot).xyz, look_of(slot).y);
}
// The same for a point on the outline: looks a few texels inside, as the raster ends a little before or behind it.
vec4 part_state_inside(int slot, vec3 dir, vec3 inward) {
  for (int i = 1; i < 4; ++i) {
    vec3 at = dir + inward * (float(i) * 0.0013);
    float part = floor(textureLod(t_parts, square_uv(to_plane(normalize(at))), 0.0).r * 255.0 + 0.5);
    if (part > 0.5) return state_texel(int(misc.y + part - 0.5));
  }
  return vec4(holds_of(slot).xyz, look_of(slot).y);
}
float heaviest(vec3 holds) { return max(holds.x, max(holds.y, holds.z)); }
// Heaviest among the commodities that have a height.
float heaviest_of(vec3 holds, vec3 tops) {
  float h = tops.x > 1e-7 ? holds.x : 0.0;
  if (tops.y > tops.x + 1e-7) h = max(h, holds.y);
  if (tops.z > tops.y + 1e-7) h = max(h, holds.z);
  return h;
}
float topmost_of(vec3 values, vec3 tops) {
  if (tops.z > tops.y + 1e-7) return values.z;
  return tops.y > tops.x + 1e-7 ? values.y : values.x;
}
