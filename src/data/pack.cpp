#include "data/pack.h"

#include <array>
#include <set>

namespace atlas {
namespace {

constexpr std::array<uint8_t, 4> kMagic{'A', 'A', 'T', 'L'};
constexpr size_t kHeaderBytes = 16;      // magic, version, count, CRC of the directory
constexpr size_t kEntryFixedBytes = 14;  // name length (2), offset (4), length (4), CRC (4)

constexpr std::array<uint32_t, 256> make_crc_table() {
  std::array<uint32_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t c = i;
    for (int k = 0; k < 8; ++k) c = (c & 1u) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
    table[i] = c;
  }
  return table;
}
constexpr std::array<uint32_t, 256> kCrcTable = make_crc_table();

void put_u16(std::vector<uint8_t>& out, size_t v) {
  out.push_back(static_cast<uint8_t>(v & 0xFF));
  out.push_back(static_cast<uint8_t>((v >> 8) & 0xFF));
}
void put_u32(std::vector<uint8_t>& out, size_t v) {
  put_u16(out, v & 0xFFFF);
  put_u16(out, (v >> 16) & 0xFFFF);
}
size_t get_u16(std::span<const uint8_t> in, size_t at) {
  return static_cast<size_t>(in[at]) | static_cast<size_t>(in[at + 1]) << 8;
}
uint32_t get_u32(std::span<const uint8_t> in, size_t at) {
  return static_cast<uint32_t>(get_u16(in, at) | get_u16(in, at + 2) << 16);
}

Fault pack_fault(std::string what, std::string value = {}) {
  return {.file = "pack", .line = 0, .column = {}, .what = std::move(what), .value = std::move(value)};
}

}  // namespace

uint32_t crc32(std::span<const uint8_t> bytes) {
  uint32_t c = 0xFFFFFFFFu;
  for (const uint8_t b : bytes) c = kCrcTable[(c ^ b) & 0xFFu] ^ (c >> 8);
  return c ^ 0xFFFFFFFFu;
}

bool Pack::has(std::string_view name) const {
  for (const PackEntry& entry : entries_)
    if (entry.name == name) return true;
  return false;
}

std::span<const uint8_t> Pack::find(std::string_view name) const {
  for (const PackEntry& entry : entries_)
    if (entry.name == name) return entry.bytes;
  return {};
}

std::string_view Pack::find_text(std::string_view name) const {
  const std::span<const uint8_t> bytes = find(name);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::vector<uint8_t> write_pack(std::span<const PackEntry> entries) {
  size_t offset = kHeaderBytes;
  for (const PackEntry& entry : entries) {
    assert(!entry.name.empty() && entry.name.size() <= 0xFFFF);
    offset += kEntryFixedBytes + entry.name.size();
  }
  std::vector<uint8_t> directory;
  for (const PackEntry& entry : entries) {
    put_u16(directory, entry.name.size());
    directory.insert(directory.end(), entry.name.begin(), entry.name.end());
    put_u32(directory, offset);
    put_u32(directory, entry.bytes.size());
    put_u32(directory, crc32(entry.bytes));
    offset += entry.bytes.size();
  }
  assert(offset <= UINT32_MAX);
  std::vector<uint8_t> out(kMagic.begin(), kMagic.end());
  out.reserve(offset);
  put_u32(out, kPackVersion);
  put_u32(out, entries.size());
  put_u32(out, crc32(directory));
  out.insert(out.end(), directory.begin(), directory.end());
  for (const PackEntry& entry : entries) out.insert(out.end(), entry.bytes.begin(), entry.bytes.end());
  return out;
}

Result<Pack> read_pack(std::span<const uint8_t> bytes) {
  if (bytes.size() < kHeaderBytes) return pack_fault("too short for a pack", std::to_string(bytes.size()) + " bytes");
  for (size_t i = 0; i < kMagic.size(); ++i)
    if (bytes[i] != kMagic[i]) return pack_fault("not a pack (it doesn't begin with AATL)");
  const uint32_t version = get_u32(bytes, 4);
  if (version != kPackVersion) return pack_fault("unknown version", std::to_string(version));
  const size_t count = get_u32(bytes, 8);
  if (count > bytes.size() / kEntryFixedBytes) return pack_fault("more entries than bytes", std::to_string(count));

  struct Place {
    std::string_view name;
    size_t offset, length;
    uint32_t crc;
  };
  std::vector<Place> places;
  size_t at = kHeaderBytes;
  for (size_t i = 0; i < count; ++i) {
    if (bytes.size() - at < kEntryFixedBytes) return pack_fault("directory is cut off", "entry " + std::to_string(i));
    const size_t name_length = get_u16(bytes, at);
    if (bytes.size() - at - kEntryFixedBytes < name_length)
      return pack_fault("directory is cut off", "entry " + std::to_string(i));
    const std::string_view name(reinterpret_cast<const char*>(bytes.data()) + at + 2, name_length);
    at += 2 + name_length;
    places.push_back({name, get_u32(bytes, at), get_u32(bytes, at + 4), get_u32(bytes, at + 8)});
    at += 12;
  }
  if (crc32(bytes.subspan(kHeaderBytes, at - kHeaderBytes)) != get_u32(bytes, 12))
    return pack_fault("directory is damaged (checksum)");

  Faults faults;
  std::set<std::string_view> names;
  std::vector<PackEntry> entries;
  size_t next = at;
  for (const Place& place : places) {
    if (place.name.empty() || !names.insert(place.name).second)
      return pack_fault("entry without a name of its own", std::string(place.name));
    // Blocks follow one another without gaps, so their sum can't pass the input's size.
    if (place.offset != next || bytes.size() - next < place.length)
      return pack_fault("entry lies outside the pack", std::string(place.name));
    const std::span<const uint8_t> block = bytes.subspan(place.offset, place.length);
    if (crc32(block) != place.crc) faults.push_back(pack_fault("entry is damaged (checksum)", std::string(place.name)));
    entries.push_back({std::string(place.name), {block.begin(), block.end()}});
    next += place.length;
  }
  if (next != bytes.size())
    faults.push_back(pack_fault("bytes after the last entry", std::to_string(bytes.size() - next)));
  if (!faults.empty()) return faults;
  return Pack(std::move(entries));
}

}  // namespace atlas
