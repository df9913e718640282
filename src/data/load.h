#pragma once

// The data files as text by name, whatever they came in: a folder, a pack, or files dropped on the page.
// Reading a disk belongs to platform; data_file_names() says what to read.
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/pack.h"

namespace atlas {

struct DataFiles {
  std::map<std::string, std::string> text_by_name;  ///< "fields.csv" -> its bytes
  /// Not empty: texts are still to come (late_texts.h), and this will be the sum of all.
  std::string sha256_of_whole;
};

/// SHA-256 over names and texts, in hexadecimal.
std::string data_sha256(const DataFiles& files);

/// Names that make up a dataset ("provinces.csv", "provinces.geojson" ...), all of them needed; in name order. Stories
/// come beside them, any number, by the name kStoryPrefix + "x.json".
std::span<const std::string_view> data_file_names();

inline constexpr std::string_view kStoryPrefix = "stories/";

/// Prefix of the data files' names inside a pack.
inline constexpr std::string_view kPackDataPrefix = "data/";

/// The data files of a pack as entries for write_pack, in name order.
std::vector<PackEntry> pack_entries(const DataFiles& files);
/// Faults: see read_pack; entries without the prefix are left alone.
Result<DataFiles> files_from_pack(std::span<const uint8_t> bytes);
DataFiles files_from_pack(const Pack& pack);

}  // namespace atlas
