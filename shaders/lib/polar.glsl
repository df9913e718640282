// Lambert's equal-area plane about the pole (src/geo/polar_plane.h) and the square of the rasters in it.
const float kHalfSquare = 0.6840402867;  // 2 sin(20 deg)
vec2 to_plane(vec3 dir) { return vec2(dir.y, -dir.x) * sqrt(2.0 / max(1e-6, 1.0 + dir.z)); }
vec2 square_uv(vec2 plane) { return vec2(plane.x + kHalfSquare, kHalfSquare - plane.y) / (2.0 * kHalfSquare); }
