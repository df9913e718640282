#include "report/readings.h"

#include <catch2/catch.hpp>
#include <set>

#include "model/evaluate.h"
#include "model/reach.h"
#include "state/story.h"
#include "support/files.h"

using namespace atlas;

namespace {

struct Told {
  Dataset data;
  Words words;
  Reach reach;
};

const Told& loaded(const char* folder) {
  static std::map<std::string, Told> all;
  const auto found = all.find(folder);
  if (found != all.end()) return found->second;
  Dataset data = check_whole(support::data_folder(folder)).value();
  Words words = Words::parse(support::read_text(std::string(ATLAS_SOURCE_DIR) + "/assets/words.csv")).value();
  Reach reach = make_reach(data);
  return all.emplace(folder, Told{std::move(data), std::move(words), std::move(reach)}).first->second;
}

StoryText text_of(const Told& told, const StoryPlace& place, Lang lang) {
  State state = default_state(told.data);
  state.lang = lang;
  const State view = at_step(told.data, state, place);
  return make_story_text(told.data, told.words, view, evaluate(told.data, told.reach, view.scenario),
                         evaluate(told.data, told.reach, baseline_of(view.scenario)));
}

}  // namespace

TEST_CASE("a step's figures are counted from its own state", "[report]") {
  const Told& told = loaded("tests/data/small");
  const StoryText gold = text_of(told, {"tale", "gold"}, Lang::en);
  CHECK(gold.text == "It holds 10\u00a0Moz\u00a0Au.");
  CHECK(gold.count == "Step 1 of 2");
  CHECK(gold.chapter == "The only chapter");
  REQUIRE(gold.claims.size() == 1);
  CHECK(gold.claims[0].verdict_key == "supported");
  CHECK_FALSE(gold.back.has_value());
  CHECK(gold.next == StoryPlace{"tale", "ban"});
  const StoryText ban = text_of(told, {"tale", "ban"}, Lang::ru);
  CHECK(ban.text.find('{') == std::string::npos);
  CHECK(ban.text.find("млрд") != std::string::npos);
}

TEST_CASE("a figure that nobody counts is a fault with the step's line", "[report][faulty]") {
  DataFiles files = support::data_folder("tests/data/small");
  std::string& text = files.text_by_name["stories/tale.json"];
  const size_t at = text.find("{amount}");
  REQUIRE(at != std::string::npos);
  text.replace(at, 8, "{weight}");
  const Faults faults = check_story_figures(check_whole(files).value());
  REQUIRE(faults.size() == 1);
  CHECK(to_text(faults[0]) == "stories/tale.json:8: steps.text: names a figure that nobody counts (weight)");
}

TEST_CASE("the shipped stories have the steps that were promised and touch every claim", "[report][shipped]") {
  const Told& told = loaded("assets/data");
  CHECK(check_story_figures(told.data).empty());
  REQUIRE(told.data.stories.size() == 2);
  const Story& article = told.data.stories[0];
  CHECK(article.id == "article");
  CHECK(article.chapters.size() == 3);
  CHECK((article.steps.size() >= 10 && article.steps.size() <= 14));
  const Story& years = told.data.stories[1];
  CHECK(years.id == "ten-years");
  CHECK((years.steps.size() >= 8 && years.steps.size() <= 12));
  std::set<ClaimIx> touched;
  for (const StoryStep& step : article.steps) touched.insert(step.claims.begin(), step.claims.end());
  CHECK(touched.size() == told.data.claims.size());
}

TEST_CASE("no step of the shipped stories leaves a figure open, in either language", "[report][shipped]") {
  const Told& told = loaded("assets/data");
  for (const Story& story : told.data.stories)
    for (const StoryStep& step : story.steps)
      for (const Lang lang : {Lang::en, Lang::ru}) {
        const StoryText text = text_of(told, {story.id, step.id}, lang);
        CAPTURE(story.id, step.id, text.text);
        CHECK(text.text.find_first_of("{}[]") == std::string::npos);
        CHECK(text.title.find_first_of("{}[]") == std::string::npos);
        CHECK(text.text.find("  ") == std::string::npos);
      }
}

TEST_CASE("readings have a line for every story, claim and series, in both languages", "[report][shipped]") {
  const Told& told = loaded("assets/data");
  for (const Lang lang : {Lang::en, Lang::ru}) {
    const Readings readings = make_readings(told.data, told.words, lang);
    CHECK(readings.stories.size() == told.data.stories.size());
    CHECK(readings.claims.size() == told.data.claims.size());
    REQUIRE(readings.series.size() == told.data.series.size());
    for (const SeriesText& text : readings.series) {
      CAPTURE(text.name);
      const Series& series = told.data.at(text.series);
      CHECK(text.values.size() == series.points.size());
      for (const SeriesPoint& point : series.points) CHECK(point.value <= text.high * 1.0001);
      CHECK_FALSE(text.sources.empty());
    }
  }
}

TEST_CASE("short series that compare stand together under their common name", "[report]") {
  const Told& told = loaded("assets/data");
  const Readings readings = make_readings(told.data, told.words, Lang::en);
  int reserves = 0;
  for (const SeriesText& text : readings.series)
    if (text.group == "Rare-earth reserves (USGS), t REO") {
      ++reserves;
      CHECK(text.label.find(',') == std::string::npos);
    }
  CHECK(reserves >= 5);
}
