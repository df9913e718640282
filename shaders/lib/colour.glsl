// sRGB after IEC 61966-2-1.
vec3 encoded(vec3 c) {
  c = clamp(c, 0.0, 1.0);
  return mix(1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, c * 12.92, vec3(lessThanEqual(c, vec3(0.0031308))));
}
vec3 decoded(vec3 c) {
  return mix(pow((c + 0.055) / 1.055, vec3(2.4)), c / 12.92, vec3(lessThanEqual(c, vec3(0.04045))));
}
float luminance(vec3 c) { return dot(c, vec3(0.2126, 0.7152, 0.0722)); }

// One step of 8 bits, spread by a fixed noise (Jimenez 2014, interleaved gradient noise), so that dark ramps show no bands.
vec3 dithered(vec3 c, vec2 at_px) {
  float noise = fract(52.9829189 * fract(dot(at_px, vec2(0.06711056, 0.00583715)))) - 0.5;
  return decoded(clamp(encoded(c) + noise / 255.0, 0.0, 1.0));
}
