// use lib/frame.glsl
in vec3 v_at;
in float v_along;
in float v_across;
flat in uint v_kind;
in float v_share;
flat in float v_grown;
flat in float v_width_px;
out vec4 o_colour;
uniform int u_on_ground;  // 1: drawn without depth, cut at the horizon

void main() {
  vec4 colour = line_colour[v_kind];
  vec4 style = line_style[v_kind];
  float width = v_width_px * viewport.z;
  // Thinner than a pixel: one pixel, paler.
  float cover = clamp(0.5 * max(width, 1.0) + 0.5 - abs(v_across), 0.0, 1.0) * min(1.0, width);
  if (style.y > 0.0) {
    float px = v_along / glass.z;
    float period = style.y + style.z;
    float from_dash = abs(mod(px, period) - 0.5 * style.y);
    from_dash = min(from_dash, period - from_dash);
    cover *= clamp((0.5 * style.y - from_dash) * viewport.z + 0.5, 0.0, 1.0);
  }
  if (u_on_ground == 1) {
    vec3 dir = normalize(v_at);
    // Where the globe turns away lines would crowd.
    cover *= smoothstep(0.02, 0.30, dot(dir, normalize(eye.xyz - dir)));
    cover *= 0.35 + 0.65 * smoothstep(0.7431, 0.8829, dir.z);
  }
  else {
    // Which end is the capital: the paler one. While it grows an arc ends softly.
    cover *= mix(1.0, 0.5, v_share);
    cover *= v_grown < 1.0 ? smoothstep(0.0, 0.04, v_grown - v_share) : 1.0;
  }
  if (cover <= 0.0) discard;
  o_colour = vec4(colour.rgb, colour.a * cover);
}
