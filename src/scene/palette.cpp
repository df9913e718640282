// The two themes, from the tables of the art direction and the relief recipe. Hex values are sRGB; shaders mix linear.
#include <cmath>

#include "scene/scene.h"

namespace atlas {
namespace {

// IEC 61966-2-1.
float linear_of_srgb(uint32_t code) {
  const double c = code / 255.0;
  return static_cast<float>(c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
}

Rgba hex(uint32_t rgb, double alpha = 1) {
  return {linear_of_srgb(rgb >> 16 & 255), linear_of_srgb(rgb >> 8 & 255), linear_of_srgb(rgb & 255),
          static_cast<float>(alpha)};
}

template <size_t N>
std::array<Rgba, N> ramp(const uint32_t (&codes)[N]) {
  std::array<Rgba, N> out;
  for (size_t i = 0; i < N; ++i) out[i] = hex(codes[i]);
  return out;
}

struct LineColours {
  Rgba coast, border, river, lake_shore, graticule, circle, pipeline, route, limit, ice_edge, outline, deal;
};

void set_line(Palette& palette, LineKind kind, Rgba colour, float width_px, float on_px = 0, float off_px = 0) {
  palette.lines[static_cast<size_t>(kind)] = {colour, width_px, on_px, off_px, true};
}

Rgba faded(Rgba colour, double alpha) {
  colour.a = static_cast<float>(alpha);
  return colour;
}

void set_lines(Palette& p, const LineColours& c) {
  set_line(p, LineKind::coast, c.coast, 0.8f);
  set_line(p, LineKind::border, c.border, 0.8f, 4, 4);
  set_line(p, LineKind::disputed_border, c.border, 0.8f, 1.5f, 4);
  set_line(p, LineKind::river, c.river, 0.7f);
  set_line(p, LineKind::lake_shore, c.lake_shore, 0.6f);
  set_line(p, LineKind::graticule, c.graticule, 0.6f);
  set_line(p, LineKind::arctic_circle, c.circle, 1.0f);
  set_line(p, LineKind::pipeline, c.pipeline, 1.0f);
  set_line(p, LineKind::pipeline_planned, c.pipeline, 1.0f, 5, 4);
  set_line(p, LineKind::route, c.route, 1.0f, 2, 4);
  set_line(p, LineKind::limit, c.limit, 0.9f, 7, 4);
  set_line(p, LineKind::boundary, c.limit, 0.9f);
  set_line(p, LineKind::ice_edge_september, c.ice_edge, 1.3f);
  set_line(p, LineKind::ice_edge_march, c.ice_edge, 1.0f, 9, 3);
  set_line(p, LineKind::outline_outside, c.outline, 0.9f, 5, 5);
  set_line(p, LineKind::arc_pledged, faded(c.deal, 0.60), 1.1f, 1.2f, 3.2f);
  set_line(p, LineKind::arc_signed, faded(c.deal, 0.85), 1.1f);
  set_line(p, LineKind::arc_operating, faded(c.deal, 0.90), 1.5f);
  set_line(p, LineKind::arc_suspended, faded(c.deal, 0.70), 1.5f, 10, 6);
  set_line(p, LineKind::arc_ended, faded(c.deal, 0.22), 1.0f);
}

}  // namespace

Palette night_palette() {
  Palette p;
  p.sea_tint = ramp(
      {0x2a5b75, 0x275872, 0x25546f, 0x22506b, 0x1f4b67, 0x1b445f, 0x163853, 0x0f2840, 0x091a2d, 0x071322, 0x050c18});
  p.land_tint = ramp({0x1e252b, 0x232a31, 0x2b3339, 0x353d43, 0x434a4f, 0x585e62});
  p.ice_tint = ramp({0x74899a, 0x8fa4b2, 0xa6b8c3, 0xb4c4cd});
  p.sea_shadow = hex(0x01060f, 0.90);
  p.sea_light = hex(0x8fd0ea, 0.20);
  p.land_shadow = hex(0x06090c, 0.78);
  p.land_light = hex(0xaeb9c0, 0.20);
  p.ice_shadow = hex(0x2c4a60, 0.55);
  p.ice_light = hex(0xf4fbff, 0.25);
  p.coast_halo = hex(0x5fa3bd, 0.13);
  p.background_centre = hex(0x0b1119);
  p.background_edge = hex(0x05080d);
  p.air = hex(0x6fb4d6);
  p.lake = hex(0x1b384b);
  p.oil = hex(0xeb9126);
  p.liquids = hex(0x864047);
  p.gas = hex(0xcce7f3);
  p.rare_earths = hex(0x41b496);
  p.other_minerals = hex(0x607689);
  p.facility = hex(0xa9b7c2);
  p.hold = hex(0xf0567d);
  p.deal = hex(0xffe08a);
  p.edge = hex(0xf2fbff);
  p.hatch_wall = hex(0x14202b);
  p.hatch_roof = hex(0xff9fb4);
  p.loaded = hex(0xb07cf0);
  p.sun_edge = hex(0xffd9a0, 0.6);
  p.grey = hex(0x9aa3aa);
  p.ink = hex(0xeef4f8);
  p.ghost = hex(0xffffff);
  p.block_absorption = 6.5f;
  p.block_min_transmission = 0.46f;
  p.paper = false;
  set_lines(p, {.coast = hex(0xa8cfdf, 0.50),
                .border = hex(0xc6d3da, 0.22),
                .river = hex(0x3d6378, 0.38),
                .lake_shore = hex(0xa8cfdf, 0.30),
                .graticule = hex(0xa9cfe2, 0.085),
                .circle = hex(0xa9cfe2, 0.34),
                .pipeline = hex(0xc9a46a, 0.55),
                .route = hex(0xa9d3e6, 0.45),
                .limit = hex(0xc6d3da, 0.34),
                .ice_edge = hex(0xe6f3fa, 0.45),
                .outline = hex(0xf2fbff, 0.35),
                .deal = p.deal});
  return p;
}

Palette paper_palette() {
  Palette p;
  p.sea_tint = ramp(
      {0xe4eff2, 0xdbeaef, 0xd0e3eb, 0xc3dbe6, 0xb1cfdf, 0x9abfd5, 0x82abc8, 0x6a98bb, 0x5787ae, 0x4c7aa3, 0x3f6a93});
  p.land_tint = ramp({0xece7da, 0xe9e2d2, 0xe2d9c6, 0xd8ccb6, 0xcbbda6, 0xbfb09a});
  p.ice_tint = ramp({0xe6eff4, 0xeef4f7, 0xf4f8fa, 0xf8fbfc});
  p.sea_shadow = hex(0x17365c, 0.62);
  p.sea_light = hex(0xffffff, 0.42);
  p.land_shadow = hex(0x5a4c3c, 0.50);
  p.land_light = hex(0xffffff, 0.45);
  p.ice_shadow = hex(0x7fa0b8, 0.42);
  p.ice_light = hex(0xffffff, 0.40);
  p.coast_halo = hex(0xffffff, 0.30);
  p.background_centre = hex(0xfaf8f3);
  p.background_edge = hex(0xf4f1ea);
  p.air = hex(0xdfe9ee);
  p.lake = hex(0xbcd6e4);
  p.oil = hex(0xea9829);
  p.liquids = hex(0x632b42);
  p.gas = hex(0x6ab2e6);
  p.rare_earths = hex(0x1f6d00);
  p.other_minerals = hex(0x7f7f82);
  p.facility = hex(0x4a5863);
  p.hold = hex(0xcb3852);
  p.deal = hex(0x6a5600);
  p.edge = hex(0x12212e);
  p.hatch_wall = hex(0x1a2833);
  p.hatch_roof = hex(0x94283c);
  p.loaded = hex(0x7a48d8);
  p.sun_edge = hex(0x7a4d10, 0.7);
  p.grey = hex(0x8b929a);
  p.ink = hex(0x15212b);
  p.ghost = hex(0x15212b);
  p.block_absorption = 6.0f;
  p.block_min_transmission = 0.44f;
  p.paper = true;
  set_lines(p, {.coast = hex(0x41627a, 0.70),
                .border = hex(0x6b6256, 0.40),
                .river = hex(0x8fb6cd, 0.65),
                .lake_shore = hex(0x41627a, 0.40),
                .graticule = hex(0x3e6480, 0.12),
                .circle = hex(0x3e6480, 0.42),
                .pipeline = hex(0x7d5a24, 0.55),
                .route = hex(0x2f6288, 0.50),
                .limit = hex(0x6b6256, 0.50),
                .ice_edge = hex(0x3e6480, 0.55),
                .outline = hex(0x12212e, 0.35),
                .deal = p.deal});
  return p;
}

}  // namespace atlas
