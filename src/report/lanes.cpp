#include "report/lanes.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/sort_stably.h"
#include "model/touch.h"
#include "report/lanes_parts.h"
#include "state/reduce.h"

namespace atlas {
namespace {

/// Days that a reader may want to go to; their names are words `named.DATE`.
constexpr std::array<std::string_view, 5> kNamedDates{"2014-09-12", "2022-02-24", "2023-11-02", "2025-08-15",
                                                      "2025-10-22"};
/// Rows of the lanes from the axis outwards.
constexpr std::array<std::string_view, 3> kDealGroups{"russia", "united-states", "other"};
constexpr std::array<std::string_view, 4> kSanctionGroups{"eu-partners", "united-states", "own-limits", "russia-china"};
constexpr size_t kMostRows = 8;
constexpr size_t kProvinces = static_cast<size_t>(Layer::province), kFields = static_cast<size_t>(Layer::field);

/// Index into LaneGroup::Step::counts, -1 if it isn't in force.
int count_of(Stage stage) {
  switch (stage) {
    case Stage::operating:
      return 0;
    case Stage::signed_:
      return 1;
    case Stage::suspended:
      return 2;
    case Stage::pledged:
      return 3;
    case Stage::none:
    case Stage::ended:
      break;
  }
  return -1;
}
int count_of(Hold hold) {
  return hold == Hold::blocks ? 0 : hold == Hold::restricts ? 1 : hold == Hold::hinders ? 2 : 3;
}

class LaneMaker {
 public:
  LaneMaker(const Dataset& dataset, const Speech& say, const State& state, const TimeAxis& axis)
      : dataset_(dataset), say_(say), state_(state), axis_(axis), holds_(heaviest_holds(dataset)) {}

  std::vector<LaneGroup> groups(Lane lane) {
    std::vector<std::string> keys;
    if (lane == Lane::deals)
      keys.assign(kDealGroups.begin(), kDealGroups.end());
    else
      keys.assign(kSanctionGroups.begin(), kSanctionGroups.end());
    for (const Event& event : dataset_.events)
      if (event.lane == lane && std::find(keys.begin(), keys.end(), event.group) == keys.end())
        keys.push_back(event.group);
    std::vector<LaneGroup> result;
    result.reserve(keys.size());
    for (const std::string& key : keys) result.push_back(group(lane, key));
    return result;
  }

 private:
  LaneGroup group(Lane lane, const std::string& key) {
    LaneGroup group;
    group.key = key;
    group.name = word_or_plain(say_, lane == Lane::deals ? "group.deals" : "group.sanctions", key);
    std::map<int32_t, std::array<int, 4>> changes;
    std::vector<EventIx> members;
    for (size_t i = 0; i < dataset_.events.size(); ++i)
      if (dataset_.events[i].lane == lane && dataset_.events[i].group == key) members.push_back(EventIx(i));
    sort_stably(members, [&](EventIx a, EventIx b) { return dataset_.at(a).start() < dataset_.at(b).start(); });
    for (const EventIx ix : members) {
      group.starts.push_back(axis_.x_of(dataset_.at(ix).start()));
      add_changes(ix, changes);
      group.bars.push_back(bar(ix));
    }
    place_rows(members, group.bars);
    std::array<int, 4> now{};
    for (const auto& [day, change] : changes) {
      if (Date{day} > dataset_.as_of) break;
      LaneGroup::Step step;
      step.x = axis_.x_of(std::max(Date{day}, kAxisFirst));
      for (size_t c = 0; c < now.size(); ++c) {
        now[c] += change[c];
        step.counts[c] = static_cast<float>(now[c]);
      }
      if (!group.steps.empty() && group.steps.back().x == step.x) group.steps.pop_back();
      group.steps.push_back(step);
    }
    return group;
  }

  void add_changes(EventIx ix, std::map<int32_t, std::array<int, 4>>& changes) const {
    const Event& event = dataset_.at(ix);
    const Override choice = choice_of(dataset_, state_.scenario, ix);
    if (choice == Override::off) return;
    const auto add = [&](DaySpan days, int count) {
      if (count < 0 || days.empty()) return;
      if (choice == Override::on) days = {kAxisFirst.days, INT32_MAX};
      ++changes[days.from][static_cast<size_t>(count)];
      if (days.to < INT32_MAX) --changes[days.to][static_cast<size_t>(count)];
    };
    if (event.lane == Lane::sanctions) {
      add({event.start().days, event.end ? event.end->days : INT32_MAX}, count_of(holds_[ix.value]));
    } else if (choice == Override::on) {
      add({}, count_of(best_stage(stages_of(event))));
    } else {
      for (const StageSpan& span : stages_of(event)) add(span.days, count_of(span.stage));
    }
  }

  /// Last day that the bar covers; nothing if it is open.
  std::optional<Date> end_of(const Event& event) const {
    if (event.end || event.lane == Lane::sanctions) return event.end;
    const std::vector<StageSpan> stages = stages_of(event);
    if (!stages.empty() && stages.back().stage == Stage::ended) return Date{stages.back().days.from};
    return std::nullopt;
  }

