#include "state/keys.h"

#include <algorithm>

#include "state/reduce.h"
#include "state/story.h"

namespace atlas {
namespace {

Date plus_months(Date date, int months) {
  const YearMonthDay ymd = date.ymd();
  const int month0 = ymd.year * 12 + ymd.month - 1 + months;
  const int year = month0 / 12, month = month0 % 12 + 1;
  const Date next_month = month == 12 ? Date::from_ymd(year + 1, 1, 1) : Date::from_ymd(year, month + 1, 1);
  return std::min(Date::from_ymd(year, month, 1).plus_days(ymd.day - 1), next_month.plus_days(-1));
}

struct DateStep {
  std::string_view code;
  bool shift;
  int days, months;
};
constexpr DateStep kSteps[] = {{"ArrowLeft", false, -1, 0}, {"ArrowRight", false, 1, 0}, {"ArrowLeft", true, 0, -1},
                               {"ArrowRight", true, 0, 1},  {"PageDown", false, 0, -12}, {"PageUp", false, 0, 12}};

bool step_date(const Dataset& dataset, const State& state, const Session& session, const KeyPress& key, Actions& ask) {
  const Lane lane = session.last_lane;
  const Date now = clock(state.scenario.clocks, lane);
  for (const DateStep& step : kSteps)
    if (step.code == key.code && step.shift == key.shift) {
      ask.push(SetDate{lane, plus_months(now, step.months).plus_days(step.days)});
      return true;
    }
  if (key.code == "Home" || key.code == "End") {
    ask.push(SetDate{lane, key.code == "Home" ? kAxisFirst : dataset.as_of});
    return true;
  }
  return false;
}

void step_story(const Dataset& dataset, const State& state, int by, Actions& ask) {
  if (const std::optional<StoryPlace> place = step_beside(dataset, *state.story, by)) ask.ask(GoToStep{*place});
}

void escape(const State& state, const Session& session, Actions& ask) {
  const bool popup = session.about_open || session.keys_open || session.search_open || !session.messages.empty();
  if (!popup && !std::holds_alternative<std::monostate>(state.selected))
    ask.push(Select{});
  else
    ask.ask(Dismiss{});
}

}  // namespace

bool press_key(const Dataset& dataset, const State& state, const Session& session, const KeyPress& key, Actions& ask) {
  if (key.ctrl || key.alt || key.meta) return false;
  if (step_date(dataset, state, session, key, ask)) return true;
  if (key.code == "KeyN")
    ask.ask(NorthUp{});
  else if (key.code == "KeyR")
    ask.ask(ResetView{});
  else if (key.code == "Space")
    ask.ask(Play{session.last_lane, !session.playing.has_value()});
  else if (key.code == "KeyT")
    ask.ask(ToggleTextView{});
  else if (key.code == "KeyF")
    ask.ask(FlyToSelection{});
  else if (key.code == "KeyL")
    ask.push(SetLang{state.lang == Lang::en ? Lang::ru : Lang::en});
  else if (key.code == "KeyH")
    ask.push(SetHeight{state.height == HeightMode::volume ? HeightMode::total : HeightMode::volume});
  else if (key.code == "KeyD")
    ask.push(SetTheme{state.theme == Theme::night ? Theme::paper : Theme::night});
  else if ((key.code == "BracketRight" || key.code == "BracketLeft") && state.story)
    step_story(dataset, state, key.code == "BracketRight" ? 1 : -1, ask);
  else if (key.code == "KeyU")
    ask.push(LinkClocks{std::holds_alternative<Apart>(state.scenario.clocks)});
  else if (const auto* event = std::get_if<EventIx>(&state.selected); key.code == "KeyX" && event != nullptr)
    ask.push(switched(state, *event));
  else if (key.code == "Escape")
    escape(state, session, ask);
  else
    return false;
  return true;
}

const std::vector<KeyHelp>& key_help() {
  static const std::vector<KeyHelp> list{
      {"N", "key.north_up"},    {"R", "key.reset"},         {"F", "key.fly"},         {"Space", "key.play"},
      {"← →", "key.day"},       {"Shift ← →", "key.month"}, {"Page ↑ ↓", "key.year"}, {"Home End", "key.ends"},
      {"U", "key.link_clocks"}, {"[ ]", "key.story"},       {"X", "key.switch"},      {"H", "key.height"},
      {"L", "key.language"},    {"D", "key.theme"},         {"T", "key.text_view"},   {"Esc", "key.close"}};
  return list;
}

}  // namespace atlas
