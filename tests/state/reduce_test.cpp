#include "state/reduce.h"

#include <catch2/catch.hpp>

#include "state/keys.h"
#include "support/random_state.h"

using namespace atlas;

namespace {

const Dataset& data() {
  static const Dataset made = support::random_dataset(2);
  return made;
}
Date day(const char* text) { return *Date::parse(text); }
State after(const Action& action) { return reduce(data(), default_state(data()), action); }
Actions pressed(const State& state, KeyPress key) {
  Actions ask;
  CHECK(press_key(data(), state, Session{}, key, ask));
  return ask;
}

}  // namespace

TEST_CASE("a drag stays on the axis and moves both lanes when together", "[state]") {
  CHECK(after(SetDate{Lane::deals, day("2014-09-12")}).scenario.clocks == Clocks(Together{day("2014-09-12")}));
  CHECK(after(SetDate{Lane::deals, day("2099-01-01")}).scenario.clocks == Clocks(Together{data().as_of}));
  CHECK(after(SetDate{Lane::deals, day("1900-01-01")}).scenario.clocks == Clocks(Together{kAxisFirst}));
  const State apart = reduce(data(), after(LinkClocks{false}), SetDate{Lane::deals, day("2014-09-12")});
  CHECK(apart.scenario.clocks == Clocks(Apart{day("2014-09-12"), data().as_of}));
  CHECK(reduce(data(), apart, LinkClocks{true}).scenario.clocks == Clocks(Together{data().as_of}));
}

TEST_CASE("a range puts the clock on its last day, a drag ends it", "[state]") {
  const State ranged = after(SetRange{Lane::sanctions, DateRange{day("2014-01-01"), day("2016-01-01")}});
  CHECK(clock(ranged.scenario.clocks, Lane::sanctions) == day("2016-01-01"));
  CHECK(ranged.scenario.sanctions_range.has_value());
  CHECK_FALSE(reduce(data(), ranged, SetDate{Lane::sanctions, day("2015-01-01")}).scenario.sanctions_range);
}

TEST_CASE("an action that makes no sense changes nothing", "[state]") {
  const State state = default_state(data());
  CHECK(after(SetEvent{EventIx(size_t{9999}), Override::off}) == state);
  CHECK(after(Select{AssetIx(size_t{9999})}) == state);
  CHECK(after(SetIssuer{"nobody", false}) == state);
}

TEST_CASE("switching an event off and back leaves no trace", "[state]") {
  const State off = after(SetEvent{EventIx(size_t{3}), Override::off});
  CHECK(off.scenario.overrides.size() == 1);
  CHECK(reduce(data(), off, SetEvent{EventIx(size_t{3}), Override::as_recorded}) == default_state(data()));
  CHECK(reduce(data(), off, ClearOverrides{}) == default_state(data()));
}

TEST_CASE("a whole state is kept inside the dataset", "[state]") {
  State wild = default_state(data());
  wild.selected = EventIx(size_t{777});
  wild.scenario.overrides[EventIx(size_t{888})] = Override::on;
  wild.scenario.overrides[EventIx(size_t{1})] = Override::as_recorded;
  wild.scenario.issuers_off = {"nobody"};
  wild.camera.lat_deg = 400;
  const State tame = after(SetState{wild});
  CHECK(tame.selected == Selection{});
  CHECK(tame.scenario.overrides.empty());
  CHECK(tame.scenario.issuers_off.empty());
  CHECK(tame.camera.lat_deg == 90);
  CHECK(reduce(data(), tame, SetState{tame}) == tame);
}

TEST_CASE("keys move the day, turn the view and close things", "[state]") {
  State state = default_state(data());
  state.scenario.clocks = Together{day("2016-03-31")};
  const auto moved = [&](KeyPress key) {
    const Actions ask = pressed(state, key);
    REQUIRE(ask.actions.size() == 1);
    return std::get<SetDate>(ask.actions[0]).date;
  };
  CHECK(moved({"ArrowLeft"}) == day("2016-03-30"));
  CHECK(moved({"ArrowLeft", true}) == day("2016-02-29"));
  CHECK(moved({"PageUp"}) == day("2017-03-31"));
  CHECK(moved({"Home"}) == kAxisFirst);
  CHECK(std::holds_alternative<NorthUp>(pressed(state, {"KeyN"}).requests.at(0)));
  CHECK(std::get<Play>(pressed(state, {"Space"}).requests.at(0)).on);
  state.selected = AssetIx(size_t{0});
  CHECK(std::holds_alternative<Select>(pressed(state, {"Escape"}).actions.at(0)));
  Actions ask;
  CHECK_FALSE(press_key(data(), state, Session{}, {"KeyR", false, true}, ask));
  CHECK_FALSE(press_key(data(), state, Session{}, {"F13"}, ask));
  CHECK(ask.actions.empty());
  CHECK(ask.requests.empty());
}
