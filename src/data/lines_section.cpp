#include <algorithm>
#include <numeric>

#include "data/section_parts.h"

namespace atlas {

std::vector<uint8_t> write_lines(std::span<const BaseLine> lines) {
  int32_t step = 0;
  for (const BaseLine& line : lines)
    for (const BasePoint& point : line.points) step = std::gcd(std::gcd(step, point.x), point.y);
  step = std::max(step, 1);
  ByteWriter out;
  out.varint(static_cast<uint64_t>(step));
  out.varint(lines.size());
  for (const BaseLine& line : lines) {
    out.u8(line.kind);
    out.varint(line.points.size());
  }
  for (const auto axis : {&BasePoint::x, &BasePoint::y}) {
    int64_t last = 0;
    for (const BaseLine& line : lines)
      for (const BasePoint& point : line.points) {
        out.signed_varint((point.*axis - last) / step);
        last = point.*axis;
      }
  }
  return out.take();
}

Result<std::vector<BaseLine>> read_lines(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  const auto step = static_cast<int64_t>(in.varint());
  if (step < 1 || step > kFarthest) in.fail();
  std::vector<BaseLine> lines(in.count(2));
  std::vector<uint64_t> counts;
  uint64_t sum = 0;
  for (BaseLine& line : lines) {
    line.kind = in.u8();
    counts.push_back(in.varint());
    sum += counts.back();
  }
  if (sum > in.left() / 2) in.fail();
  for (std::size_t i = 0; i < lines.size() && in.ok(); ++i) lines[i].points.resize(static_cast<std::size_t>(counts[i]));
  for (const auto axis : {&BasePoint::x, &BasePoint::y}) {
    int64_t last = 0;
    for (BaseLine& line : lines)
      for (BasePoint& point : line.points) point.*axis = next_coordinate(in, last, step);
  }
  if (!in.at_end()) return broken("a section of lines");
  return lines;
}

}  // namespace atlas
