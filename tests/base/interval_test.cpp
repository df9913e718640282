#include "base/interval.h"

#include <catch2/catch.hpp>

using namespace atlas;

TEST_CASE("a sum knows its best only if all its members do", "[base]") {
  const Interval a{1, 2, 3};
  const Interval b = Interval::between(0, 10);
  CHECK((a + a) == Interval{2, 4, 6});
  CHECK((a + b) == Interval::between(1, 13));
  CHECK_FALSE((a + b).best.has_value());
  CHECK((Interval{} + a) == a);
}

TEST_CASE("an amount times a share keeps low <= best <= high", "[base]") {
  const Interval amount{100, 150, 200};
  const Interval share{0, 0.4, 1};
  CHECK((amount * share) == Interval{0, 60, 200});
  CHECK((amount * 2.0) == Interval{200, 300, 400});
  CHECK((amount * Interval::between(0, 1)) == Interval::between(0, 200));
  CHECK(drawn_value(Interval::between(0, 10)) == 5);
  CHECK(drawn_value(amount) == 150);
}
