#include "scene/contact.h"

#include <algorithm>
#include <cmath>

#include "scene/polar_square.h"

namespace atlas {
namespace {

// Below this a shade can't be seen any more.
constexpr double kLeastDarkness = 0.02;

using Edge = PlaneEdge;  // px of the picture

double distance_to(const Edge& edge, const glm::dvec2& p) {
  const glm::dvec2 ab = edge.b - edge.a, ap = p - edge.a;
  const double length2 = ab.x * ab.x + ab.y * ab.y;
  const double t = length2 > 0 ? std::clamp((ap.x * ab.x + ap.y * ab.y) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(ap.x - t * ab.x, ap.y - t * ab.y);
}

// A block's surroundings: exact distances beside the outline, spread by a two-pass chamfer.
class Patch {
 public:
  Patch(const std::vector<Edge>& edges, double margin_px, int side_px) {
    glm::dvec2 low{1e9, 1e9}, high{-1e9, -1e9};
    for (const Edge& e : edges) {
      low = {std::min({low.x, e.a.x, e.b.x}), std::min({low.y, e.a.y, e.b.y})};
      high = {std::max({high.x, e.a.x, e.b.x}), std::max({high.y, e.a.y, e.b.y})};
    }
    const auto clamped = [&](double v) { return std::clamp(static_cast<int>(std::floor(v)), 0, side_px - 1); };
    x0_ = clamped(low.x - margin_px);
    y0_ = clamped(low.y - margin_px);
    width_ = clamped(high.x + margin_px) - x0_ + 1;
    height_ = clamped(high.y + margin_px) - y0_ + 1;
    distance_.assign(static_cast<size_t>(width_) * height_, 1e6f);
    inside_.assign(distance_.size(), 0);
    for (const Edge& e : edges) seed(e);
    spread();
    fill(edges);
  }

  int x0() const { return x0_; }
  int y0() const { return y0_; }
  int width() const { return width_; }
  int height() const { return height_; }
  float distance_px(int x, int y) const { return distance_[index(x, y)]; }
  bool inside(int x, int y) const { return inside_[index(x, y)] != 0; }

 private:
  size_t index(int x, int y) const { return static_cast<size_t>(y) * width_ + x; }

  void seed(const Edge& e) {
    const int steps = 1 + static_cast<int>(2 * std::hypot(e.b.x - e.a.x, e.b.y - e.a.y));
    for (int s = 0; s <= steps; ++s) {
      const double t = static_cast<double>(s) / steps;
      const int cx = static_cast<int>(std::floor(e.a.x + t * (e.b.x - e.a.x))) - x0_;
      const int cy = static_cast<int>(std::floor(e.a.y + t * (e.b.y - e.a.y))) - y0_;
      for (int y = std::max(cy - 1, 0); y <= std::min(cy + 1, height_ - 1); ++y)
        for (int x = std::max(cx - 1, 0); x <= std::min(cx + 1, width_ - 1); ++x) {
          float& d = distance_[index(x, y)];
          d = std::min(d, static_cast<float>(distance_to(e, {x0_ + x + 0.5, y0_ + y + 0.5})));
        }
    }
  }

  void spread() {
    constexpr float kDiagonal = 1.41421356f;
    const auto pass = [&](int from_y, int to_y, int step) {
      for (int y = from_y; y != to_y; y += step)
        for (int k = 0; k < width_; ++k) {
          const int x = step > 0 ? k : width_ - 1 - k;
          float d = distance_[index(x, y)];
          const int back = x - step, ahead = x + step, above = y - step;
          const bool has_back = back >= 0 && back < width_, has_ahead = ahead >= 0 && ahead < width_;
          if (has_back) d = std::min(d, distance_[index(back, y)] + 1);
          if (above >= 0 && above < height_) {
            d = std::min(d, distance_[index(x, above)] + 1);
            if (has_back) d = std::min(d, distance_[index(back, above)] + kDiagonal);
            if (has_ahead) d = std::min(d, distance_[index(ahead, above)] + kDiagonal);
          }
          distance_[index(x, y)] = d;
        }
    };
    pass(0, height_, 1);
    pass(height_ - 1, -1, -1);
  }

  void fill(const std::vector<Edge>& edges) {
    fill_even_odd(edges, y0_, y0_ + height_, [&](int y, int from, int to) {
      for (int x = std::max(from, x0_); x < std::min(to, x0_ + width_); ++x) inside_[index(x - x0_, y - y0_)] = 1;
    });
  }

  int x0_ = 0, y0_ = 0, width_ = 0, height_ = 0;
  std::vector<float> distance_;
  std::vector<uint8_t> inside_;
};

// exp(-(d / r)^1.05) in steps of a sixteenth of r.
std::vector<float> falloff_table() {
  std::vector<float> table;
  for (int i = 0; i <= 16 * 5; ++i) table.push_back(static_cast<float>(std::exp(-std::pow(i / 16.0, 1.05))));
  return table;
}

}  // namespace

Image contact_image(const Blocks& blocks, std::span<const double> top_radii, int side_px) {
  Image image{side_px, side_px, 1, std::vector<uint8_t>(static_cast<size_t>(side_px) * side_px, 0)};
  const std::vector<float> falloff = falloff_table();
  const double px_per_km = side_px / (2 * kPolarHalfWidth_radii * kEarthRadius_km);
  std::vector<Edge> edges;
  for (const BlockRange& range : blocks.ranges) {
    const double height_km = range.slot < top_radii.size() ? top_radii[range.slot] * kEarthRadius_km : 0;
    if (!(height_km > 0)) continue;
    edges.clear();
    for (uint32_t i = range.first_edge; i < range.first_edge + range.edge_count; ++i) {
      const BlockEdge& e = blocks.edges[i];
      edges.push_back(
          {square_px(plane_of({e.a.x, e.a.y, e.a.z}), side_px), square_px(plane_of({e.b.x, e.b.y, e.b.z}), side_px)});
    }
    if (edges.empty()) continue;
    const double strength = std::min(0.34 + height_km / 150, 1.0);
    const double reach_px = (18 + 0.2 * height_km) * px_per_km;
    const double margin_px = reach_px * std::pow(std::max(0.0, std::log(strength / kLeastDarkness)), 1 / 1.05) + 2;
    const Patch patch(edges, margin_px, side_px);
    for (int y = 0; y < patch.height(); ++y)
      for (int x = 0; x < patch.width(); ++x) {
        const bool inside = patch.inside(x, y);
        const double steps = 16 * patch.distance_px(x, y) / (inside ? 0.7 * reach_px : reach_px);
        if (steps >= static_cast<double>(falloff.size() - 1)) continue;
        const double dark = strength * (inside ? 0.55 : 1.0) * falloff[static_cast<size_t>(std::lround(steps))];
        uint8_t& pixel = image.pixels[static_cast<size_t>(patch.y0() + y) * side_px + patch.x0() + x];
        pixel = std::max(pixel, static_cast<uint8_t>(std::lround(255 * dark)));
      }
  }
  return image;
}

}  // namespace atlas
