#include "data/check.h"

#include <catch2/catch.hpp>

#include "support/files.h"

using namespace atlas;

namespace {

const Dataset& small() {
  static const Dataset dataset = check(support::data_folder("tests/data/small")).value();
  return dataset;
}
const Asset& asset(std::string_view id) { return small().at(*small().find_asset(id)); }
const Event& event(std::string_view id) { return small().at(*small().find_event(id)); }

std::vector<std::string> stages(const Event& deal) {
  std::vector<std::string> text;
  for (const Change& change : deal.history) text.push_back(to_text(change.date) + " " + change.kind);
  return text;
}

}  // namespace

TEST_CASE("the small dataset passes without a warning", "[data]") {
  const Result<Dataset> checked = check(support::data_folder("tests/data/small"));
  if (!checked.faults().empty()) FAIL(to_text(checked.faults().front()));
  REQUIRE(checked.ok());
  CHECK(checked->assets.size() == 11);
  CHECK(checked->parts.size() == 15);
  CHECK(checked->events.size() == 10);
  CHECK(checked->effects.size() == 10);
  CHECK(checked->sha256.size() == 64);
  CHECK(to_text(checked->as_of) == "2026-10-10");
}

TEST_CASE("parts are grouped by asset, and an asset that isn't split has one of its own", "[data]") {
  uint32_t next = 0;
  for (size_t i = 0; i < small().assets.size(); ++i) {
    const Asset& a = small().assets[i];
    REQUIRE(a.first_part == next);
    REQUIRE(a.part_count >= 1);
    double best = 0;
    for (uint32_t p = 0; p < a.part_count; ++p) {
      REQUIRE(small().parts[next + p].asset == AssetIx{i});
      best += *small().parts[next + p].share.best;
    }
    CHECK(best == Approx(1));
    next += a.part_count;
  }
  const Part& part = small().parts[asset("zone-oil").first_part];
  CHECK(part.id == "zone-oil--all");
  CHECK(part.state == "USA");
  CHECK(part.zone == "npr-a");
  CHECK(part.setting == Setting::onshore);
  CHECK(part.share == Interval::exactly(1));
}

TEST_CASE("a province stands on what lies north of the Arctic Circle", "[data]") {
  const Asset& circle = asset("circle-basin");
  CHECK(contains(circle.footprint, {65, 68}));
  CHECK(contains(circle.outline, {65, 64}));
  CHECK_FALSE(contains(circle.footprint, {65, 64}));
  CHECK(circle.footprint_km2 < area_km2(circle.outline));
  CHECK(asset("pole-basin").footprint_km2 == Approx(area_km2(asset("pole-basin").outline)).epsilon(1e-9));
  CHECK(contains(asset("pole-basin").footprint, {0, 90}));
  CHECK(contains(asset("dateline-basin").footprint, {180, 72}));
}

TEST_CASE("where only oil equivalent is known, each commodity lies between nothing and all of it", "[data]") {
  const Asset& field = asset("zone-oil");
  CHECK(field.boe_mmboe == Interval::exactly(600));
  CHECK(field.hydrocarbons[0] == Interval::between(0, 600));
  CHECK(field.hydrocarbons[1] == Interval::between(0, 600));
  CHECK(field.hydrocarbons[2] == Interval::between(0, 3600));
}

TEST_CASE("amounts in place and deposits out of scope don't count", "[data]") {
  CHECK_FALSE(asset("in-place-oil").counted);
  CHECK(asset("north-gas").counted);
  CHECK_FALSE(asset("rare-earth-fjord").counted);
  CHECK(asset("gold-hill").mineral_unit == "Moz Au");
  CHECK(asset("gold-creek").mineral_unit == "Moz Au");
  CHECK(*asset("gold-creek").mineral_amount.best == Approx(10));
  CHECK(asset("gold-creek").figures[0].unit == "t Au");
}

TEST_CASE("a deal's history is the record, and before and after it what its own dates say", "[data]") {
  using Lines = std::vector<std::string>;
  CHECK(stages(event("north-venture")) ==
        Lines{"2011-03-01 signed", "2014-06-01 operating", "2017-12-08 operating", "2022-03-01 suspended"});
  CHECK(stages(event("deep-licence")) == Lines{"2016-05-18 signed", "2018-01-01 operating"});
  CHECK(stages(event("slope-pledge")) == Lines{"2025-03-01 pledged"});
  CHECK(stages(event("old-service")) == Lines{"2010-01-01 signed", "2011-01-01 operating", "2014-12-01 ended"});
  CHECK(event("north-venture").counts);
  CHECK_FALSE(event("slope-pledge").counts);
}

TEST_CASE("effects know their event, a waiver knows what it suspends", "[data]") {
  const Effect& waiver = small().effects[4];
  CHECK(small().at(waiver.event).id == "wind-down");
  REQUIRE(waiver.suspends.size() == 1);
  CHECK(small().at(waiver.suspends[0]).id == "owner-listing");
  CHECK(small().effects[1].from == Date::from_ymd(2018, 1, 29));
}

TEST_CASE("a series is one by its id, by year", "[data]") {
  REQUIRE(small().series.size() == 1);
  CHECK(small().series[0].points[0].year == 2018);
}

TEST_CASE("activities set the hold that the design names", "[data]") {
  CHECK(hold_of(Activity::trade) == Hold::hinders);
  CHECK(hold_of(Activity::transport) == Hold::hinders);
  CHECK(hold_of(Activity::finance) == Hold::restricts);
  CHECK(hold_of(Activity::technology) == Hold::restricts);
  CHECK(hold_of(Activity::dealing) == Hold::blocks);
  CHECK(hold_of(Activity::extraction) == Hold::blocks);
  CHECK(hold_of(Activity::deal) == Hold::none);
  CHECK(hold_of(Activity::suspends) == Hold::none);
}

TEST_CASE("files that are missing are named, all of them", "[data]") {
  const Result<Dataset> checked = check(DataFiles{});
  REQUIRE_FALSE(checked);
  size_t missing = 0;
  for (const Fault& fault : checked.faults())
    if (fault.what == "file is missing") ++missing;
  CHECK(missing == data_file_names().size());
}
