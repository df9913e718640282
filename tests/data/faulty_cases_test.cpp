// Data that is wrong in one way each: tests/faulty/cases.json says what to replace in the small dataset, and which
// message must come. The cases run through check(), the one door.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "data/check.h"
#include "support/files.h"

using namespace atlas;

TEST_CASE("each faulty dataset is refused with the message that its case expects", "[data][faulty]") {
  const std::string text = support::read_text(std::string(ATLAS_SOURCE_DIR) + "/tests/faulty/cases.json");
  const nlohmann::json cases = nlohmann::json::parse(text);
  const DataFiles good = support::data_folder(cases["data"].get<std::string>());
  REQUIRE(check(good).ok());
  for (const nlohmann::json& one : cases["cases"]) {
    const std::string name = one["name"].get<std::string>();
    const std::string file = one["file"].get<std::string>();
    const std::string replace = one["replace"].get<std::string>();
    std::string with = one.value("with", std::string());
    if (one.contains("with_bytes"))
      for (const nlohmann::json& byte : one["with_bytes"]) with += static_cast<char>(byte.get<int>());
    DataFiles bad = good;
    std::string& content = bad.text_by_name[file];
    const size_t at = content.find(replace);
    INFO(name);
    REQUIRE(at != std::string::npos);
    content.replace(at, replace.size(), with);

    const Result<Dataset> checked = check(bad);
    REQUIRE_FALSE(checked.ok());
    const std::string expected = one["expect"].get<std::string>();
    std::string all;
    bool found = false;
    for (const Fault& fault : checked.faults()) {
      all += to_text(fault) + "\n";
      found = found || to_text(fault).starts_with(expected);
    }
    INFO("expected " << expected << "\ngot " << all);
    CHECK(found);
  }
}

TEST_CASE("two faults in two files are both said", "[data][faulty]") {
  DataFiles files = support::data_folder("tests/data/small");
  files.text_by_name["fields.csv"] += "x,x\n";
  files.text_by_name["meta.csv"] = "key,value\nversion,1\nas_of,soon\n";
  const Result<Dataset> checked = check(files);
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.faults().size() == 2);
}

TEST_CASE("every fault names its file, and a row or a column where there is one", "[data][faulty]") {
  DataFiles files = support::data_folder("tests/data/small");
  for (auto& [name, text] : files.text_by_name) text = name.ends_with(".csv") ? text + "?\n" : text + "?";
  const Result<Dataset> checked = check(files);
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.faults().size() >= files.text_by_name.size());
  for (const Fault& fault : checked.faults()) {
    INFO(to_text(fault));
    CHECK_FALSE(fault.file.empty());
    CHECK((fault.line > 0 || !fault.column.empty()));
  }
}

TEST_CASE("ten thousand bad rows are ten thousand faults and a short report", "[data][faulty]") {
  DataFiles files = support::data_folder("tests/data/small");
  for (int i = 0; i < 10000; ++i) files.text_by_name["places.csv"] += "Bad Id,,,nowhere,x,y,z,,\n";
  const Result<Dataset> checked = check(files);
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.faults().size() > 10000);
  const std::string report = to_text(checked.faults());
  CHECK(std::count(report.begin(), report.end(), '\n') == 100);
  CHECK(report.size() < 20000);
  CHECK(report.ends_with(" more"));
}

TEST_CASE("files that are empty, missing, or other files than they say", "[data][faulty]") {
  const DataFiles good = support::data_folder("tests/data/small");
  CHECK_FALSE(check({}).ok());
  for (const auto& [name, text] : good.text_by_name) {
    CAPTURE(name);
    for (const std::string& other : {std::string(), std::string("\xEF\xBB\xBF"), std::string(200, '\n'),
                                     good.text_by_name.at(name == "meta.csv" ? "series.csv" : "meta.csv")}) {
      DataFiles bad = good;
      bad.text_by_name[name] = other;
      const Result<Dataset> checked = check(bad);
      REQUIRE_FALSE(checked.ok());
      CHECK(std::any_of(checked.faults().begin(), checked.faults().end(),
                        [&file = name](const Fault& f) { return f.file == file; }));
    }
    DataFiles less = good;
    less.text_by_name.erase(name);
    CHECK(check(less).ok() == name.starts_with(kStoryPrefix));  // only stories may be left out
  }
}

TEST_CASE("a byte-order mark, CRLF and spaces around cells change nothing", "[data][faulty]") {
  const DataFiles good = support::data_folder("tests/data/small");
  DataFiles same = good;
  for (auto& [name, text] : same.text_by_name) {
    if (!name.ends_with(".csv")) continue;
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    text = windows;
  }
  std::string& meta = same.text_by_name["meta.csv"];
  meta.replace(meta.find("0.0.1"), 5, " 0.0.1\t");
  const Result<Dataset> checked = check(same);
  if (!checked.ok()) FAIL(to_text(checked.faults()));
  CHECK(checked->version == "0.0.1");
  CHECK(checked->effects.size() == check(good)->effects.size());
}

TEST_CASE("a dataset with any byte changed is a dataset or a list of faults, never a crash", "[data][law]") {
  const DataFiles good = support::data_folder("tests/data/small");
  std::mt19937 random(5);
  const std::string spice = ",\";\n=&|>-0129az{}[]\x80\xFF";
  for (int round = 0; round < 1500; ++round) {
    DataFiles bad = good;
    auto file = bad.text_by_name.begin();
    std::advance(file, static_cast<long>(random() % bad.text_by_name.size()));
    for (int n = 0; n < 1 + round % 3; ++n) {
      const size_t at = random() % file->second.size();
      if (round % 2 == 0) {
        file->second[at] = spice[random() % spice.size()];
      } else {
        file->second.erase(at, 1 + random() % 30);
      }
      if (file->second.empty()) break;
    }
    const Result<Dataset> checked = check(bad);
    CAPTURE(round, file->first);
    REQUIRE((checked.ok() || !checked.faults().empty()));
  }
}
