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
      return distance_km < 700 ||
             (distance_km < 4500 && label.amount_bn_boe >= 10 * std::pow(distance_km / 3500, 1.5));
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
  const auto range = std::find_if(blocks.ranges.begin(), blocks.ranges.end(), [&](const BlockRange& r) { return r.slot == slot; });
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
    const bool wanted = is_asset && ((selected && selected->value == label.slot) ||
                                     (in.hovered && in.hovered->value == label.slot));
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
      Option option;
      if (!curve(in, label, option)) continue;
      spot.options.push_back(std::move(option));
    } else if (label.role == LabelRole::province) {
      if (shadow_.hides(in.slots, anchor, eye, label.slot)) continue;
      const auto above = top >= kTallBlock_radii && facing < 0.35 ? above_block(in, label.slot, top) : std::nullopt;
      if (above) offer({above->x, above->y - half.y - 4 * ratio});
      for (const double dy : {0.0, -15.0, 15.0, -26.0, 26.0}) offer({px->x, px->y + dy * ratio});
    } else if (label.role == LabelRole::land || label.role == LabelRole::island) {
      if (shadow_.hides(in.slots, anchor, eye)) continue;
      offer(*px);
    } else {
      if (shadow_.hides(in.slots, anchor, eye, label.slot)) continue;
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

bool LabelLayout::curve(const LabelInput& in, const LabelCandidate& label, Option& option) const {
  const GlyphRun& run = label.runs.front();
  const glm::dvec3& eye = in.camera.eye_in_world;
  const auto on_parallel = [&](double lon_offset_deg) {
    return to_world({label.position.lon_deg + lon_offset_deg, label.position.lat_deg});
  };
  const auto before = to_px(in.camera, on_parallel(-0.5)), after = to_px(in.camera, on_parallel(0.5));
  if (!before || !after) return false;
  const double px_per_deg = glm::distance(*before, *after);
  const double way = after->x >= before->x ? 1.0 : -1.0;  // read from left to right
  const double span_deg = run.width_px * in.pixel_ratio / std::max(px_per_deg, 1e-6);
  if (span_deg > 110) return false;
  const double half_size = 0.55 * run.size_px * in.pixel_ratio;
  for (size_t i = 0; i < run.glyphs.size(); ++i) {
    const double along_px =
        (run.glyphs[i].pen_px + font_.half_advance_px(run, i) - 0.5 * run.width_px) * in.pixel_ratio;
    const double lon = way * along_px / px_per_deg;
    const glm::dvec3 at = on_parallel(lon);
    const auto middle = to_px(in.camera, at);
    const auto ahead = to_px(in.camera, on_parallel(lon + way * 0.2)), behind = to_px(in.camera, on_parallel(lon - way * 0.2));
    if (!middle || !ahead || !behind || !over_horizon(at, eye)) return false;
    if (glm::dot(at, glm::normalize(eye - at)) < kLeastFacing) return false;
    if (i % 3 == 0 && shadow_.hides(in.slots, at, eye)) return false;
    const glm::dvec2 step = *ahead - *behind;
    const double length = glm::length(step);
    if (!(length > 0)) return false;
    const glm::dvec2 direction = step / length;
    // The capitals' middle, not the baseline, lies on the parallel.
    const glm::dvec2 on_baseline = *middle + 0.36 * run.size_px * in.pixel_ratio * glm::dvec2{-direction.y, direction.x};
    option.turns.push_back({on_baseline, direction});
    option.boxes.push_back({middle->x - half_size, middle->y - half_size, middle->x + half_size, middle->y + half_size});
  }
  return !option.turns.empty();
}

}  // namespace atlas
