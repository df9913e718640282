// use lib/frame.glsl
// use lib/polar.glsl
// use lib/slots.glsl
in vec3 v_at;
in float v_along;
in float v_across;
flat in float v_half_px;
flat in int v_slot;
flat in int v_line;
flat in vec3 v_inward;
flat in float v_height;
flat in float v_thick_px;
out vec4 o_colour;
uniform float u_strength;  // 1 in front, less where it is seen through glass

float km(float length_km) { return length_km / kRadius_km; }
float line_cover(float width_px) {
  float width = width_px * viewport.z;
  return clamp(0.5 * max(width, 1.0) + 0.5 - abs(v_across), 0.0, 1.0) * min(1.0, width);
}
float dash_cover(float on_px, float off_px) {
  float period = on_px + off_px;
  float from_dash = abs(mod(v_along / glass.z, period) - 0.5 * on_px);
  from_dash = min(from_dash, period - from_dash);
  return clamp((0.5 * on_px - from_dash) * viewport.z + 0.5, 0.0, 1.0);
}

void main() {
  vec3 dir = normalize(v_at);
  // Nothing shows through the globe.
  vec3 direction = normalize(v_at - eye.xyz);
  float towards = -dot(eye.xyz, direction);
  vec3 nearest = eye.xyz + direction * towards;
  if (dot(nearest, nearest) < 0.9985 && length(v_at - eye.xyz) > towards) discard;

  vec4 look = look_of(v_slot);
  vec3 tops = heights_of(v_slot).xyz;
  float highlight = holds_of(v_slot).w;
  vec4 state = part_state_inside(v_slot, dir, v_inward);
  float hold_level = heaviest_of(state.xyz, tops);
  float stage = state.w;
  vec4 colour = edge;
  float scale = viewport.z > 2.4 ? 0.78 : 1.0;
  if (v_line == 0) {
    // Of a pane only the top is drawn, or its lines would add up.
    colour.a = 0.55 * line_cover(0.8 * scale) * smoothstep(3.0, 8.0, v_thick_px);
    if (stage > 0.5) {
      // 1 ended, 2 pledged, 3 signed, 4 suspended, 5 operating
      float cover = line_cover(2.0);
      if (stage < 1.5) cover = 0.22 * line_cover(1.0);
      else if (stage < 2.5) cover *= 0.60 * dash_cover(2.0, 4.0);
      else if (stage < 3.5) cover *= 0.70;
      else if (stage < 4.5) cover *= 0.70 * dash_cover(10.0, 6.0);
      else cover *= 0.90;
      // Seen through glass too, as it lies at the foot.
      colour = vec4(deal.rgb, u_strength < 0.99 ? 0.4 * cover / u_strength : cover);
    }
  } else if (v_line == 3) {
    float tall = clamp(0.78 + v_height / km(300.0), 0.0, 1.15);
    colour.a = (on_paper() ? 0.85 : 0.90) * min(1.0, tall) * line_cover((on_paper() ? 1.0 : 1.15) * scale * max(1.0, tall));
    if (stage > 1.5 && hold_level < 1.5) colour.a *= smoothstep(2.0, 6.0, v_thick_px);  // the deal's rim stands there
    if (hold_level > 1.5) {
      float rim = min(1.0, 0.5 + v_height / km(130.0));
      bool thick = hold_level > 2.5 && v_height > km(60.0);
      colour = vec4(hold.rgb, rim * 0.92 * line_cover((thick ? 1.7 : 1.25) * scale));
    }
    if (highlight > 0.5) {
      vec3 bright = hold_level > 1.5 ? hold.rgb : ink.rgb;
      colour = vec4(bright, max(colour.a, line_cover(highlight > 1.5 ? 2.4 : 2.0)));
    }
  } else if (v_line == 4) {
    colour.a = 0.35 * line_cover(0.8 * scale) * step(0.99, u_strength);
  } else if (v_line == 5) {
    colour = vec4(ghost.rgb, line_cover(1.8) * dash_cover(7.0, 5.0));
  } else {
    colour.a = 0.55 * line_cover(1.0 * scale) * smoothstep(2.5, 6.0, v_thick_px);
  }
  if ((int(look.w + 0.5) & 8) != 0) colour.a *= 0.45;
  colour.a *= look.x * u_strength;
  if (colour.a <= 0.003) discard;
  o_colour = colour;
}
