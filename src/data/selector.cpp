#include "data/selector.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace atlas {
namespace {

template <class T>
bool holds(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

/// In the order of Activity, without `deal` and `suspends`, which nothing lifts.
constexpr std::array<std::string_view, 8> kActivityWords{"trade",   "transport",  "technology", "services",
                                                         "finance", "investment", "dealing",    "extraction"};

class Parser {
 public:
  explicit Parser(const Dataset& dataset) : dataset_(dataset) {}

  Result<Selector> parse(std::string_view text) {
    for (const std::string_view condition : split(text, '&')) read(condition);
    if (text.find_first_not_of(" \t") != std::string_view::npos && keys_.empty() && faults_.empty())
      fault("has no condition", text);
    if (selector_.owners.empty() && (has("share") || has("added"))) fault("share and added need owner", text);
    if (!faults_.empty()) return faults_;
    return selector_;
  }

 private:
  void fault(std::string what, std::string_view value) {
    faults_.push_back({{}, 0, "selector", std::move(what), std::string(value)});
  }
  bool has(std::string_view key) const { return std::find(keys_.begin(), keys_.end(), key) != keys_.end(); }

  void read(std::string_view condition) {
    const size_t at = condition.find_first_of("=<>");
    if (at == std::string_view::npos) return fault("has a condition without =", condition);
    const std::string_view key = trimmed(condition.substr(0, at));
    const std::string_view rest = condition.substr(at);
    if (has(key)) return fault("has the same key twice", key);
    keys_.push_back(key);
    if (key == "share") return read_share(rest, condition);
    if (rest[0] != '=') return fault("only share is compared with > or >=", condition);
    const std::vector<std::string_view> words = split(rest.substr(1), '|');
    if (words.empty()) return fault("has a key without words", key);
    for (const std::string_view word : words) read_word(key, word);
  }

  void read_share(std::string_view rest, std::string_view condition) {
    selector_.inclusive = rest.starts_with(">=");
    if (!rest.starts_with('>')) return fault("share is compared with > or >=", condition);
    const std::optional<double> value = parse_number(trimmed(rest.substr(selector_.inclusive ? 2 : 1)));
    if (!value || *value < 0 || *value > 1) return fault("share is not a number from 0 to 1", condition);
    selector_.threshold = *value;
  }

  /// Index of the word among `names`, or nothing and a fault.
  std::optional<size_t> known(std::string_view key, std::string_view word, const std::vector<std::string_view>& names) {
    const auto found = std::find(names.begin(), names.end(), word);
    if (found != names.end()) return static_cast<size_t>(found - names.begin());
    fault("unknown " + std::string(key), word);
    return std::nullopt;
  }

  void read_word(std::string_view key, std::string_view word) {
    if (key == "asset") {
      if (const auto asset = dataset_.find_asset(word)) return selector_.assets.push_back(*asset);
      fault("unknown asset", word);
    } else if (key == "part") {
      const auto found =
          std::find_if(dataset_.parts.begin(), dataset_.parts.end(), [&](const Part& part) { return part.id == word; });
      if (found == dataset_.parts.end()) return fault("unknown part", word);
      selector_.parts.push_back(PartIx{static_cast<size_t>(found - dataset_.parts.begin())});
    } else if (key == "state") {
      read_present(key, word, &Part::state, selector_.states);
    } else if (key == "zone") {
      read_present(key, word, &Part::zone, selector_.zones);
    } else if (key == "setting") {
      if (const auto i = known(key, word, {"onshore", "offshore"}))
        selector_.settings.push_back(*i == 0 ? Setting::onshore : Setting::offshore);
    } else if (key == "depth") {
      if (const auto i = known(key, word, {"shallow", "deep"}))
        selector_.depths.push_back(*i == 0 ? Depth::shallow : Depth::deep);
    } else if (key == "layer") {
      if (const auto i = known(key, word, {"province", "field", "deposit", "facility"}))
        selector_.layers.push_back(kLayers[*i]);
    } else if (key == "commodity") {
      if (word == "minerals") {
        selector_.any_mineral = true;
      } else if (const auto i = known(key, word, {dataset_.commodities.begin(), dataset_.commodities.end()})) {
        selector_.commodities.push_back(CommodityIx{*i});
      }
    } else if (key == "activity") {
      if (const auto i = known(key, word, {kActivityWords.begin(), kActivityWords.end()}))
        selector_.activities.push_back(static_cast<Activity>(*i));
    } else if (key == "status") {
      const bool present = std::any_of(dataset_.assets.begin(), dataset_.assets.end(),
                                       [&](const Asset& asset) { return asset.status == word; });
      if (!present) return fault("no asset has this status", word);
      selector_.statuses.emplace_back(word);
    } else if (key == "owner") {
      if (const auto i = known(key, word, {dataset_.owners.begin(), dataset_.owners.end()}))
        selector_.owners.push_back(OwnerIx{*i});
    } else if (key == "added") {
      if (const auto i = known(key, word, {"no", "yes"})) selector_.added = *i == 1;
    } else {
      fault("unknown key", key);
    }
  }

  void read_present(std::string_view key, std::string_view word, std::string Part::*column,
                    std::vector<std::string>& into) {
    const bool present = std::any_of(dataset_.parts.begin(), dataset_.parts.end(),
                                     [&](const Part& part) { return part.*column == word; });
    if (!present) return fault("no part has this " + std::string(key), word);
    into.emplace_back(word);
  }

  const Dataset& dataset_;
  Selector selector_;
  std::vector<std::string_view> keys_;
  Faults faults_;
};

}  // namespace

Result<Selector> parse_selector(std::string_view text, const Dataset& dataset) { return Parser(dataset).parse(text); }

bool reaches(const Dataset& dataset, const Selector& selector, PartIx part_ix, CommodityIx commodity) {
  const Part& part = dataset.at(part_ix);
  const Asset& asset = dataset.at(part.asset);
  if (!holds(selector.layers, asset.layer) || !holds(selector.assets, part.asset) || !holds(selector.parts, part_ix) ||
      !holds(selector.states, part.state) || !holds(selector.zones, part.zone) ||
      !holds(selector.statuses, asset.status) || !holds(selector.settings, part.setting) ||
      !holds(selector.depths, part.depth))
    return false;
  if (!selector.any_mineral && selector.commodities.empty()) return true;
  if (selector.any_mineral && commodity.valid() && commodity > kGas) return true;
  return !selector.commodities.empty() && holds(selector.commodities, commodity);
}

}  // namespace atlas
