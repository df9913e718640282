#include <algorithm>
#include <cmath>

#include "geo/lon_lat.h"
#include "render/pass_globe.h"

namespace atlas {
namespace {

constexpr int kSide = 512;
constexpr double kHalfSquare_km = 2 * kEarthRadius_km * 0.3420201433;  // 2 R sin(20 deg)
constexpr double kTexel_km = 2 * kHalfSquare_km / kSide;

using Plane = std::vector<float>;

float& at(Plane& plane, int x, int y) { return plane[static_cast<size_t>(y) * kSide + static_cast<size_t>(x)]; }

Plane land_coverage(const Image& polar) {
  Plane land(static_cast<size_t>(kSide) * kSide, 0.0f);
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const int x0 = x * polar.width / kSide, x1 = std::max(x0 + 1, (x + 1) * polar.width / kSide);
      const int y0 = y * polar.height / kSide, y1 = std::max(y0 + 1, (y + 1) * polar.height / kSide);
      int dry = 0;
      for (int v = y0; v < y1; ++v)
        for (int u = x0; u < x1; ++u)
          dry += polar.pixels[(static_cast<size_t>(v) * polar.width + u) * polar.channels] > 128;
      at(land, x, y) = static_cast<float>(dry) / static_cast<float>((x1 - x0) * (y1 - y0));
    }
  return land;
}

// Gaussian, along x and then along y.
Plane blurred(Plane plane, double sigma_km) {
  const double sigma = sigma_km / kTexel_km;
  const int reach = static_cast<int>(std::ceil(3 * sigma));
  std::vector<float> weights(static_cast<size_t>(reach) + 1);
  double sum = 0;
  for (int i = 0; i <= reach; ++i) {
    const double w = std::exp(-0.5 * i * i / (sigma * sigma));
    weights[static_cast<size_t>(i)] = static_cast<float>(w);
    sum += i == 0 ? w : 2 * w;
  }
  for (float& w : weights) w = static_cast<float>(w / sum);
  Plane out(plane.size());
  for (const bool across : {true, false}) {
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) {
        float value = 0;
        for (int i = -reach; i <= reach; ++i) {
          const int u = across ? std::clamp(x + i, 0, kSide - 1) : x, v = across ? y : std::clamp(y + i, 0, kSide - 1);
          value += weights[static_cast<size_t>(std::abs(i))] * at(plane, u, v);
        }
        at(out, x, y) = value;
      }
    plane.swap(out);
  }
  return plane;
}

}  // namespace

Image coast_halo(const Image& polar) {
  if (polar.pixels.empty()) return {};
  const Plane land = land_coverage(polar);
  const Plane near = blurred(land, 14), wide = blurred(land, 45);
  Image halo{kSide, kSide, 1, std::vector<uint8_t>(land.size())};
  for (size_t i = 0; i < land.size(); ++i) {
    const float strength = 0.6f * std::min(1.0f, 1.6f * near[i]) + 0.4f * std::min(1.0f, 1.4f * wide[i]);
    halo.pixels[i] = static_cast<uint8_t>(std::lround(255 * std::clamp(strength, 0.0f, 1.0f)));
  }
  return halo;
}

}  // namespace atlas
