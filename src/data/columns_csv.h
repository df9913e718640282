#pragma once

// Columns of an analyst's own, as a table: `lon_deg`, `lat_deg`, then one column of values a day, headed YYYY-MM-DD and
// rising. One row a place.
#include <string_view>

#include "data/host_columns.h"

namespace atlas {

/// Faults name file, line and column: a header that is none of the above, a cell that is no number, and what
/// HostColumns::from refuses.
Result<HostColumns> read_columns_csv(std::string_view file, std::string_view text, const HostColumnLimits& limits = {});

}  // namespace atlas
