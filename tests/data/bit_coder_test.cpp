#include "data/bit_coder.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>

using namespace atlas;

namespace {

struct Decision {
  bool bit = false;
  std::array<uint32_t, 3> contexts{};
  uint32_t place = 0;
};

// Falls as its first context says, but for one in ten.
std::vector<Decision> decisions(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<Decision> result(count);
  for (Decision& one : result) {
    one.contexts = {static_cast<uint32_t>(random() % 50), static_cast<uint32_t>(random()), 7};
    one.place = static_cast<uint32_t>(random() % 3);
    one.bit = (one.contexts[0] * 2654435761u >> 31 != 0) != (random() % 10 == 0);
  }
  return result;
}

std::vector<uint8_t> written(const std::vector<Decision>& all) {
  BitCoder coder;
  BitGuess guess({.contexts = 3, .table_bits = 12});
  for (const Decision& one : all) guess.code(coder, one.bit, one.contexts, one.place);
  return coder.take();
}

}  // namespace

TEST_CASE("decisions come back as they were written, to the last byte", "[data][law]") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::vector<Decision> all = decisions(seed, std::size_t{seed} * 100);
    const std::vector<uint8_t> bytes = written(all);
    BitCoder coder(bytes);
    BitGuess guess({.contexts = 3, .table_bits = 12});
    for (const Decision& one : all) REQUIRE(guess.code(coder, false, one.contexts, one.place) == one.bit);
    CHECK(coder.at_end());
  }
}

TEST_CASE("what was to be expected costs little", "[data]") {
  // One in ten is a surprise: 0.47 bits a decision, and a tenth more for learning.
  CHECK(written(decisions(5, 100000)).size() * 8 < 52000);
  std::vector<Decision> same(100000);
  CHECK(written(same).size() < 30);
}

TEST_CASE("numbers of any size come back", "[data][law]") {
  std::mt19937 random(3);
  std::vector<uint32_t> numbers = {0, 1, 2, 3, 16383};
  for (int i = 0; i < 2000; ++i) numbers.push_back(static_cast<uint32_t>(random() % (1u << random() % 15)));
  const std::array<uint32_t, 1> context = {0};
  BitCoder out;
  BitGuess writing({.contexts = 1});
  for (const uint32_t number : numbers) writing.code_number(out, number, context, 0);
  const std::vector<uint8_t> bytes = out.take();
  BitCoder in(bytes);
  BitGuess reading({.contexts = 1});
  for (const uint32_t number : numbers) REQUIRE(reading.code_number(in, 0, context, 0) == number);
  CHECK(in.at_end());
}

TEST_CASE("reading beyond the end finds zeros and says so", "[data]") {
  const std::vector<uint8_t> bytes = written(decisions(1, 500));
  BitCoder in(std::span<const uint8_t>(bytes).first(bytes.size() / 2));
  for (int i = 0; i < 5000; ++i) in.code(false, 32768);
  CHECK_FALSE(in.ok());
  CHECK_FALSE(in.at_end());
}
