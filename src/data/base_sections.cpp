#include "data/base_sections.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "data/byte_stream.h"

namespace atlas {
namespace {

using Triangle = std::array<uint32_t, 3>;

Fault broken(const char* what) {
  return {.file = "pack", .line = 0, .column = {}, .what = std::string(what) + " is damaged", .value = {}};
}

// Reads one coordinate as a difference; out of 16 bits is a failure.
int16_t next_coordinate(ByteReader& in, int64_t& last) {
  last += in.signed_varint();
  if (last < std::numeric_limits<int16_t>::min() || last > std::numeric_limits<int16_t>::max()) {
    in.fail();
    last = 0;
  }
  return static_cast<int16_t>(last);
}

// Triangles in an order in which most share an edge with the one before, found by walking over neighbours.
std::vector<std::size_t> walk(const std::vector<Triangle>& triangles) {
  std::map<std::pair<uint32_t, uint32_t>, std::size_t> by_edge;
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    for (std::size_t i = 0; i < 3; ++i) by_edge[{triangles[t][i], triangles[t][(i + 1) % 3]}] = t;
  }
  std::vector<bool> done(triangles.size(), false);
  std::vector<std::size_t> order;
  order.reserve(triangles.size());
  const auto neighbour = [&](std::size_t t) {
    for (std::size_t i = 0; i < 3; ++i) {
      const auto other = by_edge.find({triangles[t][(i + 1) % 3], triangles[t][i]});
      if (other != by_edge.end() && !done[other->second]) return other->second;
    }
    return triangles.size();
  };
  for (std::size_t start = 0; start < triangles.size(); ++start) {
    for (std::size_t t = start; t < triangles.size() && !done[t]; t = neighbour(t)) {
      done[t] = true;
      order.push_back(t);
    }
  }
  return order;
}

}  // namespace

std::array<int16_t, 3> quantised(double x, double y, double z) {
  const auto step = [](double v) { return static_cast<int16_t>(std::lround(std::clamp(v, -1.0, 1.0) * 32767.0)); };
  return {step(x), step(y), step(z)};
}

std::array<float, 3> unit_vector(const std::array<int16_t, 3>& point) {
  const double x = point[0];
  const double y = point[1];
  const double z = point[2];
  const double length = std::max(std::sqrt(x * x + y * y + z * z), 1.0);
  return {static_cast<float>(x / length), static_cast<float>(y / length), static_cast<float>(z / length)};
}

std::vector<uint8_t> write_mesh(const BaseMesh& mesh) {
  ByteWriter out;
  out.varint(mesh.points.size());
  for (std::size_t axis = 0; axis < 3; ++axis) {
    int64_t last = 0;
    for (const auto& point : mesh.points) {
      out.signed_varint(point[axis] - last);
      last = point[axis];
    }
  }
  out.varint(mesh.outlines.size());
  for (const BaseRun& run : mesh.outlines) {
    out.varint(run.first);
    out.varint(run.count);
  }
  std::vector<Triangle> triangles(mesh.triangles.size() / 3);
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    triangles[t] = {mesh.triangles[3 * t], mesh.triangles[3 * t + 1], mesh.triangles[3 * t + 2]};
  }
  out.varint(triangles.size());
  Triangle before{};
  int64_t last = 0;
  const auto corner = [&](uint32_t index) {
    out.signed_varint(index - last);
    last = index;
  };
  bool first = true;
  for (const std::size_t t : walk(triangles)) {
    Triangle triangle = triangles[t];
    uint32_t shared = 3;
    for (uint32_t i = 0; i < 3 && !first && shared == 3; ++i) {
      for (std::size_t k = 0; k < 3 && shared == 3; ++k) {
        if (triangle[k] == before[(i + 1) % 3] && triangle[(k + 1) % 3] == before[i]) {
          shared = i;
          triangle = {triangle[k], triangle[(k + 1) % 3], triangle[(k + 2) % 3]};
        }
      }
    }
    out.u8(shared);
    if (shared == 3) {
      for (const uint32_t index : triangle) corner(index);
    } else {
      corner(triangle[2]);
    }
    before = triangle;
    first = false;
  }
  return out.take();
}

