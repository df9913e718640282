#pragma once

// Sections that general compression serves badly (pictures, distance fields) as a string of yes-or-no decisions, each
// of which is guessed from what is already known: a decision that was expected costs next to nothing. One function per
// section walks the data and calls code() for each decision; whether that writes or reads is the coder's matter, so
// writer and reader can't disagree about the guesses. Whole numbers only: every platform reads the same.
//
// Arithmetic coding after Witten, Neal, Cleary 1987; guesses from several contexts at once are mixed as in Mahoney
// 2005, "Adaptive weighing of context models for lossless data compression".
#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// Decisions to bytes and back.
class BitCoder {
 public:
  /// Writes.
  BitCoder() = default;
  /// Reads what take() gave. Beyond the end it finds zeros, and is not at_end() any more.
  explicit BitCoder(std::span<const uint8_t> bytes);

  bool reading() const { return reading_; }
  /// Writes the bit and returns it, or reads one, whatever is handed in. odds: that it is set, of 65,536, neither 0 nor
  /// all.
  bool code(bool bit, uint32_t odds);
  /// Has nothing been read beyond the end?
  bool ok() const { return at_ <= bytes_.size(); }
  /// Has all been read, and nothing beyond it?
  bool at_end() const { return at_ == bytes_.size(); }
  /// What was written.
  std::vector<uint8_t> take();

 private:
  uint8_t next();

  bool reading_ = false;
  uint32_t low_ = 0, high_ = 0xffffffff, value_ = 0;
  std::vector<uint8_t> written_;
  std::span<const uint8_t> bytes_;
  std::size_t at_ = 0;
};

/// Guesses decisions from contexts: numbers that tell apart situations in which a decision may fall differently. For
/// each context it remembers how its decisions fell, and it learns which of the contexts to trust.
class BitGuess {
 public:
  static constexpr std::size_t kMostContexts = 6;
  using Contexts = std::span<const uint32_t>;

  struct Shape {
    std::size_t contexts = 1;  ///< that each decision brings, at most kMostContexts
    uint32_t places = 64;      ///< of decisions within a situation, at most 64; each has weights of its own
    unsigned table_bits = 16;  ///< of the number of memories of each context
    int caution = 7;           ///< how slowly trust moves
    uint32_t memory = 255;     ///< decisions after which older ones fade
  };
  explicit BitGuess(const Shape& shape);

  bool code(BitCoder& coder, bool bit, Contexts contexts, uint32_t place);
  /// A number below 2^14: how many bits it has, then these; 32 places from `place` on.
  uint32_t code_number(BitCoder& coder, uint32_t value, Contexts contexts, uint32_t place);

 private:
  struct Memory {
    uint16_t odds = 32768;
    uint16_t seen = 0;
  };
  Shape shape_;
  std::vector<Memory> memories_;
  std::vector<int32_t> weights_;    // 65,536 is one
  std::vector<int16_t> stretched_;  // of odds in 4,096ths
  std::vector<uint16_t> steps_;     // how far a decision moves a memory of so many
};

}  // namespace atlas
