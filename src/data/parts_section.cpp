#include <algorithm>

#include "data/section_parts.h"

namespace atlas {
namespace {

constexpr uint8_t kOther = 3;  // none of the neighbours' values

// What a pixel may be guessed from: its neighbours that are known before it, the likeliest first, each value once.
struct Guess {
  std::array<uint8_t, 3> values{};
  uint8_t count = 0;
  bool flat = false;  ///< all neighbours agree

  Guess(const std::vector<uint8_t>& values_before, uint32_t width, uint32_t x, uint32_t y) {
    const auto at = [&](uint32_t column, uint32_t row) { return values_before[std::size_t{row} * width + column]; };
    const uint8_t west = x > 0 ? at(x - 1, y) : 0;
    const uint8_t north = y > 0 ? at(x, y - 1) : 0;
    const uint8_t north_west = x > 0 && y > 0 ? at(x - 1, y - 1) : 0;
    const uint8_t north_east = y > 0 && x + 1 < width ? at(x + 1, y - 1) : 0;
    flat = west == north && north == north_west && north == north_east;
    // A border that comes from above goes on downwards, one from the left to the right.
    add(north_west == west ? north : west);
    add(north_west == west ? west : north);
    add(north_east);
  }
  uint8_t place_of(uint8_t value) const {
    const auto* end = values.begin() + count;
    const auto* found = std::find(values.begin(), end, value);
    return found == end ? kOther : static_cast<uint8_t>(found - values.begin());
  }

 private:
  void add(uint8_t value) {
    if (place_of(value) == kOther) values[count++] = value;
  }
};

}  // namespace

std::vector<uint8_t> write_parts(const PartsRaster& raster) {
  std::vector<uint8_t> places, others;
  ByteWriter runs;
  uint32_t run_count = 0;
  uint64_t run = 0;
  const auto end_run = [&] {
    runs.varint(run);
    ++run_count;
    run = 0;
  };
  for (uint32_t y = 0; y < raster.height; ++y)
    for (uint32_t x = 0; x < raster.width; ++x) {
      const uint8_t value = raster.values[std::size_t{y} * raster.width + x];
      const Guess guess(raster.values, raster.width, x, y);
      const uint8_t place = guess.place_of(value);
      if (guess.flat && place == 0) {
        ++run;
        continue;
      }
      if (guess.flat)
        end_run();
      else
        places.push_back(place);
      if (place == kOther) others.push_back(value);
    }
  end_run();
  ByteWriter out;
  out.u16(raster.width);
  out.u16(raster.height);
  out.varint(places.size());
  out.varint(others.size());
  out.varint(run_count);
  out.bytes(places);
  out.bytes(others);
  out.bytes(runs.take());
  return out.take();
}

Result<PartsRaster> read_parts(std::span<const uint8_t> bytes) {
  ByteReader in(bytes);
  PartsRaster raster;
  raster.width = in.u16();
  raster.height = in.u16();
  const std::size_t place_count = in.count(1), other_count = in.count(1), run_count = in.count(1);
  if (raster.width > kMostPartsWidth || raster.height > kMostPartsWidth) in.fail();
  ByteReader places(in.bytes(place_count)), others(in.bytes(other_count));
  if (!in.ok() || run_count > in.left()) return broken("the raster of parts");
  raster.values.assign(std::size_t{raster.width} * raster.height, 0);
  std::size_t runs_left = run_count;
  uint64_t run = 0;
  const auto next_run = [&] {
    if (runs_left == 0) in.fail();
    if (runs_left > 0) --runs_left;
    run = in.varint();
  };
  next_run();
  for (uint32_t y = 0; y < raster.height && in.ok(); ++y)
    for (uint32_t x = 0; x < raster.width && in.ok(); ++x) {
      const Guess guess(raster.values, raster.width, x, y);
      uint8_t place = kOther;
      if (guess.flat && run > 0) {
        --run;
        place = 0;
      } else if (guess.flat) {
        next_run();
      } else {
        place = places.u8();
      }
      if (place > kOther || (place != kOther && place >= guess.count)) in.fail();
      raster.values[std::size_t{y} * raster.width + x] = place < kOther ? guess.values[place] : others.u8();
    }
  if (run > 0 || runs_left > 0 || !places.at_end() || !others.at_end() || !in.at_end())
    return broken("the raster of parts");
  return raster;
}

}  // namespace atlas
