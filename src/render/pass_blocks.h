#pragma once

// Blocks of glass: the tint of the way inside (summed in a half float target), then per block far to near the inner
// walls, the roof and the front walls, all in one draw by sorted indices; at last all edges. 6 draws, however many
// blocks there are.
#include "render/buffer.h"
#include "render/program.h"
#include "render/target.h"

namespace atlas {

class BlocksPass {
 public:
  static Result<BlocksPass> create(ContextLife& life);
  void set_blocks(const Blocks& blocks);
  /// Sums into the bound target, which must have been cleared to zero.
  void draw_ways() const;
  /// Lays the tint on; the ground's picture and the sums stand at their texture units.
  void draw_tint() const;
  void draw_glass(const Slots& slots, const Vec3f& eye);
  void draw_edges() const;

 private:
  ContextLife* life_ = nullptr;
  Program way_, tint_, block_, edge_;
  GLint way_roofs_ = -1, edge_strength_ = -1;
  Buffer vertices_, indices_, roof_indices_, wall_indices_, edges_, edge_corners_;
  VertexArray blocks_, roofs_, walls_, edge_lines_, none_;
  size_t roof_count_ = 0, wall_count_ = 0;
  GLsizei edge_count_ = 0;
  void sort_glass();

  std::vector<BlockRange> ranges_;
  std::vector<uint32_t> glass_;                ///< indices of each range: inner walls, roof, front walls
  std::vector<size_t> glass_first_;            ///< of each range, and one more
  std::vector<uint32_t> order_, shown_order_;  ///< ranges far to near: wanted, and as the indices stand
  std::vector<uint32_t> sorted_;               ///< kept between frames for its memory
};

}  // namespace atlas
