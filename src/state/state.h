#pragma once

// A reader's wish: all that a link carries, one comparable value. Everything on the screen follows from the Dataset and
// this. What no link carries (hover, motion, open popups, messages) is Session.
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "geo/camera.h"
#include "model/scenario.h"

namespace atlas {

/// What is drawn, by layer switch; link words in brackets.
struct LayerChoice {
  bool provinces = true;   ///< province
  bool fields = true;      ///< field
  bool deposits = true;    ///< deposit
  bool facilities = true;  ///< facility: plants, ports, pipelines, sea routes
  bool arcs = false;       ///< arcs: of all deals, not only of the selection
  bool limits = false;     ///< limits: computed 200-mile lines, boundaries
  bool ice = false;        ///< ice: median sea-ice edges
  bool sun = false;        ///< sun: daylight of each place at its noon, polar night and day
  bool labels = true;      ///< labels
  bool operator==(const LayerChoice&) const = default;
};

/// Filters hide assets from picture and lists; they never change totals of the layer silently: the report says so.
struct Filters {
  std::set<std::string> countries;    ///< ISO3; empty = all
  std::set<std::string> commodities;  ///< "oil", "gas", "rare-earths" ...; empty = all
  std::set<std::string> statuses;     ///< empty = all
  bool verified_only = false;
  bool operator==(const Filters&) const = default;
};

enum class HeightMode : uint8_t { volume, total };
enum class Theme : uint8_t { night, paper };
enum class UiMode : uint8_t { full, embed, min };

struct StoryPlace {
  std::string story, step;  ///< names, not numbers
  bool operator==(const StoryPlace&) const = default;
};

using Selection = std::variant<std::monostate, AssetIx, EventIx>;

struct State {
  Scenario scenario;
  CameraPose camera;
  LayerChoice layers;
  Filters filters;
  Selection selected;
  HeightMode height = HeightMode::volume;
  std::optional<StoryPlace> story;
  Lang lang = Lang::en;
  Theme theme = Theme::night;
  UiMode ui = UiMode::full;
  bool operator==(const State&) const = default;
};

State default_state(const Dataset& dataset);

}  // namespace atlas
