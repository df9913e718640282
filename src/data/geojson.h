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
};

/// Polygon and MultiPolygon features. Faults name the feature's id in `column`; features with a fault are left out.
std::vector<OutlineFeature> read_outlines(std::string_view file, std::string_view text, Faults& faults);

struct LineFeature {
  MapLine line;  ///< without its source
  std::string source_id;
};

/// LineString and MultiLineString features.
std::vector<LineFeature> read_lines(std::string_view file, std::string_view text, Faults& faults);

}  // namespace atlas
