#pragma once

// The command line (DESIGN section 6): one struct per command, filled by CLI11, run against an Atlas or a Dataset.
#include <optional>
#include <string>

namespace atlas {

inline constexpr int kDone = 0, kFailed = 1, kWrongUsage = 2, kDataFaults = 3;

struct Options {
  std::string command = "view";
  std::string columns_file;  ///< --columns: a table of the analyst's own columns
  std::string data_folder;   ///< --data: stands in for the pack's data
  std::string pack_file;     ///< --pack: default beside the program
  std::string state, against;
  std::string output;
  int width_px = 1280, height_px = 800;
  double pixel_ratio = 1;
  bool json = false, no_fine = false;
  std::string subject;  ///< list's kind, explain's id, check's folder
};

/// Nothing if the program should end at once with `exit_code` (help, version, wrong usage: already printed).
std::optional<Options> parse_options(int count, char** values, int& exit_code);

int run(const Options& options);

}  // namespace atlas
