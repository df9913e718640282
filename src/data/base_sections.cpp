#include "data/base_sections.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
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

// Steps of a point in a globe radius.
constexpr double kSteps = 32767.0;
// South of this height (64 S) a mesh is halved on the sphere.
constexpr float kSouthern = -0.9f;

std::array<float, 3> unit_vector_at(double x, double y) {
  // Lambert's projection undone without angles: with lat and lon, x = rho sin(lon), y = -rho cos(lon),
  // sin(lat) = 1 - rho^2 / 2 and cos(lat) = rho sqrt(1 - rho^2 / 4).
  const double rho2 = std::min(x * x + y * y, 4.0);
  const double scale = std::sqrt(1.0 - rho2 / 4.0);
  return {static_cast<float>(-y * scale), static_cast<float>(x * scale), static_cast<float>(1.0 - rho2 / 2.0)};
}

// The plane ends at two globe radii.
constexpr int64_t kFarthest = int64_t{2} * 32767;

// Reads one coordinate as a difference; beyond the plane is a failure.
int32_t next_coordinate(ByteReader& in, int64_t& last) {
  last += in.signed_varint();
  if (last < -kFarthest || last > kFarthest) {
    in.fail();
    last = 0;
  }
  return static_cast<int32_t>(last);
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
  const auto neighbours = [&](std::size_t t) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto other = by_edge.find({triangles[t][(i + 1) % 3], triangles[t][i]});
      if (other != by_edge.end() && !done[other->second]) open.push_back(other->second);
    }
    return open;
  };
  // The neighbour that is nearest to being walled in goes first, so that few are left behind.
  const auto neighbour = [&](std::size_t t) {
    std::size_t best = triangles.size();
    std::size_t least = 4;
    for (const std::size_t other : neighbours(t)) {
      const std::size_t open = neighbours(other).size();
      if (open < least) {
        least = open;
        best = other;
      }
    }
    return best;
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

std::array<float, 3> unit_vector(BasePoint point) { return unit_vector_at(point.x / kSteps, point.y / kSteps); }

BasePoint to_base_point(double x, double y, double z) {
  const double scale = std::sqrt(std::max((1.0 + z) / 2.0, 1e-12));  // sqrt(1 - rho^2 / 4)
  const auto step = [](double v) { return static_cast<int32_t>(std::lround(std::clamp(v, -2.0, 2.0) * kSteps)); };
  return {step(y / scale), step(-x / scale)};
}

GlobeMesh globe_mesh(const BaseMesh& mesh, double max_edge_deg) {
  struct Vertex {
    double x, y;               // on the plane, steps
    std::array<float, 3> dir;  // on the sphere
  };
  std::vector<Vertex> vertices;
  for (const BasePoint point : mesh.points) {
    vertices.push_back({static_cast<double>(point.x), static_cast<double>(point.y), unit_vector(point)});
  }
  const auto chord2 = [&](uint32_t a, uint32_t b) {
    double sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double d = static_cast<double>(vertices[a].dir[i]) - static_cast<double>(vertices[b].dir[i]);
      sum += d * d;
    }
    return sum;
  };
  // The middle lies on the plane's straight line, which cannot fold over; about the south pole, where the plane ends,
  // on the sphere's.
  const auto middle_of = [&](uint32_t a, uint32_t b) -> Vertex {
    const auto& u = vertices[a].dir;
    const auto& v = vertices[b].dir;
    if (u[2] < kSouthern && v[2] < kSouthern) {
      const double x = static_cast<double>(u[0]) + static_cast<double>(v[0]);
      const double y = static_cast<double>(u[1]) + static_cast<double>(v[1]);
      const double z = static_cast<double>(u[2]) + static_cast<double>(v[2]);
      const double length = std::sqrt(x * x + y * y + z * z);
      return {
          0.0, 0.0, {static_cast<float>(x / length), static_cast<float>(y / length), static_cast<float>(z / length)}};
    }
    const double x = 0.5 * (vertices[a].x + vertices[b].x);
    const double y = 0.5 * (vertices[a].y + vertices[b].y);
    return {x, y, unit_vector_at(x / kSteps, y / kSteps)};
  };
  const double half_rad = 0.5 * std::max(max_edge_deg, 0.1) * (3.14159265358979323846 / 180.0);
  const double most_chord2 = 4.0 * std::sin(half_rad) * std::sin(half_rad) * (1.0 + 1e-4);

  std::vector<Triangle> triangles(mesh.triangles.size() / 3);
  for (std::size_t t = 0; t < triangles.size(); ++t) {
    triangles[t] = {mesh.triangles[3 * t], mesh.triangles[3 * t + 1], mesh.triangles[3 * t + 2]};
  }
  // Each triangle's longest edge is halved until none is too long. The choice depends on the edge's ends alone, so the
  // triangle beyond it comes to the same points.
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> middles;
  GlobeMesh result;
  constexpr std::size_t kMostTriangles = 4000000;  // a damaged mesh ends here
  while (!triangles.empty() && result.indices.size() + triangles.size() < kMostTriangles) {
    const Triangle t = triangles.back();
    triangles.pop_back();
    std::size_t longest = 0;
    double most = -1.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double length2 = chord2(std::min(t[i], t[(i + 1) % 3]), std::max(t[i], t[(i + 1) % 3]));
      if (length2 > most) {
        most = length2;
        longest = i;
      }
    }
    if (most <= most_chord2) {
      result.indices.insert(result.indices.end(), t.begin(), t.end());
      continue;
    }
    const uint32_t a = t[longest];
    const uint32_t b = t[(longest + 1) % 3];
    const uint32_t c = t[(longest + 2) % 3];
    const auto [place, fresh] = middles.try_emplace({std::min(a, b), std::max(a, b)}, 0);
    if (fresh) {
      place->second = static_cast<uint32_t>(vertices.size());
      vertices.push_back(middle_of(std::min(a, b), std::max(a, b)));
    }
    const uint32_t middle = place->second;
    triangles.push_back({a, middle, c});
    triangles.push_back({middle, b, c});
  }
  for (const Vertex& vertex : vertices) result.vertices.push_back(vertex.dir);
  return result;
}

