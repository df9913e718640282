// Letters and edges of the interface: the texture says how much of a pixel is covered. Mixed as sRGB.
uniform sampler2D t_panels;
in vec2 v_uv;
in vec4 v_colour;
out vec4 o_colour;
void main() { o_colour = vec4(v_colour.rgb, v_colour.a * texture(t_panels, v_uv).r); }
