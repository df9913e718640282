#include <algorithm>
#include <array>
#include <cstring>

#include "data/bit_coder.h"
#include "data/section_parts.h"

namespace atlas {
namespace {

// Where all that lies around a pixel agrees, it is counted how long that holds; elsewhere a pixel is guessed from the
// borders that its neighbours show.
class PartsCoder {
 public:
  PartsCoder(BitCoder bits, PartsRaster& raster)
      : bits_(std::move(bits)),
        raster_(raster),
        stride_(raster.width + 2 * kMargin),
        known_(stride_ * (raster.height + kMargin), 0) {
    const auto width = static_cast<std::ptrdiff_t>(stride_);
    for (std::size_t i = 0; i < kPlaces.size(); ++i) ways_[i] = kPlaces[i].down * width + kPlaces[i].right;
  }

  BitCoder& bits() { return bits_; }

  /// Writes the raster, or fills it in. False if it can't be what was written.
  bool code() {
    int64_t run = -1;  // flat pixels to come that are as their neighbours are; < 0: not known
    for (std::size_t y = 0; y < raster_.height; ++y) {
      bool flat = false;
      for (std::size_t x = 0; x < raster_.width; ++x) {
        uint8_t* here = place(x, y);
        flat = x > 0 && flat && here[-1] == here[-2] ? still_flat(here) : is_flat(here);
        uint8_t value = raster_.values[y * raster_.width + x];
        if (!flat) {
          value = code_among(value, here);
        } else {
          if (run < 0) run = code_run(bits_.reading() ? 0 : run_from(x, y));
          if (run >= kStride && x + kStride < raster_.width && stays_flat(here)) {
            std::fill_n(here, kStride, here[-1]);
            std::fill_n(&raster_.values[y * raster_.width + x], kStride, here[-1]);
            run -= kStride;
            x += kStride - 1;
            continue;
          }
          if (run-- > 0) {
            value = here[-1];
          } else {
            value = code_value(value, here[-1]);
            if (value == here[-1]) return false;
          }
        }
        *here = raster_.values[y * raster_.width + x] = value;
      }
    }
    return run <= 0;
  }

 private:
  struct Place {
    int right, down;
  };
  // What is known around a pixel, the nearest first.
  static constexpr std::array<Place, 15> kPlaces = {{{-1, 0},
                                                     {0, -1},
                                                     {-1, -1},
                                                     {1, -1},
                                                     {-2, 0},
                                                     {0, -2},
                                                     {2, -1},
                                                     {-2, -1},
                                                     {1, -2},
                                                     {-1, -2},
                                                     {0, -3},
                                                     {2, -2},
                                                     {-2, -2},
                                                     {3, -1},
                                                     {-3, -1}}};
  static constexpr std::size_t kFlat = 10;  // places that agree where it is flat
  static constexpr std::size_t kMargin = 3;
  static constexpr int kStride = 8;

