// Which candidates can be seen now, and the places beside their anchors.
#include <algorithm>

#include "scene/label_spot.h"
#include "scene/pick.h"

namespace atlas {
namespace {

constexpr double kTallBlock_radii = 60 / kEarthRadius_km;
constexpr double kLeastFacing = 0.22;  // cosine between ground and sight for names that lie on the ground

/// Least distance steps for place priorities: the first row that is nearer decides.
struct Zoom {
  double below_km;
  int priority;
};
constexpr Zoom kTownZoom[] = {{1400, 9}, {2200, 6}, {3500, 4}, {5500, 3}, {9500, 2}, {14000, 1}};
constexpr Zoom kSeaZoom[] = {{3500, 5}, {6000, 3}, {9500, 2}, {18000, 1}};
constexpr Zoom kLandZoom[] = {{6000, 4}, {9500, 2}, {25000, 1}};
constexpr Zoom kIslandZoom[] = {{2500, 5}, {4000, 3}, {6500, 2}};
constexpr Zoom kStraitZoom[] = {{2000, 9}, {3500, 3}};
constexpr Zoom kOceanZoom[] = {{7000, 5}, {25000, 1}};
constexpr Zoom kMarkZoom[] = {{10000, 9}};  // pole and Circle

template <size_t N>
bool passes(const Zoom (&steps)[N], double distance_km, int priority) {
  for (const Zoom& step : steps)
    if (distance_km < step.below_km) return priority <= step.priority;
  return false;
}

bool near_enough(const LabelCandidate& label, double distance_km) {
  switch (label.role) {
    case LabelRole::province:
      return label.amount_bn_boe >= kNamedProvince_bn_boe || distance_km < 5000;
    case LabelRole::field:
      return distance_km < 700 || (distance_km < 4500 && label.amount_bn_boe >= 10 * std::pow(distance_km / 3500, 1.5));
    case LabelRole::deposit:
      return distance_km < 1500;
    case LabelRole::facility:
      return distance_km < 1200;
    case LabelRole::town:
      return passes(kTownZoom, distance_km, label.priority);
    case LabelRole::sea:
      return passes(kSeaZoom, distance_km, label.priority);
    case LabelRole::strait:
      return passes(kStraitZoom, distance_km, label.priority);
    case LabelRole::ocean:
      return passes(kOceanZoom, distance_km, label.priority);
    case LabelRole::land:
      return distance_km > 1500 && passes(kLandZoom, distance_km, label.priority);
    case LabelRole::island:
      return passes(kIslandZoom, distance_km, label.priority);
    case LabelRole::pole:
    case LabelRole::circle:
      return passes(kMarkZoom, distance_km, label.priority);
  }
  return false;
}

double rank_of(const LabelCandidate& label) {
  switch (label.role) {
    case LabelRole::province:
      return 400 - std::min(label.amount_bn_boe, 99.0 + 0.001 * label.amount_bn_boe);
    case LabelRole::field:
      return 500 - std::min(label.amount_bn_boe, 99.0);
    case LabelRole::pole:
      return 510;
    case LabelRole::circle:
      return 520;
    case LabelRole::ocean:
      return 590 + label.priority;
    case LabelRole::sea:
      return 600 + label.priority;
    case LabelRole::strait:
      return 620 + label.priority;
    case LabelRole::land:
      return 700 + label.priority;
    case LabelRole::island:
      return 720 + label.priority;
    case LabelRole::deposit:
      return 750;
    case LabelRole::facility:
      return 780;
    case LabelRole::town:
      return 800 + label.priority;
  }
  return 900;
}

float texel(const Slots& slots, uint32_t slot, size_t channel) {
  const size_t at = 12 * static_cast<size_t>(slot) + channel;
  return at < slots.texels.size() ? slots.texels[at] : 0.0f;
}

// Over the far edge of a tall block that is seen from the side: the highest point of its top outline in the picture.
std::optional<glm::dvec2> above_block(const LabelInput& in, uint32_t slot, double top) {
  const Blocks& blocks = in.scene.blocks;
  const auto range =
      std::find_if(blocks.ranges.begin(), blocks.ranges.end(), [&](const BlockRange& r) { return r.slot == slot; });
  if (range == blocks.ranges.end()) return std::nullopt;
  double x_sum = 0, least_y = 1e9;
  uint32_t count = 0;
  for (uint32_t i = range->first_edge; i < range->first_edge + range->edge_count; ++i) {
    const Vec3f& a = blocks.edges[i].a;
    const auto px = to_px(in.camera, glm::dvec3{a.x, a.y, a.z} * (1 + top));
    if (!px) return std::nullopt;
    x_sum += px->x;
    least_y = std::min(least_y, px->y);
    ++count;
  }
  if (count == 0) return std::nullopt;
  return glm::dvec2{x_sum / count, least_y};
}

}  // namespace

void LabelLayout::find_spots(const LabelInput& in, std::vector<Spot>& spots) {
  const double ratio = in.pixel_ratio;
  const glm::dvec3& eye = in.camera.eye_in_world;
  const auto* selected = std::get_if<AssetIx>(&in.state.selected);

  for (size_t i = 0; i < candidates_.size(); ++i) {
    const LabelCandidate& label = candidates_[i];
    const bool is_asset = label.slot != UINT32_MAX;
    const bool wanted =
        is_asset && ((selected && selected->value == label.slot) || (in.hovered && in.hovered->value == label.slot));
    const bool ghost = is_asset && texel(in.slots, label.slot, 3) > 0;
    if (!in.state.layers.labels && !wanted) continue;
    if (is_asset && !(slot_opacity(in.slots, label.slot) > 0.5)) continue;
    // A name that stands stays a little longer than it took to come.
    const double distance_km = in.state.camera.distance_km * (memory_[i].shown ? 0.96 : 1.0);
    if (!wanted && !ghost && !near_enough(label, distance_km)) continue;

    const double top = is_asset ? slot_top(in.slots, label.slot) : 0;
    const glm::dvec3 anchor = label.direction * (1 + top);
    if (!over_horizon(anchor, eye)) continue;
    const double facing = glm::dot(label.direction, glm::normalize(eye - anchor));
    if (!is_asset && facing < kLeastFacing) continue;
    if (facing < 0.02 && top < kTallBlock_radii) continue;
    const auto px = to_px(in.camera, anchor);
    if (!px) continue;

    Spot spot;
    spot.candidate = i;
    spot.rank = wanted ? 0 : ghost ? 100 : rank_of(label);
    const glm::dvec2 half = 0.5 * ratio * glm::dvec2{label.width_px, label.height_px};
    const auto offer = [&](glm::dvec2 middle) {
      Option option;
      option.top_left_px = middle - half;
      option.boxes.push_back(label_box(option.top_left_px, label, ratio));
      spot.options.push_back(std::move(option));
    };

    if (label.curved) {
      // A name that a wall hides is not moved; where it lies is settled when there is room for it.
      if (shadow_.hides(in.slots, anchor, eye, BlockShadow::kNone, BlockShadow::Walls::all)) continue;
    } else if (label.role == LabelRole::province) {
      if (shadow_.hides(in.slots, anchor, eye, label.slot)) continue;
      const auto above = top >= kTallBlock_radii && facing < 0.35 ? above_block(in, label.slot, top) : std::nullopt;
      if (above) offer({above->x, above->y - half.y - 4 * ratio});
      for (const double dy : {0.0, -15.0, 15.0, -26.0, 26.0}) offer({px->x, px->y + dy * ratio});
    } else if (label.role == LabelRole::land || label.role == LabelRole::island) {
      if (shadow_.hides(in.slots, anchor, eye, BlockShadow::kNone, BlockShadow::Walls::all)) continue;
      offer(*px);
    } else {
      if (shadow_.hides(in.slots, anchor, eye, label.slot,
                        is_asset ? BlockShadow::Walls::others : BlockShadow::Walls::all))
        continue;
      const double aside = half.x + (label.has_dot ? 6 : 9) * ratio;
      if (label.has_dot) {
        spot.dot_px = *px;
        offer({px->x + aside, px->y});
        offer({px->x - aside, px->y});
        offer({px->x, px->y - half.y - 4 * ratio});
      } else {
        offer({px->x, px->y - half.y - 5 * ratio});
        offer({px->x + aside, px->y});
        offer({px->x - aside, px->y});
      }
      if (spot.dot_px)
        for (Option& option : spot.options)
          option.boxes.push_back({px->x - 2 * ratio, px->y - 2 * ratio, px->x + 2 * ratio, px->y + 2 * ratio});
    }
    spots.push_back(std::move(spot));
  }
}

bool LabelLayout::curve(const LabelInput& in, const LabelCandidate& label, LonLat shift_deg, Option& option) const {
  const GlyphRun& run = label.runs.front();
  const size_t count = run.glyphs.size();
  const glm::dvec3& eye = in.camera.eye_in_world;
  const double lat = to_rad(label.position.lat_deg + shift_deg.lat_deg);
  const double cos_lat = std::cos(lat), sin_lat = std::sin(lat);
  const double lon = to_rad(label.position.lon_deg + shift_deg.lon_deg);
  const auto on_parallel = [&](double offset_rad) {
    return glm::dvec3{cos_lat * std::cos(lon + offset_rad), cos_lat * std::sin(lon + offset_rad), sin_lat};
  };
  const auto before = to_px(in.camera, on_parallel(-0.01)), after = to_px(in.camera, on_parallel(0.01));
  if (!before || !after) return false;
  const double px_per_rad = std::max(glm::distance(*before, *after) / 0.02, 1e-6);
  const double way = after->x >= before->x ? 1.0 : -1.0;  // read from left to right
  if (run.width_px * in.pixel_ratio / px_per_rad > 2) return false;
  std::vector<glm::dvec2> middles;
  for (size_t i = 0; i < count; ++i) {
    const double along_px =
        (run.glyphs[i].pen_px + font_.half_advance_px(run, i) - 0.5 * run.width_px) * in.pixel_ratio;
    const glm::dvec3 at = on_parallel(way * along_px / px_per_rad);
    const auto middle = to_px(in.camera, at);
    if (!middle || !over_horizon(at, eye) || glm::dot(at, glm::normalize(eye - at)) < kLeastFacing) return false;
    if (i == 0 || i == count / 2 || i + 1 == count) option.shadow_points.push_back(at);
    middles.push_back(*middle);
  }
  if (count == 0) return false;
  // Nobody reads a name that stands on end.
  if (std::abs(middles.back().y - middles.front().y) > 1.6 * std::abs(middles.back().x - middles.front().x))
    return false;
  const double half_size = 0.55 * run.size_px * in.pixel_ratio;
  for (size_t i = 0; i < count; ++i) {
    const glm::dvec2 step =
        count < 2 ? *after - *before : middles[std::min(i + 1, count - 1)] - middles[i > 0 ? i - 1 : 0];
    const double length = glm::length(step);
    if (!(length > 0)) return false;
    const glm::dvec2 direction = step / length;
    // The capitals' middle, not the baseline, lies on the parallel.
    const glm::dvec2 down{-direction.y, direction.x};
    option.turns.push_back({middles[i] + 0.36 * run.size_px * in.pixel_ratio * down, direction});
    option.boxes.push_back(
        {middles[i].x - half_size, middles[i].y - half_size, middles[i].x + half_size, middles[i].y + half_size});
  }
  return true;
}

bool LabelLayout::hidden(const LabelInput& in, const Option& option) const {
  return std::any_of(option.shadow_points.begin(), option.shadow_points.end(), [&](const glm::dvec3& at) {
    return shadow_.hides(in.slots, at, in.camera.eye_in_world, BlockShadow::kNone, BlockShadow::Walls::all);
  });
}

}  // namespace atlas
