#pragma once

// Grey rasters of floats, row 0 on top: the few filters that the relief needs.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/base_sections.h"

namespace atlas::bake {

struct Raster {
  int width = 0;
  int height = 0;
  std::vector<float> values;

  Raster() = default;
  Raster(int w, int h) : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
  float& at(int x, int y) {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
  float at(int x, int y) const {
    return values[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
};

/// A 16-bit grey PNG as metres: stored value minus 12000.
Result<Raster> read_heights(const std::string& path);

/// An 8-bit grey PNG as it stands.
Result<PartsRaster> read_values(const std::string& path);

/// Separable Gaussian, cut at 4 sigma, edge values repeated (or wrapped from side to side).
Raster blurred(const Raster& raster, double sigma_px, bool wrap_x = false);

/// Mean over squares of `by` pixels.
Raster reduced(const Raster& raster, int by);

/// A square raster at another, smaller size: mean over what each new pixel covers.
Raster resampled(const Raster& raster, int size);

/// The raster with each value replaced.
Raster mapped(const Raster& raster, const std::function<float(float)>& change);

/// Values rounded and within 0 .. 255; the same as a grey PNG file.
std::vector<uint8_t> bytes_of(const Raster& raster);
std::vector<uint8_t> png_of(const Raster& raster);

}  // namespace atlas::bake
