#include "data/pack.h"

#include <catch2/catch.hpp>
#include <random>

#include "data/check.h"
#include "data/load.h"
#include "support/files.h"

using namespace atlas;

namespace {

std::vector<PackEntry> some_entries() {
  return {{"data/a.csv", {'i', 'd', '\n'}}, {"empty", {}}, {"relief", std::vector<uint8_t>(300, 7)}};
}

}  // namespace

TEST_CASE("a pack holds what was written into it", "[data][law]") {
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    std::vector<PackEntry> entries;
    for (size_t n = random() % 6; n > 0; --n) {
      std::vector<uint8_t> bytes(random() % 200);
      for (uint8_t& b : bytes) b = static_cast<uint8_t>(random());
      entries.push_back({"entry-" + std::to_string(n), std::move(bytes)});
    }
    const Result<Pack> pack = read_pack(write_pack(entries));
    REQUIRE(pack);
    REQUIRE(pack->entries() == entries);
    for (const PackEntry& entry : entries) REQUIRE(pack->find_text(entry.name).size() == entry.bytes.size());
    REQUIRE_FALSE(pack->has("other"));
    REQUIRE(pack->find("other").empty());
  }
}

TEST_CASE("any flipped bit of a pack is a fault", "[data][law]") {
  const std::vector<uint8_t> good = write_pack(some_entries());
  for (size_t i = 0; i < good.size(); ++i)
    for (int bit = 0; bit < 8; ++bit) {
      std::vector<uint8_t> bad = good;
      bad[i] = static_cast<uint8_t>(bad[i] ^ (1u << bit));
      const Result<Pack> pack = read_pack(bad);
      CAPTURE(i, bit);
      REQUIRE_FALSE(pack.ok());
      REQUIRE_FALSE(pack.faults().empty());
    }
}

TEST_CASE("a pack cut off anywhere, or with bytes after its end, is a fault", "[data][law]") {
  std::vector<uint8_t> good = write_pack(some_entries());
  for (size_t n = 0; n < good.size(); ++n) REQUIRE_FALSE(read_pack(std::span(good).first(n)).ok());
  good.push_back(0);
  REQUIRE_FALSE(read_pack(good).ok());
}

TEST_CASE("two entries of one name are a fault", "[data]") {
  const std::vector<PackEntry> entries{{"a", {1}}, {"a", {2}}};
  const Result<Pack> pack = read_pack(write_pack(entries));
  REQUIRE_FALSE(pack);
  CHECK(to_text(pack.faults().front()) == "pack: entry without a name of its own (a)");
}

TEST_CASE("CRC-32 gives the check value of its catalogue", "[data]") {
  const std::string_view text = "123456789";
  CHECK(crc32({reinterpret_cast<const uint8_t*>(text.data()), text.size()}) == 0xCBF43926u);
}

TEST_CASE("a dataset is the same from a folder and from a pack", "[data]") {
  const DataFiles files = support::data_folder("tests/data/small");
  const Result<DataFiles> back = files_from_pack(write_pack(pack_entries(files)));
  REQUIRE(back);
  REQUIRE(back->text_by_name == files.text_by_name);
  const Result<Dataset> a = check(files);
  const Result<Dataset> b = check(*back);
  REQUIRE(a);
  REQUIRE(b);
  CHECK(a->sha256 == b->sha256);
}
