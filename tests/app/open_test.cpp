// Opening an atlas: what a pack must hold.
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/atlas.h"
#include "data/pack.h"
#include "support/files.h"

using namespace atlas;

TEST_CASE("a pack without the interface's fonts is a fault that names them", "[app]") {
  const std::string bytes = support::read_text(ATLAS_PACK_FILE);
  const Pack whole = read_pack({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}).value();
  for (const std::string font : {"font/inter-regular.otf", "font/inter-semibold.otf"}) {
    CAPTURE(font);
    std::vector<PackEntry> entries = whole.entries();
    const auto last =
        std::remove_if(entries.begin(), entries.end(), [&](const PackEntry& e) { return e.name == font; });
    REQUIRE(entries.end() - last == 1);
    entries.erase(last, entries.end());
    const auto made = Atlas::create(write_pack(entries));
    REQUIRE(!made.ok());
    CHECK(made.faults().at(0).column == font);
  }
}
