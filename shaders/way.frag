// Adds the distance of back faces and takes away that of front faces; what remains is the way inside. Distances count
// from the ground (or the point nearest to it), and what lies behind the ground counts as on it: closed bodies give the
// same sum, and half floats keep their precision.
// use lib/frame.glsl
in vec3 v_at;
flat in vec3 v_weight;
flat in float v_grey;
out vec4 o_sums;
void main() {
  vec3 way = v_at - eye.xyz;
  float far = length(way);
  vec3 direction = way / far;
  float towards = -dot(eye.xyz, direction);
  vec3 nearest = eye.xyz + direction * towards;
  float miss2 = dot(nearest, nearest);
  float ground = towards - sqrt(max(0.0, 1.0 - miss2));
  float beyond = miss2 < 1.0 ? min(far, ground) - ground : far - ground;
  vec3 sums = v_weight * (gl_FrontFacing ? -beyond : beyond);
  o_sums = vec4(sums, v_grey * (sums.x + sums.y + sums.z));
}
