#include "state/story.h"

#include <algorithm>

#include "data/check.h"
#include "state/link.h"

namespace atlas {

std::optional<StepPlace> find_step(const Dataset& dataset, const StoryPlace& place) {
  for (const Story& story : dataset.stories) {
    if (story.id != place.story) continue;
    for (size_t i = 0; i < story.steps.size(); ++i)
      if (story.steps[i].id == place.step) return StepPlace{&story, i};
  }
  return std::nullopt;
}

std::optional<StoryPlace> step_beside(const Dataset& dataset, const StoryPlace& place, int by) {
  const std::optional<StepPlace> here = find_step(dataset, place);
  if (!here) return std::nullopt;
  const std::ptrdiff_t index = static_cast<std::ptrdiff_t>(here->index) + by;
  if (index < 0 || index >= static_cast<std::ptrdiff_t>(here->story->steps.size())) return std::nullopt;
  return StoryPlace{here->story->id, here->story->steps[static_cast<size_t>(index)].id};
}

State at_step(const Dataset& dataset, const State& state, const StoryPlace& place) {
  const std::optional<StepPlace> here = find_step(dataset, place);
  if (!here) return state;
  State next = parse_plain_link(dataset, here->step().link).state;
  next.story = place;
  next.lang = state.lang;
  next.theme = state.theme;
  next.ui = state.ui;
  return next;
}

bool stands_at_step(const Dataset& dataset, const State& state) {
  return state.story && find_step(dataset, *state.story) &&
         canonical(state) == canonical(at_step(dataset, state, *state.story));
}

Faults check_story_links(const Dataset& dataset) {
  Faults faults;
  for (const Story& story : dataset.stories)
    for (const StoryStep& step : story.steps) {
      const ParsedLink link = parse_plain_link(dataset, step.link);
      for (const Faults* wrong : {&link.refused, &link.warnings})
        for (const Fault& fault : *wrong)
          faults.push_back({story.file, step.line, "steps.state", fault.column + ": " + fault.what, fault.value});
      const State usual = default_state(dataset), &state = link.state;
      if (state.story || state.lang != usual.lang || state.theme != usual.theme || state.ui != usual.ui)
        faults.push_back({story.file, step.line, "steps.state", "carries story, lang, theme or ui", step.link});
    }
  return faults;
}

Result<Dataset> check_whole(const DataFiles& files) {
  Result<Dataset> dataset = check(files);
  if (!dataset.ok()) return dataset;
  Faults faults = check_story_links(*dataset);
  if (!faults.empty()) return faults;
  return dataset;
}

}  // namespace atlas
