// Times of the scene, natively; figures for tools/bench, never a test. Prints one JSON object: what the pointer costs
// on the shipped data, and what a million loaded columns cost beside a thousand.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "data/check.h"
#include "data/host_columns.h"
#include "model/evaluate.h"
#include "model/reach.h"
#include "scene/appearance.h"
#include "scene/bars.h"
#include "scene/blocks.h"
#include "scene/pick.h"
#include "support/files.h"

using namespace atlas;

namespace {

constexpr int kWidth_px = 1280, kHeight_px = 800;

template <class Work>
double processor_ms(Work work) {
  const std::clock_t start = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Mean and most of a call for each point of a grid over the window.
template <class Work>
std::pair<double, double> at_points_ms(Work work) {
  double sum = 0, most = 0;
  int count = 0;
  for (int y = 10; y < kHeight_px; y += 20)
    for (int x = 10; x < kWidth_px; x += 20) {
      constexpr int kRepeats = 4;
      const double ms = processor_ms([&] {
                          for (int i = 0; i < kRepeats; ++i) work(x, y);
                        }) /
                        kRepeats;
      sum += ms;
      most = std::max(most, ms);
      ++count;
    }
  return {sum / count, most};
}

HostColumns columns_of(size_t count, double& load_ms) {
  constexpr size_t kTimes = 40;
  std::vector<float> lon(count), lat(count), values(count * kTimes);
  for (size_t i = 0; i < count; ++i) {
    lat[i] = static_cast<float>(to_deg(std::asin(1 - 2 * (static_cast<double>(i) + 0.5) / static_cast<double>(count))));
    lon[i] = static_cast<float>(std::fmod(static_cast<double>(i) * 137.50776405, 360) - 180);
    for (size_t t = 0; t < kTimes; ++t) values[i * kTimes + t] = static_cast<float>((i * 7 + t * 13) % 100);
  }
  std::vector<int32_t> days(kTimes);
  for (size_t t = 0; t < kTimes; ++t) days[t] = static_cast<int32_t>(100 * t);
  HostColumns columns;
  load_ms = processor_ms([&] { columns = HostColumns::from(lon, lat, values, days).value(); });
  return columns;
}

void print_columns(size_t count, const CameraMatrices& camera) {
  double load_ms = 0;
  const HostColumns columns = columns_of(count, load_ms);
  const LoadedColumns loaded = loaded_columns(columns, 1);
  const auto [mean_ms, most_ms] = at_points_ms([&](double x, double y) { pick_loaded(loaded, 7.3, camera, x, y, 1); });
  std::vector<LoadedRange> ranges;
  constexpr int kRepeats = 1000;
  const double ranges_ms = processor_ms([&] {
                             for (int i = 0; i < kRepeats; ++i) visible_ranges(loaded, camera, 1, ranges);
                           }) /
                           kRepeats;
  std::printf("{\"columns\":%zu,\"load_ms\":%.1f,\"pick_ms\":%.4f,\"pick_most_ms\":%.4f,\"ranges_ms\":%.4f}", count,
              load_ms, mean_ms, most_ms, ranges_ms);
}

}  // namespace

int main() {
  const Result<Dataset> data = check(support::data_folder("assets/data"));
  if (!data.ok()) {
    std::fprintf(stderr, "%s\n", to_text(data.faults()).c_str());
    return 1;
  }
  StaticScene scene;
  scene.blocks = build_blocks(*data);
  scene.columns = build_columns(*data);
  const State state = default_state(*data);
  const Snapshot snapshot = evaluate(*data, make_reach(*data), state.scenario);
  Slots slots;
  write_slots(*data, height_scales(*data), state, snapshot, nullptr, std::nullopt, slots);
  const CameraMatrices camera = matrices({}, whole_window(kWidth_px, kHeight_px));
  const auto [mean_ms, most_ms] =
      at_points_ms([&](double x, double y) { pick(scene, slots, camera, x, y, 1, kPickSlack_px); });
  std::printf("{\"pick_ms\":%.4f,\"pick_most_ms\":%.4f,\"loaded\":[", mean_ms, most_ms);
  print_columns(1000, camera);
  std::printf(",");
  print_columns(100'000, camera);
  std::printf(",");
  print_columns(1'000'000, camera);
  std::printf("]}\n");
}
