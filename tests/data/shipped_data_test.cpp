// The facts that the atlas ships: all files pass the one door, and the sums are the published ones.
#include <algorithm>
#include <catch2/catch.hpp>

#include "data/check.h"
#include "support/files.h"

using namespace atlas;

namespace {

const Dataset& shipped() {
  static const Dataset dataset = [] {
    Result<Dataset> checked = check(support::data_folder("assets/data"));
    if (!checked.ok()) FAIL(to_text(checked.faults().front()) << " and " << checked.faults().size() - 1 << " more");
    return std::move(checked).value();
  }();
  return dataset;
}

size_t count(Layer layer) {
  return static_cast<size_t>(std::count_if(shipped().assets.begin(), shipped().assets.end(),
                                           [&](const Asset& asset) { return asset.layer == layer; }));
}

}  // namespace

TEST_CASE("the shipped data pass, with 25 provinces, 90 fields and 95 or more deposits", "[data][shipped]") {
  CHECK(count(Layer::province) == 25);
  CHECK(count(Layer::field) == 90);
  CHECK(count(Layer::deposit) >= 95);
  CHECK(to_text(shipped().as_of) == "2026-10-10");
}

TEST_CASE("the provinces sum to the totals of USGS Fact Sheet 2008-3049", "[data][shipped]") {
  double oil = 0, liquids = 0, gas = 0, boe = 0;
  for (const Asset& asset : shipped().assets)
    if (asset.layer == Layer::province) {
      oil += *asset.hydrocarbons[0].best;
      liquids += *asset.hydrocarbons[1].best;
      gas += *asset.hydrocarbons[2].best;
      boe += *asset.boe_mmboe.best;
    }
  // The rows are rounded to 0.01, so sums of 25 may be off by a few hundredths from the published totals.
  CHECK(oil == Approx(89983).margin(0.5));
  CHECK(gas == Approx(1668657.8).margin(0.5));
  CHECK(liquids == Approx(44064).margin(0.5));
  CHECK(boe == Approx(412157).margin(0.5));
}

TEST_CASE("provinces stand on the share of their outline that lies north of the Arctic Circle", "[data][shipped]") {
  const auto north_share = [](std::string_view id) {
    const Asset& asset = shipped().at(*shipped().find_asset(id));
    return asset.footprint_km2 / area_km2(asset.outline);
  };
  // Shares computed from the reference outlines; ours are generalised, so one part in a hundred is let go.
  CHECK(north_share("west-siberian-basin") == Approx(0.33).margin(0.01));
  CHECK(north_share("timan-pechora-basin") == Approx(0.52).margin(0.01));
  CHECK(north_share("zyryanka-basin") == Approx(0.63).margin(0.01));
  CHECK(north_share("norwegian-margin") == Approx(0.70).margin(0.01));
  CHECK(north_share("northwest-canada-interior-basins") == Approx(0.72).margin(0.01));
  CHECK(north_share("west-greenland-east-canada") == Approx(0.75).margin(0.01));
  CHECK(north_share("eurasia-basin") == Approx(1).epsilon(1e-9));
}

TEST_CASE("the outline of the Eurasia Basin holds the pole", "[data][shipped]") {
  CHECK(contains(shipped().at(*shipped().find_asset("eurasia-basin")).footprint, {0, 90}));
}

TEST_CASE("every deal has a history that begins by its announcement", "[data][shipped]") {
  for (const Event& event : shipped().events)
    if (event.lane == Lane::deals) {
      CAPTURE(event.id);
      REQUIRE_FALSE(event.history.empty());
      CHECK(event.history.front().date <= event.announced);
      CHECK(event.history.front().stage != Stage::none);
    }
}
