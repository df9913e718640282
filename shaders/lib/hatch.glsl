// Holds as hatch and greyness (LOOK.md, "Holds"): the same on walls, roofs and bars.
float hatch_cover(float coordinate, float period, float width_px) {
  float turns = coordinate / period;
  float per_px = max(1e-6, fwidth(turns));
  float lines = clamp(0.5 * width_px + 0.5 - abs(fract(turns) - 0.5) / per_px, 0.0, 1.0);
  // Lines closer than about 3 px melt into their mean.
  return mix(lines, 0.8 * min(1.0, width_px * per_px), smoothstep(0.25, 0.42, per_px));
}

// `at` in globe radii on the surface; x: cover of the lines, y: their strength on walls, z: on roofs.
vec3 hatch(vec2 at, float hold_level) {
  float width_px = 1.15 * viewport.z;
  float a = dot(at, vec2(0.70710678)), b = dot(at, vec2(0.70710678, -0.70710678));
  float wide = hatch_cover(a, 11.0 * glass.w, width_px);
  float narrow = hatch_cover(a, 6.0 * glass.w, width_px);
  float one = hatch_cover(a, 5.5 * glass.w, width_px), two = hatch_cover(b, 5.5 * glass.w, width_px);
  if (hold_level < 0.5) return vec3(0.0);
  if (hold_level < 1.5) return vec3(wide, 0.58, 0.44);
  if (hold_level < 2.5) return vec3(narrow, 0.50, 0.34);
  return vec3(max(one, two), 0.62, 0.46);
}

float greyness(float hold_level) {
  return hold_level < 0.5 ? 0.0 : hold_level < 1.5 ? 0.12 : hold_level < 2.5 ? 0.45 : 0.82;
}
// Towards the theme's grey, at the colour's own lightness, so that bands stay told apart.
vec3 greyed(vec3 colour, float hold_level) {
  float lum = luminance(colour), of_grey = luminance(grey.rgb);
  vec3 target = grey.rgb * mix(1.0, lum / of_grey, 0.65) * (on_paper() ? 1.35 : 1.0);
  colour = mix(colour, target, greyness(hold_level));
  return hold_level > 2.5 ? colour * (on_paper() ? 0.92 : 0.78) : colour;
}
