#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "data/bit_coder.h"
#include "data/section_parts.h"

namespace atlas {

uint8_t elevation_code(double metres) {
  const double code = 128.0 + kElevationCodeScale * (metres < 0.0 ? -1.0 : 1.0) * std::sqrt(std::abs(metres));
  return static_cast<uint8_t>(std::lround(std::clamp(code, 0.0, 255.0)));
}

double elevation_of_code(double code) {
  const double root = (code - 128.0) / kElevationCodeScale;
  return root < 0.0 ? -root * root : root * root;
}

namespace {

// Amounts from the broadest wave to the finest.
constexpr std::array<uint8_t, 64> kOrder = {0,  1,  8,  16, 9,  2,  3,  10, 17, 24, 32, 25, 18, 11, 4,  5,
                                            12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6,  7,  14, 21, 28,
                                            35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
                                            58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

// How large, roughly: 0 to 7.
uint32_t size_of(int value) {
  const int size = value < 0 ? -value : value;
  return size < 3 ? static_cast<uint32_t>(size) : size < 5 ? 3 : size < 9 ? 4 : size < 17 ? 5 : size < 33 ? 6 : 7;
}
uint32_t sign_of(int value) { return value > 0 ? 1 : value < 0 ? 2 : 0; }
uint32_t last_of(const ReliefBlock& block) {
  uint32_t last = 63;
  while (last > 0 && block[kOrder[last]] == 0) --last;
  return last;
}

// A block is guessed from those to its left, above, and between the two; its amounts from the finest one that isn't
// zero to the broadest.
class BlockCoder {
 public:
  explicit BlockCoder(BitCoder bits) : bits_(std::move(bits)) {}

  BitCoder& bits() { return bits_; }

  /// Writes the blocks, or fills them in.
  void code(ReliefPlane& plane) {
    const std::size_t across = (plane.width + 7) / 8;
    for (std::size_t i = 0; i < plane.blocks.size() && bits_.ok(); ++i) {
      const bool first_column = i % across == 0, first_row = i < across;
      const Beside beside{
          first_column ? nothing_ : plane.blocks[i - 1], first_row ? nothing_ : plane.blocks[i - across],
          first_column || first_row ? nothing_ : plane.blocks[i - across - 1], !first_column, !first_row};
      ReliefBlock& block = plane.blocks[i];
      const int off = code_level(block, beside);
      const uint32_t last = code_last(last_of(block), off, beside);
      for (uint32_t k = last; k > 0; --k) code_amount(block, k, last, beside);
    }
  }

 private:
  struct Beside {
    const ReliefBlock &left, &up, &between;
    bool has_left, has_up;
  };

  // The mean: what it is off the guess.
  int code_level(ReliefBlock& block, const Beside& beside) {
    const int left = beside.left[0], up = beside.up[0], between = beside.between[0];
    const int guess = beside.has_left && beside.has_up
                          ? std::clamp(left + up - between, std::min(left, up), std::max(left, up))
                          : left + up;
    const std::array<uint32_t, 3> contexts = {size_of(std::abs(left - between) + std::abs(up - between)),
                                              8 + size_of(left - between) + 8 * size_of(up - between),
                                              128 + sign_of(beside.left[1]) + 3 * sign_of(beside.up[8]) +
                                                  9 * (size_of(beside.left[1]) + 8 * size_of(beside.up[8]))};
    const int off = code_signed(level_guess_, block[0] - guess, contexts);
    block[0] = within(guess + off);
    return off;
  }
  // Which amount is the finest that isn't zero.
  uint32_t code_last(uint32_t last, int off, const Beside& beside) {
    const uint32_t left = last_of(beside.left), up = last_of(beside.up);
    uint32_t known = 1;
    for (uint32_t i = 6; i-- > 0;) {
      const std::array<uint32_t, 3> contexts = {known + 64 * ((left + up) / 2),
                                                known + 64 * (64 + left / 4 + 16 * (up / 4)),
                                                known + 64 * (1024 + size_of(off))};
      known = known * 2 + (last_guess_.code(bits_, (last >> i & 1) != 0, contexts, i) ? 1 : 0);
    }
    return known - 64;
  }
  void code_amount(ReliefBlock& block, uint32_t k, uint32_t last, const Beside& beside) {
    const std::size_t at = kOrder[k];
    const bool rightmost = at % 8 == 7, lowest = at >= 56;
    uint32_t finer = 0, after = 0;
    if (!rightmost) finer += static_cast<uint32_t>(std::abs(block[at + 1]));
    if (!lowest) finer += static_cast<uint32_t>(std::abs(block[at + 8]));
    if (!rightmost && !lowest) finer += static_cast<uint32_t>(std::abs(block[at + 9]));
    for (uint32_t i = k + 1; i <= std::min(last, k + 6); ++i)
      after += static_cast<uint32_t>(std::min(2, std::abs(block[kOrder[i]])));
    finer = std::min(finer, 7u);
    const int left = std::abs(beside.left[at]), up = std::abs(beside.up[at]), between = std::abs(beside.between[at]);
    const uint32_t signs = sign_of(beside.left[at]) + 3 * sign_of(beside.up[at]);
    const std::array<uint32_t, 4> contexts = {
        k + 64 * size_of(2 * (left + up) + between), k + 64 * (8 + finer + 8 * after),
        (1u << 24) + static_cast<uint32_t>(std::min(left + up, 7)) + 8 * (finer + 8 * after),
        k + 64 * (512 + signs + 9 * (size_of(left) + 8 * size_of(up)))};
    if (k != last && !amount_guess_.code(bits_, block[at] != 0, contexts, 63)) return;
    const int sign = amount_guess_.code(bits_, block[at] < 0, contexts, 62) ? -1 : 1;
    int size = 1;
    while (size < kCounted &&
           amount_guess_.code(bits_, std::abs(block[at]) > size, contexts, static_cast<uint32_t>(size)))
      ++size;
    if (size == kCounted)
      size += static_cast<int>(
          amount_guess_.code_number(bits_, static_cast<uint32_t>(std::abs(block[at]) - kCounted), contexts, kCounted));
    block[at] = within(sign * size);
  }
  int code_signed(BitGuess& guess, int value, BitGuess::Contexts contexts) {
    const auto size = static_cast<int>(guess.code_number(bits_, static_cast<uint32_t>(std::abs(value)), contexts, 0));
    return size != 0 && guess.code(bits_, value < 0, contexts, 32) ? -size : size;
  }
  static int16_t within(int value) { return static_cast<int16_t>(std::clamp(value, -kMostAmount, kMostAmount)); }

  static constexpr int kCounted = 14;  // sizes up to here are counted, larger ones written as numbers
  static constexpr int kMostAmount = 8191;
  ReliefBlock nothing_{};
  BitCoder bits_;
  BitGuess level_guess_{{.contexts = 3, .table_bits = 14, .caution = 6}};
  BitGuess last_guess_{{.contexts = 3, .table_bits = 14, .caution = 6}};
  BitGuess amount_guess_{{.contexts = 4, .table_bits = 14, .caution = 7}};
};

}  // namespace

std::vector<uint8_t> write_relief(std::span<const ReliefPlane> planes) {
  ByteWriter out;
  out.u8(static_cast<uint32_t>(planes.size()));
  for (const ReliefPlane& plane : planes) {
    out.u8(static_cast<uint32_t>(plane.kind));
    out.u16(plane.width);
    out.u16(plane.height);
    out.bytes(plane.steps);
  }
  BlockCoder coder{BitCoder()};
  for (ReliefPlane plane : planes) coder.code(plane);
  out.bytes(coder.bits().take());
  return out.take();
}

Result<std::vector<ReliefPlane>> read_relief(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  const std::size_t count = in.u8();
  if (count > 3) in.fail();
  std::vector<ReliefPlane> planes(in.ok() ? count : 0);
  for (ReliefPlane& plane : planes) {
    const uint8_t kind = in.u8();
    if (kind > static_cast<uint8_t>(ReliefKind::halo)) in.fail();
    plane.kind = static_cast<ReliefKind>(kind);
    plane.width = in.u16();
    plane.height = in.u16();
    if (plane.width > kMostReliefSide || plane.height > kMostReliefSide) in.fail();
    for (uint8_t& step : plane.steps) {
      step = in.u8();
      if (step == 0) in.fail();
    }
  }
  if (!in.ok()) return broken("a relief section");
  BlockCoder coder(BitCoder(in.bytes(in.left())));
  for (ReliefPlane& plane : planes) {
    plane.blocks.resize(std::size_t{(plane.width + 7) / 8} * ((plane.height + 7) / 8), ReliefBlock{});
    coder.code(plane);
  }
  if (!coder.bits().at_end()) return broken("a relief section");
  return planes;
}

}  // namespace atlas
