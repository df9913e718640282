#include "state/state.h"

namespace atlas {

State default_state(const Dataset& dataset) {
  State state;
  state.scenario = default_scenario(dataset);
  return state;
}

}  // namespace atlas
