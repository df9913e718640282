#include "raster.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace atlas::bake {
namespace {

void append_to(void* target, void* data, int size) {
  auto& bytes = *static_cast<std::vector<uint8_t>*>(target);
  const auto* first = static_cast<const uint8_t*>(data);
  bytes.insert(bytes.end(), first, first + size);
}

}  // namespace

Result<Raster> read_heights(const std::string& path) {
  int width = 0;
  int height = 0;
  int channels = 0;
  const std::unique_ptr<stbi_us, void (*)(void*)> pixels(stbi_load_16(path.c_str(), &width, &height, &channels, 1),
                                                         stbi_image_free);
  if (!pixels) return Fault{.file = path, .line = 0, .column = {}, .what = "cannot be read as a PNG", .value = {}};
  Raster raster(width, height);
  for (std::size_t i = 0; i < raster.values.size(); ++i) {
    raster.values[i] = static_cast<float>(pixels.get()[i]) - 12000.0f;
  }
  return raster;
}

Result<PartsRaster> read_values(const std::string& path) {
  int width = 0;
  int height = 0;
  int channels = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(stbi_load(path.c_str(), &width, &height, &channels, 1),
                                                         stbi_image_free);
  if (!pixels) return Fault{.file = path, .line = 0, .column = {}, .what = "cannot be read as a PNG", .value = {}};
  const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  return PartsRaster{static_cast<uint32_t>(width), static_cast<uint32_t>(height), {pixels.get(), pixels.get() + count}};
}

Raster blurred(const Raster& raster, double sigma_px, bool wrap_x) {
  const int reach = std::max(1, static_cast<int>(std::ceil(4.0 * sigma_px)));
  std::vector<float> weights;
  float sum = 0.0f;
  for (int i = -reach; i <= reach; ++i) {
    weights.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma_px * sigma_px))));
    sum += weights.back();
  }
  for (float& weight : weights) weight /= sum;
  Raster across(raster.width, raster.height);
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width; ++x) {
      float value = 0.0f;
      for (int i = -reach; i <= reach; ++i) {
        const int from = wrap_x ? (x + i + raster.width) % raster.width : std::clamp(x + i, 0, raster.width - 1);
        value += weights[static_cast<std::size_t>(i + reach)] * raster.at(from, y);
      }
      across.at(x, y) = value;
    }
  }
  Raster result(raster.width, raster.height);
  for (int y = 0; y < raster.height; ++y) {
    for (int i = -reach; i <= reach; ++i) {
      const int from = std::clamp(y + i, 0, raster.height - 1);
      const float weight = weights[static_cast<std::size_t>(i + reach)];
      for (int x = 0; x < raster.width; ++x) result.at(x, y) += weight * across.at(x, from);
    }
  }
  return result;
}

Raster reduced(const Raster& raster, int by) {
  Raster result(raster.width / by, raster.height / by);
  for (int y = 0; y < result.height; ++y) {
    for (int x = 0; x < result.width; ++x) {
      float sum = 0.0f;
      for (int j = 0; j < by; ++j) {
        for (int i = 0; i < by; ++i) sum += raster.at(x * by + i, y * by + j);
      }
      result.at(x, y) = sum / static_cast<float>(by * by);
    }
  }
  return result;
}

Raster resampled(const Raster& raster, int size) {
  const double ratio = static_cast<double>(raster.width) / size;
  // Share of each old row or column in a new one.
  const auto shares = [&](int at) {
    std::vector<std::pair<int, float>> result;
    const double from = at * ratio;
    const double to = from + ratio;
    for (int i = static_cast<int>(from); i < to && i < raster.width; ++i) {
      const double share = std::min<double>(to, i + 1) - std::max<double>(from, i);
      result.emplace_back(i, static_cast<float>(share / ratio));
    }
    return result;
  };
  std::vector<std::vector<std::pair<int, float>>> all;
  for (int i = 0; i < size; ++i) all.push_back(shares(i));
  Raster result(size, size);
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      float sum = 0.0f;
      for (const auto& [j, down] : all[static_cast<std::size_t>(y)]) {
        for (const auto& [i, across] : all[static_cast<std::size_t>(x)]) sum += raster.at(i, j) * down * across;
      }
      result.at(x, y) = sum;
    }
  }
  return result;
}

Raster mapped(const Raster& raster, const std::function<float(float)>& change) {
  Raster result = raster;
  for (float& value : result.values) value = change(value);
  return result;
}

std::vector<uint8_t> bytes_of(const Raster& raster) {
  std::vector<uint8_t> bytes(raster.values.size());
  std::transform(raster.values.begin(), raster.values.end(), bytes.begin(),
                 [](float v) { return static_cast<uint8_t>(std::lround(std::clamp(v, 0.0f, 255.0f))); });
  return bytes;
}

std::vector<uint8_t> png_of(const Raster& raster) {
  std::vector<uint8_t> file;
  stbi_write_png_to_func(append_to, &file, raster.width, raster.height, 1, bytes_of(raster).data(), raster.width);
  return file;
}

}  // namespace atlas::bake
