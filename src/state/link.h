#pragma once

// State <-> "#v=1&c=...&t=...": only differences from the default, keys in canonical order (DESIGN section 6).
// Law: parse(write(s)) == canonical(s), and write(parse(text)) is canonical text.
#include <string>
#include <string_view>

#include "base/result.h"
#include "state/state.h"

namespace atlas {

std::string write_link(const Dataset& dataset, const State& state);

struct ParsedLink {
  State state;
  Faults refused;   ///< bad values, by key; the rest is applied
  Faults warnings;  ///< unknown keys (one warning for all), `t` beside `td`/`ts`
};
/// `text` with or without the leading '#'. Keys that are missing stand at their default (not at some earlier state). A
/// link that names a story's step and nothing else but language, theme and interface shows that step.
ParsedLink parse_link(const Dataset& dataset, std::string_view text);
/// The same without following the name of a step.
ParsedLink parse_plain_link(const Dataset& dataset, std::string_view text);

/// Camera rounded to the decimals that a link carries: latitude, longitude 5, distance 3, angles 2.
State canonical(const State& state);

}  // namespace atlas
