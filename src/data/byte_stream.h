#pragma once

// Little-endian bytes out and in. A reader that runs over its end, or meets a wrong value, fails for good and yields
// zeros from then on, so that callers check once at the end.
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace atlas {

class ByteWriter {
 public:
  void u8(uint32_t value) { bytes_.push_back(static_cast<uint8_t>(value)); }
  void u16(uint32_t value) {
    u8(value & 0xff);
    u8(value >> 8);
  }
  void u32(uint32_t value) {
    u16(value & 0xffff);
    u16(value >> 16);
  }
  void f32(float value) {
    uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    u32(bits);
  }
  void varint(uint64_t value) {
    for (; value >= 128; value >>= 7) u8(static_cast<uint32_t>(value & 127) | 128);
    u8(static_cast<uint32_t>(value));
  }
  void signed_varint(int64_t value) {
    varint(value < 0 ? (static_cast<uint64_t>(-(value + 1)) << 1) | 1 : static_cast<uint64_t>(value) << 1);
  }
  void bytes(std::span<const uint8_t> values) { bytes_.insert(bytes_.end(), values.begin(), values.end()); }
  std::vector<uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<uint8_t> bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::span<const uint8_t> bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  std::size_t left() const { return ok_ ? bytes_.size() - at_ : 0; }
  bool at_end() const { return ok_ && at_ == bytes_.size(); }
  void fail() { ok_ = false; }

  uint8_t u8() {
    if (left() == 0) {
      fail();
      return 0;
    }
    return bytes_[at_++];
  }
  uint16_t u16() {
    const uint32_t low = u8();
    return static_cast<uint16_t>(low | (static_cast<uint32_t>(u8()) << 8));
  }
  uint32_t u32() {
    const uint32_t low = u16();
    return low | (static_cast<uint32_t>(u16()) << 16);
  }
  float f32() {
    const uint32_t bits = u32();
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
  /// At most 35 bits, so that sums of two fit everywhere.
  uint64_t varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const uint8_t byte = u8();
      value |= static_cast<uint64_t>(byte & 127) << shift;
      if (byte < 128) return value;
    }
    fail();
    return 0;
  }
  int64_t signed_varint() {
    const uint64_t value = varint();
    return (value & 1) != 0 ? -static_cast<int64_t>(value >> 1) - 1 : static_cast<int64_t>(value >> 1);
  }
  /// A count of things that take at least `least_bytes` each: more than can follow is a failure.
  uint32_t count(std::size_t least_bytes) {
    const uint64_t value = varint();
    if (value > left() / least_bytes) {
      fail();
      return 0;
    }
    return static_cast<uint32_t>(value);
  }
  std::span<const uint8_t> bytes(std::size_t size) {
    if (size > left()) {
      fail();
      return {};
    }
    at_ += size;
    return bytes_.subspan(at_ - size, size);
  }

 private:
  std::span<const uint8_t> bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace atlas
