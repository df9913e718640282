// Land, ice and lakes on the unit sphere.
// use lib/frame.glsl
layout(location = 0) in vec4 a_dir_kind;
out vec3 v_dir;
flat out float v_kind;
void main() {
  v_dir = a_dir_kind.xyz;
  v_kind = a_dir_kind.w;
  gl_Position = clip_from_world * vec4(a_dir_kind.xyz, 1.0);
}
