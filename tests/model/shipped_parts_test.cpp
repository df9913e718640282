// Who lies where: shares of states and of the sea as intervals with evidence, and the line of 1990.
#include <cmath>
#include <set>

#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

namespace {

/// 168 58'37" W: the United States and Russia north of the Bering Strait, agreement of 1 June 1990.
constexpr double kLineOf1990_deg = -(168 + 58.0 / 60 + 37.0 / 3600);

double best_share(std::string_view province, std::string_view state, Setting setting = Setting::unknown) {
  double sum = 0;
  for (const Part& part : world().data.parts)
    if (world().data.at(part.asset).id == province && part.state == state &&
        (setting == Setting::unknown || part.setting == setting))
      sum += *part.share.best;
  return sum;
}

/// Share of a footprint that lies east of the line of 1990, counted on a grid of equal areas: an answer that owes
/// nothing to parts.csv.
double share_east_of_line(std::string_view province) {
  const Region& footprint = asset(province).footprint;
  int east = 0, all = 0;
  for (int i = 0; i < 250; ++i) {
    const double lat_deg = std::asin(0.91 + 0.09 * (i + 0.5) / 250) * 180 / 3.14159265358979323846;
    // From 165 E across 180 degrees to 115 W: all three provinces lie in between.
    for (double east_of_165E_deg = 0.25; east_of_165E_deg < 80; east_of_165E_deg += 0.5) {
      const double lon_deg = east_of_165E_deg < 15 ? 165 + east_of_165E_deg : east_of_165E_deg - 195;
      if (!contains(footprint, {lon_deg, lat_deg})) continue;
      ++all;
      east += lon_deg < 0 && lon_deg > kLineOf1990_deg;
    }
  }
  REQUIRE(all > 100);
  return static_cast<double>(east) / all;
}

}  // namespace

TEST_CASE("the line of 1990 cuts the Chukchi provinces where parts.csv says", "[model][shipped][parts]") {
  // Hope Basin lies within 200 miles: east is American, west is Russian.
  CHECK(share_east_of_line("hope-basin") == Approx(best_share("hope-basin", "USA")).margin(0.03));
  CHECK(1 - share_east_of_line("hope-basin") == Approx(best_share("hope-basin", "RUS")).margin(0.03));
  // Arctic Alaska: a strip in the west is Russian, the rest American and Canadian.
  CHECK(1 - share_east_of_line("arctic-alaska") == Approx(best_share("arctic-alaska", "RUS")).margin(0.02));
  CHECK(best_share("arctic-alaska", "USA") + best_share("arctic-alaska", "CAN") ==
        Approx(share_east_of_line("arctic-alaska")).margin(0.02));
  // North Chukchi goes beyond 200 miles on both sides.
  const double east = share_east_of_line("north-chukchi-wrangel-foreland-basin");
  const double usa = best_share("north-chukchi-wrangel-foreland-basin", "USA");
  const double russia = best_share("north-chukchi-wrangel-foreland-basin", "RUS");
  CHECK(usa <= east + 0.03);
  CHECK(russia <= 1 - east + 0.03);
  CHECK(usa + russia + best_share("north-chukchi-wrangel-foreland-basin", "beyond") == Approx(1).margin(0.001));
}

TEST_CASE("American and Russian sides of the Chukchi Sea are held apart", "[model][shipped][parts]") {
  const Snapshot russia = on(day("2014-09-12"), {"us-directive-4-2014"});
  const Snapshot america = on(day("2016-12-20"), {"us-obama-arctic-2016"});
  for (const char* province : {"arctic-alaska", "north-chukchi-wrangel-foreland-basin"}) {
    CAPTURE(province);
    const std::string rus = std::string(province) + "--rus-offshore", usa = std::string(province) + "--usa-offshore";
    CHECK(hold(russia, rus, kOil) == Hold::restricts);
    CHECK(hold(russia, usa) == Hold::none);
    CHECK(hold(america, usa, kOil) == Hold::blocks);
    CHECK(hold(america, rus) == Hold::none);
  }
  CHECK(hold(russia, "hope-basin--rus-offshore", kOil) == Hold::restricts);
  CHECK(hold(russia, "hope-basin--usa-offshore") == Hold::none);
}

