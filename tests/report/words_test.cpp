// Every key that the source names in full stands in words.csv.
#include "report/words.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

#include "state/keys.h"
#include "support/files.h"

using namespace atlas;

TEST_CASE("every word that the source asks for exists in both languages", "[report]") {
  const std::string root = ATLAS_SOURCE_DIR;
  const Result<Words> words = Words::parse(support::read_text(root + "/assets/words.csv"));
  REQUIRE(words.ok());
  const std::regex literal(
      "\"((?:ui|app|lane|totals|title|summary|whatif|card|quantity|fact|legend|unit|key|about|fail|mouse|plain|verdict)"
      "\\.[a-z0-9_.]+)\"");
  int found = 0;
  for (const char* room : {"state", "report", "ui", "app", "scene", "platform"}) {
    const std::filesystem::path folder = root + "/src/" + room;
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file()) continue;
      const std::string text = support::read_text(entry.path().string());
      for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at) {
        const std::string key = (*at)[1];
        if (key == "words.csv" || key.back() == '.') continue;
        CAPTURE(entry.path().string(), key);
        CHECK(words->has(key));
        ++found;
      }
    }
  }
  CHECK(found > 50);
  for (const KeyHelp& help : key_help()) CHECK(words->has(help.word));
}
