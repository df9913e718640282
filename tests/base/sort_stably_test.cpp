#include "base/sort_stably.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace atlas;

TEST_CASE("sort_stably puts items in the order of std::stable_sort", "[base][law]") {
  std::mt19937 random(5);
  const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
  for (size_t count = 0; count < 200; ++count) {
    std::vector<std::pair<uint32_t, size_t>> items;
    for (size_t i = 0; i < count; ++i) items.emplace_back(random() % 7, i);
    auto expected = items;
    std::stable_sort(expected.begin(), expected.end(), by_key);
    sort_stably(items, by_key);
    REQUIRE(items == expected);
  }
}
