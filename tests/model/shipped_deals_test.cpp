// Deals on the shipped data: the stages of the named ones, and what they put under a deal.
#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

TEST_CASE("ExxonMobil and Rosneft in the Kara Sea: signed 2011, suspended 2014, ended 2018",
          "[model][shipped][deals]") {
  const char* deal = "exxon-rosneft-kara-2011";
  CHECK(stage_step(deal, "2011-08-30") == StageStep{Stage::none, Stage::signed_});
  CHECK(stage_step(deal, "2014-08-09") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step(deal, "2014-09-12") == StageStep{Stage::operating, Stage::operating});  // a licence to wind down
  CHECK(stage_step(deal, "2014-10-10") == StageStep{Stage::operating, Stage::suspended});
  CHECK(stage_step(deal, "2017-04-21") == StageStep{Stage::suspended, Stage::suspended});
  CHECK(stage_step(deal, "2018-02-28") == StageStep{Stage::suspended, Stage::ended});
  const Snapshot snapshot = on(day("2014-09-30"));
  CHECK(touched(snapshot, "pobeda", deal));
  CHECK(touched(snapshot, "west-siberian-basin--rus-offshore", deal));
  CHECK_FALSE(touched(snapshot, "west-siberian-basin--rus-onshore", deal));
  CHECK_FALSE(touched(snapshot, "prirazlomnoye", deal));
}

TEST_CASE("Shtokman: letter 1995, consortium 2007 to 2012", "[model][shipped][deals]") {
  CHECK(stage_step("shtokman-1995-letter", "1995-08-01") == StageStep{Stage::none, Stage::pledged});
  CHECK_FALSE(touched(on(day("1996-01-01")), "shtokman", "shtokman-1995-letter"));
  const char* deal = "shtokman-consortium";
  CHECK(stage_step(deal, "2007-07-13") == StageStep{Stage::none, Stage::signed_});
  CHECK(stage_step(deal, "2008-02-21") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step(deal, "2012-07-01") == StageStep{Stage::operating, Stage::ended});
  const Snapshot snapshot = on(day("2010-01-01"));
  CHECK(touched(snapshot, "shtokman", deal));
  CHECK_FALSE(touched(snapshot, "east-barents-basin--nor-offshore-deep", deal));
  CHECK_FALSE(touched(snapshot, "ledovoye", deal));
  CHECK(on(day("2012-06-30")).totals.under_deal[1].volumes.gas_bcf.high >
        on(day("2012-07-01")).totals.under_deal[1].volumes.gas_bcf.high);
}

TEST_CASE("the Barents treaty: signed 15 Sep 2010, in force 7 Jul 2011, no volume", "[model][shipped][deals]") {
  const char* treaty = "barents-boundary-treaty-2010";
  CHECK(stage_step(treaty, "2010-09-15") == StageStep{Stage::none, Stage::signed_});
  CHECK(stage_step(treaty, "2011-07-07") == StageStep{Stage::signed_, Stage::operating});
  CHECK_FALSE(row(treaty).counts);
  const Snapshot snapshot = on(day("2011-07-07"));
  CHECK_FALSE(touched(snapshot, "barents-platform", treaty));
  CHECK_FALSE(touched(snapshot, "east-barents-basin", treaty));
}

TEST_CASE("Willow: approved 2020, vacated 2021, approved 2023, built from December 2023", "[model][shipped][deals]") {
  const char* deal = "willow-2020";
  CHECK(stage_step(deal, "2020-10-27") == StageStep{Stage::none, Stage::signed_});
  CHECK(stage_step(deal, "2021-08-18") == StageStep{Stage::signed_, Stage::ended});
  CHECK(stage_step(deal, "2023-03-13") == StageStep{Stage::ended, Stage::signed_});
  CHECK(stage_step(deal, "2023-12-22") == StageStep{Stage::signed_, Stage::operating});
  CHECK(touched(on(day("2024-01-01")), "willow", deal));
  CHECK_FALSE(touched(on(day("2024-01-01")), "greater-mooses-tooth", deal));
  CHECK(hold(on(day("2024-07-01")), "willow") == Hold::none);  // licensed ground stays free of the reserve rule
}

TEST_CASE("the US-Japan pledge: announced 22 Jul, memorandum 4 Sep 2025, no volume", "[model][shipped][deals]") {
  const char* pledge = "us-japan-550-2025";
  CHECK(stage_step(pledge, "2025-07-22") == StageStep{Stage::none, Stage::pledged});
  CHECK(stage_step(pledge, "2025-09-04") == StageStep{Stage::pledged, Stage::signed_});
  CHECK_FALSE(row(pledge).counts);
  const Snapshot snapshot = on(day("2026-10-10"));
  CHECK_FALSE(touched(snapshot, "alaska-lng", pledge));
}

