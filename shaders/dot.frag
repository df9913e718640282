// use lib/frame.glsl
in vec2 v_from_middle;
flat in float v_radius;
flat in vec4 v_colour;
flat in vec4 v_ring;
out vec4 o_colour;
void main() {
  float away = length(v_from_middle);
  float ring = v_ring.a * clamp(v_radius + 1.1 * viewport.z + 0.5 - away, 0.0, 1.0);
  float cover = v_colour.a * clamp(v_radius + 0.5 - away, 0.0, 1.0);
  float together = cover + ring * (1.0 - cover);
  if (together <= 0.003) discard;
  o_colour = vec4((v_colour.rgb * cover + v_ring.rgb * ring * (1.0 - cover)) / together, together);
}
