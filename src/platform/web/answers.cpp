#include "platform/web/answers.h"

#include <nlohmann/json.hpp>

#include "report/tables_out.h"
#include "state/story.h"

namespace atlas {
namespace {

using json = nlohmann::ordered_json;

std::string answer(const Faults& refused, bool applied) {
  json out{{"applied", applied}, {"refused", json::array()}};
  for (const Fault& fault : refused)
    out["refused"].push_back(
        {{"where", fault.column}, {"what", fault.value.empty() ? fault.what : fault.what + " (" + fault.value + ")"}});
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string refuse(std::string_view where, std::string what, std::string_view value) {
  return answer({Fault{"", 0, std::string(where), std::move(what), std::string(value)}}, false);
}

}  // namespace

std::string answer_json(const ParsedLink& parsed) { return answer(parsed.refused, parsed.refused.empty()); }

std::string answer_json(const Faults& refused) { return answer(refused, refused.empty()); }

std::string set_date(Atlas& atlas, std::string_view day, std::string_view lane) {
  const std::optional<Date> date = Date::parse(day);
  if (!date) return refuse("date", "is no day as YYYY-MM-DD", day);
  if (lane == "deals" || lane == "sanctions") {
    const Lane moved = lane == "deals" ? Lane::deals : Lane::sanctions;
    const Clocks& clocks = atlas.state().scenario.clocks;
    const Lane other = moved == Lane::deals ? Lane::sanctions : Lane::deals;
    // A lane named by the host moves alone: the clocks come apart unless they agree.
    const Date still = clock(clocks, other);
    if (still == *date)
      atlas.act(SetClocks{Together{*date}});
    else
      atlas.act(SetClocks{moved == Lane::deals ? Apart{*date, still} : Apart{still, *date}});
  } else if (lane.empty()) {
    atlas.act(SetClocks{Together{*date}});
  } else {
    return refuse("lane", "is neither deals nor sanctions", lane);
  }
  return answer({}, true);
}

std::string select(Atlas& atlas, std::string_view id) {
  const Dataset& dataset = atlas.pipeline().dataset();
  if (id.empty()) {
    atlas.act(Select{std::monostate{}});
  } else if (const std::optional<AssetIx> asset = dataset.find_asset(id)) {
    atlas.act(Select{*asset});
  } else if (const std::optional<EventIx> event = dataset.find_event(id)) {
    atlas.act(Select{*event});
  } else {
    return refuse("sel", "is no id of an asset or event", id);
  }
  return answer({}, true);
}

std::string set_story(Atlas& atlas, std::string_view place) {
  if (place.empty()) {
    atlas.act(SetStory{});
    return answer({}, true);
  }
  const size_t slash = std::min(place.find('/'), place.size());
  const StoryPlace wanted{std::string(place.substr(0, slash)),
                          std::string(place.substr(std::min(slash + 1, place.size())))};
  if (!find_step(atlas.pipeline().dataset(), wanted)) return refuse("story", "is no step of a story", place);
  atlas.ask(GoToStep{wanted});
  return answer({}, true);
}

std::string set_event(Atlas& atlas, std::string_view id, std::string_view to) {
  const std::optional<EventIx> event = atlas.pipeline().dataset().find_event(id);
  if (!event) return refuse("event", "is no id of a deal or sanction", id);
  if (to != "as_recorded" && to != "on" && to != "off") return refuse("to", "is not as_recorded, on or off", to);
  atlas.act(SetEvent{*event, to == "on" ? Override::on : to == "off" ? Override::off : Override::as_recorded});
  return answer({}, true);
}

std::string json_of(const Atlas& atlas, std::string_view what) {
  const Pipeline& pipeline = atlas.pipeline();
  const Told told{pipeline.dataset(), pipeline.words(), atlas.state(), pipeline.snapshot()};
  if (what == "totals") {
    if (atlas.state().scenario.overrides.empty()) return totals_json(told, nullptr);
    State baseline = atlas.state();
    baseline.scenario = baseline_of(baseline.scenario);
    const Told against{pipeline.dataset(), pipeline.words(), baseline, pipeline.baseline()};
    return totals_json(told, &against);
  }
  if (what == "assets") return assets_json(told);
  if (what == "events") return events_json(told);
  if (what == "readings") return readings_json(told, pipeline.readings());
  return report_json(told, pipeline.report(), pipeline.story() ? &*pipeline.story() : nullptr);
}

std::string stats_json(const Counters& counters, uint64_t frames) {
  return json{{"frames", frames},
              {"draw_calls", counters.draw_calls},
              {"triangles", counters.triangles},
              {"gpu_bytes", counters.gpu_bytes},
              {"uploaded_bytes_last_frame", counters.uploaded_bytes_last_frame}}
      .dump();
}

std::string requests_json(const std::vector<HostRequest>& requests) {
  json out = json::array();
  for (const HostRequest& request : requests) {
    static constexpr const char* kKinds[] = {"copy_text", "open_url", "toggle_text_view", "save_picture",
                                             "loaded_column"};
    out.push_back({{"kind", kKinds[static_cast<int>(request.kind)]}, {"text", request.text}});
  }
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace atlas
