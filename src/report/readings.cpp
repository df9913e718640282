#include "report/readings.h"

#include <algorithm>
#include <cmath>

#include "report/lanes_parts.h"

namespace atlas {
namespace {

std::string value_with_unit(const Speech& say, const std::string& value, const Text& unit) {
  if (value.empty()) return {};
  const std::string& word = unit.in(say.lang);
  return word.empty() ? value : value + ' ' + word;
}

/// The next of 1, 2, 2.5, 5 times a power of ten.
double round_up(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 2.5, 4.0, 5.0, 8.0, 10.0})
    if (step * power >= value * (1 - 1e-9)) return step * power;
  return 10 * power;
}

SeriesText series_text(const Dataset& dataset, const Speech& say, SeriesIx ix) {
  constexpr int kTicks = 2;
  const Series& series = dataset.at(ix);
  SeriesText text;
  text.series = ix;
  text.name = series.name.in(say.lang);
  text.unit = unit_text(say, series.unit);
  if (series.points.empty()) return text;
  const SeriesPoint& last = series.points.back();
  text.first_year = std::to_string(series.points.front().year);
  text.last_year = std::to_string(last.year);
  const auto amount = [&](const SeriesPoint& point) { return number_by_size(point.value, say.lang) + ' ' + text.unit; };
  text.last_value = filled(filled(say("series.in_year"), "amount", amount(last)), "year", text.last_year);
  double most = 0;
  for (const SeriesPoint& point : series.points) {
    most = std::max(most, point.value);
    std::string line = std::to_string(point.year) + ": " + amount(point);
    if (!point.note.empty()) line += "; " + point.note.in(say.lang);
    if (!point.verified) line += "; " + say("ui.unverified");
    text.values.push_back(std::move(line));
    text.verified = text.verified && point.verified;
    const auto same = [&](const SourceLine& source) { return source.source == point.source; };
    if (point.source.valid() && std::none_of(text.sources.begin(), text.sources.end(), same))
      text.sources.push_back(source_line(dataset, point.source));
  }
  text.high = most > 0 ? round_up(most) : 1;
  for (int i = 0; i <= kTicks; ++i) text.ticks.push_back(number_by_size(text.high * i / kTicks, say.lang));
  return text;
}

/// Series of one or two years whose names begin alike stand together: "Icebreakers, Russia (fleet)".
void group_short_ones(const Speech& say, std::vector<SeriesText>& series) {
  constexpr size_t kShort = 2;
  const auto is_short = [](const SeriesText& text) { return text.values.size() <= kShort; };
  const auto head = [](const SeriesText& text) { return text.name.substr(0, text.name.find(", ")); };
  for (SeriesText& text : series) {
    if (!is_short(text)) continue;
    text.label = text.name;
    const auto alike = std::count_if(series.begin(), series.end(), [&](const SeriesText& other) {
      return is_short(other) && head(other) == head(text) && other.unit == text.unit;
    });
    if (alike < 3 || head(text) == text.name) continue;
    text.group = head(text) + ", " + text.unit;
    text.label = country_name(say, text.name.substr(head(text).size() + 2));
  }
}

}  // namespace

ClaimText claim_text(const Dataset& dataset, const Words& words, Lang lang, ClaimIx ix) {
  const Speech say{words, lang};
  const Claim& claim = dataset.at(ix);
  ClaimText text;
  text.claim = ix;
  text.said = claim.claim.in(lang);
  text.speaker = claim.speaker.in(lang);
  text.figure = value_with_unit(say, claim.value, claim.unit);
  text.check = value_with_unit(say, claim.check_value.in(lang), claim.check_unit);
  text.verdict_key = claim.verdict;
  text.verdict = say("verdict." + claim.verdict);
  text.reasoning = claim.reasoning.in(lang);
  text.source = source_line(dataset, claim.source);
  text.verified = claim.verified;
  text.assets = claim.assets;
  text.position = claim.position;
  return text;
}

Readings make_readings(const Dataset& dataset, const Words& words, Lang lang) {
  const Speech say{words, lang};
  Readings readings;
  for (const Story& story : dataset.stories)
    readings.stories.push_back({story.id,
                                story.title.in(lang),
                                story.summary.in(lang),
                                count_text(say, "count.step", static_cast<int>(story.steps.size())),
                                {story.id, story.steps.front().id}});
  for (size_t i = 0; i < dataset.claims.size(); ++i)
    readings.claims.push_back(claim_text(dataset, words, lang, ClaimIx(i)));
  for (size_t i = 0; i < dataset.series.size(); ++i) readings.series.push_back(series_text(dataset, say, SeriesIx(i)));
  group_short_ones(say, readings.series);
  return readings;
}

}  // namespace atlas
