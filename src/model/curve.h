#pragma once

// Totals at every date on which something changes, in one sweep: what the lanes draw.
#include <vector>

#include "model/evaluate.h"

namespace atlas {

struct CurvePoint {
  Date from;  ///< holds from this day until the next point
  Interval boe_mmboe;
};

struct Curve {
  Lane lane = Lane::sanctions;
  Layer layer = Layer::province;
  std::vector<CurvePoint> points;  ///< by date; before the first: zero
  Interval at(Date day) const;
};

/// Sanctions: boe held back of one layer (default provinces). Deals: boe under a deal (signed, operating or suspended)
/// of one layer (default fields). The scenario's clocks are ignored, its issuers, holds and overrides count.
Curve sweep(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Lane lane, Layer layer);

}  // namespace atlas
