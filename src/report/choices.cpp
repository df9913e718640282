#include <algorithm>
#include <map>

#include "base/sort_stably.h"
#include "report/lanes_parts.h"
#include "state/link_words.h"

namespace atlas {
namespace {

bool allows(const std::set<std::string>& wanted, const std::string& value) {
  return wanted.empty() || wanted.count(value) > 0;
}

bool allows_any(const std::set<std::string>& wanted, const std::vector<std::string>& values) {
  return wanted.empty() ||
         std::any_of(values.begin(), values.end(), [&](const std::string& v) { return wanted.count(v) > 0; });
}

std::vector<std::string> commodity_names(const Dataset& dataset, const Asset& asset) {
  std::vector<std::string> names;
  for (const CommodityIx ix : commodities_of(asset))
    if (ix.valid()) names.push_back(dataset.commodities[ix.value]);
  return names;
}

bool layer_shown(const LayerChoice& layers, Layer layer) {
  switch (layer) {
    case Layer::province:
      return layers.provinces;
    case Layer::field:
      return layers.fields;
    case Layer::deposit:
      return layers.deposits;
    case Layer::facility:
      return layers.facilities;
  }
  return false;
}

using Choices = std::vector<Report::Choice>;

/// Most frequent first, then by name.
Choices choices_of(const Speech& say, const std::map<std::string, int>& counts, const std::set<std::string>& wanted,
                   std::string_view word_key) {
  Choices choices;
  for (const auto& [key, count] : counts)
    choices.push_back({key, word_or_plain(say, word_key, key), count, allows(wanted, key)});
  sort_stably(choices, [](const auto& a, const auto& b) { return a.count > b.count; });
  return choices;
}

int count_of(const Dataset& dataset, std::string_view layer) {
  const auto assets = [&](Layer wanted) {
    return static_cast<int>(
        std::count_if(dataset.assets.begin(), dataset.assets.end(), [&](const Asset& a) { return a.layer == wanted; }));
  };
  const auto lines = [&](std::initializer_list<std::string_view> kinds) {
    return static_cast<int>(std::count_if(dataset.lines.begin(), dataset.lines.end(), [&](const MapLine& line) {
      return std::find(kinds.begin(), kinds.end(), line.kind) != kinds.end();
    }));
  };
  if (layer == "province") return assets(Layer::province);
  if (layer == "field") return assets(Layer::field);
  if (layer == "deposit") return assets(Layer::deposit);
  if (layer == "facility") return assets(Layer::facility) + lines({"pipeline", "route"});
  if (layer == "limits") return lines({"limit", "boundary"});
  if (layer == "ice") return lines({"ice-edge"});
  if (layer == "arcs")
    return static_cast<int>(std::count_if(dataset.events.begin(), dataset.events.end(), [](const Event& event) {
      return event.lane == Lane::deals && !event.assets.empty();
    }));
  return 0;
}

}  // namespace

bool is_visible(const Dataset& dataset, const State& state, const Asset& asset) {
  const Filters& filters = state.filters;
  return layer_shown(state.layers, asset.layer) && allows_any(filters.countries, asset.countries) &&
         (filters.statuses.empty() || asset.status.empty() || filters.statuses.count(asset.status) > 0) &&
         (filters.commodities.empty() || asset.layer == Layer::facility ||
          allows_any(filters.commodities, commodity_names(dataset, asset))) &&
         (!filters.verified_only || asset.verified);
}

void fill_choices(const Dataset& dataset, const Speech& say, const State& state, Report& report) {
  for (const LayerWord& layer : kLayerWords) {
    const int count = count_of(dataset, layer.word);
    report.layers.push_back({std::string(layer.word), say("layer." + std::string(layer.word)),
                             count > 0 ? number_text(count, 0, say.lang) : ""});
  }
  std::map<std::string, int> countries, commodities, statuses;
  for (const Asset& asset : dataset.assets) {
    for (const std::string& country : asset.countries) ++countries[country];
    for (const std::string& name : commodity_names(dataset, asset)) ++commodities[name];
    if (!asset.status.empty()) ++statuses[asset.status];
  }
  report.countries = choices_of(say, countries, state.filters.countries, "country");
  report.commodities = choices_of(say, commodities, state.filters.commodities, "commodity");
  report.statuses = choices_of(say, statuses, state.filters.statuses, "status");
}

void fill_issuers(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot,
                  Report& report) {
  report.issuers.clear();
  for (const std::string& group : issuer_groups(dataset)) {
    int active = 0;
    for (size_t i = 0; i < dataset.events.size(); ++i) {
      const Event& event = dataset.events[i];
      active += event.lane == Lane::sanctions && event.group == group && snapshot.event_active[i] ? 1 : 0;
    }
    report.issuers.push_back(
        {group, word_or_plain(say, "group.sanctions", group), active, state.scenario.issuers_off.count(group) == 0});
  }
}

}  // namespace atlas
