#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

#include "data/section_parts.h"

namespace atlas {
namespace {

using Triangle = std::array<uint32_t, 3>;

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

// How the triangles of an outline are listed.
enum class Listing : uint8_t { apart = 0, tree = 1, tree_backwards = 2 };

// Triangles between the points of one closed outline without holes form a tree: the one on the edge from the last point
// to the first has its third corner somewhere between, and so cuts off a chain of points on either side, which are
// triangulated in the same way. Where that corner is follows from how many triangles the first chain takes, so a
// triangle costs two bits: is there one beyond its first side, and beyond its second?
constexpr uint8_t kBeyondFirst = 1, kBeyondSecond = 2;

struct Chain {
  uint32_t first, last;  // points of the outline, counted from its begin
};

class Trees {
 public:
  explicit Trees(const std::vector<Triangle>& triangles) {
    for (std::size_t t = 0; t < triangles.size(); ++t)
      for (std::size_t i = 0; i < 3; ++i)
        opposite_[{triangles[t][i], triangles[t][(i + 1) % 3]}] = {triangles[t][(i + 2) % 3], t};
  }

  /// The tree of an outline, parents first; empty if its triangles are none. `taken` then holds its triangles.
  std::vector<uint8_t> of(const BaseRun& run, bool backwards, std::vector<std::size_t>& taken) const {
    std::vector<uint8_t> codes;
    std::vector<std::size_t> used;
    if (run.count < 3) return {};
    std::vector<Chain> open{{0, run.count - 1}};
    while (!open.empty()) {
      const Chain chain = open.back();
      open.pop_back();
      const uint32_t a = run.first + chain.last, b = run.first + chain.first;
      const auto found = opposite_.find(backwards ? std::pair{b, a} : std::pair{a, b});
      if (found == opposite_.end()) return {};
      const uint32_t corner = found->second.corner - run.first;
      if (found->second.corner < run.first || corner <= chain.first || corner >= chain.last) return {};
      used.push_back(found->second.triangle);
      const bool first = corner - chain.first > 1, second = chain.last - corner > 1;
      codes.push_back(static_cast<uint8_t>((first ? kBeyondFirst : 0) | (second ? kBeyondSecond : 0)));
      if (second) open.push_back({corner, chain.last});
      if (first) open.push_back({chain.first, corner});
    }
    taken.insert(taken.end(), used.begin(), used.end());
    return codes;
  }

 private:
  struct Side {
    uint32_t corner = 0;
    std::size_t triangle = 0;
  };
  std::map<std::pair<uint32_t, uint32_t>, Side> opposite_;
};

// Appends the tree's triangles; false if the codes are no tree of as many triangles.
bool append_tree(std::span<const uint8_t> codes, const BaseRun& run, bool backwards, std::vector<uint32_t>& triangles) {
  // Triangles in the part of the tree that each code begins, from the end: children stand after their parents.
  std::vector<uint32_t> sizes(codes.size()), waiting;
  for (std::size_t i = codes.size(); i-- > 0;) {
    sizes[i] = 1;
    for (const uint8_t side : {kBeyondFirst, kBeyondSecond}) {
      if ((codes[i] & side) == 0) continue;
      if (waiting.empty()) return false;
      sizes[i] += waiting.back();
      waiting.pop_back();
    }
    if (codes[i] > (kBeyondFirst | kBeyondSecond)) return false;
    waiting.push_back(sizes[i]);
  }
  if (waiting.size() != 1) return false;
  std::vector<Chain> open{{0, run.count - 1}};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const Chain chain = open.back();
    open.pop_back();
    const bool first = (codes[i] & kBeyondFirst) != 0, second = (codes[i] & kBeyondSecond) != 0;
    const uint32_t corner = chain.first + 1 + (first ? sizes[i + 1] : 0);
    const uint32_t a = run.first + chain.first, b = run.first + corner, c = run.first + chain.last;
    for (const uint32_t index : backwards ? Triangle{a, c, b} : Triangle{a, b, c}) triangles.push_back(index);
    if (second) open.push_back({corner, chain.last});
    if (first) open.push_back({chain.first, corner});
  }
  return true;
}

// The largest step of which every coordinate is a whole number.
int32_t common_step(const BaseMesh& mesh) {
  int32_t step = 0;
  for (const BasePoint& point : mesh.points) step = std::gcd(std::gcd(step, point.x), point.y);
  return std::max(step, 1);
}

}  // namespace

std::vector<uint8_t> write_mesh(const BaseMesh& mesh) {
  ByteWriter out;
  const int32_t step = common_step(mesh);
  out.varint(static_cast<uint64_t>(step));
  out.varint(mesh.points.size());
  for (const auto axis : {&BasePoint::x, &BasePoint::y}) {
    int64_t last = 0;
    for (const BasePoint& point : mesh.points) {
      out.signed_varint((point.*axis - last) / step);
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
  const Trees trees(triangles);
  std::vector<std::size_t> taken;
  std::vector<uint8_t> codes;
  for (const BaseRun& run : mesh.outlines) {
    Listing listing = Listing::tree;
    std::vector<uint8_t> tree = trees.of(run, false, taken);
    if (tree.empty()) {
      listing = Listing::tree_backwards;
      tree = trees.of(run, true, taken);
    }
    out.u8(static_cast<uint32_t>(tree.empty() ? Listing::apart : listing));
    codes.insert(codes.end(), tree.begin(), tree.end());
  }
  out.bytes(codes);
  std::sort(taken.begin(), taken.end(), std::greater<>());
  for (const std::size_t t : taken) triangles.erase(triangles.begin() + static_cast<std::ptrdiff_t>(t));
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
  const auto step = static_cast<int64_t>(in.varint());
  if (step < 1 || step > kFarthest) in.fail();
  mesh.points.resize(in.count(2));
  for (const auto axis : {&BasePoint::x, &BasePoint::y}) {
    int64_t last = 0;
    for (BasePoint& point : mesh.points) point.*axis = next_coordinate(in, last, step);
  }
  const uint64_t point_count = mesh.points.size();
  mesh.outlines.resize(in.count(2));
  for (BaseRun& run : mesh.outlines) {
    const uint64_t first = in.varint();
    const uint64_t count = in.varint();
    if (first + count > point_count) in.fail();
    run = {static_cast<uint32_t>(first), static_cast<uint32_t>(count)};
  }
  const std::span<const uint8_t> listings = in.bytes(mesh.outlines.size());
  for (std::size_t i = 0; i < listings.size(); ++i) {
    const BaseRun& run = mesh.outlines[i];
    if (listings[i] == static_cast<uint8_t>(Listing::apart)) continue;
    if (listings[i] > static_cast<uint8_t>(Listing::tree_backwards) || run.count < 3) in.fail();
    if (!in.ok() || !append_tree(in.bytes(run.count - 2), run,
                                 listings[i] == static_cast<uint8_t>(Listing::tree_backwards), mesh.triangles))
      return broken("a mesh of the base globe");
  }
  const uint32_t triangle_count = in.count(2);
  const std::span<const uint8_t> codes = in.bytes(triangle_count);
  mesh.triangles.reserve(mesh.triangles.size() + 3 * codes.size());
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

}  // namespace atlas
