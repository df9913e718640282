#include "data/load.h"

#include <array>

#include "data/sha256.h"

namespace atlas {
namespace {

constexpr std::array<std::string_view, 19> kNames{
    "claims.csv",           "deal_status.csv", "deals.csv",     "deposits.csv",  "effects.csv",
    "facilities.csv",       "fields.csv",      "lines.geojson", "meta.csv",      "milestones.csv",
    "ownership.csv",        "parts.csv",       "places.csv",    "provinces.csv", "provinces.geojson",
    "sanction_changes.csv", "sanctions.csv",   "series.csv",    "sources.csv",
};

}  // namespace

std::span<const std::string_view> data_file_names() { return kNames; }

std::string data_sha256(const DataFiles& files) {
  std::vector<uint8_t> all;
  for (const auto& [name, text] : files.text_by_name) {
    all.insert(all.end(), name.begin(), name.end());
    all.push_back('\n');
    all.insert(all.end(), text.begin(), text.end());
  }
  return sha256_hex(all);
}

std::vector<PackEntry> pack_entries(const DataFiles& files) {
  std::vector<PackEntry> entries;
  for (const auto& [name, text] : files.text_by_name)
    entries.push_back({std::string(kPackDataPrefix) + name, {text.begin(), text.end()}});
  return entries;
}

DataFiles files_from_pack(const Pack& pack) {
  DataFiles files;
  for (const PackEntry& entry : pack.entries())
    if (entry.name.starts_with(kPackDataPrefix))
      files.text_by_name[entry.name.substr(kPackDataPrefix.size())].assign(entry.bytes.begin(), entry.bytes.end());
  return files;
}

Result<DataFiles> files_from_pack(std::span<const uint8_t> bytes) {
  const Result<Pack> pack = read_pack(bytes);
  if (!pack) return pack.faults();
  return files_from_pack(*pack);
}

}  // namespace atlas
