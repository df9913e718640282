// Any bytes as outlines and as lines: faults, or shapes with an area and a length that can be measured.
#include <cmath>

#include "data/geojson.h"
#include "fuzz/small_dataset.h"
#include "geo/region_cut.h"

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  Faults faults;
  const std::vector<OutlineFeature> outlines = read_outlines("x.geojson", text, faults);
  for (const OutlineFeature& outline : outlines) {
    const double km2 = area_km2(outline.region);
    fuzz::require(std::isfinite(km2));
    fuzz::require(std::isfinite(area_km2(north_of(outline.region, kArcticCircle_lat_deg))));
  }
  for (const LineFeature& line : read_lines("x.geojson", text, faults))
    for (const std::vector<LonLat>& run : line.line.lines) fuzz::require(run.size() >= 2);
  for (const Fault& fault : faults) fuzz::require(to_text(fault).find('\n') == std::string::npos);
  return 0;
}
