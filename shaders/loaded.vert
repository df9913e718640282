// Columns of a host's own data: prisms whose height is read between two layers of the series. What the globe hides, and
// what stands at nothing, is left out before its series is read twice.
// use lib/frame.glsl
uniform usampler2DArray t_series;
uniform int u_first;  // place of the first instance
uniform int u_sides;
layout(location = 0) in vec3 a_dir;
out vec3 v_from_foot;  // from the foot's middle: small numbers keep their precision
out float v_height;
flat out float v_top;
flat out int v_slot;  // place

float height_at(ivec2 texel, int layer) {
  float root = float(texelFetch(t_series, ivec3(texel, layer), 0).r) / 65535.0;
  return root * root * series.w;
}

void main() {
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  float towards_eye = dot(a_dir, eye.xyz) * eye.w;
  if (acos(clamp(towards_eye, -1.0, 1.0)) > acos(min(1.0, eye.w)) + acos(1.0 / (1.0 + series.w)) + series.z) return;
  int place = u_first + gl_InstanceID;
  int width = textureSize(t_series, 0).x;
  ivec2 texel = ivec2(place % width, place / width);
  int before = int(series.x), last = textureSize(t_series, 0).z - 1;
  float top = mix(height_at(texel, before), height_at(texel, min(before + 1, last)), series.x - float(before));
  if (top <= 0.0) return;

  // src/scene/loaded_columns.h: kLeastLoadedRadius_px
  float radius = max(series.z, 0.6 * viewport.z / px_per_radius(a_dir));
  vec3 east = normalize(abs(a_dir.z) > 0.999 ? cross(vec3(1.0, 0.0, 0.0), a_dir) : cross(vec3(0.0, 0.0, 1.0), a_dir));
  vec3 north = cross(a_dir, east);
  float turn = 6.2831853 * float(gl_VertexID % u_sides) / float(u_sides);
  bool upper = gl_VertexID >= u_sides;
  v_height = upper ? top : 0.0;
  v_from_foot = a_dir * v_height + radius * (cos(turn) * east + sin(turn) * north);
  v_top = top;
  v_slot = place;
  gl_Position = clip_from_world * vec4(a_dir + v_from_foot, 1.0);
}
