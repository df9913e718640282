#pragma once

#include <string>

namespace atlas {

/// A number with its unit, and its range if it has one: {"304.0", "bn boe", "199.7 to 412.2"}.
struct AmountText {
  std::string value;                    ///< "304.0"; a dash when the best is unknown
  std::string unit;                     ///< "bn boe"
  std::string range;                    ///< "199.7 to 412.2", empty when low == high
  double low = 0, drawn = 0, high = 0;  ///< for bars, in the unit shown
};

}  // namespace atlas
