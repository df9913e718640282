#pragma once

// Outlines and lines from GeoJSON (RFC 7946): polygons cut at 180 degrees are made whole again. Features are named by
// `id` or `properties.id`.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/dataset.h"

namespace atlas {

struct OutlineFeature {
  std::string id;
  Region region;
  int line = 0;  ///< of the file, where the feature begins
};

/// Polygon and MultiPolygon features. Faults name the line on which the feature begins and, in `column`, its id;
/// features with a fault are left out: rings that are open, run clockwise, cross, or pass 180 degrees or the pole
/// uncut.
std::vector<OutlineFeature> read_outlines(std::string_view file, std::string_view text, Faults& faults);

struct LineFeature {
  MapLine line;  ///< without its source
  std::string source_id;
  int source_line = 0;  ///< of the file, where the feature begins
};

/// LineString and MultiLineString features.
std::vector<LineFeature> read_lines(std::string_view file, std::string_view text, Faults& faults);

}  // namespace atlas
