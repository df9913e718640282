#pragma once

// Keys by their code (KeyboardEvent.code: the place on the board, whatever the layout) to what they ask for.
#include <string_view>
#include <vector>

#include "state/action.h"
#include "state/session.h"

namespace atlas {

struct KeyPress {
  std::string_view code;  ///< "KeyN", "Space", "ArrowLeft"
  bool shift = false;
  bool ctrl = false, alt = false, meta = false;  ///< with any of these the key is the host's, not ours
};

/// Asks what the key means. False if the atlas doesn't know it, then nothing was asked.
bool press_key(const Dataset& dataset, const State& state, const Session& session, const KeyPress& key, Actions& ask);

/// A line of the list that "?" shows.
struct KeyHelp {
  std::string_view keys;  ///< as written on them: "Shift ←"
  std::string_view word;  ///< key in words.csv
};
const std::vector<KeyHelp>& key_help();

}  // namespace atlas
