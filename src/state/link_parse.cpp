#include <algorithm>
#include <array>

#include "base/text.h"
#include "state/link.h"
#include "state/link_words.h"
#include "state/reduce.h"
#include "state/story.h"

namespace atlas {
namespace {

/// `DATE`, `FROM..TO` or `DATE,FROM..TO`.
struct LaneDates {
  std::optional<Date> date;
  std::optional<DateRange> range;
};

class Parser {
 public:
  explicit Parser(const Dataset& dataset) : dataset_(dataset) { link_.state = default_state(dataset); }

  void take(std::string_view key, std::string_view value) {
    if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) {
      refuse(key, "the key stands twice; the first counts", value);
      return;
    }
    seen_.emplace_back(key);
    if (key == "v")
      version(value);
    else if (key == "c")
      camera(value);
    else if (key == "t" || key == "td" || key == "ts")
      dates(key, value);
    else if (key == "on" || key == "off")
      overrides(key, value);
    else if (key == "iss")
      issuers(value);
    else if (key == "hold")
      words(
          key, value, kHoldWords, link_.state.scenario.holds, +[](size_t i) { return kHoldWords[i].counts; });
    else if (key == "l")
      words(
          key, value, kLayerWords, link_.state.layers, +[](size_t i) { return kLayerWords[i].shown; });
    else if (key == "f")
      filters(value);
    else if (key == "sel")
      selection(value);
    else if (key == "h")
      choice(key, value, kHeightWords, link_.state.height);
    else if (key == "story")
      story(value);
    else if (key == "lang")
      choice(key, value, kLangWords, link_.state.lang);
    else if (key == "theme")
      choice(key, value, kThemeWords, link_.state.theme);
    else if (key == "ui")
      choice(key, value, kUiWords, link_.state.ui);
    else
      unknown_.emplace_back(key);
  }

  /// Nothing that a step's own link would say.
  bool names_only_a_step() const {
    constexpr std::array<std::string_view, 5> kBeside{"v", "story", "lang", "theme", "ui"};
    return link_.state.story && std::all_of(seen_.begin(), seen_.end(), [&](const std::string& key) {
             return std::find(kBeside.begin(), kBeside.end(), key) != kBeside.end();
           });
  }

  ParsedLink finish() {
    clocks();
    if (!unknown_.empty()) warn(unknown_.front(), "unknown keys are ignored", join(unknown_, ", "));
    link_.state = canonical(link_.state);
    return std::move(link_);
  }

 private:
  void refuse(std::string_view key, std::string what, std::string_view value) {
    link_.refused.push_back({"", 0, std::string(key), std::move(what), std::string(value)});
  }
  void warn(std::string_view key, std::string what, std::string_view value) {
    link_.warnings.push_back({"", 0, std::string(key), std::move(what), std::string(value)});
  }

  void version(std::string_view value) {
    if (value != "1") refuse("v", "is not a version of this link; 1 is", value);
  }

