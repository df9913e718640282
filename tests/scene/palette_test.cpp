// Colours that readers with a colour vision deficiency still tell apart, and text that can be read. Deficiency
// matrices: Machado, Oliveira, Fernandes (2009), severity 1, in linear RGB. Distance: CIE 1976 in L*a*b*, white D65.
// Contrast: WCAG 2.2, relative luminance.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "scene/scene.h"

using namespace atlas;

namespace {

using Rgb = std::array<double, 3>;
using Matrix = std::array<std::array<double, 3>, 3>;

struct Vision {
  const char* name;
  Matrix matrix;
};
const std::array<Vision, 4> kVisions{{
    {"full", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

Rgb seen(const Rgba& colour, const Matrix& m) {
  const Rgb c{colour.r, colour.g, colour.b};
  Rgb out{};
  for (size_t i = 0; i < 3; ++i) out[i] = std::clamp(m[i][0] * c[0] + m[i][1] * c[1] + m[i][2] * c[2], 0.0, 1.0);
  return out;
}

Rgb lab(const Rgb& c) {
  const double x = (0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047;
  const double y = 0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2];
  const double z = (0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883;
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

double distance(const Rgba& a, const Rgba& b, const Matrix& m) {
  const Rgb p = lab(seen(a, m)), q = lab(seen(b, m));
  return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

}  // namespace

TEST_CASE("categories are told apart with any colour vision, in both themes", "[scene][law]") {
  for (const Palette& palette : {night_palette(), paper_palette()}) {
    const std::array<std::pair<const char*, Rgba>, 6> categories{{{"loaded columns", palette.loaded},
                                                                  {"oil", palette.oil},
                                                                  {"liquids", palette.liquids},
                                                                  {"gas", palette.gas},
                                                                  {"rare earths", palette.rare_earths},
                                                                  {"other minerals", palette.other_minerals}}};
    for (const Vision& vision : kVisions)
      for (size_t i = 0; i < categories.size(); ++i)
        for (size_t j = i + 1; j < categories.size(); ++j) {
          CAPTURE(palette.paper, vision.name, categories[i].first, categories[j].first);
          CHECK(distance(categories[i].second, categories[j].second, vision.matrix) > 18);
        }
  }
}

TEST_CASE("what is held and what is dealt for differ with any colour vision, in both themes", "[scene][law]") {
  for (const Palette& palette : {night_palette(), paper_palette()})
    for (const Vision& vision : kVisions) {
      CAPTURE(palette.paper, vision.name);
      CHECK(distance(palette.hold, palette.deal, vision.matrix) > 20);
    }
}
