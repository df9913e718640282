// Glass with substance (LOOK.md, "Blocks"). The tint of the way inside is laid on before; here are the surfaces.
// use lib/frame.glsl
// use lib/colour.glsl
// use lib/polar.glsl
// use lib/slots.glsl
// use lib/hatch.glsl
in vec3 v_dir;
in vec3 v_normal;
in float v_along;
in float v_height;
flat in int v_slot;
flat in int v_band;
flat in int v_inner;
out vec4 o_colour;

float km(float length_km) { return length_km / kRadius_km; }

vec4 roof(vec3 dir, vec3 at, vec3 tops, vec3 holds, float highlight) {
  float height = tops.z;
  vec3 to_eye = normalize(eye.xyz - at);
  float facing = abs(dot(dir, to_eye));
  float body = smoothstep(0.0, km(380.0), height);
  float oil_share = (tops.z - tops.y) / max(1e-7, height), liquids_share = (tops.y - tops.x) / max(1e-7, height);
  vec3 tint = mix(commodity[0].rgb, commodity[2].rgb, smoothstep(0.22, 0.62, oil_share) * 0.85);
  tint = mix(tint, commodity[1].rgb, min(0.3, 0.3 * liquids_share));
  float alpha = (on_paper() ? 0.12 : 0.13) * (0.25 + 0.75 * body);
  alpha += (on_paper() ? 0.26 : 0.20) * exp(-v_along / km(38.0)) * (0.45 + 0.55 * body);
  alpha += 0.16 * pow(1.0 - facing, 2.5);
  if (oil_share > 0.5 && height < km(40.0)) alpha *= 0.6;
  if (misc.z < 0.5)  // no sum of ways: the tint of this block alone, through its roof
    alpha += (1.0 - max(glass.y, exp(-glass.x * height / max(0.15, facing)))) * 0.7;
  float hold_level = topmost_of(holds, tops);
  float grey_level = heaviest_of(holds, tops);
  vec3 colour = greyed(mix(tint, edge.rgb, on_paper() ? 0.0 : 0.25), grey_level);
  colour *= mix(0.80, 1.06, clamp(0.5 + 0.5 * dot(dir, light.xyz), 0.0, 1.0));
  if (highlight > 0.5) alpha += 0.05 * highlight;
  if (!gl_FrontFacing) alpha *= 0.5;
  vec3 lines = hatch(to_plane(dir), hold_level);
  float strength = lines.x * lines.z * mix(0.55, 1.0, smoothstep(0.0, km(190.0), height));
  if (on_paper()) strength *= 0.8;
  vec4 sheet = vec4(colour, alpha);
  float together = 1.0 - (1.0 - sheet.a) * (1.0 - strength);
  return vec4((sheet.rgb * sheet.a * (1.0 - strength) + hatch_roof.rgb * strength) / max(1e-4, together), together);
}

vec4 wall(vec3 dir, vec3 at, vec3 tops, vec3 holds, float highlight) {
  float share = clamp(v_height / max(1e-7, tops.z), 0.0, 1.0);
  float hold_level = v_band == 0 ? holds.x : v_band == 1 ? holds.y : holds.z;
  vec3 colour = greyed(commodity[v_band].rgb, hold_level);
  vec3 normal = normalize(v_normal);
  bool front = gl_FrontFacing;
  float lit = clamp(0.5 + 0.5 * dot(front ? normal : -normal, light.xyz), 0.0, 1.0);
  colour *= on_paper() ? mix(0.60, 0.90, lit) : mix(0.66, 1.06, lit);
  colour *= mix(0.74, 1.0, smoothstep(0.0, 0.012, v_height));
  float from_top_px = (tops.z - v_height) / max(1e-7, fwidth(v_height)) / viewport.z;
  if (!on_paper()) colour *= 1.0 + 0.12 * (1.0 - smoothstep(0.0, 7.0, from_top_px));

  float full = (on_paper() ? 0.92 : 0.84) * (v_band == 0 ? mix(0.70, 1.0, share) : 1.0);
  if (hold_level > 0.5) full = max(full, 0.82);
  if (highlight > 0.5) full = min(0.96, full + 0.04 * highlight);
  // A wall between the eye and what it looks at gives way.
  float looking_at = glass.z * viewport.w / viewport.z;
  float near = 1.0 - smoothstep(0.42, 0.84, length(eye.xyz - at) / looking_at);
  full *= 1.0 - 0.8 * near;
  vec3 lines = hatch(vec2(v_along, v_height), hold_level);
  if (!front) return vec4(mix(colour, hatch_wall.rgb, 0.4 * lines.x * lines.y), 0.34);
  // A pale coat lies under the wall in full.
  float both = 1.0 - (1.0 - 0.30 * (1.0 - near)) * (1.0 - full);
  return vec4(mix(colour, hatch_wall.rgb, lines.x * lines.y), both);
}

void main() {
  vec3 dir = normalize(v_dir), at = v_dir * (1.0 + v_height);
  vec3 tops = heights_of(v_slot).xyz;
  vec4 look = look_of(v_slot);
  float highlight = holds_of(v_slot).w;
  // A wall belongs to the ground just inside of it.
  vec3 holds = v_band == 3 ? part_state(v_slot, dir).xyz : part_state_inside(v_slot, dir, -v_normal).xyz;
  vec4 colour = v_band == 3 ? roof(dir, at, tops, holds, highlight) : wall(dir, at, tops, holds, highlight);
  // Inner walls come first, front walls last; each pass leaves the other's faces out.
  if (v_band != 3 && gl_FrontFacing == (v_inner == 1)) discard;
  int flags = int(look.w + 0.5);
  if ((flags & 8) != 0) colour.a *= 0.45;
  colour.rgb *= light_on_figures(dir);
  o_colour = vec4(colour.rgb, colour.a * look.x);
}
