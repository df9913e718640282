// Rings about columns: the deal's at the foot (instance part 0), the ghost's at its top (part 1), selection (part 2).
// Six vertices a part; each ring is cut out of a square on the ground.
// use lib/frame.glsl
// use lib/polar.glsl
// use lib/slots.glsl
layout(location = 0) in vec3 a_dir;
layout(location = 1) in float a_radius;
layout(location = 2) in uint a_slot;
out vec2 v_in_square;       // globe radii from the axis
flat out float v_ring;      // radius
flat out float v_stage;
flat out int v_part;
flat out float v_opacity;

void main() {
  int part = gl_VertexID / 6, corner = gl_VertexID % 6;
  int slot = int(a_slot);
  vec4 tops = heights_of(slot);
  vec4 look = look_of(slot);
  float highlight = holds_of(slot).w;
  vec2 at = vec2(corner == 0 || corner == 3 || corner == 5 ? -1.0 : 1.0, corner < 2 || corner == 3 ? -1.0 : 1.0);
  if (corner == 2 || corner == 4) at = vec2(1.0, 1.0);
  if (corner == 1) at = vec2(1.0, -1.0);
  if (corner == 5) at = vec2(-1.0, 1.0);
  vec3 east = normalize(abs(a_dir.z) > 0.999 ? cross(vec3(1.0, 0.0, 0.0), a_dir) : cross(vec3(0.0, 0.0, 1.0), a_dir));
  vec3 north = cross(a_dir, east);
  float per_px = viewport.z / px_per_radius(a_dir);
  float radius = column_radius(a_radius, a_dir);
  v_part = part;
  v_stage = look.y;
  v_opacity = look.x;
  // Never so small that the ring closes on the column.
  v_ring = (part == 0 ? 1.7 : part == 1 ? 1.75 : 2.3) * radius;
  v_ring = max(v_ring, radius + 2.5 * per_px);
  bool drawn = look.x > 0.0;
  if (part == 0) drawn = drawn && look.y > 0.5;
  if (part == 1) drawn = drawn && tops.w > 1e-7;
  if (part == 2) drawn = drawn && highlight > 0.5;
  drawn = drawn && dot(a_dir, eye.xyz) > 1.0;
  float reach = v_ring + 3.0 * per_px;
  v_in_square = at * reach;
  float lift = (part == 1 ? tops.w : 0.0) + 0.0003;
  gl_Position = clip_from_world * vec4(a_dir * (1.0 + lift) + (at.x * east + at.y * north) * reach, 1.0);
  if (!drawn) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
