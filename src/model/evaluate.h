#pragma once

// Dataset x Scenario -> Snapshot. Pure and total: same input, same output on every platform. Linear in parts + effects.
#include "model/scenario.h"
#include "model/snapshot.h"

namespace atlas {

/// Which (part, commodity) slots each effect reaches, with dated owner shares; resolved once per dataset (reach.h).
struct Reach;

Snapshot evaluate(const Dataset& dataset, const Reach& reach, const Scenario& scenario);

/// One number over all that matters in a snapshot, for comparing platforms and runs.
uint64_t hash_of(const Snapshot& snapshot);

}  // namespace atlas
