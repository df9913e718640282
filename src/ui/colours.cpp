#include "ui/colours.h"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

uint32_t rgb(uint32_t code, double alpha = 1) {
  const auto a = static_cast<uint32_t>(std::lround(alpha * 255));
  return a << 24 | (code & 255) << 16 | (code >> 8 & 255) << 8 | (code >> 16 & 255);
}

// IEC 61966-2-1.
uint32_t srgb_code(float linear) {
  const double c = std::clamp(static_cast<double>(linear), 0.0, 1.0);
  const double s = c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
  return static_cast<uint32_t>(std::lround(s * 255));
}

}  // namespace

UiColours neutral_colours(Theme theme) {
  UiColours c;
  if (theme == Theme::night) {
    c.panel = rgb(0x0c121a, 0.93);
    c.raised = rgb(0x121a23, 0.98);
    c.hairline = rgb(0xa0bed2, 0.16);
    c.inner_line = rgb(0xa0bed2, 0.09);
    c.text1 = rgb(0xeef4f8);
    c.text2 = rgb(0xa9b7c2);
    c.text3 = rgb(0x8796a3);
    c.inverse = rgb(0x0c121a);
    c.free_part = rgb(0xdfeaf0, 0.85);
    c.hover = rgb(0xa0bed2, 0.10);
  } else {
    c.panel = rgb(0xfcfbf8, 0.95);
    c.raised = rgb(0xfefdfb, 0.98);
    c.hairline = rgb(0x283c50, 0.20);
    c.inner_line = rgb(0x283c50, 0.10);
    c.text1 = rgb(0x15212b);
    c.text2 = rgb(0x4a5863);
    c.text3 = rgb(0x626f79);
    c.inverse = rgb(0xfcfbf8);
    c.free_part = rgb(0x2b3d4a, 0.85);
    c.hover = rgb(0x283c50, 0.08);
    c.paper = true;
  }
  return c;
}

UiColours ui_colours(const Palette& palette) {
  UiColours c = neutral_colours(palette.paper ? Theme::paper : Theme::night);
  c.commodity = {packed(palette.oil), packed(palette.liquids), packed(palette.gas), packed(palette.rare_earths),
                 packed(palette.other_minerals)};
  c.hold = packed(palette.hold);
  c.deal = packed(palette.deal);
  c.grey = packed(palette.grey);
  return c;
}

uint32_t faded(uint32_t colour, double k) {
  const auto a = static_cast<uint32_t>(std::lround((colour >> 24) * std::clamp(k, 0.0, 1.0)));
  return (colour & 0x00ffffffu) | a << 24;
}

uint32_t mixed(uint32_t a, uint32_t b, double t) {
  uint32_t out = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const double from = a >> shift & 255, to = b >> shift & 255;
    out |= static_cast<uint32_t>(std::lround(from + (to - from) * std::clamp(t, 0.0, 1.0))) << shift;
  }
  return out;
}

uint32_t packed(const Rgba& linear) {
  const auto a = static_cast<uint32_t>(std::lround(std::clamp(linear.a, 0.0f, 1.0f) * 255));
  return a << 24 | srgb_code(linear.b) << 16 | srgb_code(linear.g) << 8 | srgb_code(linear.r);
}

}  // namespace atlas
