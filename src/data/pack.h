#pragma once

// A pack: named byte blocks in one file, what the bake writes and page and native program load. Little-endian:
// magic "AATL", version, count of entries, then the directory (name, offset, length, CRC-32), then the blocks.
// Every byte is untrusted: a wrong one is a fault, and no more memory is taken than the input has.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace atlas {

inline constexpr uint32_t kPackVersion = 2;  // 2: pictures as BitCoder writes them

struct PackEntry {
  std::string name;  ///< not empty, unique in the pack, at most 65535 bytes
  std::vector<uint8_t> bytes;
  bool operator==(const PackEntry&) const = default;
};

class Pack {
 public:
  const std::vector<PackEntry>& entries() const { return entries_; }
  bool has(std::string_view name) const;
  /// The bytes of an entry; empty if there is none. Lives as long as the pack.
  std::span<const uint8_t> find(std::string_view name) const;
  /// The same as text.
  std::string_view find_text(std::string_view name) const;

 private:
  friend Result<Pack> read_pack(std::span<const uint8_t> bytes);
  explicit Pack(std::vector<PackEntry> entries) : entries_(std::move(entries)) {}
  std::vector<PackEntry> entries_;
};

/// The same entries give the same bytes. Law: read_pack(write_pack(entries)) holds the entries again, in order.
std::vector<uint8_t> write_pack(std::span<const PackEntry> entries);

/// Faults name the file "pack" and the entry; trailing bytes, overlaps and gaps are faults too.
Result<Pack> read_pack(std::span<const uint8_t> bytes);

/// CRC-32 of ISO 3309 (polynomial 0xEDB88320 reflected), as in PNG and zip.
uint32_t crc32(std::span<const uint8_t> bytes);

}  // namespace atlas
