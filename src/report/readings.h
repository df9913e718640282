#pragma once

// What there is to read beside the globe, in one language and independent of the day: the list of stories, the claims
// of the article, the yearly series.
#include <string>
#include <vector>

#include "report/report.h"

namespace atlas {

/// A statement and what a check found.
struct ClaimText {
  ClaimIx claim;
  std::string said;         ///< paraphrase
  std::string speaker;      ///< "Izvestia (own text)"
  std::string figure;       ///< "4 years"; empty if it names none
  std::string check;        ///< what the check found, as short
  std::string verdict_key;  ///< supported, needs-context, contradicted, unverifiable
  std::string verdict;      ///< its word
  std::string reasoning;
  SourceLine source;
  bool verified = false;
  std::vector<AssetIx> assets;  ///< where it can be seen
  std::optional<LonLat> position;
};

struct SeriesText {
  SeriesIx series;
  std::string name, unit;
  std::string first_year, last_year;  ///< of the axis
  std::string last_value;             ///< "37.9 Mt in 2024"
  double low = 0, high = 0;           ///< of the axis: zero or less to a round number
  std::vector<std::string> ticks;     ///< their values as text, evenly spaced from low to high
  std::vector<std::string> values;    ///< "2024: 37.9 Mt; part of the year", by point
  std::vector<SourceLine> sources;    ///< of its points, each once
  bool verified = true;               ///< all of its points
  std::string group;  ///< of short series that compare: "Rare-earth reserves (USGS), t REO"; empty if none
  std::string label;  ///< name of a short series within its group; empty for those with a course
};

struct StoryLine {
  std::string id, title, summary, steps;  ///< "12 steps"
  StoryPlace first;
};

struct Readings {
  std::vector<StoryLine> stories;
  std::vector<ClaimText> claims;
  std::vector<SeriesText> series;
};

Readings make_readings(const Dataset& dataset, const Words& words, Lang lang);
ClaimText claim_text(const Dataset& dataset, const Words& words, Lang lang, ClaimIx claim);

/// The open step, its figures filled in from the step's own state.
struct StoryText {
  StoryPlace place;
  std::string story_title, chapter, title, text;
  std::string count;        ///< "Step 3 of 12"
  int step = 0, steps = 1;  ///< index of this one, how many
  bool at_step = true;      ///< the globe shows what the step wants
  std::vector<ClaimText> claims;
  SourceLine source;
  std::optional<StoryPlace> next, back;
};

/// `view` is the state at the step, with its snapshots. Names in braces: {date} {all} {provinces} {held_back}
/// {held_back_range} {held_back_oil} {held_back_gas} {free} {fields_all} {fields_held_back} {fields_under_deal}
/// {difference} {amount} {held_here}; another name stays as it is.
StoryText make_story_text(const Dataset& dataset, const Words& words, const State& view, const Snapshot& snapshot,
                          const Snapshot& baseline);
/// Names in braces that no story_text knows, with the step's file and line.
Faults check_story_figures(const Dataset& dataset);

}  // namespace atlas