std::vector<uint8_t> write_mesh(const BaseMesh& mesh) {
  ByteWriter out;
  out.varint(mesh.points.size());
  for (const auto axis : {&BasePoint::x, &BasePoint::y}) {
    int64_t last = 0;
    for (const BasePoint& point : mesh.points) {
      out.signed_varint(point.*axis - last);
      last = point.*axis;
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
  ByteWriter corners;
  Triangle before{};
  int64_t last = 0;
  bool first = true;
  for (const std::size_t t : walk(triangles)) {
    Triangle triangle = triangles[t];
    uint32_t shared = 3;
    for (uint32_t e = 0; e < 3 && !first && shared == 3; ++e) {
      for (std::size_t k = 0; k < 3 && shared == 3; ++k) {
        if (triangle[k] == before[(e + 1) % 3] && triangle[(k + 1) % 3] == before[e]) {
          shared = e;
          triangle = {triangle[k], triangle[(k + 1) % 3], triangle[(k + 2) % 3]};
        }
      }
    }
    if (shared == 3) {
      out.u8(6);
      for (const uint32_t index : triangle) {
        corners.signed_varint(index - last);
        last = index;
      }
    } else {
      const int64_t from_start = static_cast<int64_t>(triangle[2]) - before[shared];
      const int64_t from_end = static_cast<int64_t>(triangle[2]) - before[(shared + 1) % 3];
      const bool end_is_nearer = std::abs(from_end) < std::abs(from_start);
      out.u8(2 * shared + (end_is_nearer ? 1 : 0));
      corners.signed_varint(end_is_nearer ? from_end : from_start);
      last = triangle[2];
    }
    before = triangle;
    first = false;
  }
  std::vector<uint8_t> listed = corners.take();
  out.bytes(listed);
  return out.take();
}

Result<BaseMesh> read_mesh(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  BaseMesh mesh;
  mesh.points.resize(in.count(2));
  for (const auto axis : {&BasePoint::x, &BasePoint::y}) {
    int64_t last = 0;
    for (BasePoint& point : mesh.points) point.*axis = next_coordinate(in, last);
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
  const std::span<const uint8_t> codes = in.bytes(triangle_count);
  mesh.triangles.reserve(std::size_t{3} * codes.size());
  Triangle before{};
  int64_t last = 0;
  const auto corner = [&](int64_t from) -> uint32_t {
    last = from + in.signed_varint();
    if (last < 0 || last >= static_cast<int64_t>(point_count)) {
      in.fail();
      last = 0;
    }
    return static_cast<uint32_t>(last);
  };
  for (std::size_t t = 0; t < codes.size() && in.ok(); ++t) {
    const std::size_t code = codes[t];
    Triangle triangle{};
    if (code == 6) {
      for (uint32_t& index : triangle) index = corner(last);
    } else if (code < 6 && t > 0) {
      const uint32_t start = before[code / 2];
      const uint32_t end = before[(code / 2 + 1) % 3];
      triangle = {end, start, corner(code % 2 == 0 ? start : end)};
    } else {
      in.fail();
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
    BasePoint last;
    for (const BasePoint& point : line.points) {
      out.signed_varint(point.x - last.x);
      out.signed_varint(point.y - last.y);
      last = point;
    }
  }
  return out.take();
}

Result<std::vector<BaseLine>> read_lines(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  std::vector<BaseLine> lines(in.count(2));
  for (BaseLine& line : lines) {
    line.kind = in.u8();
    line.points.resize(in.count(2));
    int64_t last_x = 0;
    int64_t last_y = 0;
    for (BasePoint& point : line.points) {
      point.x = next_coordinate(in, last_x);
      point.y = next_coordinate(in, last_y);
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
