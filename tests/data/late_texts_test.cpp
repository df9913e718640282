#include "data/late_texts.h"

#include <catch2/catch.hpp>
#include <random>

#include "data/check.h"
#include "support/files.h"

using namespace atlas;

namespace {

Pack pack_of(const std::vector<PackEntry>& entries) { return read_pack(write_pack(entries)).value(); }

struct Packs {
  Pack first, texts;
};
Packs split(const DataFiles& files) {
  const DataEntries entries = split_entries(files);
  return {pack_of(entries.first), pack_of(entries.texts)};
}

// Everything that a picture is made of.
void check_same_picture(const Dataset& first, const Dataset& whole) {
  REQUIRE(first.assets.size() == whole.assets.size());
  for (size_t i = 0; i < whole.assets.size(); ++i) {
    const Asset &a = first.assets[i], &b = whole.assets[i];
    CAPTURE(b.id);
    CHECK(a.id == b.id);
    CHECK(a.name.en == b.name.en);
    CHECK(a.countries == b.countries);
    CHECK(a.status == b.status);
    CHECK(a.hydrocarbons == b.hydrocarbons);
    CHECK(a.boe_mmboe == b.boe_mmboe);
    CHECK(a.mineral_amount == b.mineral_amount);
    CHECK(a.commodities == b.commodities);
    CHECK(a.verified == b.verified);
    CHECK(a.footprint_km2 == b.footprint_km2);
    CHECK(a.figures.size() == b.figures.size());
  }
  REQUIRE(first.parts.size() == whole.parts.size());
  for (size_t i = 0; i < whole.parts.size(); ++i) {
    CHECK(first.parts[i].id == whole.parts[i].id);
    CHECK(first.parts[i].share == whole.parts[i].share);
  }
  REQUIRE(first.events.size() == whole.events.size());
  for (size_t i = 0; i < whole.events.size(); ++i) {
    const Event &a = first.events[i], &b = whole.events[i];
    CAPTURE(b.id);
    CHECK(a.id == b.id);
    CHECK(a.title.en == b.title.en);
    CHECK(a.start() == b.start());
    CHECK(a.end == b.end);
    CHECK(a.group == b.group);
    CHECK(a.issuer == b.issuer);
    CHECK(a.counts == b.counts);
    CHECK(a.assets == b.assets);
    CHECK(a.history.size() == b.history.size());
  }
  CHECK(first.effects.size() == whole.effects.size());
  CHECK(first.owners == whole.owners);
  CHECK(first.ownership.size() == whole.ownership.size());
  CHECK(first.commodities == whole.commodities);
  CHECK(first.places.size() == whole.places.size());
  CHECK(first.lines.size() == whole.lines.size());
  CHECK(first.milestones.size() == whole.milestones.size());
  CHECK(first.version == whole.version);
  CHECK(first.as_of == whole.as_of);
}

}  // namespace

TEST_CASE("data split over two packs are whole again to the byte", "[data][law]") {
  for (const char* folder : {"tests/data/small", "assets/data"}) {
    CAPTURE(folder);
    const DataFiles files = support::data_folder(folder);
    const Packs packs = split(files);
    const Result<DataFiles> first = first_files(packs.first);
    REQUIRE(first.ok());
    CHECK(first->sha256_of_whole == data_sha256(files));
    const Result<DataFiles> whole = with_texts(*first, packs.texts);
    REQUIRE(whole.ok());
    CHECK(whole->sha256_of_whole.empty());
    CHECK(whole->text_by_name == files.text_by_name);
  }
}

TEST_CASE("the first pack alone makes the same picture, under the sum of the whole data", "[data][law]") {
  for (const char* folder : {"tests/data/small", "assets/data"}) {
    CAPTURE(folder);
    const DataFiles files = support::data_folder(folder);
    const Result<Dataset> first = check(first_files(split(files).first).value());
    INFO(to_text(first.faults()));
    REQUIRE(first.ok());
    const Dataset whole = check(files).value();
    check_same_picture(*first, whole);
    CHECK(first->sha256 == whole.sha256);
    CHECK_FALSE(first->has_texts);
    CHECK(whole.has_texts);
    CHECK(first->sources.empty());
    CHECK(first->stories.empty());
    for (const Asset& asset : first->assets) CHECK_FALSE(asset.source.valid());
  }
}

TEST_CASE("texts of another version are a fault, and so is a table that doesn't fit", "[data]") {
  const DataFiles files = support::data_folder("tests/data/small");
  const DataFiles first = first_files(split(files).first).value();
  DataFiles other = files;
  other.text_by_name["sources.csv"] += "\n";
  CHECK_FALSE(with_texts(first, split(other).texts).ok());
  CHECK_FALSE(with_texts(first, pack_of({})).ok());
  CHECK_FALSE(with_texts(first, pack_of({{"texts/deals.csv", {}}})).ok());
  CHECK_FALSE(with_texts(first, pack_of({{"texts/deals.csv", {'i', 'd', ',', 'x', '\n'}}})).ok());
  CHECK_FALSE(first_files(pack_of({{"first/deals.csv", {'a', ',', '1', '\n', 'b', '\n'}}})).ok());
}

TEST_CASE("tables with quotes, breaks and uneven lines come back as they were", "[data][law]") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text = "deal_id,what_en,date\n";
    for (size_t n = random() % 60; n > 0; --n) text += "a\",\n\r;"[random() % 7];
    DataFiles files;
    files.text_by_name["deal_status.csv"] = text;
    const Packs packs = split(files);
    CAPTURE(text);
    const Result<DataFiles> whole = with_texts(first_files(packs.first).value(), packs.texts);
    REQUIRE(whole.ok());
    REQUIRE(whole->text_by_name == files.text_by_name);
  }
}

TEST_CASE("damaged texts are a fault or other texts, never more", "[data][law]") {
  const DataEntries good = split_entries(support::data_folder("tests/data/small"));
  const DataFiles first = first_files(pack_of(good.first)).value();
  std::mt19937 random(12);
  for (int round = 0; round < 500; ++round) {
    std::vector<PackEntry> bad = good.texts;
    PackEntry& entry = bad[random() % bad.size()];
    if (entry.bytes.empty()) continue;
    for (int i = 0; i < 3; ++i)
      entry.bytes[random() % entry.bytes.size()] = static_cast<uint8_t>(",\"\nx"[random() % 4]);
    if (bad == good.texts) continue;
    REQUIRE_FALSE(with_texts(first, pack_of(bad)).ok());
  }
}
