#pragma once

// Everything that can change State, as nouns of intent; and Requests, which ask the host for an effect.
#include <string>
#include <variant>
#include <vector>

#include "state/state.h"

namespace atlas {

struct SetDate {
  Lane lane;
  Date date;
};  ///< a drag or key: clamped to the axis; moves both lanes when together
struct SetClocks {
  Clocks clocks;
};  ///< a link's or a button's dates, taken as given
struct LinkClocks {
  bool together;
};  ///< together: both go to the sanctions' day
struct SetRange {
  Lane lane;
  std::optional<DateRange> range;
};
struct SetEvent {
  EventIx event;
  Override to;
};
struct ClearOverrides {};
struct Select {
  Selection what;
};
struct MoveCamera {
  CameraPose pose;
};
struct SetLayers {
  LayerChoice layers;
};
struct SetFilters {
  Filters filters;
};
struct SetHolds {
  HoldChoice holds;
};
struct SetIssuer {
  std::string group;
  bool counts;
};
struct SetHeight {
  HeightMode mode;
};
struct SetLang {
  Lang lang;
};
struct SetTheme {
  Theme theme;
};
struct SetUi {
  UiMode mode;
};
struct SetStory {
  std::optional<StoryPlace> place;
};  ///< goes to the step's view; none closes the story and leaves the view
struct SetState {
  State state;
};  ///< a whole link
using Action =
    std::variant<SetDate, SetClocks, LinkClocks, SetRange, SetEvent, ClearOverrides, Select, MoveCamera, SetLayers,
                 SetFilters, SetHolds, SetIssuer, SetHeight, SetLang, SetTheme, SetUi, SetStory, SetState>;

/// Effects outside State, done by the app after the frame.
struct CopyLink {};
struct OpenUrl {
  std::string url;
};
struct FlyTo {
  CameraPose pose;
};
struct FlyToSelection {};
struct GoToStep {
  StoryPlace place;
};  ///< a story's step, the camera flies there
struct Play {
  Lane lane;
  bool on;
};
struct SetSpeed {
  double years_per_s;
};
struct NorthUp {};
struct ResetView {};
struct ToggleTextView {};
struct Dismiss {};  ///< closes the topmost popup or message
struct SavePicture {};
using Request = std::variant<CopyLink, OpenUrl, FlyTo, FlyToSelection, GoToStep, Play, SetSpeed, NorthUp, ResetView,
                             ToggleTextView, Dismiss, SavePicture>;

/// What panels, keys and pointers hand over in one frame.
struct Actions {
  std::vector<Action> actions;
  std::vector<Request> requests;
  // Made in place: moving a variant out of a parameter trips g++ 12's maybe-uninitialized.
  template <class T>
  void push(T action) {
    actions.emplace_back(std::in_place_type<T>, std::move(action));
  }
  template <class T>
  void ask(T request) {
    requests.emplace_back(std::in_place_type<T>, std::move(request));
  }
  void push(Action action) { actions.push_back(std::move(action)); }
  void ask(Request request) { requests.push_back(std::move(request)); }
};

}  // namespace atlas
