#pragma once

// Answers of the page API as JSON text, and its few calls that take words: shared by nobody else, tested through the
// page.
#include <string>
#include <string_view>

#include "app/atlas.h"

namespace atlas {

/// {"applied": true|false, "refused": [{"where": key, "what": text}]}: applied = at least something was taken.
std::string answer_json(const ParsedLink& parsed);
/// The same for what was refused as a whole; nothing refused is applied.
std::string answer_json(const Faults& refused);
/// `lane`: "", "deals" or "sanctions"; empty moves both (as the clocks stand).
std::string set_date(Atlas& atlas, std::string_view day, std::string_view lane);
/// Id of an asset or event; empty clears.
std::string select(Atlas& atlas, std::string_view id);
/// `to`: "as_recorded", "on", "off".
std::string set_event(Atlas& atlas, std::string_view id, std::string_view to);
/// A step as NAME/STEP, the camera flies there; nothing closes the story.
std::string set_story(Atlas& atlas, std::string_view place);
/// "report", "totals", "assets", "events".
std::string json_of(const Atlas& atlas, std::string_view what);
std::string stats_json(const Counters& counters, uint64_t frames);
std::string requests_json(const std::vector<HostRequest>& requests);

}  // namespace atlas
