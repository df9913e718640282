#include "report/format.h"

#include <catch2/catch.hpp>

#include "support/files.h"

using namespace atlas;

namespace {

const Words& words() {
  static const Words read = [] {
    const Result<Words> parsed = Words::parse(support::read_text(std::string(ATLAS_SOURCE_DIR) + "/assets/words.csv"));
    if (!parsed.ok()) FAIL(to_text(parsed.faults().front()));
    return *parsed;
  }();
  return read;
}
Speech en() { return {words(), Lang::en}; }
Speech ru() { return {words(), Lang::ru}; }
Date day(const char* text) { return *Date::parse(text); }

}  // namespace

TEST_CASE("numbers have a comma and a point in English, a space and a comma in Russian", "[report]") {
  CHECK(number_text(1668657.8, 0, Lang::en) == "1,668,658");
  CHECK(number_text(1668657.8, 1, Lang::ru) == "1\u00a0668\u00a0657,8");
  CHECK(number_text(999.95, 1, Lang::en) == "1,000.0");
  CHECK(number_text(-17.94, 1, Lang::en) == "\u221217.9");
  CHECK(number_text(-0.01, 1, Lang::en) == "0.0");
  CHECK(number_text(12.50, 2, Lang::en, true) == "12.5");
}

TEST_CASE("totals of the provinces read as published", "[report]") {
  CHECK(joined(bn_boe(en(), Interval::exactly(412157.0))) == "412.2\u00a0bn boe");
  CHECK(joined(barrels(en(), Interval::exactly(89983.0))) == "90.0\u00a0bn bbl");
  CHECK(joined(cubic_feet(en(), Interval::exactly(1668657.8))) == "1,669\u00a0tcf");
  CHECK(bn_boe(ru(), Interval::exactly(412157.0)).value == "412,2");
}

TEST_CASE("small amounts are in millions, large in billions", "[report]") {
  CHECK(joined(boe_by_size(en(), Interval::exactly(470))) == "470\u00a0mn boe");
  CHECK(joined(boe_by_size(en(), Interval::exactly(3.25))) == "3.2\u00a0mn boe");
  CHECK(joined(boe_by_size(en(), Interval::exactly(29775.7))) == "29.8\u00a0bn boe");
  CHECK(joined(cubic_feet(en(), Interval::exactly(651498.56))) == "651.5\u00a0tcf");
  CHECK(joined(cubic_feet(en(), Interval::exactly(350))) == "350\u00a0bcf");
}

TEST_CASE("a range shows both ends, a best that isn't known shows a dash", "[report]") {
  const AmountText held = bn_boe(en(), Interval{199700, 304000.0, 412157});
  CHECK(held.value == "304.0");
  CHECK(held.range == "199.7 to 412.2");
  CHECK(bn_boe(ru(), Interval{199700, 304000.0, 412157}).range == "от 199,7 до 412,2");
  CHECK(bn_boe(en(), Interval::between(0, 2000)).value == "\u2013");
  CHECK(bn_boe(en(), Interval{1999, 2000.0, 2001}).range.empty());
}

TEST_CASE("a difference has a sign", "[report]") {
  CHECK(signed_bn_boe(en(), Interval::exactly(-17900)) == "\u221217.9");
  CHECK(signed_bn_boe(en(), Interval::exactly(3000)) == "+3.0");
  CHECK(signed_bn_boe(en(), Interval{}) == "0.0");
  CHECK(signed_bn_boe(en(), Interval{1000, 2000.0, 3000}) == "+2.0 (+1.0 to +3.0)");
}

TEST_CASE("dates are as precise as they are known", "[report]") {
  CHECK(date_text(en(), day("2014-09-12")) == "12 Sep 2014");
  CHECK(date_text(ru(), day("2014-09-12")) == "12 сен 2014");
  CHECK(date_text(en(), day("2014-09-01"), DatePrecision::month) == "Sep 2014");
  CHECK(date_text(en(), day("2014-01-01"), DatePrecision::year) == "2014");
  CHECK(long_date_text(en(), day("2026-10-10")) == "10 October 2026");
  CHECK(long_date_text(ru(), day("2026-10-10")) == "10 октября 2026 г.");
}

TEST_CASE("counts take their plural", "[report]") {
  CHECK(count_text(en(), "count.measure", 1) == "1 measure");
  CHECK(count_text(en(), "count.measure", 21) == "21 measures");
  CHECK(count_text(ru(), "count.measure", 1) == "1 мера");
  CHECK(count_text(ru(), "count.measure", 22) == "22 меры");
  CHECK(count_text(ru(), "count.measure", 11) == "11 мер");
  CHECK(count_text(ru(), "count.measure", 25) == "25 мер");
}

TEST_CASE("a missing word shows its key, a missing language is a fault with its line", "[report]") {
  CHECK(words().get("no.such.word", Lang::en) == "[no.such.word]");
  const Result<Words> bad = Words::parse("key,en,ru\na,A,А\nb,B,\na,A,А\n");
  REQUIRE_FALSE(bad.ok());
  REQUIRE(bad.faults().size() == 2);
  CHECK(bad.faults()[0].line == 3);
  CHECK(bad.faults()[0].column == "ru");
  CHECK(bad.faults()[1].line == 4);
}