Result<BaseMesh> read_mesh(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  BaseMesh mesh;
  mesh.points.resize(in.count(3));
  for (std::size_t axis = 0; axis < 3; ++axis) {
    int64_t last = 0;
    for (auto& point : mesh.points) point[axis] = next_coordinate(in, last);
  }
  const uint64_t point_count = mesh.points.size();
  mesh.outlines.resize(in.count(2));
  for (BaseRun& run : mesh.outlines) {
    const uint64_t first = in.varint();
    const uint64_t count = in.varint();
    if (first + count > point_count) in.fail();
    run = {static_cast<uint32_t>(first), static_cast<uint32_t>(count)};
  }
  const uint32_t triangle_count = in.count(2);
  mesh.triangles.reserve(std::size_t{3} * triangle_count);
  Triangle before{};
  int64_t last = 0;
  const auto corner = [&]() -> uint32_t {
    last += in.signed_varint();
    if (last < 0 || last >= static_cast<int64_t>(point_count)) {
      in.fail();
      last = 0;
    }
    return static_cast<uint32_t>(last);
  };
  for (uint32_t t = 0; t < triangle_count && in.ok(); ++t) {
    const uint8_t shared = in.u8();
    Triangle triangle{};
    if (shared > 3 || (shared < 3 && t == 0)) {
      in.fail();
    } else if (shared == 3) {
      for (uint32_t& index : triangle) index = corner();
    } else {
      triangle = {before[(shared + 1u) % 3], before[shared], corner()};
    }
    mesh.triangles.insert(mesh.triangles.end(), triangle.begin(), triangle.end());
    before = triangle;
  }
  if (!in.at_end()) return broken("a mesh of the base globe");
  return mesh;
}

std::vector<uint8_t> write_lines(std::span<const BaseLine> lines) {
  ByteWriter out;
  out.varint(lines.size());
  for (const BaseLine& line : lines) {
    out.u8(line.kind);
    out.varint(line.points.size());
    std::array<int64_t, 3> last{};
    for (const auto& point : line.points) {
      for (std::size_t axis = 0; axis < 3; ++axis) {
        out.signed_varint(point[axis] - last[axis]);
        last[axis] = point[axis];
      }
    }
  }
  return out.take();
}

Result<std::vector<BaseLine>> read_lines(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  std::vector<BaseLine> lines(in.count(2));
  for (BaseLine& line : lines) {
    line.kind = in.u8();
    line.points.resize(in.count(3));
    std::array<int64_t, 3> last{};
    for (auto& point : line.points) {
      for (std::size_t axis = 0; axis < 3; ++axis) point[axis] = next_coordinate(in, last[axis]);
    }
  }
  if (!in.at_end()) return broken("a section of lines");
  return lines;
}

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

std::vector<uint8_t> write_font_atlas(const FontAtlasSection& atlas) {
  ByteWriter out;
  out.f32(atlas.em_px);
  out.f32(atlas.ascent_px);
  out.f32(atlas.descent_px);
  out.u16(atlas.width);
  out.u16(atlas.height);
  out.u32(static_cast<uint32_t>(atlas.glyphs.size()));
  for (const AtlasGlyph& glyph : atlas.glyphs) {
    out.u32(glyph.codepoint);
    out.u8(static_cast<uint32_t>(glyph.face));
    for (const uint16_t value : {glyph.x, glyph.y, glyph.width, glyph.height}) out.u16(value);
    for (const float value : {glyph.left, glyph.top, glyph.advance}) out.f32(value);
  }
  out.bytes(atlas.distance_field);
  return out.take();
}

Result<FontAtlasSection> read_font_atlas(std::span<const uint8_t> bytes) {
  constexpr std::size_t kGlyphBytes = 4 + 1 + 8 + 12;
  ByteReader in(bytes);
  FontAtlasSection atlas;
  atlas.em_px = in.f32();
  atlas.ascent_px = in.f32();
  atlas.descent_px = in.f32();
  atlas.width = in.u16();
  atlas.height = in.u16();
  const uint32_t count = in.u32();
  if (count > in.left() / kGlyphBytes) in.fail();
  atlas.glyphs.resize(in.ok() ? count : 0);
  for (AtlasGlyph& glyph : atlas.glyphs) {
    glyph.codepoint = in.u32();
    const uint8_t face = in.u8();
    if (face > static_cast<uint8_t>(LabelFace::italic)) in.fail();
    glyph.face = static_cast<LabelFace>(face);
    glyph.x = in.u16();
    glyph.y = in.u16();
    glyph.width = in.u16();
    glyph.height = in.u16();
    glyph.left = in.f32();
    glyph.top = in.f32();
    glyph.advance = in.f32();
    if (glyph.x + glyph.width > atlas.width || glyph.y + glyph.height > atlas.height) in.fail();
    for (const float value : {glyph.left, glyph.top, glyph.advance}) {
      if (!(std::abs(value) < 65536.0f)) in.fail();
    }
  }
  if (!(atlas.em_px > 0.0f && atlas.em_px < 65536.0f)) in.fail();
  const auto field = in.bytes(std::size_t{atlas.width} * atlas.height);
  atlas.distance_field.assign(field.begin(), field.end());
  if (!in.at_end()) return broken("the font atlas");
  return atlas;
}

const AtlasGlyph* find_glyph(const FontAtlasSection& atlas, LabelFace face, uint32_t codepoint) {
  const auto key = std::pair(face, codepoint);
  const auto place = std::lower_bound(
      atlas.glyphs.begin(), atlas.glyphs.end(), key,
      [](const AtlasGlyph& glyph, const auto& wanted) { return std::pair(glyph.face, glyph.codepoint) < wanted; });
  const bool found = place != atlas.glyphs.end() && place->face == face && place->codepoint == codepoint;
  return found ? &*place : nullptr;
}

}  // namespace atlas
