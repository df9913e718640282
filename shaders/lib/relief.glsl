// The ground's tints: elevation and shade from the rasters, the theme's ramps, light, air and distance from the Arctic.
uniform sampler2D t_polar;    // elevation code, shade, halo of the coast
uniform sampler2D t_world;
uniform sampler2D t_contact;

struct Relief {
  float metres;
  float shade;    // 1 = flat
  float halo;
  float contact;
  vec2 uv;        // on the polar square
};

float metres_of(float code) {
  float root = (code * 255.0 - 128.0) / 1.69;  // src/data/base_sections.h, elevation_code
  return root * abs(root);
}

// Quadratic B-spline over three by three texels, by exact weights (filters move in 256 steps a texel, which contours
// would show): no diamonds when a texel grows large.
vec3 smooth_sample(sampler2D raster, vec2 uv) {
  ivec2 last = textureSize(raster, 0) - 1;
  vec2 at = uv * vec2(last + 1);
  ivec2 middle = ivec2(floor(at));
  vec2 f = at - vec2(middle) - 0.5;
  vec2 w[3] = vec2[3](0.5 * (0.5 - f) * (0.5 - f), 0.75 - f * f, 0.5 * (0.5 + f) * (0.5 + f));
  vec3 sum = vec3(0.0);
  for (int y = 0; y < 3; ++y)
    for (int x = 0; x < 3; ++x)
      sum += w[x].x * w[y].y * texelFetch(raster, clamp(middle + ivec2(x - 1, y - 1), ivec2(0), last), 0).rgb;
  return sum;
}

// Mipmaps a little finer than their rule, against the blur of slanted ground. (Anisotropic filters do it better, but
// drivers in software leave bright specks with them.)
const float kSharper = 0.7;

Relief relief_at(vec3 dir) {
  vec2 plane = to_plane(dir);
  vec2 uv = square_uv(plane);
  float outside = smoothstep(0.94, 1.0, max(abs(plane.x), abs(plane.y)) / kHalfSquare);
  float lon = atan(dir.y, dir.x) / 6.2831853;
  vec2 world_uv = vec2(fract(lon + 0.5), acos(clamp(dir.z, -1.0, 1.0)) / 3.14159265);
  float other_u = fract(lon) - 0.5;  // the same place, its seam elsewhere
  vec2 d1 = vec2(dFdx(world_uv.x), dFdy(world_uv.x)), d2 = vec2(dFdx(other_u), dFdy(other_u));
  vec2 du = dot(d1, d1) < dot(d2, d2) ? d1 : d2;
  vec2 dv = vec2(dFdx(world_uv.y), dFdy(world_uv.y));
  vec2 duv_dx = dFdx(uv), duv_dy = dFdy(uv);
  vec2 texels = (abs(duv_dx) + abs(duv_dy)) * vec2(textureSize(t_polar, 0));
  float near = 1.0 - smoothstep(0.6, 1.0, max(texels.x, texels.y));
  vec3 fine = vec3(0.0);
  if (outside < 1.0 && near < 1.0) fine = textureGrad(t_polar, uv, kSharper * duv_dx, kSharper * duv_dy).rgb;
  if (outside < 1.0 && near > 0.0) fine = mix(fine, smooth_sample(t_polar, uv), near);
  vec2 both = fine.rg;
  if (outside > 0.0) both = mix(both, textureGrad(t_world, world_uv, vec2(du.x, dv.x), vec2(du.y, dv.y)).rg, outside);
  Relief relief;
  relief.metres = metres_of(both.r);
  relief.shade = 1.0 + (both.g * 255.0 - 128.0) / 128.0;
  relief.halo = fine.b * (1.0 - outside);
  float contact = texture(t_contact, uv).r;
  if (near > 0.0) contact = mix(contact, smooth_sample(t_contact, uv).r, near);
  relief.contact = contact * (1.0 - outside);
  relief.uv = uv;
  return relief;
}

vec3 shaded(vec3 colour, float shade, vec4 dark, vec4 bright) {
  float h = shade - 1.0;
  colour = mix(colour, dark.rgb, pow(clamp(-1.55 * h, 0.0, 1.0), 0.92) * dark.a);
  return mix(colour, bright.rgb, clamp(1.9 * h, 0.0, 1.0) * bright.a);
}

const float kDepth_m[11] = float[11](0.0, 60.0, 200.0, 350.0, 600.0, 1200.0, 2000.0, 3000.0, 3800.0, 4400.0, 5500.0);
const float kHeight_m[6] = float[6](0.0, 200.0, 600.0, 1200.0, 2200.0, 4000.0);
const float kIce_m[4] = float[4](0.0, 1200.0, 2400.0, 3300.0);

vec3 sea_colour(Relief relief) {
  float depth = max(0.0, -relief.metres);
  vec3 colour = sea_tint[0].rgb;
  for (int i = 0; i < 10; ++i)
    colour = mix(colour, sea_tint[i + 1].rgb, clamp((depth - kDepth_m[i]) / (kDepth_m[i + 1] - kDepth_m[i]), 0.0, 1.0));
  colour = shaded(colour, relief.shade, sea_shadow, sea_light);
  return mix(colour, coast_halo.rgb, relief.halo * coast_halo.a);
}

