// use lib/frame.glsl
in vec3 v_from_foot;
in float v_height;
flat in float v_top;
flat in int v_slot;
out vec4 o_colour;

void main() {
  vec3 normal = normalize(cross(dFdx(v_from_foot), dFdy(v_from_foot)));  // faces the eye: px y runs up
  float lit = clamp(0.5 + 0.5 * dot(normal, light.xyz), 0.0, 1.0);
  // Small values lie low in colour too, so that many of them don't bury the ground.
  float share = v_top / series.w;
  float presence = smoothstep(0.0, 0.35, sqrt(share));
  vec3 colour = loaded.rgb * mix(0.62, 1.0, presence) * (on_paper() ? mix(0.58, 1.10, lit) : mix(0.42, 1.16, lit));
  colour *= mix(0.66, 1.0, smoothstep(0.0, 1.0, v_height / v_top));
  bool under_pointer = v_slot == int(series.y);
  if (under_pointer) colour = mix(colour, ink.rgb, 0.45);
  o_colour = vec4(colour, under_pointer ? 1.0 : mix(0.25, 1.0, presence));
}
