#pragma once

// The report as JSON, CSV, GeoJSON and plain lines: what the command line prints and the page API returns. JSON amounts
// are {"low":n,"best":n|null,"high":n} in the units of their keys; numbers carry at most six decimals.
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "report/readings.h"
#include "report/report.h"

namespace atlas {

/// What is being told of.
struct Told {
  const Dataset& dataset;
  const Words& words;
  const State& state;
  const Snapshot& snapshot;
};

/// {"state","dataset","layers","sanctions","deals"} and, beside another state, "difference" (from `against` to `told`).
std::string totals_json(const Told& told, const Told* against);
/// Array of the assets that the filters leave.
std::string assets_json(const Told& told);
/// Array of all deals and sanctions with what stands on the day.
std::string events_json(const Told& told);
/// Everything that can be said: words, rows and sources; `totals` and `assets` are the two above.
/// `story`: the open step, or none.
std::string report_json(const Told& told, const Report& report, const StoryText* story);
/// What no day changes: {"stories","claims","series"}, in the state's language.
std::string readings_json(const Told& told, const Readings& readings);

/// An asset or an event by id. Fault: unknown id.
Result<std::string> explain_json(const Told& told, std::string_view id);
Result<std::string> explain_plain(const Told& told, std::string_view id);

/// Kinds: provinces fields deposits facilities deals sanctions milestones claims series steps sources. Fault: another
/// word.
Result<std::string> list_json(const Told& told, std::string_view kind);
Result<std::string> list_plain(const Told& told, std::string_view kind);

/// Sentences and a small table.
std::string totals_plain(const Told& told, const Told* against);

/// One row for each asset that the filters leave: place, amounts, hold, stage, held back low, best, high.
std::string assets_csv(const Told& told);
/// The same as points; a province stands at its label.
std::string assets_geojson(const Told& told);

}  // namespace atlas
