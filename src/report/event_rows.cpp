#include <algorithm>

#include "model/reach.h"
#include "model/touch.h"
#include "report/lanes_parts.h"

namespace atlas {

std::vector<Hold> heaviest_holds(const Dataset& dataset) {
  std::vector<Hold> holds(dataset.events.size(), Hold::none);
  for (const Effect& effect : dataset.effects) {
    Hold& hold = holds[effect.event.value];
    hold = std::max(hold, hold_of(effect.activity));
  }
  return holds;
}

Stage last_stage(const Event& event) {
  const std::vector<StageSpan> spans = stages_of(event);
  return spans.empty() ? Stage::none : spans.back().stage;
}

std::string start_text(const Speech& say, const Event& event) { return date_text(say, event.start(), event.precision); }

std::string dates_text(const Speech& say, const Event& event) {
  std::optional<Date> end = event.end;
  if (!end && event.lane == Lane::deals) {
    const std::vector<StageSpan> spans = stages_of(event);
    if (!spans.empty() && spans.back().stage == Stage::ended) end = Date{spans.back().days.from};
  }
  if (!end) return filled(say("format.since"), "date", start_text(say, event));
  return range_text(say, start_text(say, event), date_text(say, *end, event.precision));
}

SourceLine source_line(const Dataset& dataset, SourceIx ix) {
  SourceLine line;
  line.source = ix;
  if (!ix.valid()) return line;
  const Source& source = dataset.at(ix);
  line.text = source.publisher;
  for (const std::string* part : {&source.title, &source.date})
    if (!part->empty()) line.text += (line.text.empty() ? "" : ", ") + *part;
  line.url = source.url;
  return line;
}

namespace {

bool eases(const Dataset& dataset, EventIx event) {
  return std::any_of(dataset.effects.begin(), dataset.effects.end(), [&](const Effect& effect) {
    return effect.event == event && effect.activity == Activity::suspends;
  });
}

}  // namespace

std::string sanction_word(const Dataset& dataset, const Speech& say, EventIx event, Hold hold) {
  if (hold != Hold::none) return say(hold_key(hold));
  return say(eases(dataset, event) ? "event.eases" : "event.no_hold");
}

EventRow event_row(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot,
                   const std::vector<Hold>& holds, EventIx ix) {
  const Event& event = dataset.at(ix);
  EventRow row;
  row.event = ix;
  row.lane = event.lane;
  row.title = event.title.in(say.lang);
  row.date = start_text(say, event);
  row.counted = choice_of(dataset, state.scenario, ix) != Override::off;
  row.active = snapshot.event_active[ix.value] != 0;
  if (event.lane == Lane::sanctions) {
    row.hold = holds[ix.value];
    row.word = sanction_word(dataset, say, ix, row.hold);
  } else {
    row.stage = row.counted ? snapshot.event_stage[ix.value] : last_stage(event);
    row.word = say(stage_key(row.stage));
  }
  return row;
}

}  // namespace atlas
