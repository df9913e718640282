#include "scene/heights.h"

#include <catch2/catch.hpp>

#include "scene/small_arctic.h"

using namespace atlas;

TEST_CASE("volume-true height and prism volume are inverse", "[scene][law]") {
  for (double km3 = 1; km3 < 1e9; km3 *= 3.7)
    for (double km2 = 1e3; km2 < 2e7; km2 *= 5.1)
      CHECK(prism_volume_km3(volume_true_height_radii(km3, km2), km2) == Approx(km3).epsilon(1e-9));
  CHECK(volume_true_height_radii(0, 1e6) == 0);
  CHECK(volume_true_height_radii(1e6, 0) == 0);
}

TEST_CASE("heights rise by level and with the amount in both modes", "[scene][law]") {
  Dataset d = small_arctic();
  const HeightScales scales = height_scales(d);
  for (const HeightMode mode : {HeightMode::volume, HeightMode::total})
    for (const size_t i : {size_t{0}, size_t{3}}) {
      Asset asset = d.assets[i];
      double before = 0;
      for (double factor = 0.01; factor < 3; factor *= 1.3) {
        Asset scaled = asset;
        for (Interval& amount : scaled.hydrocarbons) amount = amount * factor;
        scaled.boe_mmboe = asset.boe_mmboe * factor;
        const auto tops = level_heights_radii(d, scaled, scales, mode);
        CHECK(tops[0] <= tops[1]);
        CHECK(tops[1] <= tops[2]);
        CHECK(tops[2] > before);
        before = tops[2];
      }
    }
}

TEST_CASE("the densest province stands at 520 km, the largest at 650 km in total mode", "[scene]") {
  const Dataset d = small_arctic();
  const HeightScales scales = height_scales(d);
  double volume = 0, total = 0;
  for (const Asset& asset : d.assets) {
    if (asset.layer != Layer::province) continue;
    volume = std::max(volume, level_heights_radii(d, asset, scales, HeightMode::volume)[2]);
    total = std::max(total, level_heights_radii(d, asset, scales, HeightMode::total)[2]);
  }
  CHECK(volume * kEarthRadius_km == Approx(520));
  CHECK(total * kEarthRadius_km == Approx(650));
}

TEST_CASE("columns: Urengoy 420 km, 11.14 Mt TREO 260 km, no figure a disc", "[scene]") {
  const Dataset d = small_arctic();
  const HeightScales scales = height_scales(d);
  const auto km = [&](const char* id) {
    return level_heights_radii(d, d.at(d.asset_by_id.find(id)->second), scales, HeightMode::volume)[2] *
           kEarthRadius_km;
  };
  CHECK(km("urengoy") == Approx(420));
  CHECK(km("tanbreez") == Approx(260));
  CHECK(km("dry-hole") == Approx(1));
  CHECK(km("norilsk") == Approx(1));
  CHECK(km("plant") == Approx(1));
}

TEST_CASE("where only the sum is known the commodities share it", "[scene]") {
  Dataset d = small_arctic();
  Asset field = d.assets[3];
  field.hydrocarbons = {Interval::between(0, 600), Interval::exactly(0), Interval::between(0, 3600)};
  field.boe_mmboe = Interval::exactly(600);
  const auto parts = drawn_mmboe(field);
  CHECK(parts[0] == Approx(300));
  CHECK(parts[1] == 0);
  CHECK(parts[2] == Approx(300));
}

TEST_CASE("an amount in place makes no block", "[scene]") {
  Dataset d = small_arctic();
  d.assets[0].counted = false;
  CHECK(level_heights_radii(d, d.assets[0], height_scales(d), HeightMode::volume)[2] == 0);
}