TEST_CASE("Anchorage, 15 Aug 2025: a meeting of a day; nothing was held less and nothing signed",
          "[model][shipped][deals]") {
  const char* summit = "anchorage-summit-2025";
  CHECK(stage_step(summit, "2025-08-15") == StageStep{Stage::none, Stage::operating});
  CHECK(stage_step(summit, "2025-08-16") == StageStep{Stage::operating, Stage::ended});
  const Snapshot before = on(day("2025-08-14")), after = on(day("2025-08-16"));
  for (size_t layer = 0; layer < 4; ++layer) {
    CHECK(before.totals.held_back[layer].volumes == after.totals.held_back[layer].volumes);
    CHECK(before.totals.under_deal[layer].volumes == after.totals.under_deal[layer].volumes);
  }
  for (size_t i = 0; i < before.parts.size(); ++i) CHECK(before.parts[i].held_by == after.parts[i].held_by);
}

TEST_CASE("after Anchorage: more is blocked, no deal of both counts volumes", "[model][shipped][deals]") {
  const auto blocked = [](std::string_view date) { return on(day(date)).totals.by_hold[3][1].volumes.boe_mmboe.high; };
  CHECK(blocked("2025-08-16") < blocked("2025-10-15"));
  CHECK(blocked("2025-10-15") <= blocked("2025-10-23"));
  CHECK(blocked("2025-10-23") <= blocked("2026-10-10"));
  const auto is_party = [](const Event& e, const char* country) {
    return std::find(e.countries.begin(), e.countries.end(), country) != e.countries.end();
  };
  const Snapshot today = on(day("2026-10-10"));
  int of_both = 0;
  for (size_t i = 0; i < world().data.events.size(); ++i) {
    const Event& e = world().data.events[i];
    if (e.lane != Lane::deals || e.announced < day("2025-02-01") || !is_party(e, "USA") || !is_party(e, "RUS"))
      continue;
    CAPTURE(e.id);
    ++of_both;
    CHECK_FALSE(e.counts);
    if (e.kind == "pledge") CHECK(today.event_stage[i] == Stage::pledged);
  }
  CHECK(of_both >= 5);
  for (const auto& [pledge, date] : {std::pair{"putin-sarov-alaska-2025", "2025-08-22"},
                                     {"bering-tunnel-2025", "2025-10-16"},
                                     {"leaked-appendices-2025", "2025-12-10"},
                                     {"novatek-beach-alaska-2025", "2026-02-19"},
                                     {"us-russia-diesel-deal-2026", "2026-10-09"}}) {
    CAPTURE(pledge);
    CHECK(stage_step(pledge, date) == StageStep{Stage::none, Stage::pledged});
  }
  // The diesel licence touches no object of the data.
  const Snapshot diesel = on(day("2026-10-09"), {"us-gl-135-diesel-2026"});
  CHECK(diesel.event_active[event("us-gl-135-diesel-2026").value]);
  CHECK(on(day("2026-10-08")).totals.held_back[1].volumes == on(day("2026-10-09")).totals.held_back[1].volumes);
}

TEST_CASE("Arctic LNG 2: partners in 2019, contractors gone, force majeure in December 2023",
          "[model][shipped][deals]") {
  CHECK(stage_step("arctic-lng-2-total", "2018-05-24") == StageStep{Stage::none, Stage::signed_});
  CHECK(stage_step("arctic-lng-2-total", "2019-03-05") == StageStep{Stage::signed_, Stage::operating});
  for (const char* deal : {"arctic-lng-2-china", "arctic-lng-2-japan"})
    CHECK(stage_step(deal, "2019-07-22") == StageStep{Stage::signed_, Stage::operating});
  for (const char* deal : {"arctic-lng-2-total", "arctic-lng-2-china", "arctic-lng-2-japan"})
    CHECK(stage_step(deal, "2023-12-25") == StageStep{Stage::operating, Stage::suspended});
  CHECK(touched(on(day("2020-01-01")), "utrenneye", "arctic-lng-2-japan"));
  CHECK_FALSE(touched(on(day("2020-01-01")), "south-tambey", "arctic-lng-2-japan"));
}

TEST_CASE("Yamal LNG, Vankor, Tomtor, Vostok Oil: partners by their days", "[model][shipped][deals]") {
  CHECK(stage_step("yamal-lng-cnpc-equity", "2014-01-14") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step("yamal-lng-silk-road-fund", "2016-03-15") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step("vankor-ongc-2016", "2016-05-31") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step("vankor-indian-consortium-2016", "2016-10-05") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step("tomtor-rosneft-2025", "2025-05-20").before == Stage::none);
  CHECK(touched(on(day("2025-05-20")), "tomtor", "tomtor-rosneft-2025"));
  CHECK(stage_step("vostok-oil-trafigura", "2020-12-29") == StageStep{Stage::signed_, Stage::operating});
  CHECK(stage_step("vostok-oil-trafigura", "2022-07-13") == StageStep{Stage::suspended, Stage::ended});
}
