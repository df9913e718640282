#pragma once

#include "report/report.h"

namespace atlas {

/// An asset in a line: its name, its amount and what that is made of (parts in bn boe). The amount is empty when none
/// is known. For what is under the pointer, and for a card's bar.
BarRow asset_line(const Dataset& dataset, const Words& words, Lang lang, AssetIx ix);

}  // namespace atlas
