#include "scene/labels.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "base/same_bytes.h"
#include "scene/inner_places.h"
#include "scene/label_colours.h"
#include "scene/label_places.h"
#include "scene/pick.h"

namespace atlas {
namespace {

constexpr double kFade_s = 0.12;
// What a new name needs beside what one that stands needs.
constexpr double kNewcomerAir_px = 4, kStandingAir_px = 0.5;
constexpr double kNewcomerMargin_px = 4;
// Glass before a name on the ground: hidden, or hidden if it stands already.
constexpr double kGlass_radii = 14 / kEarthRadius_km, kGlassStays_radii = 22 / kEarthRadius_km;
// The same for names on the water, which are read through low panes: walls and tall roofs hide them.
constexpr double kGlassAtSea_radii = 36 / kEarthRadius_km, kGlassAtSeaStays_radii = 48 / kEarthRadius_km;
constexpr size_t kMostElsewhere = 6;
constexpr float kLeaderAlpha = 0.55f;
constexpr double kDot_px = 1.9;

std::array<uint8_t, 4> faded(std::array<uint8_t, 4> colour, float alpha) {
  colour[3] = static_cast<uint8_t>(std::lround(colour[3] * std::clamp(alpha, 0.0f, 1.0f)));
  return colour;
}

// Is the direction inside one of the mesh's triangles?
bool covers(const GroundMesh& mesh, const glm::dvec3& direction) {
  const auto vec = [&](uint32_t i) {
    const Vec3f& v = mesh.vertices[mesh.indices[i]];
    return glm::dvec3{v.x, v.y, v.z};
  };
  for (uint32_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const glm::dvec3 a = vec(i), b = vec(i + 1), c = vec(i + 2);
    if (glm::dot(a, direction) > 0.9 && glm::dot(glm::cross(a, b), direction) >= 0 &&
        glm::dot(glm::cross(b, c), direction) >= 0 && glm::dot(glm::cross(c, a), direction) >= 0)
      return true;
  }
  return false;
}

// Wide ice, not a glacier beside the name.
bool on_ice_sheet(const GroundMesh& ice, LonLat at) {
  for (const LonLat step : {LonLat{0, 0}, LonLat{-4, 0}, LonLat{4, 0}, LonLat{0, -1}, LonLat{0, 1}})
    if (!covers(ice, to_world({at.lon_deg + step.lon_deg, at.lat_deg + step.lat_deg}))) return false;
  return true;
}

}  // namespace

LabelLayout::LabelLayout(const Pack& pack) {
  auto atlas = read_font_atlas(pack.find("font/atlas"));
  if (atlas.ok()) font_ = LabelFont(std::move(atlas).value());
}

void LabelLayout::rebuild(const LabelInput& in) {
  const Blocks& blocks = in.scene.blocks;
  if (built_for_ != &in.dataset || built_vertices_ != blocks.vertices.size()) {
    shadow_ = BlockShadow(blocks);
    built_vertices_ = blocks.vertices.size();
    lang_.reset();
  }
  if (built_for_ == &in.dataset && lang_ == in.state.lang) return;
  built_for_ = &in.dataset;
  lang_ = in.state.lang;
  candidates_ =
      font_.empty() ? std::vector<LabelCandidate>{} : label_candidates(in.dataset, in.words, in.state.lang, font_);
  for (LabelCandidate& label : candidates_) {
    if (label.curved && label.role != LabelRole::line) label.on_parallels = places_on_parallels(label);
    if (label.role == LabelRole::land || label.role == LabelRole::island)
      label.on_ice = on_ice_sheet(in.scene.ice, label.position);
    else if (label.role == LabelRole::province)
      label.elsewhere = inner_places(shadow_, label.slot, label.direction, kMostElsewhere);
  }
  candidates_.emplace_back().role = LabelRole::sun_edge;
  sun_edge_for_deg_.reset();
  memory_.assign(candidates_.size(), {});
  exits_.clear();
  arcs_version_.reset();
  jump_ = true;
}

// The edge of polar night moves with the date, and its name says where it is.
void LabelLayout::name_sun_edge(const LabelInput& in, double declination_deg) {
  if (!in.state.layers.sun || font_.empty() || sun_edge_for_deg_ == declination_deg) return;
  candidates_.back() = sun_edge_label(in.words, in.state.lang, font_, declination_deg);
  if (candidates_.back().runs.empty()) memory_.back() = {};
  candidates_.back().on_parallels = places_on_parallels(candidates_.back());
  sun_edge_for_deg_ = declination_deg;
}

bool LabelLayout::fits(const LabelInput& in, const Option& option, double air_px, double margin_px) const {
  for (uint32_t i = option.first_box; i < option.first_box + option.box_count; ++i) {
    const LabelBox& box = boxes_[i];
    if (!inside(box, in.viewport.free, margin_px)) return false;
    const LabelBox wide{box.x0 - air_px, box.y0 - air_px, box.x1 + air_px, box.y1 + air_px};
    for (const LabelBox& other : taken_)
      if (wide.overlaps(other)) return false;
  }
  return true;
}

// A name on the ground is hidden where its place or its letters lie behind a wall or under a roof.
bool LabelLayout::hidden(const LabelInput& in, const LabelCandidate& label, const Spot& spot, const Option& option,
                         bool stands) const {
  if (spot.exit || label.slot != UINT32_MAX) return false;
  const double enough = label.curved ? (stands ? kGlassAtSeaStays_radii : kGlassAtSea_radii)
                                     : (stands ? kGlassStays_radii : kGlass_radii);
  const auto behind_glass = [&](const glm::dvec3& at) {
    return shadow_.glass_on_sight(in.slots, at, in.camera.eye_in_world, enough) > enough;
  };
  if (label.curved) {
    const uint32_t every = std::max(1u, option.sight_count / 6);
    for (uint32_t i = 0; i < option.sight_count; i += every)
      if (behind_glass(sights_[option.first_sight + i])) return true;
    return false;
  }
  if (behind_glass(label.direction)) return true;
  const LabelBox& box = boxes_[option.first_box];
  for (const double share : {0.0, 0.5, 1.0}) {
    const Ray ray = ray_in_world(in.camera, box.x0 + share * (box.x1 - box.x0), 0.5 * (box.y0 + box.y1));
    const auto ground = hit_globe(ray);
    if (ground && behind_glass(*ground)) return true;
  }
  return false;
}

// Would a reader take the name for another block's? Its middle lies over one, or both its ends do.
bool LabelLayout::over_another(const LabelInput& in, const LabelCandidate& label, const Option& option) const {
  if (label.role != LabelRole::province) return false;
  const LabelBox& box = boxes_[option.first_box];
  const auto under = [&](double share) {
    const Ray ray = ray_in_world(in.camera, box.x0 + share * (box.x1 - box.x0), 0.5 * (box.y0 + box.y1));
    const auto roof = hit_globe(ray, 1 + slot_top(in.slots, label.slot));
    const uint32_t slot = roof ? shadow_.slot_at(glm::normalize(*roof)) : BlockShadow::kNone;
    return slot != BlockShadow::kNone && slot_top(in.slots, slot) > 0 ? slot : BlockShadow::kNone;
  };
  const auto is_other = [&](uint32_t slot) { return slot != BlockShadow::kNone && slot != label.slot; };
  const uint32_t middle = under(0.5);
  if (middle != BlockShadow::kNone) return middle != label.slot;
  return is_other(under(0.12)) && is_other(under(0.88));
}

void LabelLayout::place(const LabelInput& in, const Spot& spot) {
  const LabelCandidate& label = spot.exit ? exits_[spot.candidate].label : candidates_[spot.candidate];
  Memory& memory = spot.exit ? exits_[spot.candidate].memory : memory_[spot.candidate];
  memory.met = true;
  const int count = static_cast<int>(spot.option_count);
  const auto stands_at = [&](int number) {
    Option& option = options_[spot.first_option + static_cast<uint32_t>(number)];
    const bool stays = number == memory.chosen;
    if (!option.made) bend(in, label, static_cast<size_t>(number), stays ? kGroundFacingStays : kGroundFacing, option);
    if (!option.possible) return false;
    const double air_px = stays ? kStandingAir_px : kNewcomerAir_px * in.pixel_ratio;
    const double margin_px = (kEdgeMargin_px + (stays ? 0 : kNewcomerMargin_px)) * in.pixel_ratio;
    return fits(in, option, air_px, margin_px) && !hidden(in, label, spot, option, stays) &&
           (stays || !over_another(in, label, option));
  };
  int chosen = memory.chosen >= 0 && memory.chosen < count && stands_at(memory.chosen) ? memory.chosen : -1;
  for (int i = 0; i < count && chosen < 0; ++i)
    if (i != memory.chosen && stands_at(i)) chosen = i;
  memory.chosen = chosen;
  if (chosen < 0) return;
  const Option& option = options_[spot.first_option + static_cast<uint32_t>(chosen)];
  standing_.push_back({label.role, label.slot, static_cast<uint32_t>(taken_.size()), option.box_count});
  for (uint32_t i = 0; i < option.box_count; ++i) taken_.push_back(boxes_[option.first_box + i]);
}

bool LabelLayout::differs(const LabelInput& in) {
  Read& next = next_read_;
  next.camera = in.camera;
  next.viewport = in.viewport;
  next.pixel_ratio = in.pixel_ratio;
  next.distance_km = in.state.camera.distance_km;
  next.layers = in.state.layers;
  next.selected = in.state.selected;
  next.hovered = in.hovered;
  next.arcs_version = in.arcs_version;
  next.paper = in.palette.paper;
  next.sun_edge_for_deg = sun_edge_for_deg_;
  next.covered.assign(in.covered.begin(), in.covered.end());
  next.slots.clear();
  const std::vector<float>& texels = in.slots.texels;
  for (size_t at = 0; at + 12 <= std::min<size_t>(texels.size(), 12 * size_t{in.slots.asset_count}); at += 12)
    next.slots.insert(next.slots.end(), {texels[at], texels[at + 1], texels[at + 2], texels[at + 3], texels[at + 8]});
  if (next == read_) return false;
  std::swap(read_, next_read_);
  return true;
}

void LabelLayout::update(const LabelInput& in, double dt_s, FrameScene& frame) {
  rebuild(in);
  name_sun_edge(in, frame.sun_declination_deg);
  // A second look with the same eyes: what stands, stands.
  const bool other = differs(in);
  if (!other && still_ && !moving_ && !jump_ && frame.labels_version == written_version_) return;
  spots_.clear();
  options_.clear();
  boxes_.clear();
  taken_.assign(in.covered.begin(), in.covered.end());
  turns_.clear();
  sights_.clear();
  standing_.clear();
  drawn_.clear();
  for (Memory& memory : memory_) memory.met = false;
  for (Exit& exit : exits_) exit.memory.met = false;
  find_exits(in);
  find_spots(in);
  // Equal ranks in the order in which they were found.
  order_.clear();
  for (uint32_t i = 0; i < spots_.size(); ++i) order_.push_back(i);
  std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) {
    return spots_[a].rank != spots_[b].rank ? spots_[a].rank < spots_[b].rank : a < b;
  });
  for (const uint32_t i : order_) place(in, spots_[i]);

  std::swap(glyphs_before_, frame.glyphs);
  std::swap(dots_before_, frame.dots);
  frame.glyphs.clear();
  frame.dots.clear();
  moving_ = false;
  step_ = static_cast<float>(std::max(0.0, dt_s) / kFade_s);
  for (const uint32_t i : order_) {
    const Spot& spot = spots_[i];
    if (spot.exit) {
      Exit& exit = exits_[spot.candidate];
      fade(in, exit.label, exit.memory, &spot, exit.key, std::nullopt, frame);
    } else {
      fade(in, candidates_[spot.candidate], memory_[spot.candidate], &spot, spot.candidate, std::nullopt, frame);
    }
  }
  for (uint32_t i = 0; i < memory_.size(); ++i)
    if (!memory_[i].met) fade(in, candidates_[i], memory_[i], nullptr, i, std::nullopt, frame);
  for (Exit& exit : exits_)
    if (!exit.memory.met) fade(in, exit.label, exit.memory, nullptr, exit.key, exit.at_px, frame);
  exits_.erase(std::remove_if(exits_.begin(), exits_.end(),
                              [](const Exit& exit) { return !exit.memory.stands() && !(exit.memory.alpha > 0); }),
               exits_.end());
  jump_ = false;
  still_ = same_bytes(glyphs_before_, frame.glyphs) && same_bytes(dots_before_, frame.dots);
  if (!still_) ++frame.labels_version;
  written_version_ = frame.labels_version;
}

