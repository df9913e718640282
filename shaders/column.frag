// use lib/frame.glsl
// use lib/colour.glsl
// use lib/polar.glsl
// use lib/slots.glsl
// use lib/hatch.glsl
in vec3 v_at;
in vec3 v_normal;
in float v_height;
in float v_from_axis;
in float v_turn;
flat in int v_slot;
flat in float v_top;
flat in float v_px;
out vec4 o_colour;

void main() {
  vec4 tops = heights_of(v_slot);
  vec4 holds = holds_of(v_slot);
  vec4 look = look_of(v_slot);
  int category = int(look.z + 0.5), flags = int(look.w + 0.5);
  bool flat_disc = v_top < 0.0002;
  vec3 colour = commodity[clamp(category, 0, 5)].rgb;
  if (category < 3 && !flat_disc) {
    float edge_width = max(1e-7, fwidth(v_height));
    colour = commodity[0].rgb;
    colour = mix(colour, commodity[1].rgb, clamp((v_height - tops.x) / edge_width + 0.5, 0.0, 1.0));
    if (tops.z > tops.y + 1e-7)
      colour = mix(colour, commodity[2].rgb, clamp((v_height - tops.y) / edge_width + 0.5, 0.0, 1.0));
    if (tops.x > tops.z - 1e-7) colour = commodity[0].rgb;
  }
  float hold_level = max(holds.x, max(holds.y, holds.z));
  colour = greyed(colour, hold_level);
  float lit = clamp(0.5 + 0.5 * dot(v_normal, light.xyz), 0.0, 1.0);
  colour *= on_paper() ? mix(0.66, 1.0, lit) : mix(0.62, 1.10, lit);
  if (!flat_disc && v_from_axis > 0.999) colour *= mix(0.80, 1.0, smoothstep(0.0, 0.006, v_height));
  vec3 lines = hatch(to_plane(normalize(v_at)) + vec2(0.0, v_height), hold_level);
  if (v_px > 8.0) colour = mix(colour, hatch_wall.rgb, lines.x * lines.y);
  // The top ring says held, at any size.
  if (hold_level > 1.5) {
    float ring = smoothstep(0.60, 0.72, v_from_axis);
    if (v_from_axis > 0.999) {
      float from_top_px = (v_top - v_height) / max(1e-7, fwidth(v_height)) / viewport.z;
      ring = flat_disc ? 1.0 : 1.0 - smoothstep(1.2, 2.2, from_top_px);
    }
    colour = mix(colour, hold.rgb, 0.9 * ring);
  }
  // A crisp rim; thin and dashed where the figure was not read in its source.
  bool unverified = (flags & 1) != 0;
  float rim_px = (1.0 - v_from_axis) / max(1e-6, fwidth(v_from_axis)) / viewport.z;
  if (v_from_axis > 0.999) rim_px = flat_disc ? 9.0 : (v_top - v_height) / max(1e-7, fwidth(v_height)) / viewport.z;
  float rim = 1.0 - smoothstep(-0.5, 0.5, rim_px - (unverified ? 0.6 : 1.1));
  if (unverified) rim *= 0.75 * smoothstep(-0.3, 0.3, cos(6.2831853 * 8.0 * v_turn));
  if (v_px > 5.0) colour = mix(colour, hold_level > 1.5 ? hold.rgb : edge.rgb, 0.9 * rim);
  if (holds.w > 0.5) colour = mix(colour, ink.rgb, 0.18 * holds.w);
  if ((flags & 8) != 0) look.x *= 0.45;
  if (category == 5) look.x *= 0.8;
  o_colour = vec4(colour * light_on_figures(normalize(v_at)), look.x);
}
