#pragma once

// The sections of the pack that carry the base globe and the font atlas: their bytes to and from plain structs. The
// bake writes them, the scene reads them. Little-endian; a "varint" is LEB128, "signed" means zigzag. Readers trust no
// byte: a wrong one is a fault, and memory stays within a small multiple of the input.
//
// - base/land.mesh: the whole world, coast within 4.5 km in the north and 40 km in the south.
// - fine/land.mesh: the same within 0.5 km and 10 km.
// - base/ice.mesh, base/lakes.mesh: north of 50 N; fine/ice.mesh: as its source has it.
// - base/borders.lines: kind 0 border, 1 disputed border.
// - base/rivers.lines: kind is Natural Earth's scale rank (1 large .. 6).
// - base/relief, fine/relief: planes on the polar square (half width 2 sin(20 deg) globe radii, longitude 0 down, row 0
//   on top): elevation, shade, and in base the coast's halo; each plane has its own size (512, 576, 128; fine 1024,
//   2048).
// - base/world: elevation and shade of the world, equirectangular, row 0 at 90 N, column 0 at 180 W; lit like the
// square.
// - base/parts, base/parts.csv: the raster of province parts, and which part each value is (assets/base).
// - font/atlas: distance-field glyphs of the labels.
// - font/inter-regular.otf, font/inter-semibold.otf: the interface's faces, subset.
// - data/<file>, first/<file>, texts/<file>: the data (late_texts.h); words.csv: as it stands in assets.
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace atlas {

/// A closed outline: points first .. first + count - 1 of its mesh, the last joins the first.
/// A hole's outline may run either way.
struct BaseRun {
  uint32_t first = 0;
  uint32_t count = 0;
  bool operator==(const BaseRun&) const = default;
};

/// A point on the polar equal-area plane (geo/polar_plane.h) in steps of 1 / 32767 globe radii (194 m at the pole).
struct BasePoint {
  int32_t x = 0;
  int32_t y = 0;
  bool operator==(const BasePoint&) const = default;
};

/// The point of the unit sphere (world space) and back; to_base_point takes unit vectors.
std::array<float, 3> unit_vector(BasePoint point);
BasePoint to_base_point(double x, double y, double z);

/// Triangles between the points of outlines (coast, shore); chords across the inside are long: see globe_mesh.
struct BaseMesh {
  std::vector<BasePoint> points;
  std::vector<uint32_t> triangles;
  std::vector<BaseRun> outlines;
  bool operator==(const BaseMesh&) const = default;
};

/// Polylines of one kind each, points as in BaseMesh.
struct BaseLine {
  uint8_t kind = 0;
  std::vector<BasePoint> points;
  bool operator==(const BaseLine&) const = default;
};

/// Triangles ready to draw: unit vectors, edges at most max_edge_deg long, counter-clockwise from above.
struct GlobeMesh {
  std::vector<std::array<float, 3>> vertices;  ///< the points of the mesh first, in its order, then added ones
  std::vector<uint32_t> indices;
};

/// The mesh with inner points added by halving long edges; both sides of an edge share its middle.
GlobeMesh globe_mesh(const BaseMesh& mesh, double max_edge_deg = 2.0);

/// varint step; varint point count; signed varint differences to the point before in steps, all x, then all y; varint
/// outline count, each varint first, count; a byte an outline: 0 its triangles are listed below, 1 they are a tree, 2 a
/// tree and run the other way; the trees, a byte a triangle (mesh_section.cpp); varint count of triangles listed; one
/// byte a triangle: 2 e + r = it shares the edge that starts at corner e of the triangle before and lists its third
/// corner as a difference to that edge's start (r = 0) or end (r = 1), 6 = it lists three corners, as differences to
/// the corner before; then all listed corners as signed varints. The order of triangles and of their corners is the
/// writer's; the set stays.
std::vector<uint8_t> write_mesh(const BaseMesh& mesh);
Result<BaseMesh> read_mesh(std::span<const uint8_t> bytes);

/// varint step, varint line count, each kind byte and varint point count; signed varint differences to the point before
/// in steps, all x, then all y.
std::vector<uint8_t> write_lines(std::span<const BaseLine> lines);
Result<std::vector<BaseLine>> read_lines(std::span<const uint8_t> bytes);

enum class ReliefKind : uint8_t { elevation = 0, shade = 1, halo = 2 };

/// What JPEG keeps of 8 x 8 pixels: cosine amounts in whole steps, the one of u half waves across and v down at 8 v +
/// u.
using ReliefBlock = std::array<int16_t, 64>;

/// One grey raster in blocks. elevation: see elevation_code; shade: 128 = flat ground, s = value / 128;
/// halo: share of land in the neighbourhood, 0 .. 255 (for the coast's glow in the sea).
struct ReliefPlane {
  ReliefKind kind = ReliefKind::elevation;
  uint32_t width = 0;
  uint32_t height = 0;
  std::array<uint8_t, 64> steps{};  ///< size of a step of each amount, at least 1
  std::vector<ReliefBlock> blocks;  ///< by rows, those at the right and lower edge whole
  bool operator==(const ReliefPlane&) const = default;
};
inline constexpr uint32_t kMostReliefSide = 2048;

/// quality 1 to 100 as JPEG's libraries count it.
ReliefPlane plane_of(ReliefKind kind, uint32_t width, uint32_t height, std::span<const uint8_t> pixels, int quality);
/// width x height, row 0 on top.
std::vector<uint8_t> pixels_of(const ReliefPlane& plane);

/// 128 + 1.69 sign(z) sqrt(|z|), z in metres: below 128 is sea, above is land.
inline constexpr double kElevationCodeScale = 1.69;
uint8_t elevation_code(double metres);
double elevation_of_code(double code);

/// u8 plane count, at most 3; each: u8 kind, u16 width, u16 height, 64 steps; then the blocks of all, as BitCoder wrote
/// them (relief_section.cpp). Amounts are within +-8,191.
std::vector<uint8_t> write_relief(std::span<const ReliefPlane> planes);
Result<std::vector<ReliefPlane>> read_relief(std::span<const uint8_t> bytes);

/// Which part of a province lies where: a value for each pixel of the polar square, 0 where there is none.
struct PartsRaster {
  uint32_t width = 0, height = 0;
  std::vector<uint8_t> values;
  bool operator==(const PartsRaster&) const = default;
};
inline constexpr uint32_t kMostPartsWidth = 2048;

/// u16 width, height; then what BitCoder wrote (parts_section.cpp).
std::vector<uint8_t> write_parts(const PartsRaster& raster);
Result<PartsRaster> read_parts(std::span<const uint8_t> bytes);

/// Faces of the label atlas.
enum class LabelFace : uint8_t { medium = 0, italic = 1 };

/// A glyph: its box in the atlas (px) and where that lies from the pen on the baseline (atlas px, y down).
struct AtlasGlyph {
  uint32_t codepoint = 0;
  LabelFace face = LabelFace::medium;
  uint16_t x = 0, y = 0, width = 0, height = 0;
  float left = 0, top = 0;
  float advance = 0;
  bool operator==(const AtlasGlyph&) const = default;
};

/// Distance field: 128 on the outline, kDistanceStep per atlas px, larger inside. Glyphs are sorted by face, codepoint.
struct FontAtlasSection {
  float em_px = 0;                      ///< atlas px per em
  float ascent_px = 0, descent_px = 0;  ///< above and below the baseline, both positive
  uint16_t width = 0, height = 0;
  std::vector<AtlasGlyph> glyphs;
  std::vector<uint8_t> distance_field;  ///< width x height
  bool operator==(const FontAtlasSection&) const = default;
};
inline constexpr float kDistanceStep = 30.0f;

/// f32 em, ascent, descent; u16 width, height; varint glyph count; one after the other for all glyphs: differences of
/// codepoints as signed varints, u8 face, varints x, y, width, height, f32 left, top, advance; varint count of the
/// field's values, these; then the fields of the glyphs' places in the glyphs' order, each place once, row 0 on top, as
/// BitCoder wrote them (font_section.cpp).
std::vector<uint8_t> write_font_atlas(const FontAtlasSection& atlas);
Result<FontAtlasSection> read_font_atlas(std::span<const uint8_t> bytes);

/// The glyph, or nullptr.
const AtlasGlyph* find_glyph(const FontAtlasSection& atlas, LabelFace face, uint32_t codepoint);

}  // namespace atlas
