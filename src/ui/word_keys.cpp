// Keys of the words for holds and stages.
#include "ui/panels.h"

namespace atlas {

const char* hold_key(Hold hold) {
  switch (hold) {
    case Hold::hinders:
      return "ui.hold_hinders";
    case Hold::restricts:
      return "ui.hold_restricts";
    case Hold::blocks:
      return "ui.hold_blocks";
    case Hold::none:
      break;
  }
  return "ui.hold_none";
}

const char* stage_key(Stage stage) {
  switch (stage) {
    case Stage::ended:
      return "ui.stage_ended";
    case Stage::pledged:
      return "ui.stage_pledged";
    case Stage::signed_:
      return "ui.stage_signed";
    case Stage::suspended:
      return "ui.stage_suspended";
    case Stage::operating:
      return "ui.stage_operating";
    case Stage::none:
      break;
  }
  return "ui.stage_none";
}

const char* held_key(Hold hold) {
  switch (hold) {
    case Hold::hinders:
      return "ui.hindered";
    case Hold::restricts:
      return "ui.restricted";
    case Hold::blocks:
      return "ui.blocked";
    case Hold::none:
      break;
  }
  return "ui.free";
}

}  // namespace atlas
