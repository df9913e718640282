#pragma once

// All that the renderer may see, as plain structs: no GL in here and no dataset in render/. Space: world (unit sphere,
// x to 0 E, y to 90 E, z to the north pole; heights in globe radii above 1). Colours are linear RGB unless they say
// srgb. Static parts are built once per dataset (or when the fine relief arrives) and carry a version that grows when
// they change; the small state arrays change with date, filters, selection.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geo/camera.h"
#include "geo/cap_tree.h"

namespace atlas {

struct Rgba {
  float r = 0, g = 0, b = 0, a = 1;
};

/// Row 0 on top; 1 to 4 channels of 8 bits.
struct Image {
  int width = 0, height = 0, channels = 0;
  std::vector<uint8_t> pixels;
};

struct Vec3f {
  float x = 0, y = 0, z = 0;
};

/// Triangles on the unit sphere (land, ice, lakes); edges under 2 degrees.
struct GroundMesh {
  std::vector<Vec3f> vertices;
  std::vector<uint32_t> indices;
};

/// Rasters of the ground. `polar`: Lambert azimuthal equal-area square about the pole, half width 2 sin(20 deg) globe
/// radii (RELIEF.md); channel 0 elevation code, 1 shade (128 = flat). `world`: equirectangular, the same two channels.
/// `parts`: one channel on the polar square, PartIx + 1 of the province part that covers the texel, 0 = none.
/// `contact`: one channel on the polar square, darkness at the foot of blocks.
struct GroundImages {
  Image polar, world, parts, contact;
  uint32_t relief_version = 0, contact_version = 0;
};

enum class LineKind : uint8_t {
  coast,
  border,
  disputed_border,
  river,
  lake_shore,
  graticule,
  arctic_circle,
  pipeline,
  pipeline_planned,
  route,
  limit,
  boundary,
  ice_edge_september,
  ice_edge_march,
  outline_outside,
  arc_pledged,
  arc_signed,
  arc_operating,
  arc_suspended,
  arc_ended,
};
inline constexpr int kLineKindCount = 20;

/// A piece of a polyline; `along` is the way from the line's start in globe radii, for dashes.
struct Segment {
  Vec3f a, b;
  float along_a = 0, along_b = 0;
};
struct LineBatch {
  LineKind kind = LineKind::coast;
  std::vector<Segment> segments;
  // Arcs only.
  float length = 0;      ///< of the whole way that `along` counts on
  float width = 1;       ///< times the style's
  float born_s = -1e6f;  ///< on FrameScene::arcs_clock_s: an arc grows from the asset to the capital
  uint64_t key = 0;      ///< the same arc on another day has the same
};
struct LineStyle {
  Rgba colour;
  float width_px = 1;                     ///< CSS px: multiplied by the pixel ratio
  float dash_on_px = 0, dash_off_px = 0;  ///< 0 = solid
  bool visible = true;
};

/// Blocks: one slot (= asset index) each. A vertex names the level whose height it takes: 0 foot, 1 top of gas, 2 top
/// of liquids, 3 top of oil (= the roof). Walls have one quad per band and outline edge; the outside normal is
/// horizontal.
struct BlockVertex {
  Vec3f dir;        ///< on the unit sphere
  Vec3f normal;     ///< walls: outward, tangential, averaged where the outline turns less than 28 degrees; roofs: zero
  float along = 0;  ///< walls: arc length round the outline; roofs: distance to the outline, both in globe radii
  uint32_t slot_level = 0;  ///< slot * 8 + level * 2 + (1 for a wall)
  float band = 0;           ///< walls: 0 gas, 1 liquids, 2 oil; roofs: 3
};
struct BlockRange {
  uint32_t slot = 0;
  uint32_t first_roof = 0, roof_count = 0;  ///< into indices
  uint32_t first_wall = 0, wall_count = 0;
  Vec3f centre;                             ///< for the order far to near
  uint32_t first_edge = 0, edge_count = 0;  ///< into edges
  float reach_rad = 0;                      ///< farthest point of the footprint from the centre
};
/// An outline edge of a block, drawn at a level (top, separators, foot); `corner` marks sharp turns at a.
struct BlockEdge {
  Vec3f a, b;
  float along_a = 0, along_b = 0;
  uint32_t slot = 0;
  float corner = 0;  ///< 1 when the outline turns by more than 50 degrees at a
};
struct Blocks {
  std::vector<BlockVertex> vertices;
  std::vector<uint32_t> indices;
  std::vector<BlockRange> ranges;
  std::vector<BlockEdge> edges;
};

/// Fields, deposits (and facilities as flat discs): instanced columns.
struct ColumnInstance {
  Vec3f dir;
  float radius = 0;  ///< globe radii
  uint32_t slot = 0;
};

/// Columns that a host handed in, each with a value per time; places stand in the tree's order. Who holds the values
/// keeps them: here they are only looked at, as there may be a million of them.
struct LoadedColumns {
  const CapTree* tree = nullptr;      ///< none: there are no such columns
  std::span<const uint16_t> codes;    ///< 65535 sqrt(height / top), time by time
  std::span<const uint16_t> highest;  ///< of any time, by node of the tree
  uint32_t times = 0;
  float radius = 0, top = 0;  ///< globe radii
  uint32_t version = 0;
};

/// Small state per asset (slot) and part, in groups of four numbers (texels): asset i at texels 3 i .. 3 i + 2, part j
/// at texel 3 * asset_count + j. How they lie in textures is render/slot_tables.h's.
///   asset texel 0: height of the top of gas, liquids, oil (cumulative, globe radii; columns: gas or mineral first),
///   ghost top (0 none) asset texel 1: hold of gas, liquids, oil (0 none .. 3 blocks; columns: x = heaviest), highlight
///   (0, 1 hover, 2 selected) asset texel 2: opacity 0..1 (0 = filtered out), deal stage (Stage value), category
///   (columns: 0 gas, 1 liquids, 2 oil,
///                  3 rare earths, 4 other mineral, 5 facility), flags (1 unverified, 2 no amount, 4 not counted, 8
///                  muted)
///   part texel:    hold of gas, liquids, oil (0..3), deal stage
struct Slots {
  uint32_t asset_count = 0, part_count = 0;
  std::vector<float> texels;
  uint32_t version = 0;
};
inline constexpr int kSlotTextureWidth = 256;

/// A glyph ready to draw: corners in device px, texture box in the font atlas, colour; halo first where wanted.
struct GlyphQuad {
  float x0, y0, x1, y1;
  float u0, v0, u1, v1;
  float rotation_cos = 1, rotation_sin = 0;  ///< about (x0, y0) ... only curved sea names turn
  /// Px per em / atlas px per em, for the distance field's edge. Below 0: not a glyph but a line, -scale px wide, u
  /// along and v across it in px.
  float scale = 1;
  std::array<uint8_t, 4> colour_srgb{255, 255, 255, 255};
  std::array<uint8_t, 4> halo_srgb{0, 0, 0, 0};
};

/// A dot in device px (towns, facilities).
struct DotQuad {
  float x, y, radius_px;
  std::array<uint8_t, 4> colour_srgb{255, 255, 255, 255};
  std::array<uint8_t, 4> ring_srgb{0, 0, 0, 0};
};

/// Theme values that shaders need (LOOK.md, RELIEF.md); all linear.
struct Palette {
  std::array<Rgba, 11> sea_tint;  ///< at 0, -60, -200, -350, -600, -1200, -2000, -3000, -3800, -4400, -5500 m
  std::array<Rgba, 6> land_tint;  ///< at 0, 200, 600, 1200, 2200, 4000 m
  std::array<Rgba, 4> ice_tint;   ///< at 0, 1200, 2400, 3300 m
  Rgba sea_shadow, sea_light, land_shadow, land_light, ice_shadow, ice_light;  ///< a = strength
  Rgba coast_halo;
  Rgba background_centre, background_edge, air, lake;
  Rgba oil, liquids, gas, rare_earths, other_minerals, facility, hold, deal, edge, hatch_wall, hatch_roof, grey, ink,
      ghost, loaded, sun_edge;
  float block_absorption = 6.5f;  ///< k of T = exp(-k d)
  float block_min_transmission = 0.46f;
  bool paper = false;
  std::array<LineStyle, kLineKindCount> lines;
};
Palette night_palette();
Palette paper_palette();

struct FontAtlas {
  Image distance_field;  ///< one channel
  uint32_t version = 0;
};

/// What changes rarely.
struct StaticScene {
  GroundImages images;
  GroundMesh land, ice, lakes;
  std::vector<LineBatch> lines;
  Blocks blocks;
  std::vector<ColumnInstance> columns;
  LoadedColumns loaded;
  FontAtlas font;
  uint32_t version = 0;  ///< meshes and lines
};

/// What changes with state, camera or motion.
struct FrameScene {
  Slots slots;
  std::vector<LineBatch> arcs;  ///< arcs of deals; small
  uint32_t arcs_version = 0;
  float arcs_clock_s = 0;  ///< stands still once all arcs are grown
  std::vector<GlyphQuad> glyphs;
  std::vector<DotQuad> dots;
  uint32_t labels_version = 0;
  std::array<bool, kLineKindCount> line_visible{};
  double sun_declination_deg = 0;  ///< of the day whose light is shown
  float sun_share = 0;             ///< 1 with the light of that day, 0 without
  bool loaded_visible = true;
  float loaded_time = 0;      ///< position among the times of the loaded columns
  int64_t loaded_place = -1;  ///< the loaded column under the pointer, or none
};

}  // namespace atlas
