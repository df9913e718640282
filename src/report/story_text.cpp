// The words of a story's step. Figures in braces are counted from the step's own state, so that they agree with the
// globe in both languages and after every change of the data.
#include <algorithm>
#include <array>
#include <functional>

#include "report/lanes_parts.h"
#include "report/readings.h"
#include "state/story.h"

namespace atlas {
namespace {

/// "304.1 bn boe"; the range where no best is known.
std::string best_or_range(const AmountText& amount, const Interval& interval) {
  return interval.best || amount.range.empty() ? joined(amount) : amount.range + ' ' + amount.unit;
}

struct Told {
  const Speech& say;
  const Dataset& dataset;
  const State& view;
  const Snapshot& snapshot;
  const Snapshot& baseline;

  const Volumes& held(Layer layer) const { return snapshot.totals.held_back[static_cast<size_t>(layer)].volumes; }
  const Volumes& all(Layer layer) const { return snapshot.totals.all[static_cast<size_t>(layer)].volumes; }
  std::string bn(const Interval& interval) const { return best_or_range(bn_boe(say, interval), interval); }
  std::optional<Card> card() const { return selected_card(dataset, say, view, snapshot, baseline); }
};

struct Figure {
  std::string_view name;
  std::string (*say)(const Told&);
};

constexpr std::array<Figure, 14> kFigures{{
    {"date", [](const Told& t) { return date_text(t.say, days_of(t.view.scenario, Lane::sanctions).to); }},
    {"all", [](const Told& t) { return t.bn(t.all(Layer::province).boe_mmboe); }},
    {"provinces", [](const Told& t) { return std::to_string(t.snapshot.totals.count[0]); }},
    {"held_back", [](const Told& t) { return t.bn(t.held(Layer::province).boe_mmboe); }},
    {"held_back_range",
     [](const Told& t) {
       const AmountText amount = bn_boe(t.say, t.held(Layer::province).boe_mmboe);
       return amount.range.empty() ? joined(amount) : amount.range + ' ' + amount.unit;
     }},
    {"held_back_oil",
     [](const Told& t) {
       const Interval& oil = t.held(Layer::province).oil_mmbo;
       return best_or_range(barrels(t.say, oil), oil);
     }},
    {"held_back_gas",
     [](const Told& t) {
       const Interval& gas = t.held(Layer::province).gas_bcf;
       return best_or_range(cubic_feet(t.say, gas), gas);
     }},
    {"free", [](const Told& t) { return joined(totals_text(t.dataset, t.say, t.view, t.snapshot).free_text); }},
    {"fields_all", [](const Told& t) { return t.bn(t.all(Layer::field).boe_mmboe); }},
    {"fields_held_back", [](const Told& t) { return t.bn(t.held(Layer::field).boe_mmboe); }},
    {"fields_under_deal",
     [](const Told& t) {
       return t.bn(t.snapshot.totals.under_deal[static_cast<size_t>(Layer::field)].volumes.boe_mmboe);
     }},
    {"difference",
     [](const Told& t) {
       const auto what_if = what_if_text(t.dataset, t.say, t.view, t.snapshot, t.baseline);
       return what_if ? what_if->rows.front().difference + ' ' + t.say("unit.bn_boe") : std::string();
     }},
    {"amount",
     [](const Told& t) {
       const std::optional<Card> card = t.card();
       return card && card->lead ? joined(*card->lead) : std::string();
     }},
    {"held_here",
     [](const Told& t) {
       const std::optional<Card> card = t.card();
       if (!card || !card->held) return std::string();
       const AmountText& held = *card->held;
       const bool best_known = !held.value.empty() && held.value.front() >= '0' && held.value.front() <= '9';
       return best_known || held.range.empty() ? joined(held) : held.range + ' ' + held.unit;
     }},
}};

/// Calls `each` with every name in braces.
void for_names(std::string_view text, const std::function<void(std::string_view)>& each) {
  for (size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const size_t close = text.find('}', open);
    if (close == std::string_view::npos) return;
    each(text.substr(open + 1, close - open - 1));
  }
}

const Figure* find_figure(std::string_view name) {
  const auto found = std::find_if(kFigures.begin(), kFigures.end(), [&](const Figure& f) { return f.name == name; });
  return found == kFigures.end() ? nullptr : &*found;
}

/// A figure and its unit stay on one line.
std::string unbroken(const std::string& text) {
  std::string result;
  for (const char c : text) c == ' ' ? result += "\xC2\xA0" : result += c;
  return result;
}

std::string with_figures(const Told& told, const std::string& text) {
  std::string result = text;
  for_names(text, [&](std::string_view name) {
    if (const Figure* figure = find_figure(name)) result = filled(std::move(result), name, unbroken(figure->say(told)));
  });
  return result;
}

}  // namespace

StoryText make_story_text(const Dataset& dataset, const Words& words, const State& view, const Snapshot& snapshot,
                          const Snapshot& baseline) {
  StoryText text;
  if (!view.story) return text;
  const std::optional<StepPlace> here = find_step(dataset, *view.story);
  if (!here) return text;
  const Speech say{words, view.lang};
  const Told told{say, dataset, view, snapshot, baseline};
  const Story& story = *here->story;
  const StoryStep& step = here->step();
  text.place = *view.story;
  text.story_title = story.title.in(view.lang);
  for (const Story::Chapter& chapter : story.chapters)
    if (chapter.id == step.chapter) text.chapter = chapter.title.in(view.lang);
  text.title = with_figures(told, step.title.in(view.lang));
  text.text = with_figures(told, step.text.in(view.lang));
  text.count = filled(filled(say("story.step"), "step", std::to_string(here->index + 1)), "count",
                      std::to_string(story.steps.size()));
  text.step = static_cast<int>(here->index);
  text.steps = static_cast<int>(story.steps.size());
  for (const ClaimIx claim : step.claims) text.claims.push_back(claim_text(dataset, words, view.lang, claim));
  text.source = source_line(dataset, story.source);
  text.next = step_beside(dataset, text.place, 1);
  text.back = step_beside(dataset, text.place, -1);
  return text;
}

Faults check_story_figures(const Dataset& dataset) {
  Faults faults;
  for (const Story& story : dataset.stories)
    for (const StoryStep& step : story.steps)
      for (const bool title : {true, false})
        for (const Lang lang : {Lang::en, Lang::ru})
          for_names((title ? step.title : step.text).in(lang), [&](std::string_view name) {
            if (find_figure(name) == nullptr)
              faults.push_back({story.file, step.line, title ? "steps.title" : "steps.text",
                                "names a figure that nobody counts", std::string(name)});
          });
  return faults;
}

}  // namespace atlas