vec3 land_colour(Relief relief) {
  float height = max(0.0, relief.metres);
  vec3 colour = land_tint[0].rgb;
  for (int i = 0; i < 5; ++i)
    colour =
        mix(colour, land_tint[i + 1].rgb, clamp((height - kHeight_m[i]) / (kHeight_m[i + 1] - kHeight_m[i]), 0.0, 1.0));
  return shaded(colour, relief.shade, land_shadow, land_light);
}

vec3 ice_colour(Relief relief) {
  float height = max(0.0, relief.metres);
  vec3 colour = ice_tint[0].rgb;
  for (int i = 0; i < 3; ++i)
    colour = mix(colour, ice_tint[i + 1].rgb, clamp((height - kIce_m[i]) / (kIce_m[i + 1] - kIce_m[i]), 0.0, 1.0));
  return shaded(colour, relief.shade, ice_shadow, ice_light);
}

// Lines of equal depth and height, nearer than about 1,000 km: where the raster has no more to say, they do.
const float kContour_m[10] = float[10](20.0, 50.0, 100.0, 200.0, 300.0, 500.0, 1000.0, 2000.0, 3000.0, 4000.0);
vec3 with_contours(vec3 colour, Relief relief) {
  float metres = relief.metres;
  float near = 1.0 - smoothstep(0.45, 1.0, glass.z * kRadius_km);
  float slope = max(1e-4, fwidth(metres));
  if (near <= 0.0) return colour;
  // On a plain the raster's own grain would show, not the ground: the slope over several texels, in steps of its code.
  vec2 aside = vec2(4.0) / vec2(textureSize(t_polar, 0));
  float here = textureLod(t_polar, relief.uv, 2.0).r;
  vec2 steps = 255.0 * vec2(textureLod(t_polar, relief.uv + vec2(aside.x, 0.0), 2.0).r - here,
                            textureLod(t_polar, relief.uv + vec2(0.0, aside.y), 2.0).r - here);
  near *= smoothstep(1.0, 2.6, length(steps));
  float line = 0.0;
  for (int i = 0; i < 10; ++i) {
    float away_px = abs(abs(metres) - kContour_m[i]) / slope / viewport.z;
    // A contour closer than 4 px to the next is left to the shading.
    float room = i > 0 ? (kContour_m[i] - kContour_m[i - 1]) / slope / viewport.z : 8.0;
    line = max(line, (1.0 - smoothstep(0.25, 1.0, away_px)) * smoothstep(3.0, 6.0, room));
  }
  return mix(colour, on_paper() ? ink.rgb : air.rgb, near * line * (on_paper() ? 0.13 : 0.10));
}

vec3 background_at(vec2 at_px) {
  vec2 from_middle = (at_px - 0.5 * viewport.xy) / (0.5 * length(viewport.xy));
  return mix(background_centre.rgb, background_edge.rgb, smoothstep(0.0, 1.0, length(from_middle)));
}

// The light of a place's noon, and the edges of polar night and polar day.
vec3 in_daylight(vec3 colour, vec3 dir) {
  if (sun.z <= 0.0) return colour;
  vec2 altitudes = sun_altitudes(dir);
  vec3 night = on_paper() ? vec3(0.30, 0.35, 0.50) : vec3(0.12, 0.15, 0.27);
  vec3 low = on_paper() ? vec3(1.0, 0.95, 0.87) : vec3(1.10, 1.0, 0.86);
  vec3 high = on_paper() ? vec3(1.02) : vec3(1.20, 1.19, 1.15);
  vec3 lit = mix(night, mix(low, high, smoothstep(0.05, 0.55, altitudes.x)), day_at_noon(dir));
  vec2 away_px = abs(altitudes - sun.w) / max(vec2(1e-7), fwidth(altitudes)) / viewport.z;
  vec2 edges = 1.0 - smoothstep(vec2(0.5), vec2(1.3), away_px);
  // South of the equator the two would change their names.
  float edge_cover = max(edges.x, edges.y) * step(0.0, dir.z);
  return mix(colour, mix(colour * lit, sun_edge.rgb, sun_edge.a * edge_cover), sun.z);
}

// Contact shade, key light, fade towards the south, air at the limb.
vec3 lit_ground(vec3 colour, vec3 dir, Relief relief, vec2 at_px) {
  colour *= 1.0 - (on_paper() ? 0.45 : 0.83) * relief.contact;
  colour *= mix(0.80, 1.06, clamp(0.5 + 0.5 * dot(dir, light.xyz), 0.0, 1.0));
  colour = in_daylight(colour, dir);
  colour = mix(colour, background_at(at_px), 0.42 * (1.0 - smoothstep(0.7431, 0.8829, dir.z)));
  float facing = clamp(dot(dir, normalize(eye.xyz - dir)), 0.0, 1.0);
  return mix(colour, air.rgb, 0.42 * pow(1.0 - facing, 3.2));
}
