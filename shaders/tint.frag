// Lays the tint of the way inside on the finished ground.
// use lib/frame.glsl
// use lib/colour.glsl
uniform sampler2D t_way;
uniform sampler2D t_ground;
in vec2 v_clip;
out vec4 o_colour;
void main() {
  vec2 uv = 0.5 + 0.5 * v_clip;
  vec4 sums = texture(t_way, uv);
  vec3 ways = max(sums.rgb, 0.0);
  float way = ways.x + ways.y + ways.z;
  if (way < 2e-4) discard;
  float through = max(glass.y, exp(-glass.x * way));
  vec3 tint = mix(commodity[0].rgb, commodity[2].rgb, smoothstep(0.22, 0.62, ways.z / way) * 0.85);
  tint = mix(tint, commodity[1].rgb, 0.30 * ways.y / way);
  float held = clamp(sums.a / way, 0.0, 1.0);
  // On paper a grey as dark as the theme's would drown the light ground.
  float lightness = on_paper() ? 0.58 : mix(luminance(grey.rgb), luminance(tint), 0.5);
  vec3 target = grey.rgb * (lightness / luminance(grey.rgb));
  tint = mix(tint, target, held);
  vec3 ground = texelFetch(t_ground, ivec2(gl_FragCoord.xy), 0).rgb;
  float lum = luminance(ground);
  tint *= on_paper() ? 0.35 + 0.65 * lum : 0.50 + 0.9 * lum;
  o_colour = vec4(dithered(mix(tint, ground, through), gl_FragCoord.xy), 1.0);
}
