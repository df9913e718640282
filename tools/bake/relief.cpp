#include "relief.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/great_circle.h"
#include "geo/polar_plane.h"

namespace atlas::bake {
namespace {

// Half width of the polar square, globe radii (RELIEF.md): 50 N touches its edges.
const double kHalfWidth = 2.0 * std::sin(to_rad(20.0));

struct Light {
  double azimuth_deg, altitude_deg, weight;
};
constexpr std::array<Light, 4> kLights = {{{315, 42, .52}, {270, 50, .17}, {0, 50, .17}, {225, 60, .14}}};

// Soft shade of four lights, 1 = flat. Slopes to the right and up in the picture.
double shade_of(double right, double up) {
  double sum = 0.0;
  double flat = 0.0;
  const double n = 1.0 / std::sqrt(1.0 + right * right + up * up);
  for (const Light& light : kLights) {
    const double a = to_rad(light.azimuth_deg);
    const double e = to_rad(light.altitude_deg);
    const double l = -right * std::sin(a) * std::cos(e) - up * std::cos(a) * std::cos(e) + std::sin(e);
    sum += light.weight * std::max(0.0, l * n);
    flat += light.weight * std::sin(e);
  }
  return sum / flat;
}

// How slopes of a raster turn into slopes of the picture.
struct Grid {
  bool polar = true;
  double step_m = 0.0;  // polar: of a pixel; world: of a pixel along a meridian
};

Raster lit(const Raster& z, const Grid& grid, double exaggeration) {
  Raster result(z.width, z.height);
  for (int y = 0; y < z.height; ++y) {
    const int above = std::max(y - 1, 0);
    const int below = std::min(y + 1, z.height - 1);
    const double lat_rad = to_rad(90.0 - (y + 0.5) * 180.0 / z.height);
    const double step_x = grid.polar ? grid.step_m : grid.step_m * std::max(std::cos(lat_rad), 0.2);
    for (int x = 0; x < z.width; ++x) {
      const int left = grid.polar ? std::max(x - 1, 0) : (x + z.width - 1) % z.width;
      const int right = grid.polar ? std::min(x + 1, z.width - 1) : (x + 1) % z.width;
      const double east = (z.at(right, y) - z.at(left, y)) / (2.0 * step_x) * exaggeration;
      const double north = (z.at(x, above) - z.at(x, below)) / ((below - above) * grid.step_m) * exaggeration;
      if (grid.polar) {
        result.at(x, y) = static_cast<float>(shade_of(east, north));
      } else {
        // In the polar plane east points along (cos lon, sin lon) and north along (-sin lon, cos lon).
        const double lon_rad = to_rad((x + 0.5) * 360.0 / z.width - 180.0);
        result.at(x, y) = static_cast<float>(shade_of(east * std::cos(lon_rad) - north * std::sin(lon_rad),
                                                      east * std::sin(lon_rad) + north * std::cos(lon_rad)));
      }
    }
  }
  return result;
}

Raster combined(const Raster& a, const Raster& b, float (*join)(float, float)) {
  Raster result = a;
  std::transform(a.values.begin(), a.values.end(), b.values.begin(), result.values.begin(), join);
  return result;
}

// Heights of one side, carried on under the other by a normalised blur, so that the coast throws no false slope.
Raster one_side(const Raster& z, bool land, double reach_px, bool wrap) {
  const Raster mine = mapped(z, [land](float v) { return (v > 0.0f) == land ? 1.0f : 0.0f; });
  const Raster weight = blurred(mine, reach_px, wrap);
  const Raster own = combined(z, mine, [](float v, float m) { return v * m; });
  const Raster sum = blurred(own, reach_px, wrap);
  Raster result = z;
  for (std::size_t i = 0; i < z.values.size(); ++i) {
    if (mine.values[i] == 0.0f) result.values[i] = sum.values[i] / std::max(weight.values[i], 0.02f);
  }
  return result;
}

// The sea's shade: shelf edges and troughs raised, ridges a little lighter than their surroundings.
Raster sea_shade(const Raster& z, const Grid& grid, double exaggeration, double blur_px, bool wrap) {
  const Raster sea = blurred(one_side(z, false, 5.0, wrap), blur_px, wrap);
  const Raster stretched = mapped(sea, [](float v) {
    const float d = std::max(-v, 0.0f);
    return -(d + 650.0f * (1.0f - std::exp(-d / 260.0f)));
  });
  const Raster broad = blurred(stretched, 60e3 / grid.step_m, wrap);
  const Raster ridges =
      combined(stretched, broad, [](float v, float b) { return std::clamp((v - b) / 2600.0f, -0.16f, 0.16f); });
  return combined(lit(stretched, grid, exaggeration), ridges, [](float s, float r) { return s + r; });
}

// Even-odd fill in the polar square, by rows through pixel centres.
Raster coverage(const Region& region, int size) {
  Raster result(size, size);
  std::vector<std::vector<double>> rows(static_cast<std::size_t>(size));
  const auto to_px = [size](LonLat p) {
    const glm::dvec2 v = to_plane(p);
    return glm::dvec2((v.x / kHalfWidth + 1.0) * 0.5 * size - 0.5, (1.0 - v.y / kHalfWidth) * 0.5 * size - 0.5);
  };
  const auto add = [&](const Ring& ring) {
    const auto points = ring.points();
    for (std::size_t i = 0; i < points.size(); ++i) {
      glm::dvec2 a = to_px(points[i]);
      glm::dvec2 b = to_px(points[(i + 1) % points.size()]);
      if (a.y > b.y) std::swap(a, b);
      const int first = std::max(0, static_cast<int>(std::ceil(a.y)));
      for (int y = first; y < size && y < b.y; ++y) {
        rows[static_cast<std::size_t>(y)].push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
      }
    }
  };
  for (const Polygon& polygon : region) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  for (int y = 0; y < size; ++y) {
    auto& row = rows[static_cast<std::size_t>(y)];
    std::sort(row.begin(), row.end());
    for (std::size_t i = 0; i + 1 < row.size(); i += 2) {
      for (int x = std::max(0, static_cast<int>(std::ceil(row[i]))); x < size && x < row[i + 1]; ++x)
        result.at(x, y) = 1.0f;
    }
  }
  return result;
}

ReliefPlanes planes_of(const Raster& z, const Raster& sea, const Raster& land) {
  ReliefPlanes planes;
  planes.elevation = mapped(z, [](float v) {
    return static_cast<float>(128.0 + kElevationCodeScale * (v < 0.0f ? -1.0 : 1.0) * std::sqrt(std::abs(v)));
  });
  planes.shade = z;
  for (std::size_t i = 0; i < z.values.size(); ++i) {
    planes.shade.values[i] = 128.0f * (z.values[i] > 0.0f ? land.values[i] : sea.values[i]);
  }
  return planes;
}

}  // namespace

ReliefPlanes polar_relief(const Raster& z, const Region& ice) {
  const Grid grid{.polar = true, .step_m = 2.0 * kHalfWidth * kEarthRadius_km * 1000.0 / z.width};
  const Raster sea = sea_shade(z, grid, 10.0, 0.8, false);
  const Raster heights = one_side(z, true, 3.0, false);
  Raster land = lit(blurred(heights, 0.6), grid, 13.0);
  const Raster frozen = lit(blurred(heights, 2.2), grid, 50.0);
  const Raster cover = blurred(coverage(ice, z.width), 0.7);
  for (std::size_t i = 0; i < land.values.size(); ++i) {
    land.values[i] += (frozen.values[i] - land.values[i]) * cover.values[i];
  }
  ReliefPlanes planes = planes_of(z, sea, land);
  const Raster dry = mapped(z, [](float v) { return v > 0.0f ? 1.0f : 0.0f; });
  planes.halo = combined(blurred(dry, 14e3 / grid.step_m), blurred(dry, 45e3 / grid.step_m), [](float near, float far) {
    return 255.0f * (0.6f * std::min(near * 1.6f, 1.0f) + 0.4f * std::min(far * 1.4f, 1.0f));
  });
  return planes;
}

ReliefPlanes world_relief(const Raster& z) {
  const Grid grid{.polar = false, .step_m = kPi * kEarthRadius_km * 1000.0 / z.height};
  // Slopes at 39 km a pixel are gentler than at 4 km; the exaggeration makes up for it.
  const Raster sea = sea_shade(z, grid, 16.0, 0.6, true);
  const Raster land = lit(one_side(z, true, 1.5, true), grid, 20.0);
  return planes_of(z, sea, land);
}

}  // namespace atlas::bake
