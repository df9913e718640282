#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "data/check.h"
#include "data/csv.h"
#include "model/reach.h"
#include "report/tables_out.h"
#include "state/link.h"
#include "support/files.h"

using namespace atlas;
using nlohmann::json;

namespace {

struct Shipped {
  Dataset data;
  Words words;
  Reach reach;
};

const Shipped& shipped() {
  static const Shipped loaded = [] {
    const Result<Dataset> checked = check(support::data_folder("assets/data"));
    if (!checked.ok()) FAIL(to_text(checked.faults().front()));
    const Result<Words> words = Words::parse(support::read_text(std::string(ATLAS_SOURCE_DIR) + "/assets/words.csv"));
    if (!words.ok()) FAIL(to_text(words.faults().front()));
    return Shipped{*checked, *words, make_reach(*checked)};
  }();
  return loaded;
}

/// Everything that follows from a link.
struct View {
  State state;
  Snapshot snapshot, baseline;
  Report report;

  explicit View(std::string_view link) {
    const auto& [data, words, reach] = shipped();
    const ParsedLink parsed = parse_link(data, link);
    if (!parsed.refused.empty()) FAIL(to_text(parsed.refused.front()));
    state = parsed.state;
    snapshot = evaluate(data, reach, state.scenario);
    baseline = evaluate(data, reach, baseline_of(state.scenario));
    report = make_report(data, words, state, snapshot, baseline);
  }
  Told told() const { return {shipped().data, shipped().words, state, snapshot}; }
};

Lanes lanes_of(const View& view, const TimeAxis& axis = {}) {
  const auto& [data, words, reach] = shipped();
  return make_lanes(data, words, view.state, view.snapshot,
                    sweep(data, reach, view.state.scenario, Lane::deals, Layer::field),
                    sweep(data, reach, view.state.scenario, Lane::sanctions, Layer::province), axis);
}

}  // namespace

TEST_CASE("totals --json has the published sums and every named key", "[report]") {
  const View view("#v=1");
  const json totals = json::parse(totals_json(view.told(), nullptr));
  const json& province = totals["layers"]["province"];
  CHECK(province["count"] == 25);
  CHECK(province["oil_mmbo"]["best"].get<double>() == Approx(89983).margin(1));
  CHECK(province["gas_bcf"]["best"].get<double>() == Approx(1668658).margin(1));
  CHECK(province["ngl_mmbbl"]["best"].get<double>() == Approx(44064).margin(1));
  CHECK(province["boe_mmboe"]["low"].get<double>() == Approx(412157).margin(1));
  for (const char* hold : {"hinders", "restricts", "blocks", "held_back"}) {
    CAPTURE(hold);
    CHECK(totals["sanctions"][hold]["field"].contains("boe_mmboe"));
    CHECK(totals["sanctions"][hold]["deposit"].contains("by_unit"));
  }
  for (const char* stage : {"pledged", "signed", "operating", "suspended"}) CHECK(totals["deals"].contains(stage));
  CHECK(totals["layers"]["deposit"]["by_unit"]["rare-earths"].contains("kt TREO"));
  CHECK(totals["state"] == "#v=1");
  CHECK_FALSE(totals.contains("difference"));
}

TEST_CASE("lists have every row with id, name and source", "[report]") {
  const View view("#v=1&lang=ru");
  for (const auto& [kind, least] :
       {std::pair{"provinces", size_t{25}}, std::pair{"fields", size_t{90}}, std::pair{"deposits", size_t{95}},
        std::pair{"deals", size_t{100}}, std::pair{"sanctions", size_t{90}}, std::pair{"claims", size_t{30}}}) {
    CAPTURE(kind);
    const json rows = json::parse(*list_json(view.told(), kind));
    CHECK(rows.size() >= least);
    for (const json& row : rows) {
      CHECK_FALSE(row["id"].get<std::string>().empty());
      CHECK_FALSE(row["name"].get<std::string>().empty());
      CHECK_FALSE(row["source_id"].get<std::string>().empty());
    }
  }
  CHECK_FALSE(list_json(view.told(), "nonsense").ok());
}

