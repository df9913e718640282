#include "scene/ground_images.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "data/base_sections.h"

namespace atlas {
namespace {

Fault fault(std::string_view section, std::string what) {
  return {"pack", 0, std::string(section), std::move(what), ""};
}

uint8_t grey_at(const Image& image, double x, double y) {
  const auto clamped = [](double v, int size) { return std::clamp(v, 0.0, size - 1.0); };
  x = clamped(x, image.width);
  y = clamped(y, image.height);
  const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
  const int x1 = std::min(x0 + 1, image.width - 1), y1 = std::min(y0 + 1, image.height - 1);
  const double fx = x - x0, fy = y - y0;
  const auto p = [&](int i, int j) {
    return static_cast<double>(image.pixels[static_cast<size_t>(j) * image.width + i]);
  };
  const double value =
      (1 - fy) * ((1 - fx) * p(x0, y0) + fx * p(x1, y0)) + fy * ((1 - fx) * p(x0, y1) + fx * p(x1, y1));
  return static_cast<uint8_t>(std::lround(value));
}

void put_channel(const Image& from, Image& to, int channel) {
  const bool same = from.width == to.width && from.height == to.height;
  for (int j = 0; j < to.height; ++j)
    for (int i = 0; i < to.width; ++i) {
      const size_t at = static_cast<size_t>(j) * to.width + i;
      to.pixels[at * to.channels + channel] =
          same ? from.pixels[at]
               : grey_at(from, (i + 0.5) * from.width / to.width - 0.5, (j + 0.5) * from.height / to.height - 0.5);
    }
}

}  // namespace

Result<Image> read_relief_image(const Pack& pack, std::string_view section) {
  if (!pack.has(section)) return fault(section, "section is missing");
  const auto planes = read_relief(pack.find(section));
  if (!planes.ok()) return planes.faults();
  Image all;
  std::array<Image, 3> channels;
  for (const ReliefPlane& plane : *planes) {
    Image grey{static_cast<int>(plane.width), static_cast<int>(plane.height), 1, pixels_of(plane)};
    all.width = std::max(all.width, grey.width);
    all.height = std::max(all.height, grey.height);
    channels[static_cast<size_t>(plane.kind)] = std::move(grey);
  }
  if (channels[0].pixels.empty() || channels[1].pixels.empty()) return fault(section, "needs elevation and shade");
  all.channels = channels[2].pixels.empty() ? 2 : 3;
  all.pixels.resize(static_cast<size_t>(all.width) * all.height * all.channels);
  for (int c = 0; c < all.channels; ++c) put_channel(channels[static_cast<size_t>(c)], all, c);
  return all;
}

Result<Image> read_parts_image(const Pack& pack, const Dataset& dataset) {
  auto raster = read_parts(pack.find("base/parts"));
  if (!raster.ok()) return raster.faults();
  std::map<std::string, size_t, std::less<>> numbers;
  for (size_t i = 0; i < dataset.parts.size(); ++i) numbers[dataset.parts[i].id] = i;
  std::array<uint8_t, 256> renamed{};
  for (const std::string_view line : split(pack.find_text("base/parts.csv"), '\n')) {
    const auto cells = split(line, ',');
    if (cells.size() != 2) continue;
    const auto value = parse_integer(cells[0]);  // the header is no number
    const auto part = numbers.find(cells[1]);
    if (value && *value > 0 && *value < 256 && part != numbers.end() && part->second < 255)
      renamed[static_cast<size_t>(*value)] = static_cast<uint8_t>(part->second + 1);
  }
  Image image{static_cast<int>(raster->width), static_cast<int>(raster->height), 1, std::move(raster).value().values};
  for (uint8_t& pixel : image.pixels) pixel = renamed[pixel];
  return image;
}

Faults read_ground_images(const Pack& pack, const Dataset& dataset, GroundImages& images) {
  Faults faults;
  const auto take = [&](Result<Image> image, Image& into) {
    faults.insert(faults.end(), image.faults().begin(), image.faults().end());
    if (image.ok()) into = std::move(image).value();
  };
  take(read_relief_image(pack, "base/relief"), images.polar);
  take(read_relief_image(pack, "base/world"), images.world);
  take(read_parts_image(pack, dataset), images.parts);
  ++images.relief_version;
  return faults;
}

Faults read_fine_relief(const Pack& fine, GroundImages& images) {
  if (!fine.has("fine/relief")) return {};
  auto sharp = read_relief_image(fine, "fine/relief");
  if (!sharp.ok()) return sharp.faults();
  const Image& coarse = images.polar;
  if (coarse.channels == 3 && sharp->channels == 2) {
    Image halo{coarse.width, coarse.height, 1, {}};
    for (size_t i = 2; i < coarse.pixels.size(); i += 3) halo.pixels.push_back(coarse.pixels[i]);
    Image wide{sharp->width, sharp->height, 3, {}};
    wide.pixels.resize(static_cast<size_t>(wide.width) * wide.height * 3);
    for (size_t i = 0; 2 * i < sharp->pixels.size(); ++i) {
      wide.pixels[3 * i] = sharp->pixels[2 * i];
      wide.pixels[3 * i + 1] = sharp->pixels[2 * i + 1];
    }
    put_channel(halo, wide, 2);
    images.polar = std::move(wide);
  } else {
    images.polar = std::move(sharp).value();
  }
  ++images.relief_version;
  return {};
}

}  // namespace atlas
