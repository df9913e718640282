#pragma once

// Files of the source tree for tests: a data folder as check() wants it, and single texts.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "data/load.h"

namespace atlas::support {

inline std::string read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// All data files of a folder below the source tree, e.g. "tests/data/small".
inline DataFiles data_folder(const std::string& folder) {
  DataFiles files;
  for (const std::string_view name : data_file_names())
    files.text_by_name[std::string(name)] =
        read_text(std::string(ATLAS_SOURCE_DIR) + "/" + folder + "/" + std::string(name));
  // Stories stand in the folder or beside it, as in assets/data and assets/stories.
  namespace fs = std::filesystem;
  for (const std::string inside : {"/stories", "/../stories"}) {
    const fs::path stories = std::string(ATLAS_SOURCE_DIR) + "/" + folder + inside;
    if (!fs::is_directory(stories)) continue;
    for (const auto& entry : fs::directory_iterator(stories))
      files.text_by_name[std::string(kStoryPrefix) + entry.path().filename().string()] =
          read_text(entry.path().string());
    break;
  }
  return files;
}

}  // namespace atlas::support
