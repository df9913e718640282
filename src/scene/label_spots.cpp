// Which candidates can be seen now, and the places beside their anchors.
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/label_places.h"
#include "scene/labels.h"
#include "scene/pick.h"

namespace atlas {
namespace {

constexpr double kTallBlock_radii = 60 / kEarthRadius_km;
// Cosine between ground and sight from which an asset's name stands; one that stands stays to the second.
constexpr double kFacing = 0.05, kFacingStays = 0.02;
// The same below which the name of a tall block stands over its far edge.
constexpr double kFromTheSide = 0.42, kFromTheSideStays = 0.47;
// Glass of other blocks before an asset: hidden, or hidden if it has a name already.
constexpr double kGlass_radii = 25 / kEarthRadius_km, kGlassStays_radii = 40 / kEarthRadius_km;

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
constexpr Zoom kRouteZoom[] = {{9500, 9}};
constexpr Zoom kPipelineZoom[] = {{3000, 9}};
constexpr Zoom kBoundaryZoom[] = {{4500, 9}};
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
      // From far away there is room for the large ones only.
      return label.amount_bn_boe >= (distance_km > 15000 ? kLargeProvince_bn_boe : kNamedProvince_bn_boe) ||
             distance_km < 5000;
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
    case LabelRole::line:
      switch (label.line) {
        case LineKind::pipeline:
        case LineKind::pipeline_planned:
          return passes(kPipelineZoom, distance_km, label.priority);
        case LineKind::boundary:
          return passes(kBoundaryZoom, distance_km, label.priority);
        default:
          return passes(kRouteZoom, distance_km, label.priority);
      }
    case LabelRole::land:
      return distance_km > 1500 && passes(kLandZoom, distance_km, label.priority);
    case LabelRole::island:
      return passes(kIslandZoom, distance_km, label.priority);
    case LabelRole::pole:
    case LabelRole::circle:
    case LabelRole::sun_edge:
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
    case LabelRole::sun_edge:
      return 515;
    case LabelRole::ocean:
      return 590 + label.priority;
    case LabelRole::sea:
      return 600 + label.priority;
    case LabelRole::strait:
      return 620 + label.priority;
    case LabelRole::line:
      return 640;
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

bool layer_shown(const LabelCandidate& label, const LayerChoice& layers) {
  if (label.role == LabelRole::sun_edge) return layers.sun && !label.runs.empty();
  if (label.role != LabelRole::line) return true;
  switch (label.line) {
    case LineKind::limit:
    case LineKind::boundary:
      return layers.limits;
    case LineKind::ice_edge_september:
    case LineKind::ice_edge_march:
      return layers.ice;
    default:
      return layers.facilities;
  }
}

// Places of a province's name beside its anchor, px; the last ones carry a leader.
constexpr glm::dvec2 kBeside[] = {{0, 0},  {0, -15},  {0, 15},    {0, -26}, {0, 26},  {0, -48},
                                  {0, 48}, {70, -34}, {-70, -34}, {70, 34}, {-70, 34}};
// From so far the provinces lie close about the pole: what stands behind one would stand over another.
constexpr double kLeadersBelowFrom_km = 12000;

// Over the far edge, and beside the anchor; those elsewhere come after them.
constexpr int kOwnPlaces = 1 + static_cast<int>(std::size(kBeside));

}  // namespace

void LabelLayout::find_spots(const LabelInput& in) {
  const double ratio = in.pixel_ratio;
  const glm::dvec3& eye = in.camera.eye_in_world;
  const auto* selected = std::get_if<AssetIx>(&in.state.selected);
  const FreeArea_px& free = in.viewport.free;

  for (size_t i = 0; i < candidates_.size(); ++i) {
    const LabelCandidate& label = candidates_[i];
    const Memory& memory = memory_[i];
    const bool is_asset = label.slot != UINT32_MAX;
    const bool wanted =
        is_asset && ((selected && selected->value == label.slot) || (in.hovered && in.hovered->value == label.slot));
    const bool ghost = is_asset && texel(in.slots, label.slot, 3) > 0;
    if (!in.state.layers.labels && !wanted) continue;
    if (is_asset && !(slot_opacity(in.slots, label.slot) > 0.5)) continue;
    if (!layer_shown(label, in.state.layers)) continue;
    // In June the edge of polar day would strike the Circle's name through, and says as much itself.
    if (label.role == LabelRole::circle && in.state.layers.sun &&
        std::abs(label.position.lat_deg - candidates_.back().position.lat_deg) < 1.2)
      continue;
    // A name that stands stays a little longer than it took to come.
    const double distance_km = in.state.camera.distance_km * (memory.stands() ? 0.96 : 1.0);
    if (!wanted && !ghost && !near_enough(label, distance_km)) continue;
    if (label.role == LabelRole::town && named_at_exit(label.position)) continue;

    const double top = is_asset ? slot_top(in.slots, label.slot) : 0;
    const auto facing_of = [&](const glm::dvec3& direction) {
      return glm::dot(direction, glm::normalize(eye - direction * (1 + top)));
    };
    const auto in_sight = [&](const glm::dvec3& direction) {
      if (label.role == LabelRole::line) return true;
      const glm::dvec3 anchor = direction * (1 + top);
      if (!over_horizon(anchor, eye)) return false;
      const double facing = facing_of(direction);
      if (!is_asset) return facing >= (memory.stands() ? kGroundFacingStays : kGroundFacing);
      if (facing < (memory.stands() ? kFacingStays : kFacing) && top < kTallBlock_radii) return false;
      // Columns stand in the glass of their own province.
      const double enough = memory.stands() ? kGlassStays_radii : kGlass_radii;
      return shadow_.glass_on_sight(
                 in.slots, anchor, eye, enough, label.slot,
                 label.role == LabelRole::province ? BlockShadow::Glass::all : BlockShadow::Glass::others) <= enough;
    };
    const auto px = to_px(in.camera, label.direction * (1 + top));
    const bool own_place =
        px && in_sight(label.direction) && (label.elsewhere.empty() || inside({px->x, px->y, px->x, px->y}, free, 0));
    if (!own_place && label.elsewhere.empty()) continue;

    Spot spot;
    spot.candidate = static_cast<uint32_t>(i);
    spot.rank = wanted ? 0 : ghost ? 100 : rank_of(label);
    spot.anchor_px = px.value_or(glm::dvec2{0, 0});
    spot.first_option = static_cast<uint32_t>(options_.size());
    const glm::dvec2 half = 0.5 * ratio * glm::dvec2{label.width_px, label.height_px};
    const auto offer = [&](glm::dvec2 middle) -> Option& {
      Option option;
      option.top_left_px = middle - half;
      option.first_box = static_cast<uint32_t>(boxes_.size());
      option.box_count = 1;
      boxes_.push_back(label_box(option.top_left_px, label, ratio));
      options_.push_back(option);
      return options_.back();
    };

    const auto offer_elsewhere = [&] {
      for (const glm::dvec3& direction : label.elsewhere) {
        const auto there = to_px(in.camera, direction * (1 + top));
        const bool seen = there && inside({there->x, there->y, there->x, there->y}, free, 0) &&
                          facing_of(direction) >= kFacingStays && in_sight(direction);
        for (const double aside_y : {0.0, -15.0, 15.0})
          offer((seen ? *there : spot.anchor_px) + glm::dvec2{0, aside_y * ratio}).possible = seen;
      }
    };

    if (label.curved) {
      // Where it lies is settled when there is room for it.
      Option option;
      option.made = false;
      options_.insert(options_.end(), curve_count(label), option);
    } else if (label.role == LabelRole::province && !own_place) {
      for (int k = 0; k < kOwnPlaces; ++k) offer(spot.anchor_px).possible = false;
      offer_elsewhere();
    } else if (label.role == LabelRole::province) {
      const bool from_the_side = top >= kTallBlock_radii &&
                                 facing_of(label.direction) < (memory.chosen == 0 ? kFromTheSideStays : kFromTheSide);
      const auto above = from_the_side ? above_block(in, label.slot, top) : std::nullopt;
      if (above) {
        const double least_y = free.y + half.y + (kEdgeMargin_px + 4) * ratio;
        offer({above->x, std::max(above->y - half.y - 3 * ratio, std::min(least_y, above->y))});
      } else {
        offer(*px).possible = false;
      }
      for (const glm::dvec2& step : kBeside) {
        Option& option = offer(*px + step * ratio);
        if (glm::length(step) > kLeaderFrom_px) option.leader_to_px = *px;
        if (step.x != 0 && step.y < 0 && distance_km > kLeadersBelowFrom_km) option.possible = false;
      }
      if (memory.chosen >= kOwnPlaces) offer_elsewhere();  // it stays where it stands, as long as it can
    } else if (label.role == LabelRole::land || label.role == LabelRole::island) {
      offer(*px);
    } else {
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
      if (spot.dot_px) {
        // The dot takes room too: a second box behind each option's own.
        const LabelBox dot{px->x - 2 * ratio, px->y - 2 * ratio, px->x + 2 * ratio, px->y + 2 * ratio};
        for (size_t k = spot.first_option; k < options_.size(); ++k) {
          const LabelBox own = boxes_[options_[k].first_box];
          options_[k].first_box = static_cast<uint32_t>(boxes_.size());
          options_[k].box_count = 2;
          boxes_.push_back(own);
          boxes_.push_back(dot);
        }
      }
    }
    spot.option_count = static_cast<uint32_t>(options_.size()) - spot.first_option;
    spots_.push_back(spot);
  }
}

}  // namespace atlas
