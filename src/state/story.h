#pragma once

// A story is a list of steps, each a state with words. While a story is open State names the step; moving on or about
// from there leaves the name, so that the reader finds back.
#include <optional>

#include "base/result.h"
#include "data/load.h"
#include "state/state.h"

namespace atlas {

/// A step of the dataset's stories, by place. Never null inside.
struct StepPlace {
  const Story* story = nullptr;
  size_t index = 0;
  const StoryStep& step() const { return story->steps[index]; }
};
std::optional<StepPlace> find_step(const Dataset& dataset, const StoryPlace& place);

/// The step `by` further on (negative: back) within its story; nothing beyond its ends.
std::optional<StoryPlace> step_beside(const Dataset& dataset, const StoryPlace& place, int by);

/// `state` as the step wants it; language, theme and interface stay. As it was if there is no such step.
State at_step(const Dataset& dataset, const State& state, const StoryPlace& place);
/// Does the state show its story's step as it was written?
bool stands_at_step(const Dataset& dataset, const State& state);

/// What is wrong in the links of the steps: file, line of the step, "steps.state: key: why (value)".
Faults check_story_links(const Dataset& dataset);

/// check() (data/check.h), and the links of the stories.
Result<Dataset> check_whole(const DataFiles& files);

}  // namespace atlas
