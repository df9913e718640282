// Columns of 24 sides: instanced; vertices 0..143 are the side, 144..215 the cap.
// use lib/frame.glsl
// use lib/polar.glsl
// use lib/slots.glsl
layout(location = 0) in vec3 a_dir;
layout(location = 1) in float a_radius;
layout(location = 2) in uint a_slot;
out vec3 v_at;
out vec3 v_normal;
out float v_height;
out float v_from_axis;
out float v_turn;      // round the axis, 0..1
flat out int v_slot;
flat out float v_top;
flat out float v_px;   // CSS px across

const int kSides = 24;

void main() {
  int slot = int(a_slot);
  vec4 tops = heights_of(slot);
  vec4 look = look_of(slot);
  int flags = int(look.w + 0.5);
  bool flat_disc = (flags & 2) != 0 || tops.z < 1e-7;
  float top = flat_disc ? 0.00016 : tops.z;
  float radius = column_radius(a_radius, a_dir);
  vec3 east = normalize(abs(a_dir.z) > 0.999 ? cross(vec3(1.0, 0.0, 0.0), a_dir) : cross(vec3(0.0, 0.0, 1.0), a_dir));
  vec3 north = cross(a_dir, east);

  bool cap = gl_VertexID >= kSides * 6;
  int side, corner;
  bool upper, centre = false;
  if (cap) {
    int id = gl_VertexID - kSides * 6;
    side = id / 3 + (id % 3 == 2 ? 1 : 0);
    centre = id % 3 == 0;
    upper = true;
  } else {
    corner = gl_VertexID % 6;
    side = gl_VertexID / 6 + (corner == 1 || corner == 2 || corner == 4 ? 1 : 0);
    upper = corner == 2 || corner == 4 || corner == 5;
  }
  float angle = 6.2831853 * float(side) / float(kSides);
  vec3 outward = cos(angle) * east + sin(angle) * north;
  float height = upper ? top : 0.0;
  vec3 at = a_dir * (1.0 + height) + (centre ? vec3(0.0) : outward * radius);
  v_at = at;
  v_normal = cap ? a_dir : outward;
  v_height = height;
  v_from_axis = centre ? 0.0 : 1.0;
  v_turn = float(side) / float(kSides) + (centre ? 0.5 / float(kSides) : 0.0);
  v_slot = slot;
  v_top = top;
  v_px = 2.0 * radius * px_per_radius(a_dir) / viewport.z;
  gl_Position = clip_from_world * vec4(at, 1.0);
  if (look.x <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
