// Triangles of the interface, in px of the window.
layout(location = 0) in vec4 a_place;  // x, y px; u, v
layout(location = 1) in vec4 a_colour;
uniform vec2 u_clip_per_px;
out vec2 v_uv;
out vec4 v_colour;
void main() {
  v_uv = a_place.zw;
  v_colour = a_colour;
  gl_Position = vec4(a_place.x * u_clip_per_px.x - 1.0, 1.0 - a_place.y * u_clip_per_px.y, 0.0, 1.0);
}
