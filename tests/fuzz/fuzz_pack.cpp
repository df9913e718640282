// Any bytes as a pack: a fault, or the very bytes that writing its entries gives. Then once more with the checksums put
// right, so that what lies behind them is met too: the data files and every section of the base globe.
#include <algorithm>

#include "data/base_sections.h"
#include "data/late_texts.h"
#include "data/pack.h"
#include "fuzz/small_dataset.h"

using namespace atlas;

namespace {

/// Little-endian, where there are four bytes.
uint32_t u32_at(const std::vector<uint8_t>& bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 4; i > 0; --i) value = value << 8 | (at + i <= bytes.size() ? bytes[at + i - 1] : 0u);
  return value;
}
void put_u32(std::vector<uint8_t>& bytes, size_t at, uint32_t value) {
  for (size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<uint8_t>(value >> (8 * i));
}

std::vector<uint8_t> with_right_checksums(std::vector<uint8_t> bytes) {
  if (bytes.size() < 16) return bytes;
  size_t at = 16;
  for (uint32_t left = u32_at(bytes, 8); left > 0 && at + 14 <= bytes.size(); --left) {
    const size_t name = static_cast<size_t>(bytes[at]) | static_cast<size_t>(bytes[at + 1]) << 8;
    if (bytes.size() - at < 14 + name) break;
    at += 14 + name;
    const size_t offset = u32_at(bytes, at - 12), length = u32_at(bytes, at - 8);
    if (offset <= bytes.size() && length <= bytes.size() - offset)
      put_u32(bytes, at - 4, crc32(std::span(bytes).subspan(offset, length)));
  }
  put_u32(bytes, 12, crc32(std::span(bytes).subspan(16, at - 16)));
  return bytes;
}

void read_sections(std::span<const uint8_t> bytes) {
  if (const Result<BaseMesh> mesh = read_mesh(bytes); mesh.ok())
    for (const uint32_t corner : mesh->triangles) fuzz::require(corner < mesh->points.size());
  if (const Result<std::vector<BaseLine>> lines = read_lines(bytes); lines.ok()) {
    const Result<std::vector<BaseLine>> back = read_lines(write_lines(*lines));
    fuzz::require(back.ok() && *back == *lines);
  }
  if (const Result<std::vector<ReliefPlane>> planes = read_relief(bytes); planes.ok()) {
    const Result<std::vector<ReliefPlane>> back = read_relief(write_relief(*planes));
    fuzz::require(back.ok() && *back == *planes);
  }
  if (const Result<PartsRaster> parts = read_parts(bytes); parts.ok()) {
    const Result<PartsRaster> back = read_parts(write_parts(*parts));
    fuzz::require(back.ok() && *back == *parts);
  }
  if (const Result<FontAtlasSection> font = read_font_atlas(bytes); font.ok())
    fuzz::require(font->distance_field.size() == size_t{font->width} * font->height);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Result<Pack> pack = read_pack({data, size});
  fuzz::require(pack.ok() || !pack.faults().empty());
  if (pack.ok()) {
    const std::vector<uint8_t> again = write_pack(pack->entries());
    fuzz::require(std::equal(again.begin(), again.end(), data, data + size));
  }
  const Result<Pack> mended = read_pack(with_right_checksums({data, data + size}));
  if (!mended.ok()) return 0;
  for (const PackEntry& entry : mended->entries()) read_sections(entry.bytes);
  const Result<DataFiles> files = first_files(*mended);
  fuzz::require(files.ok() || !files.faults().empty());
  if (!files.ok() || files->text_by_name.empty()) return 0;
  const Result<Dataset> checked = check(*files);
  fuzz::require(checked.ok() || !checked.faults().empty());
  // Both packs in one: their texts fit each other, or are refused.
  const Result<DataFiles> whole = with_texts(*files, *mended);
  fuzz::require(!whole.ok() || data_sha256(*whole) == files->sha256_of_whole);
  return 0;
}
