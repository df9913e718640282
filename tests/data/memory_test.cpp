// Memory is bounded by the size of what is read: a pack or a section that promises more than its bytes can hold is
// refused before room is made for it. Every allocation of this program is counted while a Count lives.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <new>

#include "data/base_sections.h"
#include "data/geojson.h"
#include "data/pack.h"

namespace {

bool counting = false;
size_t counted_bytes = 0;

void* take(size_t size) {
  if (counting) counted_bytes += size;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) std::abort();
  return memory;
}

struct Count {
  Count() {
    counted_bytes = 0;
    counting = true;
  }
  ~Count() { counting = false; }
};

}  // namespace

void* operator new(size_t size) { return take(size); }
void* operator new[](size_t size) { return take(size); }
void* operator new(size_t size, const std::nothrow_t&) noexcept { return take(size); }
void* operator new[](size_t size, const std::nothrow_t&) noexcept { return take(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

using namespace atlas;

namespace {

/// Bytes taken while `work` ran, freed again or not.
template <class Work>
size_t bytes_of(Work work) {
  const Count count;
  work();
  return counted_bytes;
}

void put_u32(std::vector<uint8_t>& bytes, size_t at, uint32_t value) {
  for (size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<uint8_t>(value >> (8 * i));
}

constexpr size_t kForFaults = 1000;

}  // namespace

TEST_CASE("a pack whose header promises millions of entries is refused without room for them", "[data][law]") {
  std::vector<uint8_t> bytes = write_pack({});
  for (const uint32_t count : {1u, 2u, 1u << 16, 1u << 24, 1u << 31, UINT32_MAX}) {
    put_u32(bytes, 8, count);
    bool refused = false;
    CAPTURE(count);
    CHECK(bytes_of([&] { refused = !read_pack(bytes).ok(); }) < kForFaults);
    CHECK(refused);
  }
}

TEST_CASE("a pack whose entry promises gigabytes is refused without room for them", "[data][law]") {
  const std::vector<PackEntry> entries{{"a", {1, 2, 3}}, {"b", {}}};
  const std::vector<uint8_t> good = write_pack(entries);
  // Each four bytes of the directory as the largest number, the directory's checksum put right again.
  for (size_t at = 16; at + 4 <= good.size() - 3; ++at) {
    std::vector<uint8_t> bytes = good;
    put_u32(bytes, at, UINT32_MAX);
    put_u32(bytes, 12, crc32(std::span(bytes).subspan(16, bytes.size() - 16 - 3)));
    bool refused = false;
    CAPTURE(at);
    CHECK(bytes_of([&] { refused = !read_pack(bytes).ok(); }) < kForFaults + 8 * bytes.size());
    CHECK(refused);
  }
}

TEST_CASE("a section that promises millions of anything is refused without room for them", "[data][law]") {
  // A varint of 35 bits, four bytes of the largest number: whatever count stands first, it can't be kept.
  for (const std::vector<uint8_t>& bytes :
       {std::vector<uint8_t>{0xff, 0xff, 0xff, 0xff, 0x7f}, std::vector<uint8_t>(24, 0xff),
        std::vector<uint8_t>{1, 0, 0xff, 0xff, 0xff, 0x7f, 0, 0}}) {
    bool refused = true;
    CHECK(bytes_of([&] {
            refused = !read_mesh(bytes).ok() && !read_lines(bytes).ok() && !read_relief(bytes).ok() &&
                      !read_font_atlas(bytes).ok() && !read_parts(bytes).ok();
          }) < 16 * kForFaults);  // 255 planes at most
    CHECK(refused);
  }
}

TEST_CASE("an outline that runs up and down the cut at 180 degrees takes no room with the square of its points",
          "[data][law]") {
  std::string ring = "[[180,60]";
  for (int i = 0; i < 2000; ++i) ring += i % 2 == 0 ? ",[180,89]" : ",[180," + std::to_string(61 + i * 0.01) + "]";
  ring += ",[170,70],[180,60]]";
  const std::string text =
      R"({"type":"FeatureCollection","features":[{"id":"x","geometry":{"type":"Polygon","coordinates":[)" + ring +
      "]}}]}";
  Faults faults;
  CHECK(bytes_of([&] { read_outlines("x.geojson", text, faults); }) < 200 * text.size());
  REQUIRE(faults.size() == 1);
}
