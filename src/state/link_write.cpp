#include <algorithm>

#include "base/text.h"
#include "base/variant.h"
#include "state/link.h"
#include "state/link_words.h"

namespace atlas {
namespace {

double rounded(double value, int decimals) { return parse_number(fixed(value, decimals)).value_or(0); }
/// 180 and -180 are one angle; the smaller is written.
double rounded_turn(double value_deg, int decimals) {
  const double turn_deg = rounded(value_deg, decimals);
  return turn_deg >= 180 ? turn_deg - 360 : turn_deg;
}

CameraPose rounded(const CameraPose& wished) {
  const CameraPose pose = within_limits(wished);
  return {.lat_deg = rounded(pose.lat_deg, kPlaceDecimals),
          .lon_deg = rounded_turn(pose.lon_deg, kPlaceDecimals),
          .distance_km = rounded(pose.distance_km, kDistanceDecimals),
          .bearing_deg = rounded_turn(pose.bearing_deg, kAngleDecimals),
          .tilt_deg = rounded(pose.tilt_deg, kAngleDecimals)};
}

class Writer {
 public:
  void add(std::string_view key, std::string_view value) {
    text_ += '&';
    text_ += key;
    text_ += '=';
    text_ += value;
  }
  void add_list(std::string_view key, const std::vector<std::string>& words) {
    add(key, words.empty() ? std::string(kNoneWord) : join(words, ","));
  }
  bool empty() const { return text_ == kBegin; }
  const std::string& text() const { return text_; }

 private:
  static constexpr std::string_view kBegin = "#v=1";
  std::string text_{kBegin};
};

std::string camera_text(const CameraPose& pose) {
  return fixed(pose.lat_deg, kPlaceDecimals, true) + ',' + fixed(pose.lon_deg, kPlaceDecimals, true) + ',' +
         fixed(pose.distance_km, kDistanceDecimals, true) + ',' + fixed(pose.bearing_deg, kAngleDecimals, true) + ',' +
         fixed(pose.tilt_deg, kAngleDecimals, true);
}

std::string range_text(const DateRange& range) { return to_text(range.from) + ".." + to_text(range.to); }

void write_lane(Writer& writer, std::string_view key, std::optional<Date> date, const std::optional<DateRange>& range) {
  if (date && range && range->to != *date)
    writer.add(key, to_text(*date) + ',' + range_text(*range));
  else if (range)
    writer.add(key, range_text(*range));
  else if (date)
    writer.add(key, to_text(*date));
}

/// Together: `t`, and a lane's range in `td` or `ts`. Apart: both `td` and `ts`, each a date, a range that ends on its
/// date, or DATE,FROM..TO.
void write_clocks(Writer& writer, const Scenario& scenario, const Scenario& usual) {
  const bool has_range = scenario.deals_range || scenario.sanctions_range;
  if (const auto* together = std::get_if<Together>(&scenario.clocks)) {
    if (has_range || scenario.clocks != usual.clocks) writer.add("t", to_text(together->date));
    write_lane(writer, "td", std::nullopt, scenario.deals_range);
    write_lane(writer, "ts", std::nullopt, scenario.sanctions_range);
  } else {
    write_lane(writer, "td", clock(scenario.clocks, Lane::deals), scenario.deals_range);
    write_lane(writer, "ts", clock(scenario.clocks, Lane::sanctions), scenario.sanctions_range);
  }
}

void write_overrides(Writer& writer, const Dataset& dataset, const Scenario& scenario, std::string_view key,
                     Override wanted) {
  std::vector<std::string> ids;
  for (const auto& [event, choice] : scenario.overrides)
    if (choice == wanted) ids.push_back(dataset.at(event).id);
  std::sort(ids.begin(), ids.end());
  if (!ids.empty()) writer.add_list(key, ids);
}

template <class Words, class Choice>
std::vector<std::string> chosen(const Words& words, const Choice& choice, bool Choice::* (*member)(size_t)) {
  std::vector<std::string> result;
  for (size_t i = 0; i < words.size(); ++i)
    if (choice.*member(i)) result.emplace_back(words[i].word);
  return result;
}

std::string filter_part(std::string_view key, const std::set<std::string>& values) {
  std::vector<std::string> words;
  words.reserve(values.size());
  for (const std::string& value : values) words.push_back(percent_encoded(value));
  return std::string(key) + ':' + join(words, "|");
}

void write_filters(Writer& writer, const Filters& filters) {
  std::vector<std::string> parts;
  if (!filters.countries.empty()) parts.push_back(filter_part("country", filters.countries));
  if (!filters.commodities.empty()) parts.push_back(filter_part("commodity", filters.commodities));
  if (!filters.statuses.empty()) parts.push_back(filter_part("status", filters.statuses));
  if (filters.verified_only) parts.push_back("verified");
  if (!parts.empty()) writer.add("f", join(parts, ";"));
}

}  // namespace

State canonical(const State& state) {
  State result = state;
  result.camera = rounded(rounded(state.camera));
  return result;
}

std::string write_link(const Dataset& dataset, const State& wished) {
  const State state = canonical(wished), usual = canonical(default_state(dataset));
  Writer writer;
  if (state.camera != usual.camera) writer.add("c", camera_text(state.camera));
  write_clocks(writer, state.scenario, usual.scenario);
  write_overrides(writer, dataset, state.scenario, "on", Override::on);
  write_overrides(writer, dataset, state.scenario, "off", Override::off);
  if (!state.scenario.issuers_off.empty()) {
    std::vector<std::string> counting;
    for (const std::string& group : issuer_groups(dataset))
      if (state.scenario.issuers_off.count(group) == 0) counting.push_back(group);
    writer.add_list("iss", counting);
  }
  if (state.scenario.holds != usual.scenario.holds)
    writer.add_list("hold", chosen(
                                kHoldWords, state.scenario.holds, +[](size_t i) { return kHoldWords[i].counts; }));
  if (state.layers != usual.layers)
    writer.add_list("l", chosen(
                             kLayerWords, state.layers, +[](size_t i) { return kLayerWords[i].shown; }));
  write_filters(writer, state.filters);
  std::visit(Overloaded{[](std::monostate) {}, [&](AssetIx ix) { writer.add("sel", dataset.at(ix).id); },
                        [&](EventIx ix) { writer.add("sel", dataset.at(ix).id); }},
             state.selected);
  if (state.height != usual.height) writer.add("h", kHeightWords[static_cast<size_t>(state.height)]);
  if (state.story && writer.empty())  // alone the name would stand for the step's own state
    writer.add("t", to_text(clock(state.scenario.clocks, Lane::sanctions)));
  if (state.story) writer.add("story", state.story->story + '/' + state.story->step);
  if (state.lang != usual.lang) writer.add("lang", kLangWords[static_cast<size_t>(state.lang)]);
  if (state.theme != usual.theme) writer.add("theme", kThemeWords[static_cast<size_t>(state.theme)]);
  if (state.ui != usual.ui) writer.add("ui", kUiWords[static_cast<size_t>(state.ui)]);
  return writer.text();
}

}  // namespace atlas
