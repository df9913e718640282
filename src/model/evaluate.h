#pragma once

// Dataset x Scenario -> Snapshot. Pure and total: same input, same output on every platform. Linear in what the effects
// touch, plus a small constant a part.
#include "model/scenario.h"
#include "model/snapshot.h"

namespace atlas {

/// Which (part, commodity) slots each effect reaches, with dated owner shares; resolved once per dataset (reach.h).
struct Reach;

Snapshot evaluate(const Dataset& dataset, const Reach& reach, const Scenario& scenario);
/// The same answer in the memory of an earlier one (of any dataset), for callers that ask day after day.
void evaluate(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Snapshot& into);

/// The part of every snapshot's totals that no scenario changes (Reach::whole): counts, whole amounts, states.
Totals whole_totals(const Dataset& dataset, const Reach& reach);

/// One number over all that matters in a snapshot, for comparing platforms and runs.
uint64_t hash_of(const Snapshot& snapshot);

}  // namespace atlas
