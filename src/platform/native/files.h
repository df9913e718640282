#pragma once

// Reading and writing the disk for the native program. Every failure says which path and why.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/load.h"

namespace atlas {

Result<std::vector<uint8_t>> read_file(const std::string& path);
/// `-` writes to standard output.
Result<bool> write_file(const std::string& path, std::span<const uint8_t> bytes);
/// The files that make up a dataset, from a folder; a missing one is a fault.
Result<DataFiles> read_data_folder(const std::string& folder);
/// Folder of the running program, with a slash at the end.
std::string program_folder();

}  // namespace atlas
