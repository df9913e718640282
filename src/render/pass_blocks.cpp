#include "render/pass_blocks.h"

#include <algorithm>
#include <cstddef>

namespace atlas {
namespace {

constexpr uint32_t kLinesPerEdge = 6;
constexpr size_t kEdgeIndices = size_t{6} * kLinesPerEdge;
constexpr uint32_t kInnerWall = 0x80000000u;  // in slot_level, as shaders/block.vert reads it
// Edges behind the glass of a nearer face.
constexpr float kThroughGlass = 0.15f;

VertexLayout block_layout() {
  return {.stride = sizeof(BlockVertex),
          .attributes = {{.location = 0, .components = 3, .offset = offsetof(BlockVertex, dir)},
                         {.location = 1, .components = 3, .offset = offsetof(BlockVertex, normal)},
                         {.location = 2, .components = 1, .offset = offsetof(BlockVertex, along)},
                         {.location = 3,
                          .components = 1,
                          .type = Attribute::Type::integer,
                          .offset = offsetof(BlockVertex, slot_level)},
                         {.location = 4, .components = 1, .offset = offsetof(BlockVertex, band)}}};
}

VertexLayout edge_layout() {
  return {.stride = sizeof(BlockEdge),
          .per_instance = true,
          .attributes = {
              {.location = 0, .components = 3, .offset = offsetof(BlockEdge, a)},
              {.location = 1, .components = 3, .offset = offsetof(BlockEdge, b)},
              {.location = 2, .components = 2, .offset = offsetof(BlockEdge, along_a)},
              {.location = 3, .components = 1, .type = Attribute::Type::integer, .offset = offsetof(BlockEdge, slot)},
              {.location = 4, .components = 1, .offset = offsetof(BlockEdge, corner)}}};
}

// Top of the block, 0 when it isn't there.
float height_of(const Slots& slots, uint32_t slot) {
  const size_t first = static_cast<size_t>(slot) * 12;
  if (first + 12 > slots.texels.size()) return 0;
  return slots.texels[first + 8] > 0 ? slots.texels[first + 2] : 0;
}

float distance2(const Vec3f& a, const Vec3f& b) {
  const float x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return x * x + y * y + z * z;
}

}  // namespace

Result<BlocksPass> BlocksPass::create(ContextLife& life) {
  Result<Program> way = Program::create(life, {"way", "way"});
  Result<Program> tint = Program::create(life, {"fullscreen", "tint"});
  Result<Program> block = Program::create(life, {"block", "block"});
  Result<Program> edge = Program::create(life, {"edge", "edge"});
  Faults faults;
  for (const Result<Program>* program : {&way, &tint, &block, &edge})
    if (!*program) faults.insert(faults.end(), program->faults().begin(), program->faults().end());
  if (!faults.empty()) return faults;

  BlocksPass pass;
  pass.life_ = &life;
  pass.way_ = std::move(way).value();
  pass.tint_ = std::move(tint).value();
  pass.block_ = std::move(block).value();
  pass.edge_ = std::move(edge).value();
  pass.way_roofs_ = pass.way_.location("u_roofs");
  pass.edge_strength_ = pass.edge_.location("u_strength");
  pass.vertices_ = Buffer(life, GL_ARRAY_BUFFER, BufferUse::once);
  pass.edges_ = Buffer(life, GL_ARRAY_BUFFER, BufferUse::once);
  pass.indices_ = Buffer(life, GL_ELEMENT_ARRAY_BUFFER, BufferUse::often);
  for (Buffer* buffer : {&pass.roof_indices_, &pass.wall_indices_, &pass.edge_corners_})
    *buffer = Buffer(life, GL_ELEMENT_ARRAY_BUFFER, BufferUse::once);
  for (VertexArray* array : {&pass.blocks_, &pass.roofs_, &pass.walls_, &pass.edge_lines_, &pass.none_})
    *array = VertexArray(life);
  const std::pair<VertexArray*, Buffer*> uses[] = {
      {&pass.blocks_, &pass.indices_}, {&pass.roofs_, &pass.roof_indices_}, {&pass.walls_, &pass.wall_indices_}};
  for (const auto& [array, indices] : uses) {
    array->add(pass.vertices_, block_layout());
    array->set_indices(*indices);
  }
  pass.edge_lines_.add(pass.edges_, edge_layout());
  pass.edge_lines_.set_indices(pass.edge_corners_);
  std::vector<uint32_t> corners;
  for (uint32_t line = 0; line < kLinesPerEdge; ++line)
    for (const uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u}) corners.push_back(4 * line + corner);
  pass.edge_corners_.set(corners);
  return pass;
}

