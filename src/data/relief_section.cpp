#include <algorithm>
#include <cmath>

#include "data/section_parts.h"

namespace atlas {

uint8_t elevation_code(double metres) {
  const double code = 128.0 + kElevationCodeScale * (metres < 0.0 ? -1.0 : 1.0) * std::sqrt(std::abs(metres));
  return static_cast<uint8_t>(std::lround(std::clamp(code, 0.0, 255.0)));
}

double elevation_of_code(double code) {
  const double root = (code - 128.0) / kElevationCodeScale;
  return root < 0.0 ? -root * root : root * root;
}

std::vector<uint8_t> write_relief(std::span<const ReliefPlane> planes) {
  ByteWriter out;
  out.u8(static_cast<uint32_t>(planes.size()));
  for (const ReliefPlane& plane : planes) {
    out.u8(static_cast<uint32_t>(plane.kind));
    out.u16(plane.width);
    out.u16(plane.height);
    out.u32(static_cast<uint32_t>(plane.jpeg.size()));
  }
  for (const ReliefPlane& plane : planes) out.bytes(plane.jpeg);
  return out.take();
}

Result<std::vector<ReliefPlane>> read_relief(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  std::vector<ReliefPlane> planes(in.u8());
  std::vector<uint32_t> sizes;
  for (ReliefPlane& plane : planes) {
    const uint8_t kind = in.u8();
    if (kind > static_cast<uint8_t>(ReliefKind::halo)) in.fail();
    plane.kind = static_cast<ReliefKind>(kind);
    plane.width = in.u16();
    plane.height = in.u16();
    sizes.push_back(in.u32());
  }
  for (std::size_t i = 0; i < planes.size(); ++i) {
    const auto file = in.bytes(sizes[i]);
    planes[i].jpeg.assign(file.begin(), file.end());
  }
  if (!in.at_end()) return broken("a relief section");
  return planes;
}

}  // namespace atlas
