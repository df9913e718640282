// use lib/frame.glsl
in vec2 v_in_square;
flat in float v_ring;
flat in float v_stage;
flat in int v_part;
flat in float v_opacity;
out vec4 o_colour;

void main() {
  float away = length(v_in_square);
  float per_px = max(1e-8, fwidth(away));
  float turn = atan(v_in_square.y, v_in_square.x) / 6.2831853;
  vec4 colour = v_part == 0 ? deal : v_part == 1 ? ghost : ink;
  float width = v_part == 0 ? 1.1 : v_part == 1 ? 1.8 : 2.0;
  float dashes = 0.0, on = 0.5;
  float alpha = 0.9;
  if (v_part == 0) {
    if (v_stage < 1.5) { width = 1.0; alpha = 0.22; }
    else if (v_stage < 2.5) { dashes = 14.0; alpha = 0.60; }
    else if (v_stage < 3.5) alpha = 0.85;
    else if (v_stage < 4.5) { width = 1.5; dashes = 5.0; on = 0.65; alpha = 0.70; }
    else width = 1.5;
  } else if (v_part == 1) {
    dashes = 9.0;
    on = 0.6;
  }
  float width_px = width * viewport.z;
  float cover = clamp(0.5 * width_px + 0.5 - abs(away - v_ring) / per_px, 0.0, 1.0);
  if (dashes > 0.0) {
    float from_dash = abs(fract(turn * dashes) - 0.5);
    float dash_px = 6.2831853 * v_ring / per_px / dashes;
    cover *= clamp((0.5 * on - from_dash) * dash_px + 0.5, 0.0, 1.0);
  }
  if (cover <= 0.003) discard;
  o_colour = vec4(colour.rgb, alpha * cover * v_opacity);
}
