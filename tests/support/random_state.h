#pragma once

// Any state that a link may have to carry, from a seed.
#include "state/state.h"
#include "support/random_dataset.h"

namespace atlas::support {

inline State random_state(const Dataset& data, uint32_t seed) {
  Random random(seed * 15485863 + 11);
  State state = default_state(data);
  state.scenario = random_scenario(data, seed);
  if (random.chance(60)) {
    state.camera.lat_deg = 180 * random.share() - 90 + 1e-7 * static_cast<double>(random.below(1000));
    state.camera.lon_deg = 360 * random.share() - 180 + 1e-7 * static_cast<double>(random.below(1000));
    state.camera.distance_km = 60 + 39940 * random.share() * random.share() * random.share();
    state.camera.bearing_deg = 360 * random.share() - 180 - 1e-4;
    state.camera.tilt_deg = 75 * random.share() + 1e-3;
  }
  if (random.chance(40))
    state.layers = {random.chance(50), random.chance(50), random.chance(50), random.chance(50),
                    random.chance(50), random.chance(50), random.chance(50), random.chance(50)};
  if (random.chance(30)) state.filters.countries = {random.chance(50) ? "RUS" : "USA"};
  if (random.chance(30)) state.filters.commodities = {"gold", random.chance(50) ? "oil" : "gas"};
  if (random.chance(30)) state.filters.statuses = {"producing"};
  state.filters.verified_only = random.chance(20);
  if (random.chance(30)) state.selected = AssetIx(random.below(data.assets.size()));
  if (random.chance(20)) state.selected = EventIx(random.below(data.events.size()));
  if (random.chance(20) && !data.stories.empty()) {
    const Story& story = data.stories[random.below(data.stories.size())];
    state.story = StoryPlace{story.id, story.steps[random.below(story.steps.size())].id};
  }
  state.height = random.chance(30) ? HeightMode::total : HeightMode::volume;
  state.lang = random.chance(30) ? Lang::ru : Lang::en;
  state.theme = random.chance(30) ? Theme::paper : Theme::night;
  state.ui = static_cast<UiMode>(random.below(3));
  return state;
}

}  // namespace atlas::support
