#include "data/bit_coder.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace atlas {
namespace {

// 65,536 / (1 + exp(-x)) for x = 0, 1/4 .. 8.
constexpr std::array<uint16_t, 33> kLogistic = {32768, 36843, 40793, 44511, 47911, 50941, 53581, 55834, 57724,
                                                59287, 60565, 61598, 62428, 63090, 63615, 64030, 64357, 64614,
                                                64816, 64974, 65097, 65194, 65269, 65328, 65374, 65410, 65438,
                                                65459, 65476, 65489, 65500, 65508, 65514};
constexpr int kMostStretched = 2047;  // 256 is one: exp(8) to one

// Odds of 65,536 for a logarithm of odds, 256 being one.
int squashed(int stretched) {
  const int size = std::min(stretched < 0 ? -stretched : stretched, kMostStretched);
  const int low = kLogistic[static_cast<std::size_t>(size >> 6)],
            high = kLogistic[static_cast<std::size_t>(size >> 6) + 1];
  const int odds = low + ((high - low) * (size & 63) >> 6);
  return stretched < 0 ? 65536 - odds : odds;
}

}  // namespace

BitCoder::BitCoder(std::span<const uint8_t> bytes) : reading_(true), bytes_(bytes) {
  for (int i = 0; i < 4; ++i) value_ = value_ << 8 | next();
}

uint8_t BitCoder::next() {
  if (at_ < bytes_.size()) return bytes_[at_++];
  at_ = bytes_.size() + 1;
  return 0;
}

bool BitCoder::code(bool bit, uint32_t odds) {
  const uint32_t middle = low_ + static_cast<uint32_t>(uint64_t{high_ - low_} * odds >> 16);
  if (reading_) bit = value_ <= middle;
  (bit ? high_ : low_) = bit ? middle : middle + 1;
  while ((low_ ^ high_) < 1u << 24) {
    if (reading_)
      value_ = value_ << 8 | next();
    else
      written_.push_back(static_cast<uint8_t>(low_ >> 24));
    low_ <<= 8;
    high_ = high_ << 8 | 255;
  }
  return bit;
}

std::vector<uint8_t> BitCoder::take() {
  for (int shift = 24; shift >= 0; shift -= 8) written_.push_back(static_cast<uint8_t>(low_ >> shift));
  return std::move(written_);
}

BitGuess::BitGuess(const Shape& shape)
    : shape_(shape),
      memories_(shape.contexts << shape.table_bits),
      weights_(shape.contexts * shape.places, static_cast<int32_t>(80000 / shape.contexts)),
      stretched_(4096),
      steps_(shape.memory + 1) {
  assert(shape.contexts <= kMostContexts);
  std::size_t next = 0;
  for (int x = -kMostStretched; x <= kMostStretched; ++x)
    for (const auto end = static_cast<std::size_t>(squashed(x) >> 4); next <= end && next < stretched_.size(); ++next)
      stretched_[next] = static_cast<int16_t>(x);
  while (next < stretched_.size()) stretched_[next++] = kMostStretched;
  for (uint32_t seen = 0; seen < steps_.size(); ++seen)
    steps_[seen] = static_cast<uint16_t>(2 * 65536 / (2 * seen + 3));
}

bool BitGuess::code(BitCoder& coder, bool bit, Contexts contexts, uint32_t place) {
  std::array<Memory*, kMostContexts> memories{};
  std::array<int, kMostContexts> stretched{};
  int32_t* weights = &weights_[std::min(place, shape_.places - 1) * shape_.contexts];
  int64_t sum = 0;
  for (std::size_t i = 0; i < shape_.contexts; ++i) {
    const uint32_t cell = (contexts[i] * 64 + place) * 2654435761u >> (32 - shape_.table_bits);
    memories[i] = &memories_[(i << shape_.table_bits) + cell];
    stretched[i] = stretched_[memories[i]->odds >> 4];
    sum += int64_t{weights[i]} * stretched[i];
  }
  const int odds = squashed(static_cast<int>(std::clamp<int64_t>(sum >> 16, -kMostStretched, kMostStretched)));
  bit = coder.code(bit, static_cast<uint32_t>(odds));
  const int missed = (bit ? 65536 : 0) - odds;
  for (std::size_t i = 0; i < shape_.contexts; ++i) {
    weights[i] = std::clamp(weights[i] + (missed * stretched[i] >> (8 + shape_.caution)), -(1 << 20), 1 << 20);
    Memory& memory = *memories[i];
    const int64_t off = (bit ? 65535 : 0) - memory.odds;
    memory.odds = static_cast<uint16_t>(memory.odds + (off * steps_[memory.seen] >> 16));
    if (memory.seen < shape_.memory) ++memory.seen;
  }
  return bit;
}

uint32_t BitGuess::code_number(BitCoder& coder, uint32_t value, Contexts contexts, uint32_t place) {
  uint32_t bits = 0;
  while (bits < 14 && code(coder, value >> bits != 0, contexts, place + bits)) ++bits;
  uint32_t number = bits > 0 ? 1 : 0;
  for (uint32_t left = bits; left > 1; --left) {
    // Below the topmost bit only the next is worth a guess of its own.
    const bool bit =
        code(coder, (value >> (left - 2) & 1) != 0, contexts, left == bits ? place + 14 + bits : place + 14);
    number = number * 2 + (bit ? 1 : 0);
  }
  return number;
}

}  // namespace atlas
