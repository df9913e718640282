// What a frame costs natively and without GL; figures for tools/bench, never a test. Prints one JSON object: while the
// camera turns and for a step of the date what the question takes (Atlas::act: counted and said anew) and what the
// frame takes (Atlas::step: motion, panels, names), medians of this thread's processor time in ms.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <memory>
#include <string_view>
#include <vector>

#include "app/atlas.h"
#include "support/files.h"

using namespace atlas;

namespace {

constexpr int kWidth_px = 1280, kHeight_px = 800, kSteps = 300, kRounds = 3;

double now_ms() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

Action turn(int i) {
  return MoveCamera{{.lat_deg = 78 + 6 * std::sin(i / 40.0), .lon_deg = 22 + i / 2.0, .distance_km = 8150}};
}
Action scrub(int i) { return SetClocks{Together{Date::from_ymd(2012, 1, 1).plus_days(18 * i)}}; }

double median(std::vector<double>& times_ms) {
  std::sort(times_ms.begin(), times_ms.end());
  return times_ms[times_ms.size() / 2];
}

void measure(Atlas& atlas, const char* what, Action (*step)(int)) {
  std::vector<double> ask_ms, frame_ms;
  for (int round = 0; round <= kRounds; ++round)
    for (int i = 0; i < kSteps; ++i) {
      const double start_ms = now_ms();
      atlas.act(step(i));
      const double asked_ms = now_ms();
      atlas.step(1.0 / 60);
      if (round == 0) continue;  // caches and memory
      ask_ms.push_back(asked_ms - start_ms);
      frame_ms.push_back(now_ms() - asked_ms);
    }
  std::printf("\"%s\":{\"ask\":%.4f,\"frame\":%.4f}", what, median(ask_ms), median(frame_ms));
}

}  // namespace

// `bench_frame turn` or `bench_frame scrub` runs one alone, for a profiler.
int main(int argc, char** argv) {
  const std::string bytes = support::read_text(ATLAS_PACK_FILE);
  const std::unique_ptr<Atlas> atlas =
      Atlas::create({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}).value();
  atlas->session().reduced_motion = true;
  atlas->resize(kWidth_px, kHeight_px, 1);
  const std::string_view only = argc > 1 ? argv[1] : "";
  std::printf("{");
  if (only != "scrub") measure(*atlas, "turn", turn);
  if (only.empty()) std::printf(",");
  if (only != "turn") measure(*atlas, "scrub", scrub);
  std::printf("}\n");
  return 0;
}
