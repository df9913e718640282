// use lib/frame.glsl
// use lib/colour.glsl
// use lib/polar.glsl
// use lib/relief.glsl
in vec3 v_dir;
flat in float v_kind;  // 0 land, 1 ice, 2 lakes
out vec4 o_colour;

void main() {
  vec3 dir = normalize(v_dir);
  float over_horizon = dot(dir, eye.xyz) - 1.0;
  Relief relief = relief_at(dir);
  // The last pixel before the sky is the globe's own, whose rim is smooth.
  if (over_horizon < fwidth(over_horizon)) discard;
  vec3 colour = v_kind == 0.0 ? with_contours(land_colour(relief), relief) : v_kind == 1.0 ? ice_colour(relief) : lake.rgb;
  o_colour = vec4(dithered(lit_ground(colour, dir, relief, gl_FragCoord.xy), gl_FragCoord.xy), 1.0);
}
