// One triangle over the whole window.
out vec2 v_clip;
void main() {
  vec2 at = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  v_clip = at;
  gl_Position = vec4(at, 0.0, 1.0);
}
