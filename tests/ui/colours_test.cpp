// Text of the panels can be read: contrast of WCAG 2.2 (relative luminance), at least 4.5 to 1, whatever shines through
// the panel from the globe behind it.
#include "ui/colours.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace atlas;

namespace {

double channel(uint32_t colour, int shift) { return static_cast<double>(colour >> shift & 255) / 255; }

/// `top` over an opaque ground, in sRGB, as the window blends it.
double luminance_over(uint32_t top, double ground) {
  const double alpha = channel(top, 24);
  const auto linear = [&](int shift) {
    const double c = alpha * channel(top, shift) + (1 - alpha) * ground;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

}  // namespace

TEST_CASE("text on panels has a contrast of 4.5 to 1 in both themes, over a dark and a light globe", "[ui][law]") {
  for (const Theme theme : {Theme::night, Theme::paper}) {
    const UiColours c = neutral_colours(theme);
    for (const uint32_t ground : {c.panel, c.raised})
      for (const double behind : {theme == Theme::night ? 0.0 : 0.55, theme == Theme::night ? 0.45 : 1.0})
        for (const uint32_t text : {c.text1, c.text2, c.text3}) {
          CAPTURE(static_cast<int>(theme), behind, text);
          const double a = luminance_over(text, 0), b = luminance_over(ground, behind);
          CHECK((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) >= 4.5);
        }
  }
}
