#include "scene/labels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "scene/label_spot.h"

namespace atlas {
namespace {

constexpr double kFade_s = 0.12;
constexpr double kEdgeMargin_px = 3;
constexpr double kNewcomerAir_px = 4;
constexpr double kDot_px = 1.9;

std::array<uint8_t, 4> rgb(uint32_t code, double alpha = 1) {
  return {static_cast<uint8_t>(code >> 16), static_cast<uint8_t>(code >> 8), static_cast<uint8_t>(code),
          static_cast<uint8_t>(std::lround(255 * alpha))};
}

RunColours colours_of(const LabelCandidate& label, bool exit, bool paper) {
  const auto halo = rgb(paper ? 0xffffff : 0x06101a, 0.78);
  const auto bright = rgb(paper ? 0x15212b : 0xeef4f8);
  if (exit) return {rgb(paper ? 0x6a5600 : 0xffe08a), halo};
  switch (label.role) {
    case LabelRole::province:
    case LabelRole::field:
    case LabelRole::deposit:
      return {bright, halo};
    case LabelRole::facility:
    case LabelRole::town:
    case LabelRole::pole:
      return {rgb(paper ? 0x4a5863 : 0xa9b7c2), halo};
    case LabelRole::ocean:
    case LabelRole::sea:
    case LabelRole::strait:
    case LabelRole::circle:
      return {rgb(paper ? 0x2f6288 : 0xa9d3e6, 0.8), rgb(paper ? 0xffffff : 0x06101a, 0.30)};
    case LabelRole::land:
    case LabelRole::island:
      if (label.on_ice) return {rgb(0x0b1119, 0.62), rgb(0, 0)};
      return {rgb(paper ? 0x15212b : 0xa9b7c2, 0.62), rgb(paper ? 0xffffff : 0x06101a, 0.40)};
  }
  return {bright, halo};
}

std::array<uint8_t, 4> faded(std::array<uint8_t, 4> colour, float alpha) {
  colour[3] = static_cast<uint8_t>(std::lround(colour[3] * std::clamp(alpha, 0.0f, 1.0f)));
  return colour;
}

template <class T>
bool same_bytes(const std::vector<T>& a, const std::vector<T>& b) {
  static_assert(std::is_trivially_copyable_v<T>);
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0);
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
  for (LabelCandidate& label : candidates_)
    if (label.role == LabelRole::land || label.role == LabelRole::island)
      label.on_ice = on_ice_sheet(in.scene.ice, label.position);
  memory_.assign(candidates_.size(), {});
  jump_ = true;
}

void LabelLayout::update(const LabelInput& in, double dt_s, FrameScene& frame) {
  rebuild(in);
  std::vector<Spot> spots;
  find_spots(in, spots);
  find_exits(in, spots);
  std::stable_sort(spots.begin(), spots.end(), [](const Spot& a, const Spot& b) { return a.rank < b.rank; });

  std::vector<GlyphQuad> glyphs;
  std::vector<DotQuad> dots;
  std::swap(glyphs, frame.glyphs);
  std::swap(dots, frame.dots);
  std::vector<LabelBox> taken;
  std::vector<bool> seen(candidates_.size(), false);
  standing_.clear();
  moving_ = false;
  const auto step = static_cast<float>(jump_ ? 1.0 : std::max(0.0, dt_s) / kFade_s);

  const auto fits = [&](const Option& option, double air_px) {
    for (const LabelBox& box : option.boxes) {
      if (!inside(box, in.viewport.free, kEdgeMargin_px * in.pixel_ratio)) return false;
      const LabelBox wide{box.x0 - air_px, box.y0 - air_px, box.x1 + air_px, box.y1 + air_px};
      for (const LabelBox& other : taken)
        if (wide.overlaps(other)) return false;
    }
    return true;
  };

  for (Spot& spot : spots) {
    Memory for_exit{1, 0, true};
    Memory& memory = spot.exit ? for_exit : memory_[spot.candidate];
    const LabelCandidate& label = spot.exit ? exits_[spot.candidate] : candidates_[spot.candidate];
    const double air_px = memory.shown ? 0.5 : kNewcomerAir_px * in.pixel_ratio;
    const int count = label.role == LabelRole::circle ? 1
                      : label.curved                  ? static_cast<int>(std::size(kCurveShifts))
                                                      : static_cast<int>(spot.options.size());
    if (label.curved) spot.options.resize(static_cast<size_t>(count));
    const auto stands_at = [&](int i) {
      Option& option = spot.options[static_cast<size_t>(i)];
      if (label.curved && option.turns.empty() && !curve(in, label, kCurveShifts[i], option)) return false;
      return fits(option, air_px) && !hidden(in, option);
    };
    int chosen = -1;
    if (memory.shown && memory.option < count && stands_at(memory.option)) chosen = memory.option;
    for (int i = 0; i < count && chosen < 0; ++i)
      if (stands_at(i)) chosen = i;
    if (chosen >= 0) {
      const Option& option = spot.options[static_cast<size_t>(chosen)];
      taken.insert(taken.end(), option.boxes.begin(), option.boxes.end());
      standing_.push_back({label.role, label.slot, option.boxes});
      memory.option = chosen;
    }
    memory.shown = chosen >= 0;
    memory.alpha = std::clamp(memory.alpha + (memory.shown ? step : -step), 0.0f, 1.0f);
    if (!spot.exit) seen[spot.candidate] = true;
    if (memory.alpha != (memory.shown ? 1.0f : 0.0f)) moving_ = true;
    if (memory.alpha > 0 && memory.option < count) emit(in, label, spot, memory.option, memory.alpha, frame);
  }
  // What went behind the horizon or a wall is gone at once: there is no place left to fade at.
  for (size_t i = 0; i < memory_.size(); ++i)
    if (!seen[i]) memory_[i] = {};
  jump_ = false;
  if (!same_bytes(glyphs, frame.glyphs) || !same_bytes(dots, frame.dots)) ++frame.labels_version;
}

void LabelLayout::emit(const LabelInput& in, const LabelCandidate& label, const Spot& spot, int option_number,
                       float alpha, FrameScene& frame) const {
  const Option& option = spot.options[static_cast<size_t>(option_number)];
  RunColours colours = colours_of(label, spot.exit, in.palette.paper);
  colours.text = faded(colours.text, alpha);
  colours.halo = faded(colours.halo, alpha);
  if (spot.dot_px)
    frame.dots.push_back({static_cast<float>(spot.dot_px->x), static_cast<float>(spot.dot_px->y),
                          static_cast<float>(kDot_px * in.pixel_ratio), colours.text, colours.halo});
  const auto write = [&](const RunColours& with) {
    if (label.curved) {
      const GlyphRun& run = label.runs.front();
      for (size_t i = 0; i < option.turns.size(); ++i)
        font_.append_turned(run, i, option.turns[i].middle_px, option.turns[i].direction, in.pixel_ratio, with,
                            frame.glyphs);
      return;
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
