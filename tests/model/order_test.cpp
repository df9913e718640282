// The order of rows doesn't matter: neither that of events, effects and owners in random datasets, nor that of any row
// in the files that the atlas ships.
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "data/csv.h"
#include "model/shipped.h"
#include "support/random_dataset.h"

using namespace atlas;

namespace {

/// A permutation of 0 .. count-1, the same on every platform.
std::vector<size_t> permutation(size_t count, support::Random& random) {
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  for (size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

/// The same facts with the events in another order: event i of `data` becomes event place[i].
Dataset with_events_moved(const Dataset& data, const std::vector<size_t>& place) {
  Dataset moved = data;
  for (size_t i = 0; i < place.size(); ++i) moved.events[place[i]] = data.events[i];
  for (auto& [id, ix] : moved.event_by_id) ix = EventIx(place[ix.value]);
  for (Effect& effect : moved.effects) {
    effect.event = EventIx(place[effect.event.value]);
    for (EventIx& suspended : effect.suspends) suspended = EventIx(place[suspended.value]);
  }
  return moved;
}

/// What a snapshot says, by names instead of places.
struct Said {
  std::map<std::string, std::string> slots;
  std::vector<double> totals;
};

std::string ids(const Dataset& data, const std::vector<EventIx>& events) {
  std::set<std::string> sorted;
  for (const EventIx ix : events) sorted.insert(data.at(ix).id);
  std::string text;
  for (const std::string& id : sorted) text += ' ' + id;
  return text;
}

Said said(const Dataset& data, const Snapshot& snapshot) {
  Said result;
  for (const PartState& slot : snapshot.parts) {
    const std::string commodity = slot.commodity.valid() ? data.commodities[slot.commodity.value] : "";
    result.slots[data.at(slot.part).id + ' ' + commodity] =
        std::to_string(static_cast<int>(slot.hold)) + std::to_string(static_cast<int>(slot.sure_hold)) +
        std::to_string(static_cast<int>(slot.stage)) + ids(data, slot.held_by) + " |" + ids(data, slot.dealt_by);
  }
  const auto add = [&](const Interval& v) {
    result.totals.insert(result.totals.end(), {v.low, v.best.value_or(-1), v.high});
  };
  for (size_t layer = 0; layer < 4; ++layer)
    for (const LayerVolumes* v :
         {&snapshot.totals.all[layer], &snapshot.totals.held_back[layer], &snapshot.totals.under_deal[layer]}) {
      add(v->volumes.oil_mmbo);
      add(v->volumes.gas_bcf);
      add(v->volumes.boe_mmboe);
      for (const auto& [name, units] : v->by_unit)
        for (const auto& [unit, amount] : units) add(amount);
    }
  return result;
}

void require_equal(const Said& a, const Said& b) {
  REQUIRE(a.slots == b.slots);
  REQUIRE(a.totals.size() == b.totals.size());
  for (size_t i = 0; i < a.totals.size(); ++i) REQUIRE(a.totals[i] == Approx(b.totals[i]).epsilon(1e-9).margin(1e-9));
}

/// The shipped files with the rows of each table in another order.
DataFiles shuffled(uint32_t seed) {
  DataFiles files = support::data_folder("assets/data");
  support::Random random(seed);
  for (auto& [name, text] : files.text_by_name) {
    if (!name.ends_with(".csv")) continue;
    Faults faults;
    CsvTable table = read_csv(name, text, faults);
    REQUIRE(faults.empty());
    std::vector<CsvRow> rows;
    for (const size_t i : permutation(table.rows.size(), random)) rows.push_back(table.rows[i]);
    table.rows = std::move(rows);
    text = write_csv(table);
  }
  return files;
}

}  // namespace

TEST_CASE("the order of events doesn't matter", "[model][law]") {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const Dataset data = support::random_dataset(seed);
    const Scenario scenario = support::random_scenario(data, seed);
    support::Random random(seed + 1);
    const std::vector<size_t> place = permutation(data.events.size(), random);
    const Dataset moved = with_events_moved(data, place);
    Scenario same = scenario;
    same.overrides.clear();
    for (const auto& [event, choice] : scenario.overrides) same.overrides[EventIx(place[event.value])] = choice;
    require_equal(said(data, evaluate(data, make_reach(data), scenario)),
                  said(moved, evaluate(moved, make_reach(moved), same)));
  }
}

TEST_CASE("the order of rows in the shipped files doesn't matter", "[model][shipped][law]") {
  for (uint32_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    const Result<Dataset> checked = check(shuffled(seed));
    if (!checked.ok()) FAIL(to_text(checked.faults().front()));
    const Reach reach = make_reach(*checked);
    for (const char* day : {"2011-09-01", "2014-09-12", "2018-02-28", "2023-11-02", "2025-10-23", "2026-10-10"}) {
      CAPTURE(day);
      Scenario scenario = default_scenario(*checked);
      scenario.clocks = Together{shipped::day(day)};
      require_equal(said(shipped::world().data, shipped::on(shipped::day(day))),
                    said(*checked, evaluate(*checked, reach, scenario)));
    }
  }
}

TEST_CASE("adding a sanction that waives nothing never lowers a total", "[model][law]") {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    const Dataset data = support::random_dataset(seed);
    const Reach reach = make_reach(data);
    Scenario with = support::random_scenario(data, seed);
    for (size_t i = 0; i < data.events.size(); ++i) {
      const bool waives = std::any_of(data.effects.begin(), data.effects.end(), [&](const Effect& e) {
        return e.event == EventIx(i) && e.activity == Activity::suspends;
      });
      if (data.events[i].lane != Lane::sanctions || waives) continue;
      Scenario without = with;
      without.overrides[EventIx(i)] = Override::off;
      with.overrides[EventIx(i)] = Override::on;
      const Totals less = evaluate(data, reach, without).totals, more = evaluate(data, reach, with).totals;
      with.overrides.erase(EventIx(i));
      CAPTURE(seed, data.events[i].id);
      for (size_t layer = 0; layer < 4; ++layer)
        for (const auto quantity : {&Volumes::oil_mmbo, &Volumes::ngl_mmbbl, &Volumes::gas_bcf, &Volumes::boe_mmboe}) {
          const Interval &a = less.held_back[layer].volumes.*quantity, &b = more.held_back[layer].volumes.*quantity;
          REQUIRE(a.low <= b.low + 1e-6);
          REQUIRE(a.high <= b.high + 1e-6);
        }
    }
  }
}