  void camera(std::string_view value) {
    const std::vector<std::string_view> parts = split(value, ',');
    std::vector<double> numbers;
    for (const std::string_view part : parts)
      if (const auto number = parse_number(part)) numbers.push_back(*number);
    if (parts.size() != 5 || numbers.size() != 5) {
      refuse("c", "is not LAT,LON,DISTANCE_KM,BEARING,TILT", value);
      return;
    }
    const auto in = [&](size_t i, double least, double most) { return numbers[i] >= least && numbers[i] <= most; };
    if (!in(0, -90, 90) || !in(1, -180, 180) || !in(2, kNearestCamera_km, kFarthestCamera_km) || !in(3, -360, 360) ||
        !in(4, 0, kMaxTilt_deg)) {
      refuse("c",
             "lies outside latitude -90 to 90, longitude -180 to 180, " + fixed(kNearestCamera_km, 0) + " to " +
                 fixed(kFarthestCamera_km, 0) + " km, bearing -360 to 360, tilt 0 to " + fixed(kMaxTilt_deg, 0),
             value);
      return;
    }
    link_.state.camera = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]};
  }

  std::optional<Date> date(std::string_view key, std::string_view text, std::string_view value) {
    const auto parsed = Date::parse(text);
    if (!parsed) {
      refuse(key, "is not a day YYYY-MM-DD or a range FROM..TO", value);
      return std::nullopt;
    }
    if (*parsed < kAxisFirst || *parsed > kAxisLast) {
      refuse(key, "lies outside " + to_text(kAxisFirst) + " to " + to_text(kAxisLast), value);
      return std::nullopt;
    }
    return parsed;
  }

  void dates(std::string_view key, std::string_view value) {
    LaneDates& lane = key == "t" ? both_ : key == "td" ? deals_ : sanctions_;
    LaneDates read;
    std::string_view rest = value;
    if (const size_t comma = rest.find(','); comma != std::string_view::npos) {
      read.date = date(key, rest.substr(0, comma), value);
      if (!read.date) return;
      rest = rest.substr(comma + 1);
      if (rest.find("..") == std::string_view::npos) {
        refuse(key, "is not a day YYYY-MM-DD or a range FROM..TO", value);
        return;
      }
    }
    if (const size_t dots = rest.find(".."); dots != std::string_view::npos) {
      const auto from = date(key, rest.substr(0, dots), value);
      const auto to = from ? date(key, rest.substr(dots + 2), value) : std::nullopt;
      if (!from || !to) return;
      if (*to < *from) {
        refuse(key, "ends before it starts", value);
        return;
      }
      read.range = DateRange{*from, *to};
    } else {
      read.date = date(key, rest, value);
      if (!read.date) return;
    }
    lane = read;
  }

  void clocks() {
    Scenario& scenario = link_.state.scenario;
    if (both_.range) scenario.deals_range = scenario.sanctions_range = both_.range;
    if (deals_.range) scenario.deals_range = deals_.range;
    if (sanctions_.range) scenario.sanctions_range = sanctions_.range;
    const bool has_both = both_.date || both_.range;
    const Date common = both_.date ? *both_.date : both_.range ? both_.range->to : dataset_.as_of;
    // Beside `t` a range says nothing about the clock; alone it puts the clock on its last day.
    const auto own_date = [&](const LaneDates& lane) -> std::optional<Date> {
      if (lane.date || has_both || !lane.range) return lane.date;
      return lane.range->to;
    };
    const auto deals = own_date(deals_), sanctions = own_date(sanctions_);
    if (!deals && !sanctions) {
      scenario.clocks = Together{common};
      return;
    }
    if (has_both) warn("t", "stands beside td or ts, which win", to_text(common));
    scenario.clocks = Apart{deals.value_or(common), sanctions.value_or(common)};
  }

  void overrides(std::string_view key, std::string_view value) {
    for (const std::string_view id : split(value, ',')) {
      const auto event = dataset_.find_event(id);
      if (!event) {
        refuse(key, "is not the id of a deal or a sanction", id);
        continue;
      }
      const bool fresh =
          link_.state.scenario.overrides.emplace(*event, key == "on" ? Override::on : Override::off).second;
      if (!fresh) refuse(key, "is switched twice; the first counts", id);
    }
  }

  void issuers(std::string_view value) {
    const std::set<std::string> groups = issuer_groups(dataset_);
    std::set<std::string> off = groups;
    size_t known = value == kNoneWord ? 1 : 0;
    for (const std::string_view word : split(value == kNoneWord ? std::string_view() : value, ',')) {
      if (groups.count(std::string(word)) == 0) {
        refuse("iss", "is not a group of issuers", word);
        continue;
      }
      off.erase(std::string(word));
      ++known;
    }
    if (known > 0) link_.state.scenario.issuers_off = off;
  }

  template <class Words, class Choice>
  void words(std::string_view key, std::string_view value, const Words& known, Choice& choice,
             bool Choice::* (*member)(size_t)) {
    Choice read = choice;
    for (size_t i = 0; i < known.size(); ++i) read.*member(i) = false;
    size_t found = value == kNoneWord ? 1 : 0;
    for (const std::string_view word : split(value == kNoneWord ? std::string_view() : value, ',')) {
      const auto at = std::find_if(known.begin(), known.end(), [&](const auto& entry) { return entry.word == word; });
      if (at == known.end()) {
        refuse(key, "is none of its words", word);
        continue;
      }
      read.*member(static_cast<size_t>(at - known.begin())) = true;
      ++found;
    }
    if (found > 0) choice = read;
  }

  void filters(std::string_view value) {
    Filters& filters = link_.state.filters;
    for (const std::string_view part : split(value, ';')) {
      const size_t colon = part.find(':');
      const std::string_view name = part.substr(0, colon);
      if (part == "verified") {
        filters.verified_only = true;
      } else if (colon == std::string_view::npos || (name != "country" && name != "commodity" && name != "status")) {
        refuse("f", "is not country:..., commodity:..., status:... or verified", part);
      } else {
        for (const std::string_view word : split(part.substr(colon + 1), '|'))
          filter_word(name, percent_decoded(word), filters);
      }
    }
  }

  void filter_word(std::string_view name, const std::string& word, Filters& filters) {
    const auto any_asset = [&](auto test) { return std::any_of(dataset_.assets.begin(), dataset_.assets.end(), test); };
    if (name == "country") {
      const bool known = any_asset(
          [&](const Asset& a) { return std::find(a.countries.begin(), a.countries.end(), word) != a.countries.end(); });
      known ? void(filters.countries.insert(word)) : refuse("f", "is not a country with assets", word);
    } else if (name == "commodity") {
      const auto& all = dataset_.commodities;
      const bool known = std::find(all.begin(), all.end(), word) != all.end();
      known ? void(filters.commodities.insert(word)) : refuse("f", "is not a commodity", word);
    } else {
      const bool known = !word.empty() && any_asset([&](const Asset& a) { return a.status == word; });
      known ? void(filters.statuses.insert(word)) : refuse("f", "is not a status", word);
    }
  }

  void selection(std::string_view value) {
    if (const auto asset = dataset_.find_asset(value))
      link_.state.selected = *asset;
    else if (const auto event = dataset_.find_event(value))
      link_.state.selected = *event;
    else
      refuse("sel", "is not the id of an asset, a deal or a sanction", value);
  }

  void story(std::string_view value) {
    const size_t slash = value.find('/');
    if (slash == std::string_view::npos || !is_id(value.substr(0, slash)) || !is_id(value.substr(slash + 1))) {
      refuse("story", "is not NAME/STEP", value);
      return;
    }
    const StoryPlace place{std::string(value.substr(0, slash)), std::string(value.substr(slash + 1))};
    if (!find_step(dataset_, place))
      refuse("story", "is no step of a story", value);
    else
      link_.state.story = place;
  }

  template <class Words, class Choice>
  void choice(std::string_view key, std::string_view value, const Words& known, Choice& choice) {
    const auto at = std::find(known.begin(), known.end(), value);
    if (at == known.end())
      refuse(key, "is none of its words", value);
    else
      choice = static_cast<Choice>(at - known.begin());
  }

  const Dataset& dataset_;
  ParsedLink link_;
  LaneDates both_, deals_, sanctions_;
  std::vector<std::string> seen_, unknown_;
};

}  // namespace

namespace {

Parser parsed(const Dataset& dataset, std::string_view text) {
  if (!text.empty() && text.front() == '#') text.remove_prefix(1);
  Parser parser(dataset);
  for (const std::string_view part : split(text, '&')) {
    const size_t equals = part.find('=');
    const std::string_view key = part.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    // Hosts may escape commas and bars; a filter's words are decoded one by one, after it was cut at its own signs.
    parser.take(key, key == "f" ? std::string(value) : percent_decoded(value));
  }
  return parser;
}

}  // namespace

ParsedLink parse_plain_link(const Dataset& dataset, std::string_view text) { return parsed(dataset, text).finish(); }

ParsedLink parse_link(const Dataset& dataset, std::string_view text) {
  Parser parser = parsed(dataset, text);
  const bool follow = parser.names_only_a_step();
  ParsedLink link = parser.finish();
  if (follow) link.state = canonical(at_step(dataset, link.state, *link.state.story));
  return link;
}

}  // namespace atlas
