// Times of the model, natively and as WebAssembly; figures for tools/bench, never a test. Prints one JSON object:
// the shipped data, then made ones of growing size.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "data/check.h"
#include "model/curve.h"
#include "model/reach.h"
#include "support/files.h"
#include "support/large_dataset.h"

using namespace atlas;

namespace {

struct Times {
  size_t assets = 0, events = 0, slots = 0, held = 0;
  double reach_ms = 0, first_ms = 0, evaluate_ms = 0, curve_ms = 0;
  uint64_t hash = 0;
};

template <class Work>
double processor_ms(int repeats, Work work) {
  const std::clock_t start = std::clock();
  for (int i = 0; i < repeats; ++i) work();
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / repeats;
}

/// Median of nine, in processor time: other programs on a busy machine don't count. Short work is repeated until the
/// clock, which may tick in whole milliseconds, can tell it.
template <class Work>
double median_ms(Work work) {
  const double once_ms = processor_ms(1, work);
  const int repeats = once_ms >= 20 ? 1 : static_cast<int>(40 / std::max(once_ms, 0.1));
  std::vector<double> times_ms;
  for (int i = 0; i < 9; ++i) times_ms.push_back(processor_ms(repeats, work));
  std::sort(times_ms.begin(), times_ms.end());
  return times_ms[times_ms.size() / 2];
}

Times measure(const Dataset& dataset) {
  Times times;
  Reach reach;
  times.reach_ms = processor_ms(1, [&] { reach = make_reach(dataset); });
  const Scenario scenario = default_scenario(dataset);
  Snapshot snapshot;
  times.first_ms = processor_ms(1, [&] { evaluate(dataset, reach, scenario, snapshot); });
  times.evaluate_ms = median_ms([&] { evaluate(dataset, reach, scenario, snapshot); });
  times.curve_ms = median_ms([&] { sweep(dataset, reach, scenario, Lane::sanctions, Layer::province); });
  times.assets = dataset.assets.size();
  times.events = dataset.events.size();
  times.slots = reach.slots.size();
  for (const PartState& part : snapshot.parts) times.held += part.held_by.size() + part.dealt_by.size();
  times.hash = hash_of(snapshot);
  return times;
}

void print(const Times& t) {
  std::printf(
      "{\"assets\":%zu,\"events\":%zu,\"slots\":%zu,\"touches\":%zu,\"reach_ms\":%.3f,\"first_ms\":%.3f,"
      "\"evaluate_ms\":%.3f,\"curve_ms\":%.3f,\"hash\":\"%016llx\"}",
      t.assets, t.events, t.slots, t.held, t.reach_ms, t.first_ms, t.evaluate_ms, t.curve_ms,
      static_cast<unsigned long long>(t.hash));
}

}  // namespace

int main(int count, char** values) {
  const bool only_shipped = count > 1 && std::strcmp(values[1], "--shipped") == 0;
  const Result<Dataset> shipped = check(support::data_folder("assets/data"));
  if (!shipped.ok()) {
    std::fprintf(stderr, "%s\n", to_text(shipped.faults()).c_str());
    return 3;
  }
  std::printf("{\"shipped\":");
  print(measure(*shipped));
  std::printf(",\"made\":[");
  const std::pair<size_t, size_t> sizes[] = {{1000, 1000},  {10000, 1000},  {100000, 10},
                                             {100000, 100}, {100000, 1000}, {200000, 1000}};
  for (const auto& [assets, events] : sizes) {
    if (only_shipped) break;
    if (assets != sizes[0].first || events != sizes[0].second) std::printf(",");
    print(measure(support::large_dataset(assets, events)));
  }
  std::printf("]}\n");
  return 0;
}