void LabelLayout::fade(const LabelInput& in, const LabelCandidate& label, Memory& memory, const Spot* spot,
                       uint32_t key, std::optional<glm::dvec2> exit_px, FrameScene& frame) {
  if (!spot) memory.chosen = -1;
  if (jump_ && memory.option != memory.chosen) memory.turns.clear();
  if (jump_) {
    memory.option = memory.chosen;
    memory.alpha = memory.stands() ? 1.0f : 0.0f;
  } else if (memory.stands() && (memory.option == memory.chosen || !(memory.alpha > 0))) {
    memory.option = memory.chosen;
    memory.alpha = std::min(1.0f, memory.alpha + step_);
  } else {
    memory.alpha = std::max(0.0f, memory.alpha - step_);
  }
  moving_ = moving_ || (memory.stands() ? memory.option != memory.chosen || memory.alpha < 1 : memory.alpha > 0);
  if (!(memory.alpha > 0)) {
    if (memory.stands()) drawn_.push_back({key, 0, memory.chosen, frame.glyphs.size(), 0, frame.dots.size(), 0});
    return;
  }

  // Where it stands, or where it stood last, carried along by the globe.
  Option option;
  std::optional<glm::dvec2> dot_px;
  const bool offered = spot && memory.option < static_cast<int>(spot->option_count);
  if (offered) option = options_[spot->first_option + static_cast<uint32_t>(memory.option)];
  if (label.curved) {
    if ((offered && option.made && option.possible) ||
        bend(in, label, static_cast<size_t>(memory.option), -2, option)) {
      const auto first = turns_.begin() + option.first_turn;
      memory.turns.assign(first, first + option.turn_count);
    } else {
      // It would stand on its head there: it stays where it was read last.
      option.first_turn = static_cast<uint32_t>(turns_.size());
      option.turn_count = static_cast<uint32_t>(memory.turns.size());
      turns_.insert(turns_.end(), memory.turns.begin(), memory.turns.end());
    }
  } else {
    const double top = label.slot != UINT32_MAX ? slot_top(in.slots, label.slot) : 0;
    const auto anchor_px = spot      ? std::optional(spot->anchor_px)
                           : exit_px ? exit_px
                                     : to_px(in.camera, label.direction * (1 + top));
    if (!anchor_px) return;
    if (offered && option.possible) {
      memory.from_anchor_px = option.top_left_px - *anchor_px;
      memory.has_leader = option.leader_to_px.has_value();
    } else {
      option = {};
      option.top_left_px = *anchor_px + memory.from_anchor_px;
      if (memory.has_leader) option.leader_to_px = *anchor_px;
    }
    if (label.has_dot) dot_px = *anchor_px;
  }
  const size_t first_glyph = frame.glyphs.size(), first_dot = frame.dots.size();
  emit(in, label, key >= kFirstExitKey, option, dot_px, memory.alpha, frame);
  drawn_.push_back({key, memory.alpha, memory.chosen, first_glyph, frame.glyphs.size() - first_glyph, first_dot,
                    frame.dots.size() - first_dot});
}

