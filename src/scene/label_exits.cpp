// Names of capitals where arcs of deals leave the free area, or at the capital if it can be seen.
#include <algorithm>

#include "scene/label_spot.h"

namespace atlas {
namespace {

constexpr double kSharedExit_px = 30;

std::string capital_name(const Dataset& dataset, LonLat at, Lang lang) {
  for (const Place& place : dataset.places)
    if (place.kind == "capital" && place.position == at) return place.name.in(lang);
  return {};
}

// The last point of the arc, from the asset on, that can be seen in the free area.
std::optional<glm::dvec2> exit_of(const Arc& arc, const LabelInput& in) {
  std::vector<Segment> segments;
  append_arc(segments, arc.from, arc.capital);
  std::optional<glm::dvec2> last;
  for (const Segment& s : segments) {
    const glm::dvec3 at{s.b.x, s.b.y, s.b.z};
    const auto px = over_horizon(at, in.camera.eye_in_world) ? to_px(in.camera, at) : std::nullopt;
    if (!px || !inside({px->x, px->y, px->x, px->y}, in.viewport.free, 4 * in.pixel_ratio)) break;
    last = px;
  }
  return last;
}

}  // namespace

void LabelLayout::find_exits(const LabelInput& in, std::vector<Spot>& spots) {
  exits_.clear();
  if (!in.snapshot || font_.empty()) return;
  if (!in.state.layers.arcs && std::holds_alternative<std::monostate>(in.state.selected)) return;
  struct Exit {
    glm::dvec2 px;
    std::vector<std::string> names;
  };
  std::vector<Exit> exits;
  for (const Arc& arc : arcs_of(in.dataset, in.state, *in.snapshot)) {
    const auto px = exit_of(arc, in);
    const std::string name = capital_name(in.dataset, arc.capital, in.state.lang);
    if (!px || name.empty()) continue;
    const auto near = std::find_if(exits.begin(), exits.end(), [&](const Exit& e) {
      return glm::distance(e.px, *px) < kSharedExit_px * in.pixel_ratio;
    });
    if (near == exits.end()) {
      exits.push_back({*px, {name}});
    } else if (std::find(near->names.begin(), near->names.end(), name) == near->names.end()) {
      near->names.push_back(name);
    }
  }
  for (const Exit& exit : exits) {
    std::string text;
    for (const std::string& name : exit.names) text += (text.empty() ? "" : ", ") + name;
    exits_.push_back(line_label(font_, text, 11));
    const LabelCandidate& label = exits_.back();
    Spot spot;
    spot.exit = true;
    spot.candidate = exits_.size() - 1;
    spot.rank = 200;
    // Beside the exit, pushed into the free area.
    const FreeArea_px& area = in.viewport.free;
    const double margin = 5 * in.pixel_ratio;
    const double width = label.width_px * in.pixel_ratio, height = label.height_px * in.pixel_ratio;
    for (const double dy : {-1.0, 0.2, -2.2, 1.4}) {
      Option option;
      option.top_left_px.x = std::clamp(exit.px.x - 0.5 * width, area.x + margin,
                                        std::max(area.x + margin, area.x + area.width - margin - width));
      option.top_left_px.y = std::clamp(exit.px.y + dy * height, area.y + margin,
                                        std::max(area.y + margin, area.y + area.height - margin - height));
      option.boxes.push_back(label_box(option.top_left_px, label, in.pixel_ratio));
      spot.options.push_back(std::move(option));
    }
    spots.push_back(std::move(spot));
  }
}

}  // namespace atlas
