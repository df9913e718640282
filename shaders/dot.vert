// A dot with a ring, in the window.
// use lib/frame.glsl
layout(location = 0) in vec3 a_place;  // x, y, radius px
layout(location = 1) in vec4 a_colour;
layout(location = 2) in vec4 a_ring;
out vec2 v_from_middle;
flat out float v_radius;
flat out vec4 v_colour;
flat out vec4 v_ring;
void main() {
  float reach = a_place.z + 2.0 * viewport.z;
  v_from_middle = (vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0) * reach;
  v_radius = a_place.z;
  v_colour = a_colour;
  v_ring = a_ring;
  vec2 at = a_place.xy + v_from_middle;
  gl_Position = vec4(at.x / viewport.x * 2.0 - 1.0, 1.0 - at.y / viewport.y * 2.0, 0.0, 1.0);
}
