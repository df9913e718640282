#pragma once

#include "state/action.h"

namespace atlas {

/// First and last day of the time axis.
inline const Date kAxisFirst = Date::from_ymd(1990, 1, 1);
inline const Date kAxisLast = Date::from_ymd(2028, 1, 1);

/// State after the action. Pure and total: an action that makes no sense returns the state as it was. Dates are kept
/// on [kAxisFirst, dataset.as_of], the camera within its limits, indices inside the dataset.
State reduce(const Dataset& dataset, State state, const Action& action);

/// What switches an event the other way: off, or as recorded again.
SetEvent switched(const State& state, EventIx event);

}  // namespace atlas
