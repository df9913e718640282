#pragma once

// The words of the state string, each in one place for writing and reading.
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "state/state.h"

namespace atlas {

struct LayerWord {
  std::string_view word;
  bool LayerChoice::*shown;
};
inline constexpr std::array kLayerWords{LayerWord{"province", &LayerChoice::provinces},
                                        LayerWord{"field", &LayerChoice::fields},
                                        LayerWord{"deposit", &LayerChoice::deposits},
                                        LayerWord{"facility", &LayerChoice::facilities},
                                        LayerWord{"arcs", &LayerChoice::arcs},
                                        LayerWord{"limits", &LayerChoice::limits},
                                        LayerWord{"ice", &LayerChoice::ice},
                                        LayerWord{"sun", &LayerChoice::sun},
                                        LayerWord{"labels", &LayerChoice::labels}};

struct HoldWord {
  std::string_view word;
  bool HoldChoice::*counts;
};
inline constexpr std::array kHoldWords{HoldWord{"hinders", &HoldChoice::hinders},
                                       HoldWord{"restricts", &HoldChoice::restricts},
                                       HoldWord{"blocks", &HoldChoice::blocks}};

inline constexpr std::array<std::string_view, 2> kHeightWords{"volume", "total"};
inline constexpr std::array<std::string_view, 2> kLangWords{"en", "ru"};
inline constexpr std::array<std::string_view, 2> kThemeWords{"night", "paper"};
inline constexpr std::array<std::string_view, 3> kUiWords{"full", "embed", "min"};

/// Stands for an empty list.
inline constexpr std::string_view kNoneWord = "none";

/// Decimals that a link carries.
inline constexpr int kPlaceDecimals = 5, kDistanceDecimals = 3, kAngleDecimals = 2;

/// Groups of sanctions in the dataset, by name: the words of `iss`.
std::set<std::string> issuer_groups(const Dataset& dataset);

/// What would break the string's grammar becomes %XX.
std::string percent_encoded(std::string_view text);
/// A broken %XX stays as it is.
std::string percent_decoded(std::string_view text);

}  // namespace atlas