TEST_CASE("explain names holds, causes and figures", "[report]") {
  const View view("#v=1&t=2023-11-02");
  const json plant = json::parse(*explain_json(view.told(), "arctic-lng-2"));
  CHECK(plant["layer"] == "facility");
  CHECK(plant["sanctions"]["hold"] == "blocks");
  const json field = json::parse(*explain_json(view.told(), "utrenneye"));
  CHECK(field["sanctions"]["hold"] == "blocks");
  CHECK_FALSE(field["sanctions"]["parts"].empty());
  CHECK_FALSE(field["amounts"].empty());
  CHECK_FALSE(explain_json(view.told(), "nobody").ok());
  CHECK(explain_plain(view.told(), "utrenneye").ok());
}

TEST_CASE("a card says what an event does to this asset, not what it does elsewhere", "[report]") {
  // On 1 Nov 2023 the field is restricted at most, though an event that touches it blocks a company elsewhere.
  const View view("#v=1&t=2023-11-01&sel=utrenneye");
  const Hold hold = view.snapshot.assets[shipped().data.find_asset("utrenneye")->value].hold;
  REQUIRE(hold < Hold::blocks);
  for (const EventRow& row : view.report.card->sanctions) {
    CAPTURE(row.title);
    CHECK(row.hold <= hold);
    CHECK(row.hold != Hold::none);
  }
}

TEST_CASE("a difference counts what changed, and nothing when nothing did", "[report]") {
  const View all("#v=1"), none("#v=1&iss=none");
  const Told a = all.told(), b = none.told();
  const json same = json::parse(totals_json(a, &a))["difference"];
  CHECK(same["assets"].empty());
  CHECK(same["held_back"]["province"]["boe_mmboe"]["high"] == 0.0);
  const json gone = json::parse(totals_json(b, &a))["difference"];
  const json held = json::parse(totals_json(a, nullptr))["sanctions"]["held_back"];
  CHECK(gone["freed"]["province"] == held["province"]);
  CHECK(gone["newly_held_back"]["province"]["boe_mmboe"]["high"] == 0.0);
}

TEST_CASE("the report says the same in totals, words and rows", "[report]") {
  const View view("#v=1");
  const json report = json::parse(report_json(view.told(), view.report, nullptr));
  CHECK(report["totals"] == json::parse(totals_json(view.told(), nullptr)));
  CHECK(report["assets"] == json::parse(assets_json(view.told())));
  CHECK(report["totals_text"]["of_all"] == "of 412.2\u00a0bn boe");
  CHECK(view.report.totals.oil.value == "90.0");
  CHECK(view.report.totals.gas.value == "1,669");
  const TotalsText& t = view.report.totals;
  CHECK(t.blocked + t.restricted + t.hindered + t.free == Approx(t.all));
  double by_state = 0;
  for (const BarRow& row : t.by_state) by_state += row.amount.drawn;
  CHECK(by_state == Approx(t.all).epsilon(0.002));
  CHECK(report["sources"].size() > 20);
}

TEST_CASE("no word is missing in any view", "[report]") {
  for (const char* lang : {"", "&lang=ru"})
    for (const char* link : {"#v=1&sel=west-siberian-basin&t=2014-09-12", "#v=1&sel=utrenneye", "#v=1&sel=tomtor",
                             "#v=1&sel=arctic-lng-2", "#v=1&sel=us-directive-4-2014&off=us-directive-4-2014",
                             "#v=1&sel=exxon-rosneft-kara-2011&td=2013-01-01&ts=2022-03-01&h=total"}) {
      CAPTURE(link, lang);
      const View view(std::string(link) + lang);
      const std::string text = report_json(view.told(), view.report, nullptr);
      for (const char* prefix : {"[ui.", "[card.", "[fact.", "[format.", "[unit.", "[count.", "[month.", "[totals.",
                                 "[layer.", "[whatif.", "[legend.", "[quantity.", "[summary.", "[title.", "[app."})
        CHECK(text.find(prefix) == std::string::npos);
      CHECK(view.report.card.has_value());
      const Lanes lanes = lanes_of(view);
      for (const NamedDate& named : lanes.named) CHECK(named.name.front() != '[');
    }
}

