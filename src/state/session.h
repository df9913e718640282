#pragma once

// What no link carries: hover, playing, open popups, messages. Lives as long as the window.
#include <optional>
#include <string>
#include <vector>

#include "state/state.h"

namespace atlas {

struct Message {
  std::string text;
  bool is_fault = false;
  bool operator==(const Message&) const = default;
};

struct Session {
  std::optional<AssetIx> hovered_asset;
  std::optional<size_t> hovered_loaded;  ///< place of a loaded column
  bool loaded_shown = true;              ///< columns that the host handed in
  std::optional<EventIx> hovered_event;
  double pointer_x_px = -1, pointer_y_px = -1;
  std::optional<Lane> playing;
  Lane last_lane = Lane::sanctions;  ///< the lane that was touched last: keys move its day
  double years_per_s = 1;
  bool layers_open = false;  ///< the layers panel, when the window is too narrow for it to stand always
  bool reader_open = false;  ///< stories, claims, series, at the left
  int reader_tab = 0;        ///< 0 stories, 1 claims, 2 series, 3 in force
  std::optional<ClaimIx> open_claim;
  bool about_open = false;
  bool keys_open = false;
  bool search_open = false;
  std::string search;
  int phone_tab = 0;      ///< 0 timeline, 1 inspector, 2 layers, 3 reader
  bool sheet_up = false;  ///< phone: the bottom sheet stands high
  double lane_zoom = 1;   ///< timeline: visible years = all / zoom
  double lane_pan = 0;    ///< 0..1 of what is hidden
  bool reduced_motion = false;
  std::vector<Message> messages;
  bool operator==(const Session&) const = default;
};

}  // namespace atlas
