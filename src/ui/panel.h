#pragma once

// What every panel gets and gives: it draws words and numbers that are ready, and asks by actions. Its own memory
// (open popups, search text, hover) is Session.
#include "report/loaded_text.h"
#include "report/readings.h"
#include "report/report.h"
#include "scene/scene.h"
#include "state/action.h"
#include "state/session.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace atlas {

struct PanelInput {
  const Dataset& dataset;
  const Words& words;
  const State& state;
  const Snapshot& snapshot;
  const Report& report;
  const Readings& readings;
  const std::optional<StoryText>& story;
  const Lanes& lanes;
  const LoadedText& loaded;
  const Palette& palette;
  const Layout& layout;
  const Fonts& fonts;
  uint64_t said_version;  ///< grows when report, readings, story or lanes were made anew

  std::string word(std::string_view key) const { return words.get(key, state.lang); }
};

/// All panels for the layout's form, in one ImGui frame.
void draw_panels(const PanelInput& in, Session& session, Actions& ask);

}  // namespace atlas
