// The shipped data's snapshots as numbers, the same natively and in wasm: this test runs in both builds and compares
// with tests/model/shipped_hash.txt, which says how it is renewed.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

namespace {

constexpr const char* kRecord = ATLAS_SOURCE_DIR "/tests/model/shipped_hash.txt";

struct Named {
  const char* name;
  Scenario scenario;
};

/// Every switch that a scenario has, beside the data as recorded.
std::vector<Named> scenarios() {
  const Scenario recorded = default_scenario(world().data);
  std::vector<Named> list{{"as-recorded", recorded}};
  const auto add = [&](const char* name) -> Scenario& { return list.emplace_back(Named{name, recorded}).scenario; };
  add("blocks-only").holds = {false, false, true};
  add("without-the-usa").issuers_off = {"united-states"};
  add("own-limits-only").issuers_off = {"united-states", "eu-partners", "russia-china"};
  Scenario& what_if = add("what-if");
  what_if.overrides = {{event("us-bis-oil-2014"), Override::off}, {event("us-rosneft-lukoil-2025"), Override::on}};
  add("deals-of-2021").clocks = Apart{day("2021-06-01"), day("2026-10-10")};
  Scenario& range = add("ranges");
  range.deals_range = DateRange{day("2010-01-01"), day("2014-12-31")};
  range.sanctions_range = DateRange{day("2014-01-01"), day("2016-12-31")};
  return list;
}

std::vector<Date> days() {
  std::vector<Date> list;
  for (int year = 1990; year <= 2026; ++year) list.push_back(Date::from_ymd(year, 7, 1));
  for (const char* text :
       {"2014-08-01", "2014-09-12", "2014-12-06", "2014-12-19", "2018-01-29", "2022-03-08", "2023-11-02", "2025-01-10",
        "2025-01-20", "2025-08-15", "2025-10-22", "2026-04-25", "2026-10-10"})
    list.push_back(day(text));
  return list;
}

std::string hexadecimal(uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

/// One line a scenario: its name and one number over all days.
std::string computed() {
  std::string lines;
  for (Named& named : scenarios()) {
    uint64_t all = 0;
    for (const Date date : days()) {
      if (std::holds_alternative<Together>(named.scenario.clocks)) named.scenario.clocks = Together{date};
      all = all * 0x100000001b3ull ^ hash_of(evaluate(world().data, world().reach, named.scenario));
    }
    lines += std::string(named.name) + ' ' + hexadecimal(all) + '\n';
  }
  return lines;
}

std::string without_comments(const std::string& text) {
  std::istringstream in(text);
  std::string result;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] != '#') result += line + '\n';
  return result;
}

std::string comments(const std::string& text) {
  std::istringstream in(text);
  std::string result;
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line[0] == '#') result += line + '\n';
  return result;
}

}  // namespace

TEST_CASE("the shipped data's snapshots have the recorded hash, natively and in wasm", "[model][shipped][hash]") {
  const std::string recorded = support::read_text(kRecord), now = computed();
  const char* renew = std::getenv("ATLAS_RENEW");
  if (renew && std::string_view(renew) == "hash") {
    std::ofstream(kRecord, std::ios::binary) << comments(recorded) << now;
    WARN("tests/model/shipped_hash.txt is renewed");
    return;
  }
  INFO("if the data or their meaning were changed on purpose: ATLAS_RENEW=hash build/native/test_model '[hash]'");
  CHECK(without_comments(recorded) == now);
}

TEST_CASE("the hash sees a single hold, a day, and a figure", "[model][shipped][hash]") {
  const auto& [data, reach] = world();
  const uint64_t before = hash_of(on(day("2014-09-11"))), after = hash_of(on(day("2014-09-12")));
  CHECK(before != after);
  CHECK(after == hash_of(on(day("2014-09-12"))));
  Snapshot changed = on(day("2014-09-12"));
  changed.parts[7].hold = Hold::blocks;
  CHECK(hash_of(changed) != after);
  changed = on(day("2014-09-12"));
  changed.totals.by_sure_hold[2][0].volumes.gas_bcf.high += 1e-9;
  CHECK(hash_of(changed) != after);
  changed = on(day("2014-09-12"));
  changed.totals.all_by_state.at("RUS").boe_mmboe.low += 1e-9;
  CHECK(hash_of(changed) != after);
  changed = on(day("2014-09-12"));
  changed.assets.front().held_back.oil_mmbo.high += 1e-9;
  CHECK(hash_of(changed) != after);
  Dataset other = data;
  other.assets.front().boe_mmboe.high += 1e-6;
  Scenario scenario = default_scenario(data);
  scenario.clocks = Together{day("2014-09-12")};
  CHECK(hash_of(evaluate(other, reach, scenario)) != after);
}