void LabelLayout::emit(const LabelInput& in, const LabelCandidate& label, bool exit, const Option& option,
                       std::optional<glm::dvec2> dot_px, float alpha, FrameScene& frame) const {
  RunColours colours = colours_of(label, exit, in.palette.paper);
  colours.text = faded(colours.text, alpha);
  colours.halo = faded(colours.halo, alpha);
  if (dot_px)
    frame.dots.push_back({static_cast<float>(dot_px->x), static_cast<float>(dot_px->y),
                          static_cast<float>(kDot_px * in.pixel_ratio), colours.text, colours.halo});
  const auto write = [&](const RunColours& with) {
    if (label.curved) {
      const GlyphRun& run = label.runs.front();
      for (uint32_t i = 0; i < option.turn_count; ++i) {
        const Turn& turn = turns_[option.first_turn + i];
        font_.append_turned(run, i, turn.middle_px, turn.direction, in.pixel_ratio, with, frame.glyphs);
      }
      return;
    }
    if (option.leader_to_px) {
      // From the edge of the name that is nearest to its anchor.
      const LabelBox box = label_box(option.top_left_px, label, in.pixel_ratio);
      const glm::dvec2 to = *option.leader_to_px;
      const glm::dvec2 from{std::clamp(to.x, box.x0, box.x1), std::clamp(to.y, box.y0, box.y1)};
      RunColours leader = with;
      leader.text = faded(with.text, kLeaderAlpha);
      leader.halo = faded(with.halo, kLeaderAlpha);
      append_leader(from, to, in.pixel_ratio, leader, frame.glyphs);
    }
    for (const GlyphRun& run : label.runs)
      font_.append(run, option.top_left_px + in.pixel_ratio * glm::dvec2{run.left_px, run.baseline_px}, in.pixel_ratio,
                   with, frame.glyphs);
  };
  // All halos of a name first: a letter's halo must not lie over the letter before it.
  if (colours.halo[3] > 0) {
    RunColours behind = colours;
    behind.text[3] = 0;
    write(behind);
  }
  colours.halo[3] = 0;
  write(colours);
}

}  // namespace atlas
