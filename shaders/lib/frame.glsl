// The frame block: same fields and order as src/render/frame_block.h.
layout(std140) uniform Frame {
  mat4 clip_from_world;
  vec4 eye;       // w: 1 / its length
  vec4 right;
  vec4 up;
  vec4 back;
  vec4 viewport;  // width px, height px, device px per CSS px, device px per radian
  vec4 ray;
  vec4 light;     // key light in world; w: 1 on paper
  vec4 glass;     // absorption, least transmission, globe radii per CSS px at the ground point, the same rounded
  vec4 misc;      // assets, first part texel, 1 with the sum of ways, clock of arcs in s
  vec4 sea_tint[11];
  vec4 land_tint[6];
  vec4 ice_tint[4];
  vec4 sea_shadow;
  vec4 sea_light;
  vec4 land_shadow;
  vec4 land_light;
  vec4 ice_shadow;
  vec4 ice_light;
  vec4 coast_halo;
  vec4 background_centre;
  vec4 background_edge;
  vec4 air;
  vec4 lake;
  vec4 commodity[6];  // gas, liquids, oil, rare earths, other minerals, facility
  vec4 hold;
  vec4 deal;
  vec4 edge;
  vec4 hatch_wall;
  vec4 hatch_roof;
  vec4 grey;
  vec4 ink;
  vec4 ghost;
  vec4 loaded;
  vec4 sun_edge;
  vec4 sun;       // sine and cosine of its declination, share in which its light is shown, sine of its altitude at sunrise
  vec4 series;    // loaded columns: position among their times, place under the pointer, radius, tallest height
  vec4 line_colour[20];
  vec4 line_style[20];  // width, dash on, dash off (CSS px), 1 when visible
};

const float kRadius_km = 6371.0088;
bool on_paper() { return light.w > 0.5; }

// Sine of the sun's altitude over a place at its noon and at its midnight.
vec2 sun_altitudes(vec3 dir) {
  float along = dir.z * sun.x, across = sqrt(max(0.0, 1.0 - dir.z * dir.z)) * sun.y;
  return vec2(along + across, along - across);
}
// 1 where the sun rises 4 degrees, 0 where even at noon it is 15 degrees under the horizon.
float day_at_noon(vec3 dir) { return smoothstep(-0.259, 0.070, sun_altitudes(dir).x); }
// What stands on the ground keeps more of its colour at night: it is a figure, not a thing in the landscape.
float light_on_figures(vec3 dir) { return mix(1.0, mix(on_paper() ? 0.82 : 0.70, 1.0, day_at_noon(dir)), sun.z); }

// Unit direction from the eye through a point of the window, clip x and y.
vec3 ray_through(vec2 clip_xy) {
  return normalize(right.xyz * ((clip_xy.x + ray.z) / ray.x) + up.xyz * ((clip_xy.y + ray.w) / ray.y) - back.xyz);
}

// Way along the ray to the globe, or to the point nearest to it when it misses.
float way_to_ground(vec3 direction) {
  float towards = -dot(eye.xyz, direction);
  vec3 nearest = eye.xyz + direction * towards;
  return towards - sqrt(max(0.0, 1.0 - dot(nearest, nearest)));
}

// Device px that a piece of one globe radius, seen square on, covers at this point.
float px_per_radius(vec3 at) { return viewport.w / max(1e-6, dot(eye.xyz - at, back.xyz)); }

// A column's radius: near, it stays a sign and doesn't bury the ground (src/scene/pick.h, kWidestColumn_px).
float column_radius(float radius, vec3 foot) { return min(radius, 24.0 * viewport.z / px_per_radius(foot)); }
