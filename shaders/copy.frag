// The finished picture into the window, encoded.
// use lib/colour.glsl
uniform sampler2D t_ground;
in vec2 v_clip;
out vec4 o_colour;
void main() { o_colour = vec4(encoded(texture(t_ground, 0.5 + 0.5 * v_clip).rgb), 1.0); }
