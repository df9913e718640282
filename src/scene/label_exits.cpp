// Names of capitals where arcs of deals leave the free area or go behind the globe, or at the capital if it can be
// seen.
#include <algorithm>
#include <glm/geometric.hpp>

#include "scene/label_places.h"

namespace atlas {
namespace {

// Exits nearer than this share one name; those that share it part later.
constexpr double kSharedExit_px = 30, kStaysShared_px = 42;
constexpr size_t kMostNames = 3;

std::string capital_name(const Dataset& dataset, LonLat at, Lang lang) {
  for (const Place& place : dataset.places)
    if (place.kind == "capital" && place.position == at) return place.name.in(lang);
  return {};
}

}  // namespace

// One way for each bundle: that of its foremost arc.
void LabelLayout::read_arcs(const LabelInput& in) {
  if (arcs_version_ == in.arcs_version) return;
  arcs_version_ = in.arcs_version;
  arcs_.clear();
  if (!in.arcs) return;
  std::vector<const Arc*> foremost;
  for (const Arc& arc : *in.arcs) {
    const auto same =
        std::find_if(foremost.begin(), foremost.end(), [&](const Arc* other) { return other->bundle == arc.bundle; });
    if (same == foremost.end())
      foremost.push_back(&arc);
    else if (arc.stage > (*same)->stage)
      *same = &arc;
  }
  for (const Arc* arc : foremost) {
    std::string name = capital_name(in.dataset, arc->capital, in.state.lang);
    if (!name.empty()) arcs_.push_back({arc_points(*arc), std::move(name), arc->capital});
  }
}

bool LabelLayout::named_at_exit(LonLat capital) const {
  return std::find(capitals_named_.begin(), capitals_named_.end(), capital) != capitals_named_.end();
}

void LabelLayout::find_exits(const LabelInput& in) {
  read_arcs(in);
  capitals_named_.clear();
  exits_now_.clear();
  if (font_.empty()) return;
  const double ratio = in.pixel_ratio;
  for (size_t i = 0; i < arcs_.size(); ++i) {
    // The last point of the arc, from the asset on, that can be seen in the free area.
    const ArcWay& arc = arcs_[i];
    std::optional<glm::dvec2> last;
    size_t seen = 0;
    for (; seen < arc.points.size(); ++seen) {
      const glm::dvec3& at = arc.points[seen];
      const auto px = over_horizon(at, in.camera.eye_in_world) ? to_px(in.camera, at) : std::nullopt;
      if (!px || !inside({px->x, px->y, px->x, px->y}, in.viewport.free, 4 * ratio)) break;
      last = px;
    }
    if (!last) continue;
    if (seen == arc.points.size()) capitals_named_.push_back(arc.at);
    exits_now_.push_back({static_cast<uint32_t>(i), *last, UINT32_MAX});
  }

  // Groups: each exit joins the first one that is near and begins no group itself.
  const auto together_before = [&](const std::string& a, const std::string& b) {
    return std::any_of(exits_.begin(), exits_.end(), [&](const Exit& exit) {
      return exit.memory.stands() && exit.text.find(a) != std::string::npos && exit.text.find(b) != std::string::npos;
    });
  };
  for (size_t i = 0; i < exits_now_.size(); ++i) {
    ExitNow& own = exits_now_[i];
    for (size_t k = 0; k < i && own.group == UINT32_MAX; ++k) {
      const ExitNow& other = exits_now_[k];
      if (other.group != k) continue;
      const double distance_px = glm::distance(own.px, other.px) / ratio;
      if (distance_px < kSharedExit_px ||
          (distance_px < kStaysShared_px && together_before(arcs_[own.arc].capital, arcs_[other.arc].capital)))
        own.group = static_cast<uint32_t>(k);
    }
    if (own.group == UINT32_MAX) own.group = static_cast<uint32_t>(i);
  }

  const FreeArea_px& area = in.viewport.free;
  for (uint32_t group = 0; group < exits_now_.size(); ++group) {
    if (exits_now_[group].group != group) continue;
    exit_text_.clear();
    size_t names = 0, more = 0;
    for (const ExitNow& exit : exits_now_) {
      const std::string& name = arcs_[exit.arc].capital;
      if (exit.group != group || exit_text_.find(name) != std::string::npos) continue;
      if (names == kMostNames) {
        ++more;
        continue;
      }
      if (names++ > 0) exit_text_ += ", ";
      exit_text_ += name;
    }
    if (more > 0) exit_text_ += " +" + std::to_string(more);
    auto known = std::find_if(exits_.begin(), exits_.end(),
                              [&](const Exit& exit) { return !exit.memory.met && exit.text == exit_text_; });
    if (known == exits_.end()) {
      exits_.push_back({exit_text_, line_label(font_, exit_text_, 11), {}, {}, next_exit_key_++});
      known = exits_.end() - 1;
    }
    known->at_px = exits_now_[group].px;
    known->memory.met = true;

    Spot spot;
    spot.exit = true;
    spot.candidate = static_cast<uint32_t>(known - exits_.begin());
    spot.rank = 200;
    spot.anchor_px = known->at_px;
    spot.first_option = static_cast<uint32_t>(options_.size());
    // Beside the exit, pushed into the free area.
    const double margin = 9 * ratio;
    const double width = known->label.width_px * ratio, height = known->label.height_px * ratio;
    for (const double dy : {-1.0, 0.2, -2.2, 1.4}) {
      Option option;
      option.top_left_px.x = std::clamp(known->at_px.x - 0.5 * width, area.x + margin,
                                        std::max(area.x + margin, area.x + area.width - margin - width));
      option.top_left_px.y = std::clamp(known->at_px.y + dy * height, area.y + margin,
                                        std::max(area.y + margin, area.y + area.height - margin - height));
      option.first_box = static_cast<uint32_t>(boxes_.size());
      option.box_count = 1;
      boxes_.push_back(label_box(option.top_left_px, known->label, ratio));
      options_.push_back(option);
    }
    spot.option_count = static_cast<uint32_t>(options_.size()) - spot.first_option;
    spots_.push_back(spot);
  }
}

}  // namespace atlas
