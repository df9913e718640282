#include "base/result.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace atlas;

TEST_CASE("a fault is one line, however long and whatever its value", "[base]") {
  CHECK(to_text(Fault{"a.csv", 3, "id", "is no id", "x"}) == "a.csv:3: id: is no id (x)");
  CHECK(to_text(Fault{"", 0, "t", "is no day", ""}) == "t: is no day");
  CHECK(to_text(Fault{"a.csv", 3, "id", "is no id", "two\nlines\x1b[31m"}) == "a.csv:3: id: is no id (two lines [31m)");
  const std::string long_text = to_text(Fault{"a.csv", 3, "id", "is no id", std::string(1000000, 'x')});
  CHECK(long_text.size() < 200);
  CHECK(long_text.ends_with("x...)"));
  // Cut between characters, never inside one.
  std::string cyrillic = "a";
  for (int i = 0; i < 200; ++i) cyrillic += "ж";
  CHECK(to_text(Fault{"", 0, "", "", cyrillic}).ends_with("ж...)"));
}

TEST_CASE("ten thousand faults are a hundred lines and a count for each file", "[base]") {
  Faults faults;
  CHECK(to_text(faults).empty());
  for (int i = 0; i < 9000; ++i) faults.push_back({"fields.csv", i + 2, "id", "is no id", "x"});
  for (int i = 0; i < 1000; ++i) faults.push_back({"parts.csv", i + 2, "id", "is no id", "x"});
  const std::string text = to_text(faults);
  CHECK(std::count(text.begin(), text.end(), '\n') == 101);
  CHECK(text.starts_with("fields.csv:2: id: is no id (x)\n"));
  CHECK(text.find("fields.csv:101: id") != std::string::npos);
  CHECK(text.find("fields.csv:102: id") == std::string::npos);
  CHECK(text.ends_with("\nfields.csv: 8900 more\nparts.csv: 1000 more"));
}