void BlocksPass::set_blocks(const Blocks& blocks) {
  ranges_ = blocks.ranges;
  // Every vertex twice: the second, flagged, is for walls that are seen from inside.
  std::vector<BlockVertex> vertices = blocks.vertices;
  const auto count = static_cast<uint32_t>(vertices.size());
  vertices.insert(vertices.end(), blocks.vertices.begin(), blocks.vertices.end());
  for (size_t i = count; i < vertices.size(); ++i) vertices[i].slot_level |= kInnerWall;
  vertices_.set(vertices);
  glass_.clear();
  glass_first_ = {0};
  for (const BlockRange& range : ranges_) {
    const auto wall = blocks.indices.begin() + range.first_wall, roof = blocks.indices.begin() + range.first_roof;
    for (auto index = wall; index != wall + range.wall_count; ++index) glass_.push_back(*index + count);
    glass_.insert(glass_.end(), roof, roof + range.roof_count);
    glass_.insert(glass_.end(), wall, wall + range.wall_count);
    glass_first_.push_back(glass_.size());
  }
  order_.clear();
  shown_order_.clear();
  sorted_.clear();
  edges_.set(blocks.edges);
  edge_count_ = static_cast<GLsizei>(blocks.edges.size());
  std::vector<uint32_t> roofs, walls;
  for (const BlockRange& range : ranges_) {
    const auto roof = blocks.indices.begin() + range.first_roof, wall = blocks.indices.begin() + range.first_wall;
    roofs.insert(roofs.end(), roof, roof + range.roof_count);
    walls.insert(walls.end(), wall, wall + range.wall_count);
  }
  roof_indices_.set(roofs);
  wall_indices_.set(walls);
  roof_count_ = roofs.size();
  wall_count_ = walls.size();
}

void BlocksPass::draw_ways() const {
  life_->told.set({.blend = Blend::add});
  way_.use();
  glUniform1i(way_roofs_, 0);
  walls_.bind();
  life_->draw_indexed(GL_TRIANGLES, 0, wall_count_);
  glUniform1i(way_roofs_, 1);
  roofs_.bind();
  life_->draw_indexed(GL_TRIANGLES, 0, roof_count_, 4);
}

void BlocksPass::draw_tint() const {
  life_->told.set({.blend = Blend::off});
  tint_.use();
  none_.bind();
  life_->draw(GL_TRIANGLES, 3);
}

void BlocksPass::draw_glass(const Slots& slots, const Vec3f& eye) {
  order_.clear();
  for (uint32_t i = 0; i < ranges_.size(); ++i)
    if (height_of(slots, ranges_[i].slot) > 0) order_.push_back(i);
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    const float da = distance2(ranges_[a].centre, eye), db = distance2(ranges_[b].centre, eye);
    return da != db ? da > db : a < b;
  });
  if (order_ != shown_order_) sort_glass();
  life_->told.set({.depth = DepthRule::write, .push_back = true});
  block_.use();
  blocks_.bind();
  life_->draw_indexed(GL_TRIANGLES, 0, sorted_.size());
}

void BlocksPass::sort_glass() {
  // While the globe turns neighbours change places: only what lies between the first and the last of them is sent.
  size_t first = 0, last = order_.size();
  const bool same_blocks = std::is_permutation(order_.begin(), order_.end(), shown_order_.begin(), shown_order_.end());
  if (same_blocks) {
    while (order_[first] == shown_order_[first]) ++first;
    while (order_[last - 1] == shown_order_[last - 1]) --last;
  }
  const auto length = [&](uint32_t i) { return glass_first_[i + 1] - glass_first_[i]; };
  size_t begin = 0, end = 0;
  for (size_t k = 0; k < last; ++k) (k < first ? begin : end) += length(order_[k]);
  end += begin;
  if (!same_blocks) sorted_.resize(end);
  auto into = sorted_.begin() + static_cast<std::ptrdiff_t>(begin);
  for (size_t k = first; k < last; ++k)
    into = std::copy_n(glass_.begin() + static_cast<std::ptrdiff_t>(glass_first_[order_[k]]), length(order_[k]), into);
  if (same_blocks)
    indices_.set_part(begin * sizeof(uint32_t), sorted_.data() + begin, (end - begin) * sizeof(uint32_t));
  else
    indices_.set(sorted_);
  shown_order_ = order_;
}

void BlocksPass::draw_edges() const {
  if (edge_count_ == 0) return;
  edge_.use();
  edge_lines_.bind();
  life_->told.set({.depth = DepthRule::behind});
  glUniform1f(edge_strength_, kThroughGlass);
  life_->draw_indexed(GL_TRIANGLES, 0, kEdgeIndices, edge_count_);
  life_->told.set({.depth = DepthRule::test});
  glUniform1f(edge_strength_, 1.0f);
  life_->draw_indexed(GL_TRIANGLES, 0, kEdgeIndices, edge_count_);
}

}  // namespace atlas
