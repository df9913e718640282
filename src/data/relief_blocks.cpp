// Pixels to cosine amounts and back, as ISO/IEC 10918-1 (JPEG) has it. In floating point, which is the same everywhere
// as long as nothing but sums and products is asked for.
#include <algorithm>
#include <cmath>

#include "data/base_sections.h"

namespace atlas {
namespace {

using Line = std::array<float, 8>;
using Square = std::array<Line, 8>;

// cos(k pi / 16) / 2, and for k = 0 sqrt(1/8).
constexpr std::array<float, 8> kCos = {0.35355339f, 0.49039264f, 0.46193977f, 0.41573481f,
                                       0.35355339f, 0.27778512f, 0.19134172f, 0.09754516f};

// The amounts' waves, halves of them: even ones are the same from either end, odd ones change their sign.
Line wave_sum(const Line& a) {
  const std::array<float, 4> even = {
      kCos[0] * a[0] + kCos[2] * a[2] + kCos[4] * a[4] + kCos[6] * a[6],
      kCos[0] * a[0] + kCos[6] * a[2] - kCos[4] * a[4] - kCos[2] * a[6],
      kCos[0] * a[0] - kCos[6] * a[2] - kCos[4] * a[4] + kCos[2] * a[6],
      kCos[0] * a[0] - kCos[2] * a[2] + kCos[4] * a[4] - kCos[6] * a[6],
  };
  const std::array<float, 4> odd = {
      kCos[1] * a[1] + kCos[3] * a[3] + kCos[5] * a[5] + kCos[7] * a[7],
      kCos[3] * a[1] - kCos[7] * a[3] - kCos[1] * a[5] - kCos[5] * a[7],
      kCos[5] * a[1] - kCos[1] * a[3] + kCos[7] * a[5] + kCos[3] * a[7],
      kCos[7] * a[1] - kCos[5] * a[3] + kCos[3] * a[5] - kCos[1] * a[7],
  };
  return {even[0] + odd[0], even[1] + odd[1], even[2] + odd[2], even[3] + odd[3],
          even[3] - odd[3], even[2] - odd[2], even[1] - odd[1], even[0] - odd[0]};
}

Square turned(const Square& square) {
  Square result;
  for (std::size_t i = 0; i < 8; ++i)
    for (std::size_t k = 0; k < 8; ++k) result[i][k] = square[k][i];
  return result;
}

// JPEG's own table for grey (Annex K.1).
constexpr std::array<uint8_t, 64> kUsualSteps = {16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
                                                 14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
                                                 18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
                                                 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};

// The amount of each wave in a line: the sum above is orthogonal, so it is its own way back, turned.
Line amounts_of(const Line& line) {
  Line result{};
  for (std::size_t wave = 0; wave < 8; ++wave) {
    Line one{};
    one[wave] = 1;
    const Line shape = wave_sum(one);
    for (std::size_t i = 0; i < 8; ++i) result[wave] += shape[i] * line[i];
  }
  return result;
}

}  // namespace

ReliefPlane plane_of(ReliefKind kind, uint32_t width, uint32_t height, std::span<const uint8_t> pixels, int quality) {
  ReliefPlane plane{.kind = kind, .width = width, .height = height, .steps = {}, .blocks = {}};
  const int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  for (std::size_t i = 0; i < 64; ++i)
    plane.steps[i] = static_cast<uint8_t>(std::clamp((kUsualSteps[i] * scale + 50) / 100, 1, 255));
  for (uint32_t y = 0; y < height; y += 8)
    for (uint32_t x = 0; x < width; x += 8) {
      Square square;
      for (uint32_t j = 0; j < 8; ++j)
        for (uint32_t i = 0; i < 8; ++i) {
          const std::size_t from = std::size_t{std::min(y + j, height - 1)} * width + std::min(x + i, width - 1);
          square[j][i] = static_cast<float>(pixels[from]) - 128;
        }
      for (Line& row : square) row = amounts_of(row);
      square = turned(square);
      for (Line& column : square) column = amounts_of(column);
      ReliefBlock block;
      for (std::size_t v = 0; v < 8; ++v)
        for (std::size_t u = 0; u < 8; ++u)
          block[8 * v + u] =
              static_cast<int16_t>(std::lround(square[u][v] / static_cast<float>(plane.steps[8 * v + u])));
      plane.blocks.push_back(block);
    }
  return plane;
}

std::vector<uint8_t> pixels_of(const ReliefPlane& plane) {
  std::vector<uint8_t> pixels(std::size_t{plane.width} * plane.height);
  const ReliefBlock* block = plane.blocks.data();
  for (uint32_t y = 0; y < plane.height; y += 8)
    for (uint32_t x = 0; x < plane.width; x += 8, ++block) {
      Square square;
      for (std::size_t v = 0; v < 8; ++v) {
        bool any = false;
        for (std::size_t u = 0; u < 8; ++u) {
          const int16_t steps = (*block)[8 * v + u];
          any = any || steps != 0;
          square[v][u] = static_cast<float>(steps * plane.steps[8 * v + u]);
        }
        if (any) square[v] = wave_sum(square[v]);
      }
      square = turned(square);
      for (uint32_t i = 0; i < std::min(8u, plane.width - x); ++i) {
        const Line column = wave_sum(square[i]);
        for (uint32_t j = 0; j < std::min(8u, plane.height - y); ++j)
          pixels[std::size_t{y + j} * plane.width + x + i] =
              static_cast<uint8_t>(std::clamp(column[j] + 128.5f, 0.0f, 255.0f));
      }
    }
  return pixels;
}

}  // namespace atlas
