// Land, ice and lakes on the unit sphere.
// use lib/frame.glsl
layout(location = 0) in vec3 a_dir;
out vec3 v_dir;
void main() {
  v_dir = a_dir;
  gl_Position = clip_from_world * vec4(a_dir, 1.0);
}
