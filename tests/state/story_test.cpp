#include "state/story.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "state/link.h"
#include "state/reduce.h"
#include "support/files.h"

using namespace atlas;

namespace {

const Dataset& small() {
  static const Dataset data = check_whole(support::data_folder("tests/data/small")).value();
  return data;
}

const StoryPlace kGold{"tale", "gold"}, kBan{"tale", "ban"};

}  // namespace

TEST_CASE("each faulty story is refused with the line and member that its case expects", "[state][faulty]") {
  const auto cases =
      nlohmann::json::parse(support::read_text(std::string(ATLAS_SOURCE_DIR) + "/tests/faulty/stories.json"));
  const DataFiles good = support::data_folder(cases["data"].get<std::string>());
  REQUIRE(check_whole(good).ok());
  for (const nlohmann::json& one : cases["cases"]) {
    INFO(one["name"].get<std::string>());
    DataFiles bad = good;
    std::string& content = bad.text_by_name[cases["file"].get<std::string>()];
    const std::string replace = one["replace"].get<std::string>();
    const size_t at = content.find(replace);
    REQUIRE(at != std::string::npos);
    content.replace(at, replace.size(), one["with"].get<std::string>());
    const Result<Dataset> checked = check_whole(bad);
    REQUIRE_FALSE(checked.ok());
    INFO(to_text(checked.faults()));
    CHECK(to_text(checked.faults()).find(one["expect"].get<std::string>()) != std::string::npos);
  }
}

TEST_CASE("a story cut off anywhere is a fault, never a crash", "[state][law]") {
  const DataFiles good = support::data_folder("tests/data/small");
  const std::string whole = good.text_by_name.at("stories/tale.json");
  for (size_t length = 0; length + 2 < whole.size(); length += 7) {
    DataFiles bad = good;
    bad.text_by_name["stories/tale.json"] = whole.substr(0, length);
    CAPTURE(length);
    CHECK_FALSE(check_whole(bad).ok());
  }
}

TEST_CASE("a link that names a step alone shows the step, one that says more shows that", "[state]") {
  const State step = parse_link(small(), "#v=1&story=tale/ban&lang=ru").state;
  CHECK(step.lang == Lang::ru);
  CHECK(step.scenario.overrides.size() == 1);
  CHECK(stands_at_step(small(), step));
  const State explored = parse_link(small(), "#v=1&t=2016-01-01&story=tale/ban").state;
  CHECK(explored.story == kBan);
  CHECK(explored.scenario.overrides.empty());
  CHECK_FALSE(stands_at_step(small(), explored));
  CHECK(parse_link(small(), "#v=1&story=tale/none").refused.size() == 1);
}

TEST_CASE("a story's link comes back as it was, even where all else stands at its default", "[state]") {
  State state = default_state(small());
  state.story = kBan;
  CHECK(parse_link(small(), write_link(small(), state)).state == canonical(state));
}

TEST_CASE("going to a step keeps language, theme and interface; closing the story keeps the view", "[state]") {
  State state = default_state(small());
  state.lang = Lang::ru;
  state.theme = Theme::paper;
  state = reduce(small(), state, SetStory{kBan});
  CHECK(state.lang == Lang::ru);
  CHECK(state.theme == Theme::paper);
  CHECK(stands_at_step(small(), state));
  const State moved = reduce(small(), state, SetDate{Lane::sanctions, *Date::parse("2019-01-01")});
  CHECK(moved.story == kBan);
  CHECK_FALSE(stands_at_step(small(), moved));
  CHECK(stands_at_step(small(), reduce(small(), moved, SetStory{kBan})));
  const State closed = reduce(small(), state, SetStory{});
  CHECK_FALSE(closed.story.has_value());
  CHECK(closed.scenario == state.scenario);
}

TEST_CASE("steps follow each other and end", "[state]") {
  CHECK(step_beside(small(), kGold, 1) == kBan);
  CHECK(step_beside(small(), kBan, -1) == kGold);
  CHECK_FALSE(step_beside(small(), kBan, 1).has_value());
  CHECK_FALSE(step_beside(small(), kGold, -1).has_value());
  CHECK_FALSE(step_beside(small(), {"tale", "none"}, 1).has_value());
}