TEST_CASE("a switched event makes a what-if with its rows and keeps its own row", "[report]") {
  const View view("#v=1&t=2014-09-12&off=us-directive-4-2014&sel=prirazlomnoye");
  REQUIRE(view.report.what_if);
  CHECK(view.report.what_if->rows.size() == 3);
  CHECK(view.report.what_if->assumptions.size() == 2);
  const auto& rows = view.report.card->sanctions;
  CHECK(std::any_of(rows.begin(), rows.end(), [](const EventRow& row) { return !row.counted; }));
  CHECK_FALSE(View("#v=1").report.what_if);
}

TEST_CASE("the CSV has a row for each visible asset and reads back", "[report]") {
  const View view("#v=1&f=country:NOR");
  Faults faults;
  const CsvTable table = read_csv("out.csv", assets_csv(view.told()), faults);
  CHECK(faults.empty());
  CHECK(table.rows.size() == json::parse(assets_json(view.told())).size());
  CHECK(table.rows.size() > 5);
  CHECK(table.rows.size() < shipped().data.assets.size());
  CHECK(json::parse(assets_geojson(view.told()))["features"].size() == table.rows.size());
}

TEST_CASE("lanes have their groups, every event once, and steps that end as counted", "[report]") {
  const View view("#v=1");
  const Lanes lanes = lanes_of(view);
  CHECK(lanes.deals.groups.size() == 3);
  CHECK(lanes.sanctions.groups.size() == 4);
  size_t bars = 0;
  for (const LaneText* lane : {&lanes.deals, &lanes.sanctions})
    for (const LaneGroup& group : lane->groups) {
      CAPTURE(group.key);
      bars += group.bars.size();
      CHECK(group.starts.size() == group.bars.size());
      REQUIRE_FALSE(group.steps.empty());
      float last = 0;
      for (const float count : group.steps.back().counts) last += count;
      CHECK(static_cast<int>(last) == group.in_force);
      for (size_t i = 1; i < group.steps.size(); ++i) CHECK(group.steps[i - 1].x < group.steps[i].x);
    }
  CHECK(bars == shipped().data.events.size());
  CHECK(lanes.sanctions.value == view.report.totals.held_back.value);
  CHECK(lanes.sanctions.curve.back().best == Approx(view.report.totals.held_back.drawn));
  CHECK(lanes.sanctions.curve_max == Approx(412.157).margin(0.01));
}

TEST_CASE("moved to another day, report and lanes say what they say when made for it", "[report][law]") {
  const auto& [data, words, reach] = shipped();
  View moved("#v=1&t=2011-05-01");
  Lanes lanes = lanes_of(moved);
  for (const char* link : {"#v=1&t=2014-09-12", "#v=1&td=2020-01-01&ts=2022-03-16&sel=west-siberian-basin",
                           "#v=1&t=2015-01-01..2025-01-10", "#v=1"}) {
    CAPTURE(link);
    const View made(link);
    move_report(data, words, made.state, made.snapshot, made.baseline, moved.report);
    CHECK(report_json(made.told(), moved.report, nullptr) == report_json(made.told(), made.report, nullptr));
    move_lanes(words, made.state, made.snapshot, lanes);
    const Lanes fresh = lanes_of(made);
    for (const auto& [a, b] : {std::pair(&lanes.deals, &fresh.deals), std::pair(&lanes.sanctions, &fresh.sanctions)}) {
      CHECK(a->date == b->date);
      CHECK(a->value == b->value);
      CHECK(a->value_drawn == Approx(b->value_drawn));
      REQUIRE(a->groups.size() == b->groups.size());
      for (size_t i = 0; i < a->groups.size(); ++i) CHECK(a->groups[i].in_force == b->groups[i].in_force);
    }
  }
}

TEST_CASE("rows of a group never overlap", "[report]") {
  const Lanes lanes = lanes_of(View("#v=1"));
  for (const LaneText* lane : {&lanes.deals, &lanes.sanctions})
    for (const LaneGroup& group : lane->groups)
      for (const LaneBar& a : group.bars)
        for (const LaneBar& b : group.bars)
          if (a.event < b.event && a.row >= 0 && a.row == b.row) {
            CAPTURE(a.title, b.title);
            CHECK((a.x1 <= b.x0 + 1e-12 || b.x1 <= a.x0 + 1e-12));
          }
}
