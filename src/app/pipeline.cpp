#include "app/pipeline.h"

#include <algorithm>

#include "model/touch.h"
#include "scene/appearance.h"
#include "scene/lines.h"
#include "scene/loaded_columns.h"
#include "state/reduce.h"
#include "state/story.h"

namespace atlas {
namespace {

// What the curves read of a scenario: everything but its days.
Scenario without_days(Scenario scenario) {
  scenario.clocks = Together{Date{}};
  scenario.deals_range.reset();
  scenario.sanctions_range.reset();
  return scenario;
}

/// And nothing that is said names the day but the totals' heading.
bool only_days_differ(const State& a, const State& b) {
  if (!std::holds_alternative<std::monostate>(b.selected) || !b.scenario.overrides.empty()) return false;
  State moved = a;
  moved.scenario.clocks = b.scenario.clocks;
  return moved == b;
}

bool same_axis(const TimeAxis& a, const TimeAxis& b) { return a.zoom == b.zoom && a.pan == b.pan; }

}  // namespace

Pipeline::Pipeline(Dataset dataset, Words words, const Pack& pack)
    : dataset_(std::move(dataset)),
      words_(std::move(words)),
      reach_(make_reach(dataset_)),
      scales_(height_scales(dataset_)),
      scene_(build_static(dataset_, pack)) {}

void Pipeline::take_dataset(Dataset dataset) {
  dataset_ = std::move(dataset);
  shown_.reset();
}

void Pipeline::take_fine_relief(const Pack& fine) { add_fine(fine, scene_); }

void Pipeline::take_columns(HostColumns columns) {
  columns_ = std::move(columns);
  scene_.loaded = loaded_columns(columns_, scene_.loaded.version + 1);
}

void Pipeline::show_contact(const State& state) {
  std::vector<double> tops = shown_tops(dataset_, scales_, state);
  if (tops == contact_tops_) return;
  contact_tops_ = std::move(tops);
  update_contact(contact_tops_, scene_);
}

void Pipeline::show_story(const State& state) {
  const bool other_step = !shown_ || state.story != shown_->state.story || state.lang != shown_->state.lang;
  if (!state.story) {
    story_.reset();
  } else if (other_step) {
    const State view = at_step(dataset_, state, *state.story);
    const Snapshot snapshot = evaluate(dataset_, reach_, view.scenario);
    story_ = make_story_text(dataset_, words_, view, snapshot, evaluate(dataset_, reach_, baseline_of(view.scenario)));
  }
  if (story_) story_->at_step = stands_at_step(dataset_, state);
}

bool Pipeline::count(const State& state, bool other_curves) {
  const Scenario& scenario = state.scenario;
  if (other_curves) turning_days_ = turning_days(dataset_, reach_, scenario);
  // The baseline of a reader's switches turns on days of its own, so with them each day is counted.
  std::optional<std::pair<size_t, size_t>> between;
  if (!scenario.deals_range && !scenario.sanctions_range && scenario.overrides.empty()) {
    const auto place = [&](Lane lane) {
      const auto after =
          std::upper_bound(turning_days_.begin(), turning_days_.end(), clock(scenario.clocks, lane).days);
      return static_cast<size_t>(after - turning_days_.begin());
    };
    between = std::pair(place(Lane::deals), place(Lane::sanctions));
  }
  const bool stands = between && between == between_ && !other_curves;
  between_ = between;
  if (stands) return false;
  evaluate(dataset_, reach_, scenario, snapshot_);
  switched_ = !scenario.overrides.empty();
  if (switched_) evaluate(dataset_, reach_, baseline_of(scenario), baseline_);
  return true;
}

void Pipeline::show(const State& state, const Session& session, const TimeAxis& axis) {
  const bool first = !shown_.has_value();
  const bool scenario_differs = first || state.scenario != shown_->state.scenario;
  const bool camera_differs = first || state.camera != shown_->state.camera;
  if (!first) shown_->state.camera = state.camera;  // so that the rest can be compared as a whole
  const bool state_differs = first || state != shown_->state;
  const bool axis_differs = first || !same_axis(axis, shown_->axis);
  const bool hover_differs = first || session.hovered_asset != shown_->hovered;
  const bool other_lang = first || state.lang != shown_->state.lang;
  const bool other_curves =
      first || (scenario_differs && without_days(state.scenario) != without_days(shown_->state.scenario));
  const bool counted = scenario_differs && count(state, other_curves);
  // Between two days on which something begins or ends a step of the date changes the day's name and nothing else.
  const bool only_day_differs = state_differs && !first && !counted && only_days_differ(shown_->state, state);
  if (other_curves) {
    deals_curve_ = sweep(dataset_, reach_, state.scenario, Lane::deals, Layer::field);
    sanctions_curve_ = sweep(dataset_, reach_, state.scenario, Lane::sanctions, Layer::province);
  }
  if (other_lang || state.filters != shown_->state.filters)
    report_ = make_report(dataset_, words_, state, snapshot_, baseline());
  else if (only_day_differs)
    move_day(words_, state, report_);
  else if (state_differs)
    move_report(dataset_, words_, state, snapshot_, baseline(), report_);
  if (other_lang) readings_ = make_readings(dataset_, words_, state.lang);
  if (state_differs || camera_differs) show_story(state);
  if (other_lang || other_curves || axis_differs)
    lanes_ = make_lanes(dataset_, words_, state, snapshot_, deals_curve_, sanctions_curve_, axis);
  else if (state_differs)
    move_lanes(words_, state, snapshot_, lanes_);
  if ((state_differs && !only_day_differs) || hover_differs)
    write_slots(dataset_, scales_, state, snapshot_, &baseline(), session.hovered_asset, slots_);
  const bool blocks_differ = first || state.height != shown_->state.height || state.layers != shown_->state.layers ||
                             state.filters != shown_->state.filters;
  if (blocks_differ) show_contact(state);
  if (state_differs && !only_day_differs) {
    if (std::vector<Arc> arcs = arcs_of(dataset_, state, snapshot_); arcs != arcs_) {
      arcs_ = std::move(arcs);
      arc_lines_ = arc_batches(arcs_);
      ++arcs_version_;
    }
  }
  if (state_differs || axis_differs) ++said_version_;
  if (first) shown_.emplace();
  if (state_differs) shown_->state = state;
  shown_->axis = axis;
  shown_->hovered = session.hovered_asset;
}

}  // namespace atlas
