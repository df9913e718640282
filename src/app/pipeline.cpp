#include "app/pipeline.h"

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

State without_camera(State state) {
  state.camera = CameraPose{};
  return state;
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

void Pipeline::show(const State& state, const Session& session, const TimeAxis& axis) {
  const bool first = !shown_.has_value();
  const bool scenario_differs = first || state.scenario != shown_->state.scenario;
  const bool state_differs = first || without_camera(state) != without_camera(shown_->state);
  if (scenario_differs) {
    evaluate(dataset_, reach_, state.scenario, snapshot_);
    if (state.scenario.overrides.empty())
      baseline_ = snapshot_;
    else
      evaluate(dataset_, reach_, baseline_of(state.scenario), baseline_);
  }
  if (first || without_days(state.scenario) != without_days(shown_->state.scenario)) {
    deals_curve_ = sweep(dataset_, reach_, state.scenario, Lane::deals, Layer::field);
    sanctions_curve_ = sweep(dataset_, reach_, state.scenario, Lane::sanctions, Layer::province);
  }
  if (state_differs) report_ = make_report(dataset_, words_, state, snapshot_, baseline_);
  if (first || state.lang != shown_->state.lang) readings_ = make_readings(dataset_, words_, state.lang);
  if (first || state != shown_->state) show_story(state);
  if (state_differs || !same_axis(axis, shown_->axis))
    lanes_ = make_lanes(dataset_, words_, state, snapshot_, deals_curve_, sanctions_curve_, axis);
  if (state_differs || session.hovered_asset != shown_->hovered)
    write_slots(dataset_, scales_, state, snapshot_, &baseline_, session.hovered_asset, slots_);
  const bool blocks_differ = first || state.height != shown_->state.height || state.layers != shown_->state.layers ||
                             state.filters != shown_->state.filters;
  if (blocks_differ) show_contact(state);
  if (state_differs) {
    if (std::vector<Arc> arcs = arcs_of(dataset_, state, snapshot_); arcs != arcs_) {
      arcs_ = std::move(arcs);
      arc_lines_ = arc_batches(arcs_);
      ++arcs_version_;
    }
  }
  shown_ = Shown{state, axis, session.hovered_asset};
}

}  // namespace atlas
