// Sky, air and the sea, by meeting each ray with the sphere: round at any size, and the depth of the ground for all
// that stands on it.
// use lib/frame.glsl
// use lib/colour.glsl
// use lib/polar.glsl
// use lib/relief.glsl
in vec2 v_clip;
out vec4 o_colour;

// A little below the ground, so that chords of meshes stay above it.
const float kDepthRadius = 0.9994;

void main() {
  vec3 direction = ray_through(v_clip);
  float towards = -dot(eye.xyz, direction);
  vec3 nearest = eye.xyz + direction * towards;
  float miss = length(nearest);
  float covered = towards > 0.0 ? clamp((1.0 - miss) / max(1e-7, fwidth(miss)) + 0.5, 0.0, 1.0) : 0.0;
  vec3 dir = normalize(eye.xyz + direction * way_to_ground(direction));

  float above = max(0.0, miss - 1.0);
  vec3 colour = background_at(gl_FragCoord.xy);
  if (towards > 0.0) colour = mix(colour, air.rgb, 0.34 * exp(-above / 0.006) + 0.07 * exp(-above / 0.028));
  Relief relief = relief_at(dir);
  colour = mix(colour, lit_ground(with_contours(sea_colour(relief), relief), dir, relief, gl_FragCoord.xy), covered);
  o_colour = vec4(dithered(colour, gl_FragCoord.xy), 1.0);

  float inside = kDepthRadius * kDepthRadius - miss * miss;
  gl_FragDepth = 1.0;
  if (towards > 0.0 && inside > 0.0) {
    vec4 clip = clip_from_world * vec4(eye.xyz + direction * (towards - sqrt(inside)), 1.0);
    gl_FragDepth = clamp(0.5 + 0.5 * clip.z / clip.w, 0.0, 1.0);
  }
}
