#include "data/geojson.h"

#include <catch2/catch.hpp>

using namespace atlas;

namespace {

std::string collection(const std::string& geometry) {
  return R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"x","properties":{"id":"x","kind":"route",)"
         R"("source_id":"s","verified":"no"},"geometry":)" +
         geometry + "}]}";
}

std::string only_fault(const std::string& text) {
  Faults faults;
  const auto outlines = read_outlines("o.geojson", text, faults);
  REQUIRE(outlines.empty());
  REQUIRE(faults.size() == 1);
  return to_text(faults.front());
}

}  // namespace

TEST_CASE("a ring around the pole comes back from its cut form with its area", "[data]") {
  std::string ring = "[[-180,80]";
  for (int lon = -170; lon <= 180; lon += 10) ring += ",[" + std::to_string(lon) + ",80]";
  ring += ",[180,90],[-180,90],[-180,80]]";
  Faults faults;
  const auto outlines =
      read_outlines("o.geojson", collection(R"({"type":"Polygon","coordinates":[)" + ring + "]}"), faults);
  REQUIRE(faults.empty());
  REQUIRE(outlines.size() == 1);
  // A cap of 10 degrees has 2 pi R^2 (1 - cos 10) = 3.875e6 km2; its 36 great-circle edges cut off half a percent.
  CHECK(area_km2(outlines[0].region) == Approx(3.875e6).epsilon(0.01));
  CHECK(contains(outlines[0].region, {123, 89.5}));
  CHECK_FALSE(contains(outlines[0].region, {123, 79}));
}

TEST_CASE("two halves cut at 180 degrees become one ring", "[data]") {
  Faults faults;
  const auto outlines = read_outlines("o.geojson", collection(R"({"type":"MultiPolygon","coordinates":[
      [[[175,70],[180,70],[180,75],[175,75],[175,70]]],[[[-180,70],[-175,70],[-175,75],[-180,75],[-180,70]]]]})"),
                                      faults);
  REQUIRE(faults.empty());
  REQUIRE(outlines.size() == 1);
  CHECK(outlines[0].region.size() == 1);
  CHECK(contains(outlines[0].region, {180, 72}));
}

TEST_CASE("what is no outline is a fault with the feature's id", "[data]") {
  CHECK(only_fault("{") == "o.geojson:1: is not valid JSON");
  CHECK(only_fault("[]") == "o.geojson:1: is not a FeatureCollection");
  CHECK(only_fault(std::string(5000, '[')) == "o.geojson:1: is not valid JSON");
  CHECK(only_fault(collection("null")) == "o.geojson:1: x: geometry is not a Polygon or MultiPolygon");
  CHECK(only_fault(collection(R"({"type":"Polygon","coordinates":[]})")) == "o.geojson:1: x: a polygon has no rings");
  CHECK(only_fault(collection(R"({"type":"Polygon","coordinates":[[[0,70],[9,70],[0,70]]]})")) ==
        "o.geojson:1: x: a ring has fewer than 4 points (3)");
  CHECK(only_fault(collection(R"({"type":"Polygon","coordinates":[[[0,70],[9,70],[9,75],[0,75]]]})")) ==
        "o.geojson:1: x: a ring is not closed");
  CHECK(only_fault(collection(R"({"type":"Polygon","coordinates":[[[0,70],[9,95],[9,75],[0,70]]]})")) ==
        "o.geojson:1: x: a position is outside [-180, 180] or [-90, 90] (9 95)");
  CHECK(only_fault(collection(R"({"type":"Polygon","coordinates":[[[0,70],[9],[9,75],[0,70]]]})")) ==
        "o.geojson:1: x: a position is not [longitude, latitude]");
}

TEST_CASE("lines carry their kind and source", "[data]") {
  Faults faults;
  const auto lines = read_lines(
      "l.geojson", collection(R"({"type":"MultiLineString","coordinates":[[[0,70],[9,70]],[[1,1],[2,2],[3,3]]]})"),
      faults);
  REQUIRE(faults.empty());
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].line.kind == "route");
  CHECK(lines[0].source_id == "s");
  CHECK(lines[0].line.lines[1].size() == 3);
  read_lines("l.geojson", collection(R"({"type":"LineString","coordinates":[[0,70]]})"), faults);
  REQUIRE(faults.size() == 1);
  CHECK(to_text(faults[0]) == "l.geojson:1: x: a line has fewer than 2 points (1)");
}
