// Text from a distance field: 128 is the outline, a step of kStepsPerPx is one atlas px. Mixed as sRGB, like the
// interface's text.
// use lib/frame.glsl
uniform sampler2D t_font;
uniform int u_halo;   // 1: the halo only, drawn under all text
in vec2 v_uv;
flat in vec4 v_colour;
flat in vec4 v_halo;
flat in float v_scale;
out vec4 o_colour;
uniform float u_steps_per_px;
void main() {
  bool line = v_scale < 0.0;  // a leader: how far off its middle
  float outside_px = line ? abs(v_uv.y) + 0.5 * v_scale
                          : (128.0 - 255.0 * texture(t_font, v_uv).r) / u_steps_per_px * v_scale;
  if (u_halo == 1) {
    // The field knows no more than 4 atlas px.
    float reach = line ? 2.0 * viewport.z : min(3.0 * viewport.z, 4.0 * v_scale);
    float cover = 1.0 - smoothstep(0.25 * reach, reach, outside_px);
    o_colour = vec4(v_halo.rgb, v_halo.a * cover);
  } else {
    o_colour = vec4(v_colour.rgb, v_colour.a * clamp(0.5 - outside_px, 0.0, 1.0));
  }
  if (o_colour.a <= 0.003) discard;
}