TEST_CASE("the line of 1990 is a record of the lane and holds nothing", "[model][shipped][parts]") {
  CHECK(stage_step("us-ussr-maritime-boundary-1990", "1990-06-01") == StageStep{Stage::none, Stage::signed_});
  const Snapshot snapshot = on(day("1995-01-01"));
  for (const char* province : {"hope-basin", "north-chukchi-wrangel-foreland-basin", "arctic-alaska"})
    CHECK_FALSE(touched(snapshot, province, "us-ussr-maritime-boundary-1990"));
  // Drawn in both seas: the Chukchi Sea by its meridian, the Bering Sea by points.
  std::set<std::string> drawn;
  for (const MapLine& line : world().data.lines)
    if (line.name.en.find("US-Russian line of 1990") != std::string::npos) {
      drawn.insert(line.id);
      if (line.id != "boundary-usa-rus-1990") continue;
      for (const auto& points : line.lines)
        for (const LonLat point : points) CHECK(point.lon_deg == Approx(kLineOf1990_deg).margin(0.005));
    }
  CHECK(drawn.size() >= 2);
  CHECK(drawn.count("boundary-usa-rus-1990") == 1);
  // The figures count nothing south of the Arctic Circle, so no province of the Bering Sea is in them.
  for (const Asset& province : world().data.assets)
    if (province.layer == Layer::province) CHECK_FALSE(contains(province.footprint, {-175, 62}));
}

TEST_CASE("shares of states and of the sea are intervals with evidence", "[model][shipped][parts]") {
  const Dataset& data = world().data;
  for (const Asset& province : data.assets) {
    if (province.layer != Layer::province) continue;
    CAPTURE(province.id);
    double sum = 0;
    for (uint32_t i = province.first_part; i < province.first_part + province.part_count; ++i) {
      const Part& part = data.parts[i];
      CAPTURE(part.id);
      REQUIRE(part.share.best);
      sum += *part.share.best;
      // A share of area says nothing about where the oil is.
      CHECK(part.share == (province.part_count == 1 ? Interval::exactly(1) : Interval{0, part.share.best, 1}));
      CHECK(part.basis.find(province.part_count == 1 ? "whole province" : "share of area") != std::string::npos);
      CHECK(part.source.valid());
      CHECK(part.setting != Setting::unknown);
      CHECK((part.setting == Setting::offshore) == (part.depth != Depth::unknown));
    }
    CHECK(sum == Approx(1).margin(1e-6));
  }
}

TEST_CASE("totals by state are intervals that hold their best value and add up to all", "[model][shipped][parts]") {
  const Totals totals = on(day("2014-09-12")).totals;
  double sum = 0;
  for (const auto& [state, volumes] : totals.all_by_state) {
    CAPTURE(state);
    REQUIRE(volumes.boe_mmboe.best);
    CHECK(volumes.boe_mmboe.low <= *volumes.boe_mmboe.best);
    CHECK(*volumes.boe_mmboe.best <= volumes.boe_mmboe.high);
    sum += *volumes.boe_mmboe.best;
  }
  CHECK(sum == Approx(*totals.all[0].volumes.boe_mmboe.best).epsilon(1e-3));
  // Russia alone has provinces that no other state shares, so its low is above zero; Iceland has a corner of one.
  CHECK(totals.all_by_state.at("RUS").boe_mmboe.low > 0);
  CHECK(totals.all_by_state.at("ISL").boe_mmboe.low == 0);
  CHECK(totals.all_by_state.count("beyond") == 1);
}

TEST_CASE("Norway and Russia meet at the line of 2010", "[model][shipped][parts]") {
  CHECK(best_share("barents-platform", "RUS") < 0.02);
  CHECK(best_share("east-barents-basin", "NOR") < 0.05);
  CHECK(best_share("east-barents-basin", "RUS") > 0.85);
  const Snapshot snapshot = on(day("2022-06-01"));
  CHECK(hold(snapshot, "east-barents-basin--nor-offshore-deep") == Hold::none);
  CHECK(hold(snapshot, "east-barents-basin--rus-offshore-deep") == Hold::restricts);
}
