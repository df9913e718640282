// Checks deals and sanctions, derives the history of deals that have none, and resolves the effects.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/sort_stably.h"
#include "data/check_steps.h"
#include "data/selector.h"

namespace atlas {
namespace {

/// Kinds of deals that are words more than works; they begin as pledges.
bool is_pledge(const DealRow& row) {
  constexpr std::array kPledges{"pledge", "memorandum", "letter-of-intent", "offer", "statement"};
  return row.status == "pledged" || std::find(kPledges.begin(), kPledges.end(), row.kind) != kPledges.end();
}

Change derived(const DealRow& row, Date date, Stage stage, const char* word, SourceIx source) {
  return {date, row.precision, word, stage, {}, source, row.head.verified};
}

/// Recorded changes, and before and after them what the row's own dates say: signed (or pledged) from the announcement,
/// operating from the effective day if it got there, ended at the end.
std::vector<Change> history_of(CheckContext& c, const DealRow& row, std::vector<Change> recorded, SourceIx source) {
  const auto by_date = [](const Change& a, const Change& b) { return a.date < b.date; };
  sort_stably(recorded, by_date);
  std::vector<Change> history;
  const auto precedes_record = [&](Date date) { return recorded.empty() || date < recorded.front().date; };
  if (precedes_record(row.announced)) {
    const bool pledge = is_pledge(row);
    history.push_back(
        derived(row, row.announced, pledge ? Stage::pledged : Stage::signed_, pledge ? "pledged" : "signed", source));
  }
  const bool got_there = row.status == "operating" || row.status == "suspended" || row.status == "ended";
  if (row.effective && got_there && !is_pledge(row) && precedes_record(*row.effective) &&
      *row.effective >= row.announced && (!row.end || *row.effective < *row.end))
    history.push_back(derived(row, *row.effective, Stage::operating, "operating", source));
  const bool ends =
      std::any_of(recorded.begin(), recorded.end(), [](const Change& change) { return change.stage == Stage::ended; });
  history.insert(history.end(), recorded.begin(), recorded.end());
  if (row.end && !ends) history.push_back(derived(row, *row.end, Stage::ended, "ended", source));
  sort_stably(history, by_date);
  const std::optional<Stage> last = stage_of(row.status);
  if (last && history.back().stage != *last)
    c.warn(row.head, "status", "differs from the last stage of its history (" + history.back().kind + ")", row.status);
  return history;
}

/// Rows of a change file by event id; a fault for each row whose event isn't of that lane.
std::map<std::string, std::vector<Change>> changes_by_event(CheckContext& c, const std::vector<ChangeRow>& rows,
                                                            Lane lane, const char* id_column) {
  std::map<std::string, std::vector<Change>> changes;
  for (const ChangeRow& row : rows) {
    const std::optional<EventIx> event = c.data.find_event(row.head.id);
    if (!event || c.data.at(*event).lane != lane) {
      c.fault(row.head, id_column, lane == Lane::deals ? "unknown deal" : "unknown sanction", row.head.id);
      continue;
    }
    const Stage stage = lane == Lane::deals ? stage_of(row.word).value_or(Stage::none) : Stage::none;
    changes[row.head.id].push_back(
        {row.date, row.precision, row.word, stage, row.what, c.source(row.head), row.head.verified});
  }
  return changes;
}

void add(CheckContext& c, const RowHead& head, Event event) {
  c.take_id(head);
  event.id = head.id;
  event.source = c.source(head);
  event.verified = head.verified;
  c.data.event_by_id.emplace(event.id, EventIx{c.data.events.size()});
  c.data.events.push_back(std::move(event));
}

/// Does any part and commodity lie within the selector? Owners are known to own something (check_ownership).
bool matches_something(const Dataset& data, const Selector& selector) {
  for (size_t i = 0; i < data.parts.size(); ++i)
    for (const CommodityIx commodity : commodities_of(data.at(data.parts[i].asset)))
      if (reaches(data, selector, PartIx{i}, commodity)) return true;
  return false;
}

}  // namespace

void check_events(CheckContext& c, const Tables& tables) {
  for (const DealRow& row : tables.deals) {
    Event event;
    event.lane = Lane::deals;
    event.title = row.title;
    event.summary = row.summary;
    event.kind = row.kind;
    event.group = row.region;
    event.parties = row.parties;
    event.note = row.note;
    event.countries = row.countries;
    event.announced = row.announced;
    event.effective = row.effective;
    event.end = row.end;
    event.precision = row.precision;
    event.value_usd_bn = row.value_usd_bn;
    event.assets = c.assets(row.head, row.asset_ids);
    add(c, row.head, std::move(event));
  }
  for (const SanctionRow& row : tables.sanctions) {
    Event event;
    event.lane = Lane::sanctions;
    event.title = row.title;
    event.summary = row.summary;
    event.kind = row.kind;
    event.group = row.group;
    event.issuer = row.issuer;
    event.parties = row.targets;
    event.instrument = row.instrument;
    event.note = row.note;
    event.countries = row.target_countries;
    event.own_limit = row.own_limit;
    event.announced = row.announced;
    event.effective = row.effective;
    event.end = row.end;
    event.precision = row.precision;
    add(c, row.head, std::move(event));
  }
  auto stages = changes_by_event(c, tables.deal_status, Lane::deals, "deal_id");
  for (const DealRow& row : tables.deals) {
    const std::optional<EventIx> ix = c.data.find_event(row.head.id);
    Event& event = c.data.events[ix->value];
    event.history = history_of(c, row, std::move(stages[row.head.id]), event.source);
  }
  for (auto& [id, changes] : changes_by_event(c, tables.sanction_changes, Lane::sanctions, "sanction_id")) {
    sort_stably(changes, [](const Change& a, const Change& b) { return a.date < b.date; });
    c.data.events[c.data.find_event(id)->value].history = std::move(changes);
  }
}

void check_effects(CheckContext& c, const Tables& tables) {
  std::map<std::tuple<std::string, std::optional<Date>, std::optional<Date>, std::string, Activity,
                      std::vector<std::string>>,
           int>
      line_of;
  for (const EffectRow& row : tables.effects) {
    const auto [same, fresh] = line_of.emplace(
        std::tuple(row.head.id, row.from, row.to, row.selector, row.activity, row.suspends), row.head.line);
    if (!fresh) c.fault(row.head, "event_id", "says the same as line " + std::to_string(same->second), row.head.id);
    const std::optional<EventIx> ix = c.data.find_event(row.head.id);
    if (!ix) {
      c.fault(row.head, "event_id", "unknown deal or sanction", row.head.id);
      continue;
    }
    Event& event = c.data.events[ix->value];
    if ((event.lane == Lane::deals) != (row.activity == Activity::deal))
      c.fault(row.head, "activity", "deals have activity deal, sanctions any other", row.head.id);
    if (row.activity == Activity::deal) {
      event.counts = true;
      if (row.from || row.to) c.fault(row.head, "from_date", "a deal's dates are its history's", row.head.id);
    }
    const Date from = row.from.value_or(event.start());
    const std::optional<Date> to = row.to ? row.to : event.end;
    if (to && *to < from) c.fault(row.head, "to_date", "the effect ends before it begins", to_text(*to));

    Effect effect;
    effect.event = *ix;
    effect.from = row.from;
    effect.to = row.to;
    effect.activity = row.activity;
    effect.reason = row.reason;
    for (const std::string& id : row.suspends) {
      const std::optional<EventIx> other = c.data.find_event(id);
      if (other && c.data.at(*other).lane == Lane::sanctions && *other != *ix) {
        effect.suspends.push_back(*other);
      } else {
        c.fault(row.head, "suspends", "is not another sanction", id);
      }
    }
    Result<Selector> selector = parse_selector(row.selector, c.data);
    if (!selector) {
      for (const Fault& fault : selector.faults()) c.fault(row.head, fault.column, fault.what, fault.value);
      continue;
    }
    effect.selector = std::move(selector).value();
    if (row.activity != Activity::suspends && !effect.selector.activities.empty())
      c.fault(row.head, "selector", "names an activity, but only a waiver lifts one", row.selector);
    if (!row.selector.empty() && !matches_something(c.data, effect.selector))
      c.fault(row.head, "selector", "matches nothing", row.selector);
    c.data.effects.push_back(std::move(effect));
  }
  for (const DealRow& row : tables.deals) {
    constexpr std::array kCounting{"equity", "joint-venture", "licence", "service", "offtake", "financing"};
    const bool counts = c.data.at(*c.data.find_event(row.head.id)).counts;
    const bool counting_kind = std::find(kCounting.begin(), kCounting.end(), row.kind) != kCounting.end();
    if (counting_kind && !row.asset_ids.empty() && !counts)
      c.warn(row.head, "asset_ids", "names assets, but effects.csv has no row for it", row.head.id);
    if (counts && !counting_kind) c.fault(row.head, "kind", "of this kind no deal puts assets under it", row.kind);
  }
}

}  // namespace atlas
