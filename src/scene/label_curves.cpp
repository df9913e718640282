// Names that lie on the ground: along a parallel (seas) or along a line (routes, limits, ice edges).
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/label_places.h"

namespace atlas {
namespace {

// Where a name on a parallel may lie, from its place.
constexpr LonLat kShifts[] = {{0, 0},  {0, 1.6}, {0, -1.6}, {7, 0.8},  {-7, 0.8}, {0, 3},
                              {0, -3}, {12, 0},  {-12, 0},  {6, -2.5}, {-6, -2.5}};
constexpr LonLat kOceanShifts[] = {{0, 0},  {25, 0},  {-25, 0}, {0, -2.5}, {25, -2.5}, {-25, -2.5}, {0, 2.5},
                                   {50, 0}, {-50, 0}, {0, -5},  {25, -5},  {-25, -5},  {50, -2.5},  {-50, -2.5},
                                   {75, 1}, {-75, 1}, {90, 3},  {-90, 3},  {162, 5},   {165, -2.5}};
// A strait is narrower than its name: aside of it, the name would stand on land.
constexpr LonLat kStraitShifts[] = {{0, 0}, {0, 0.5}, {0, -0.5}};
constexpr LonLat kCircleShifts[] = {{0, 0}, {-25, 0}, {25, 0}, {-60, 0}, {60, 0}, {-100, 0}, {100, 0}, {180, 0}};
constexpr LonLat kSunEdgeShifts[] = {{0, 0},  {-30, 0},  {30, 0},  {-50, 0},  {50, 0},  {-70, 0}, {70, 0},   {-95, 0},
                                     {95, 0}, {-115, 0}, {115, 0}, {-135, 0}, {135, 0}, {155, 0}, {-155, 0}, {178, 0}};
// Where a name along a line may have its middle.
constexpr double kShares[] = {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88};
constexpr double kCapitals_em = 0.36;   // half their height: this lies on a parallel
constexpr double kOverLine_em = -0.30;  // baseline of a name that stands on its line
constexpr double kFlattest = 1.5;       // a name turns by at most 1 / 1.5 rad over its length
constexpr double kSteepest = 1.6;       // nobody reads a name that stands on end
constexpr int kSmoothSteps = 4;
constexpr double kSmoothStep_em = 0.7;
constexpr double kTightest = 0.85;      // of a letter's advance
constexpr double kSharpestTurn = 0.83;  // cosine between neighbouring letters of a name along a line

bool on_circle(const LabelCandidate& label) {
  return label.role == LabelRole::circle || label.role == LabelRole::sun_edge;
}

// Ground that is faced at all lies before the horizon.
bool can_be_seen(const glm::dvec3& ground, const glm::dvec3& eye, double least_facing) {
  if (least_facing < -1) return true;
  const glm::dvec3 to_eye = eye - ground;
  return glm::dot(ground, to_eye) >= least_facing * glm::length(to_eye);
}

template <size_t N>
std::vector<ParallelPlace> shifted(LonLat from, const LonLat (&shifts)[N]) {
  std::vector<ParallelPlace> places;
  for (const LonLat shift : shifts) {
    const double lat_deg = std::min(from.lat_deg + shift.lat_deg, 89.5);
    const double lon = to_rad(from.lon_deg + shift.lon_deg);
    places.push_back(
        {to_world({from.lon_deg + shift.lon_deg, lat_deg}), {-std::sin(lon), std::cos(lon), 0}, to_rad(90 - lat_deg)});
  }
  return places;
}

}  // namespace

std::vector<ParallelPlace> places_on_parallels(const LabelCandidate& label) {
  return label.role == LabelRole::circle     ? shifted(label.position, kCircleShifts)
         : label.role == LabelRole::sun_edge ? shifted(label.position, kSunEdgeShifts)
         : label.role == LabelRole::ocean    ? shifted(label.position, kOceanShifts)
         : label.role == LabelRole::strait   ? shifted(label.position, kStraitShifts)
                                             : shifted(label.position, kShifts);
}

uint32_t curve_count(const LabelCandidate& label) {
  return static_cast<uint32_t>(label.role == LabelRole::line ? std::size(kShares) : label.on_parallels.size());
}

bool LabelLayout::bend(const LabelInput& in, const LabelCandidate& label, size_t number, double least_facing,
                       Option& option) {
  way_px_.clear();
  option.first_sight = static_cast<uint32_t>(sights_.size());
  option.first_box = static_cast<uint32_t>(boxes_.size());
  option.first_turn = static_cast<uint32_t>(turns_.size());
  const bool along_line = label.role == LabelRole::line;
  const bool bent = along_line ? bend_on_way(in, label, kShares[std::min(number, std::size(kShares) - 1)], least_facing)
                               : bend_on_parallel(in, label, number, least_facing);
  option.made = true;
  option.possible = bent && turn_glyphs(in, label.runs.front(), along_line ? kOverLine_em : kCapitals_em);
  option.sight_count = static_cast<uint32_t>(sights_.size()) - option.first_sight;
  option.box_count = static_cast<uint32_t>(boxes_.size()) - option.first_box;
  option.turn_count = static_cast<uint32_t>(turns_.size()) - option.first_turn;
  return option.possible;
}

// Spares most names that have no room from being bent: their middle is not free.
bool LabelLayout::open_at(const LabelInput& in, const glm::dvec3& ground) const {
  const auto px = to_px(in.camera, ground);
  if (!px) return false;
  const LabelBox box{px->x, px->y, px->x, px->y};
  return inside(box, in.viewport.free, kEdgeMargin_px * in.pixel_ratio) &&
         std::none_of(taken_.begin(), taken_.end(), [&](const LabelBox& other) { return box.overlaps(other); });
}

bool LabelLayout::bend_on_parallel(const LabelInput& in, const LabelCandidate& label, size_t number,
                                   double least_facing) {
  const GlyphRun& run = label.runs.front();
  const size_t count = run.glyphs.size();
  const ParallelPlace& on = label.on_parallels[std::min(number, label.on_parallels.size() - 1)];
  const glm::dvec3 &place = on.middle, &east = on.east, north = glm::cross(place, east);
  if (least_facing > -1 && (!can_be_seen(place, in.camera.eye_in_world, least_facing) || !open_at(in, place)))
    return false;
  const auto before = to_px(in.camera, place - 0.01 * east), after = to_px(in.camera, place + 0.01 * east);
  if (!before || !after) return false;
  const double px_per_rad = std::max(glm::distance(*before, *after) / 0.02, 1e-6);
  const double width_rad = run.width_px * in.pixel_ratio / px_per_rad;
  if (width_rad > 1.2) return false;
  // Near the pole parallels are too narrow for a name: a wider circle that touches its own.
  const double colatitude = on.colatitude_rad;
  const double radius =
      on_circle(label) ? colatitude : std::clamp(kFlattest * width_rad, colatitude, std::max(colatitude, 0.5 * kPi));
  const double cos_radius = std::cos(radius), sin_radius = std::sin(radius);
  const glm::dvec3 centre = cos_radius * place + sin_radius * north;
  const glm::dvec3 out = (place - cos_radius * centre) / sin_radius;
  const double way = after->x >= before->x ? 1.0 : -1.0;  // read from left to right
  for (size_t i = 0; i < count; ++i) {
    const double along_px =
        (run.glyphs[i].pen_px + font_.half_advance_px(run, i) - 0.5 * run.width_px) * in.pixel_ratio;
    const double turn = way * along_px / px_per_rad / sin_radius;
    const glm::dvec3 ground = cos_radius * centre + sin_radius * (std::cos(turn) * out + std::sin(turn) * east);
    const auto middle = to_px(in.camera, ground);
    if (!middle || !can_be_seen(ground, in.camera.eye_in_world, least_facing)) return false;
    if (i % std::max<size_t>(1, count / 4) == 0 || i + 1 == count) sights_.push_back(ground);
    way_px_.push_back(*middle);
  }
  return true;
}

bool LabelLayout::bend_on_way(const LabelInput& in, const LabelCandidate& label, double share, double least_facing) {
  const GlyphRun& run = label.runs.front();
  const double half_px = 0.5 * run.width_px * in.pixel_ratio, size_px = run.size_px * in.pixel_ratio;
  const double reach_px = half_px + kSmoothSteps * kSmoothStep_em * size_px;
  const auto middle = static_cast<std::ptrdiff_t>(share * static_cast<double>(label.way.size() - 1));
  // From the middle both ways, as far as the name reaches and a little more.
  trail_px_.clear();
  if (least_facing > -1 && !open_at(in, label.way[static_cast<size_t>(middle)])) return false;
  double reached_px[2] = {0, 0};
  const auto walk = [&](std::ptrdiff_t step, double& length_px) {
    std::optional<glm::dvec2> last;
    for (std::ptrdiff_t i = middle; i >= 0 && i < static_cast<std::ptrdiff_t>(label.way.size()); i += step) {
      const glm::dvec3& ground = label.way[static_cast<size_t>(i)];
      const auto px = to_px(in.camera, ground);
      if (!px || !can_be_seen(ground, in.camera.eye_in_world, least_facing)) break;
      if (last) length_px += glm::distance(*last, *px);
      if (i != middle || step > 0) trail_px_.push_back(*px);
      sights_.push_back(ground);
      last = px;
      if (length_px > reach_px) return;
    }
  };
  walk(-1, reached_px[0]);
  std::reverse(trail_px_.begin(), trail_px_.end());
  walk(1, reached_px[1]);
  if (std::min(reached_px[0], reached_px[1]) < reach_px || trail_px_.size() < 2) return false;
  double centre_px = reached_px[0];
  if (trail_px_.back().x < trail_px_.front().x) {
    std::reverse(trail_px_.begin(), trail_px_.end());
    centre_px = reached_px[1];
  }
  trail_along_px_.clear();
  double length_px = 0;
  for (size_t i = 0; i < trail_px_.size(); ++i) {
    if (i > 0) length_px += glm::distance(trail_px_[i - 1], trail_px_[i]);
    trail_along_px_.push_back(length_px);
  }
  const auto point = [&](double along_px) {
    const auto next = std::upper_bound(trail_along_px_.begin() + 1, trail_along_px_.end() - 1, along_px);
    const auto i = static_cast<size_t>(next - trail_along_px_.begin());
    const double piece = trail_along_px_[i] - trail_along_px_[i - 1];
    const double part = piece > 0 ? (along_px - trail_along_px_[i - 1]) / piece : 0;
    return glm::mix(trail_px_[i - 1], trail_px_[i], std::clamp(part, 0.0, 1.0));
  };
  // The line's corners are smoothed for the letters.
  for (size_t i = 0; i < run.glyphs.size(); ++i) {
    const double along_px =
        centre_px + (run.glyphs[i].pen_px + font_.half_advance_px(run, i)) * in.pixel_ratio - half_px;
    glm::dvec2 sum{0, 0};
    for (int k = -kSmoothSteps; k <= kSmoothSteps; ++k) sum += point(along_px + kSmoothStep_em * k * size_px);
    way_px_.push_back(sum / (2.0 * kSmoothSteps + 1));
  }
  // Nor may letters crowd in a corner.
  for (size_t i = 1; i < way_px_.size(); ++i) {
    const double advance_px = (run.glyphs[i].pen_px + font_.half_advance_px(run, i) - run.glyphs[i - 1].pen_px -
                               font_.half_advance_px(run, i - 1)) *
                              in.pixel_ratio;
    if (glm::distance(way_px_[i - 1], way_px_[i]) < kTightest * advance_px) return false;
  }
  for (size_t i = 2; i < way_px_.size(); ++i) {
    const glm::dvec2 a = way_px_[i - 1] - way_px_[i - 2], b = way_px_[i] - way_px_[i - 1];
    if (glm::dot(a, b) < kSharpestTurn * glm::length(a) * glm::length(b)) return false;
  }
  return true;
}

bool LabelLayout::turn_glyphs(const LabelInput& in, const GlyphRun& run, double baseline_em) {
  const std::vector<glm::dvec2>& middles = way_px_;
  const size_t count = middles.size();
  if (count < 2) return false;
  const glm::dvec2 whole = middles.back() - middles.front();
  if (whole.x < 0 || std::abs(whole.y) > kSteepest * std::abs(whole.x)) return false;
  const double size_px = run.size_px * in.pixel_ratio, half_size = 0.55 * size_px;
  for (size_t i = 0; i < count; ++i) {
    const glm::dvec2 step = middles[std::min(i + 1, count - 1)] - middles[i > 0 ? i - 1 : 0];
    const double length = glm::length(step);
    if (!(length > 0)) return false;
    const glm::dvec2 direction = step / length, down{-direction.y, direction.x};
    turns_.push_back({middles[i] + baseline_em * size_px * down, direction});
    const glm::dvec2 box = middles[i] + (baseline_em - kCapitals_em) * size_px * down;
    boxes_.push_back({box.x - half_size, box.y - half_size, box.x + half_size, box.y + half_size});
  }
  return true;
}

}  // namespace atlas
