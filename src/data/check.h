#pragma once

// The one door between text and facts: every file of a dataset, read, typed and cross-referenced, or every fault there
// is. CSV folder, pack and dropped files all come through here, so whoever holds a Dataset meets no bad row.
#include "base/result.h"
#include "data/dataset.h"
#include "data/load.h"

namespace atlas {

/// A Dataset (with warnings), or all faults by file and line. Ids are unique over all files.
Result<Dataset> check(const DataFiles& files);

}  // namespace atlas
