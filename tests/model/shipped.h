#pragma once

// The facts that the atlas ships, for cases by name: what is held on the day before a change and on the day itself.
#include <algorithm>
#include <catch2/catch.hpp>
#include <initializer_list>
#include <ostream>
#include <string_view>

#include "data/check.h"
#include "model/evaluate.h"
#include "model/reach.h"
#include "support/files.h"

namespace atlas::shipped {

struct World {
  Dataset data;
  Reach reach;
};

inline const World& world() {
  static const World loaded = [] {
    const Result<Dataset> checked = check(support::data_folder("assets/data"));
    if (!checked.ok()) FAIL(to_text(checked.faults().front()));
    return World{*checked, make_reach(*checked)};
  }();
  return loaded;
}

inline EventIx event(std::string_view id) {
  const auto ix = world().data.find_event(id);
  if (!ix) FAIL("no such event: " << id);
  return *ix;
}
inline const Event& row(std::string_view id) { return world().data.at(event(id)); }
inline const Asset& asset(std::string_view id) {
  const auto ix = world().data.find_asset(id);
  if (!ix) FAIL("no such asset: " << id);
  return world().data.at(*ix);
}

/// As recorded.
inline Snapshot on(Date day) {
  Scenario scenario = default_scenario(world().data);
  scenario.clocks = Together{day};
  return evaluate(world().data, world().reach, scenario);
}
/// These sanctions and waivers alone; every other one is off.
inline Snapshot on(Date day, const std::vector<std::string_view>& only, HoldChoice holds = {}) {
  Scenario scenario = default_scenario(world().data);
  scenario.holds = holds;
  scenario.clocks = Together{day};
  for (size_t i = 0; i < world().data.events.size(); ++i)
    if (world().data.events[i].lane == Lane::sanctions) scenario.overrides[EventIx(i)] = Override::off;
  for (const std::string_view id : only) scenario.overrides.erase(event(id));
  return evaluate(world().data, world().reach, scenario);
}
inline Date day(std::string_view text) {
  const auto parsed = Date::parse(text);
  if (!parsed) FAIL("no such day: " << text);
  return *parsed;
}

/// The slots of a place: a part by its id, or all parts of an asset; of one commodity if one is named.
inline std::vector<const PartState*> slots(const Snapshot& snapshot, std::string_view place, CommodityIx commodity) {
  std::vector<const PartState*> found;
  for (const PartState& slot : snapshot.parts) {
    const Part& part = world().data.at(slot.part);
    const bool here = part.id == place || world().data.at(part.asset).id == place;
    if (here && (!commodity.valid() || slot.commodity == commodity)) found.push_back(&slot);
  }
  if (found.empty()) FAIL("no such place or commodity: " << place);
  return found;
}
/// The heaviest hold of a place.
inline Hold hold(const Snapshot& snapshot, std::string_view place, CommodityIx commodity = {}) {
  Hold heaviest = Hold::none;
  for (const PartState* slot : slots(snapshot, place, commodity)) heaviest = std::max(heaviest, slot->hold);
  return heaviest;
}
inline bool touched(const Snapshot& snapshot, std::string_view place, std::string_view by) {
  const EventIx wanted = event(by);
  for (const PartState* slot : slots(snapshot, place, {})) {
    const auto& held = slot->held_by;
    const auto& dealt = slot->dealt_by;
    if (std::find(held.begin(), held.end(), wanted) != held.end()) return true;
    if (std::find(dealt.begin(), dealt.end(), wanted) != dealt.end()) return true;
  }
  return false;
}

/// A place's hold on the day before and on the day.
struct Step {
  Hold before, after;
  bool operator==(const Step&) const = default;
};
inline std::ostream& operator<<(std::ostream& out, const Step& step) {
  static const char* const kWords[] = {"none", "hinders", "restricts", "blocks"};
  return out << kWords[static_cast<size_t>(step.before)] << " -> " << kWords[static_cast<size_t>(step.after)];
}

/// Trade and transport alone: what a heavier hold of the same event would hide.
inline constexpr HoldChoice kHindersOnly{true, false, false};
inline constexpr Step kFree{Hold::none, Hold::none};
inline constexpr Step kHindersFrom{Hold::none, Hold::hinders};
inline constexpr Step kHindersStill{Hold::hinders, Hold::hinders};
inline constexpr Step kHindersNoMore{Hold::hinders, Hold::none};
inline constexpr Step kRestrictsFrom{Hold::none, Hold::restricts};
inline constexpr Step kRestrictsStill{Hold::restricts, Hold::restricts};
inline constexpr Step kRestrictsNoMore{Hold::restricts, Hold::none};
inline constexpr Step kBlocksFrom{Hold::none, Hold::blocks};
inline constexpr Step kBlocksStill{Hold::blocks, Hold::blocks};
inline constexpr Step kBlocksNoMore{Hold::blocks, Hold::none};

/// One change: these sanctions alone, on the day before and on the day; of some holds only, if asked for.
class Around {
 public:
  Around(std::string_view date, std::initializer_list<std::string_view> only, HoldChoice holds = {})
      : before_(on(day(date).plus_days(-1), only, holds)), after_(on(day(date), only, holds)) {}

  Step at(std::string_view place, CommodityIx commodity = {}) const {
    return {hold(before_, place, commodity), hold(after_, place, commodity)};
  }
  const Snapshot& before() const { return before_; }
  const Snapshot& after() const { return after_; }

 private:
  Snapshot before_, after_;
};

/// The stage of a deal on the day before and on the day.
struct StageStep {
  Stage before, after;
  bool operator==(const StageStep&) const = default;
};
inline std::ostream& operator<<(std::ostream& out, const StageStep& step) {
  static const char* const kWords[] = {"none", "ended", "pledged", "signed", "suspended", "operating"};
  return out << kWords[static_cast<size_t>(step.before)] << " -> " << kWords[static_cast<size_t>(step.after)];
}
inline StageStep stage_step(std::string_view deal, std::string_view date) {
  const size_t ix = event(deal).value;
  return {on(day(date).plus_days(-1)).event_stage[ix], on(day(date)).event_stage[ix]};
}

}  // namespace atlas::shipped
