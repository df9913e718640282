// A glyph as a quad in the window, turned about its first corner.
// use lib/frame.glsl
layout(location = 0) in vec4 a_box;    // x0, y0, x1, y1
layout(location = 1) in vec4 a_uv;
layout(location = 2) in vec3 a_turn;   // cosine, sine, scale
layout(location = 3) in vec4 a_colour;
layout(location = 4) in vec4 a_halo;
out vec2 v_uv;
flat out vec4 v_colour;
flat out vec4 v_halo;
flat out float v_scale;
void main() {
  vec2 share = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  vec2 way = share * (a_box.zw - a_box.xy);
  vec2 at = a_box.xy + vec2(way.x * a_turn.x - way.y * a_turn.y, way.x * a_turn.y + way.y * a_turn.x);
  v_uv = mix(a_uv.xy, a_uv.zw, share);
  v_colour = a_colour;
  v_halo = a_halo;
  v_scale = a_turn.z;
  gl_Position = vec4(at.x / viewport.x * 2.0 - 1.0, 1.0 - at.y / viewport.y * 2.0, 0.0, 1.0);
}
