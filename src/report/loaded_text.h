#pragma once

// What can be said of a host's own columns.
#include <optional>

#include "data/host_columns.h"
#include "report/words.h"

namespace atlas {

struct LoadedText {
  std::string count;        ///< "1,000,000"; empty when nothing is loaded
  std::string name, value;  ///< of the one under the pointer: "Loaded column 12,345" as the host counts, and its value
  bool operator==(const LoadedText&) const = default;
};

/// `time_position` as HostColumns::time_position gives it.
LoadedText loaded_text(const Words& words, Lang lang, const HostColumns& columns, std::optional<size_t> place,
                       double time_position);

}  // namespace atlas
