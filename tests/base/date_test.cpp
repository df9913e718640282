#include "base/date.h"

#include <catch2/catch.hpp>

using namespace atlas;

TEST_CASE("every day from 1600 to 2400 is read as it is written, and follows the day before it", "[base][law]") {
  const Date first = Date::from_ymd(1600, 1, 1);
  const Date last = Date::from_ymd(2400, 12, 31);
  REQUIRE(last.days - first.days == 292559);  // 801 years with 195 leap days
  YearMonthDay before = first.plus_days(-1).ymd();
  for (Date day = first; day <= last; day = day.plus_days(1)) {
    const YearMonthDay ymd = day.ymd();
    if (Date::from_ymd(ymd.year, ymd.month, ymd.day) != day || Date::parse(to_text(day)) != day) FAIL(to_text(day));
    const bool next_day = ymd.day == before.day + 1 && ymd.month == before.month && ymd.year == before.year;
    const bool next_month = ymd.day == 1 && ymd.month == before.month + 1 && ymd.year == before.year;
    const bool next_year = ymd.day == 1 && ymd.month == 1 && before.month == 12 && ymd.year == before.year + 1;
    if (!next_day && !next_month && !next_year) FAIL(to_text(day));
    before = ymd;
  }
}

TEST_CASE("known days", "[base]") {
  CHECK(Date::from_ymd(1970, 1, 1).days == 0);
  CHECK(Date::from_ymd(2000, 3, 1).days == 11017);
  CHECK(Date::from_ymd(1969, 12, 31).days == -1);
  CHECK(Date::parse("2026-10-10")->days == 20736);
  CHECK(to_text(Date{-1}) == "1969-12-31");
}

TEST_CASE("a text that is no existing day is no date", "[base]") {
  for (const char* text :
       {"", "2026", "2026-10", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-4-01",
        "2026/04/01", "0999-12-31", "20260401", "2026-04-01 ", "2026-04-0x", "-026-04-01", "2026-04-00"})
    CHECK_FALSE(Date::parse(text).has_value());
  CHECK(Date::parse("2000-02-29").has_value());
  CHECK(Date::parse("9999-12-31").has_value());
  CHECK(Date::parse("1000-01-01").has_value());
}