  uint8_t* place(std::size_t x, std::size_t y) { return &known_[(y + kMargin) * stride_ + kMargin + x]; }
  bool is_flat(const uint8_t* here) const {
    return std::all_of(ways_.begin(), ways_.begin() + kFlat, [&](std::ptrdiff_t way) { return here[way] == here[-1]; });
  }
  // The same for a pixel whose left neighbour was flat and is as its neighbours are: only two places are new to it.
  bool still_flat(const uint8_t* here) const {
    const auto up = -static_cast<std::ptrdiff_t>(stride_);
    return here[up + 2] == here[-1] && here[2 * up + 1] == here[-1];
  }
  // The same for so many pixels that are as their neighbours are: most of the raster goes by in these strides.
  bool stays_flat(const uint8_t* here) const {
    const auto up = -static_cast<std::ptrdiff_t>(stride_);
    const uint64_t all = uint64_t{here[-1]} * 0x0101010101010101u;
    const auto eight = [](const uint8_t* from) {
      uint64_t bytes = 0;
      std::memcpy(&bytes, from, sizeof bytes);
      return bytes;
    };
    return eight(here + up + 2) == all && eight(here + 2 * up + 1) == all;
  }
  // Which of the nearest 4, 8, 10, and of all places share a value, whatever it is.
  std::array<uint32_t, 4> forms(const uint8_t* here) const {
    std::array<uint32_t, 4> result{};
    std::array<uint8_t, 5> met{};
    std::size_t met_count = 0, next = 0;
    uint32_t all = 1;
    for (std::size_t i = 0; i < kPlaces.size(); ++i) {
      const uint8_t value = here[ways_[i]];
      uint32_t number = 0;
      while (number < met_count && met[number] != value) ++number;
      if (number == met_count && met_count < met.size()) met[met_count++] = value;
      all = all * 6 + number;
      if (i == 3 || i == 7 || i == 9 || i == 14) result[next++] = all;
    }
    return result;
  }
  // When writing: from here on.
  int64_t run_from(std::size_t x, std::size_t y) {
    int64_t run = 0;
    for (; y < raster_.height; ++y, x = 0)
      for (; x < raster_.width; ++x) {
        uint8_t* here = place(x, y);
        const uint8_t value = raster_.values[y * raster_.width + x];
        const bool flat = is_flat(here);
        if (flat && value != here[-1]) return run;
        run += flat ? 1 : 0;
        *here = value;
      }
    return run;
  }
  // In digits of 7 bits, the lowest first.
  int64_t code_run(int64_t run) {
    int64_t result = 0;
    for (uint32_t digit = 0; digit < 4; ++digit) {
      const int64_t rest = run >> (7 * digit);
      result |= int64_t{code_digits(static_cast<uint32_t>(rest & 127), 7, digit, 44 + digit)} << (7 * digit);
      if (digit == 3 || guess_.code(bits_, rest < 128, kNothing, 40 + digit)) break;
    }
    return result;
  }
  uint8_t code_among(uint8_t value, const uint8_t* here) {
    const uint8_t west = here[ways_[0]], north = here[ways_[1]], north_east = here[ways_[3]];
    std::array<uint32_t, 4> contexts = forms(here);
    contexts[0] ^= uint32_t{west} << 20 ^ uint32_t { north } << 26;
    uint32_t at = 0;
    for (const uint8_t likely : {west, north, north_east})
      if (guess_.code(bits_, value == likely, contexts, at++)) return likely;
    return code_value(value, west);
  }
  uint8_t code_value(uint8_t value, uint8_t beside) { return static_cast<uint8_t>(code_digits(value, 8, beside, 32)); }
  uint32_t code_digits(uint32_t value, int count, uint32_t context, uint32_t at) {
    uint32_t known = 1;
    for (int i = count - 1; i >= 0; --i) {
      const std::array<uint32_t, 4> contexts = {known, known + 256 * context, 1, 2};
      known = known * 2 + (guess_.code(bits_, (value >> i & 1) != 0, contexts, at) ? 1 : 0);
    }
    return known - (1u << count);
  }

  static constexpr std::array<uint32_t, 4> kNothing = {0, 1, 2, 3};
  BitCoder bits_;
  PartsRaster& raster_;
  std::size_t stride_;
  std::vector<uint8_t> known_;  // what has been coded, within a margin of zeros
  std::array<std::ptrdiff_t, kPlaces.size()> ways_{};
  BitGuess guess_{{.contexts = 4, .table_bits = 14, .caution = 8, .memory = 1023}};
};

}  // namespace

std::vector<uint8_t> write_parts(const PartsRaster& raster) {
  ByteWriter out;
  out.u16(raster.width);
  out.u16(raster.height);
  PartsRaster copy = raster;
  PartsCoder coder(BitCoder(), copy);
  coder.code();
  out.bytes(coder.bits().take());
  return out.take();
}

Result<PartsRaster> read_parts(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  PartsRaster raster;
  raster.width = in.u16();
  raster.height = in.u16();
  if (raster.width > kMostPartsWidth || raster.height > kMostPartsWidth) in.fail();
  if (!in.ok()) return broken("the raster of parts");
  raster.values.assign(std::size_t{raster.width} * raster.height, 0);
  PartsCoder coder(BitCoder(in.bytes(in.left())), raster);
  if (!coder.code() || !coder.bits().at_end()) return broken("the raster of parts");
  return raster;
}

}  // namespace atlas