  LaneBar bar(EventIx ix) const {
    const Event& event = dataset_.at(ix);
    const std::optional<Date> end = end_of(event);
    LaneBar bar;
    bar.event = ix;
    bar.x0 = axis_.x_of(event.start());
    bar.x1 = std::max(bar.x0, axis_.x_of(std::min(end.value_or(dataset_.as_of), kAxisLast)));
    bar.x_announced = std::min(bar.x0, axis_.x_of(event.announced));
    bar.open_end = !end;
    bar.soft_start = event.precision != DatePrecision::day;
    bar.hold = event.lane == Lane::sanctions ? holds_[ix.value] : Hold::none;
    bar.stage = event.lane == Lane::deals ? last_stage(event) : Stage::none;
    bar.title = event.title.in(say_.lang);
    bar.word = event.lane == Lane::deals ? say_(stage_key(bar.stage)) : sanction_word(dataset_, say_, ix, bar.hold);
    bar.dates = dates_text(say_, event);
    bar.off = choice_of(dataset_, state_.scenario, ix) == Override::off;
    bar.switched = state_.scenario.overrides.count(ix) > 0;
    return bar;
  }

  /// First fit by start; what finds no row stays in the strip.
  void place_rows(const std::vector<EventIx>& members, std::vector<LaneBar>& bars) const {
    std::vector<Date> row_ends;
    for (size_t i = 0; i < members.size(); ++i) {
      const Event& event = dataset_.at(members[i]);
      const Date from = event.start(), to = end_of(event).value_or(Date{INT32_MAX});
      size_t row = 0;
      while (row < row_ends.size() && row_ends[row] > from) ++row;
      if (row >= kMostRows) continue;
      if (row == row_ends.size()) row_ends.push_back(to);
      row_ends[row] = to;
      bars[i].row = static_cast<int>(row);
    }
  }

  const Dataset& dataset_;
  const Speech& say_;
  const State& state_;
  const TimeAxis& axis_;
  std::vector<Hold> holds_;
};

std::vector<CurveStep> curve_steps(const Curve& curve, const TimeAxis& axis, Date as_of) {
  std::vector<CurveStep> steps{{axis.x_of(kAxisFirst), 0, 0, 0}};
  for (const CurvePoint& point : curve.points) {
    if (point.from > as_of) break;
    const double x = axis.x_of(std::max(point.from, kAxisFirst));
    const Interval bn_boe_now = point.boe_mmboe * 0.001;
    if (steps.back().x == x) steps.pop_back();
    steps.push_back({x, bn_boe_now.low, drawn_value(bn_boe_now), bn_boe_now.high});
  }
  return steps;
}

/// 1, 2 or 5 times a power of ten, not below `value`: the scale stays as small changes come and go.
double nice_ceiling(double value) {
  double power = 1;
  while (power * 10 < value) power *= 10;
  for (const double factor : {1.0, 2.0, 5.0})
    if (power * factor >= value) return power * factor;
  return power * 10;
}

std::string lane_date_text(const Speech& say, const Scenario& scenario, Lane lane) {
  const DateRange days = days_of(scenario, lane);
  if (days.from == days.to) return date_text(say, days.to);
  return range_text(say, date_text(say, days.from), date_text(say, days.to));
}

}  // namespace

Lanes make_lanes(const Dataset& dataset, const Words& words, const State& state, const Snapshot& snapshot,
                 const Curve& deals, const Curve& sanctions, const TimeAxis& axis) {
  const Speech say{words, state.lang};
  LaneMaker maker(dataset, say, state, axis);
  Lanes lanes;
  lanes.axis = axis;
  lanes.ticks = axis_ticks(say, axis);
  lanes.x_as_of = axis.x_of(dataset.as_of);
  lanes.x_break = axis.x_of(Date::from_ymd(2012, 1, 1));
  const auto fill = [&](LaneText& lane, Lane which, const Curve& curve) {
    lane.lane = which;
    lane.groups = maker.groups(which);
    lane.curve = curve_steps(curve, axis, dataset.as_of);
  };
  fill(lanes.deals, Lane::deals, deals);
  fill(lanes.sanctions, Lane::sanctions, sanctions);
  lanes.deals.name = say("lane.deals");
  lanes.sanctions.name = say("lane.sanctions");
  lanes.deals.curve_name = say("lane.deals_curve");
  const double all = drawn_value(snapshot.totals.all[kProvinces].volumes.boe_mmboe) * 0.001;
  lanes.sanctions.curve_name = filled(say("lane.sanctions_curve"), "all", number_text(all, 1, say.lang));
  double highest = 0;
  for (const CurveStep& step : lanes.deals.curve) highest = std::max(highest, step.high);
  lanes.deals.curve_max = nice_ceiling(std::max(highest, 1.0));
  lanes.sanctions.curve_max = std::max(all, 1.0);
  for (const std::string_view day : kNamedDates) {
    const Date date = *Date::parse(day);
    lanes.named.push_back({date, say("named." + std::string(day)), date_text(say, date)});
  }
  move_lanes(words, state, snapshot, lanes);
  return lanes;
}

void move_lanes(const Words& words, const State& state, const Snapshot& snapshot, Lanes& lanes) {
  const Speech say{words, state.lang};
  const auto move = [&](LaneText& lane, const Interval& now) {
    for (LaneGroup& group : lane.groups) {
      group.in_force = 0;
      for (const LaneBar& bar : group.bars) group.in_force += snapshot.event_active[bar.event.value] ? 1 : 0;
    }
    lane.date = lane_date_text(say, state.scenario, lane.lane);
    lane.value = bn_boe(say, now).value;
    lane.value_drawn = drawn_value(now) * 0.001;
  };
  move(lanes.deals, snapshot.totals.under_deal[kFields].volumes.boe_mmboe);
  move(lanes.sanctions, snapshot.totals.held_back[kProvinces].volumes.boe_mmboe);
}

}  // namespace atlas
