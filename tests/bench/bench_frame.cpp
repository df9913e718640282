// Where the time of a frame goes, natively and without GL; figures for tools/bench, never a test. Prints one JSON
// object: the stages of a frame while the camera turns and of a step of the date, processor time of this thread in ms.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <vector>

#include "app/interface.h"
#include "app/pipeline.h"
#include "data/late_texts.h"
#include "data/load.h"
#include "render/frame_block.h"
#include "scene/appearance.h"
#include "scene/labels.h"
#include "state/reduce.h"
#include "state/story.h"
#include "support/files.h"

using namespace atlas;

namespace {

constexpr int kWidth_px = 1280, kHeight_px = 800, kSteps = 300;

double now_ms() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

struct Stage {
  const char* name;
  std::vector<double> times_ms;
};

template <class Work>
void timed(Stage& stage, Work work) {
  const double start_ms = now_ms();
  work();
  stage.times_ms.push_back(now_ms() - start_ms);
}

/// The stages as Atlas runs them.
class House {
 public:
  explicit House(const Pack& pack)
      : pipeline_(check_whole(first_files(pack).value()).value(), Words::parse(pack.find_text("words.csv")).value(),
                  pack),
        interface_(bytes(pack, "font/inter-regular.otf"), bytes(pack, "font/inter-semibold.otf")),
        state_(default_state(pipeline_.dataset())),
        labels_(pack) {
    interface_.resize(kWidth_px, kHeight_px, 1);
  }

  void turn(int i) {
    state_.camera = {.lat_deg = 78 + 6 * std::sin(i / 40.0), .lon_deg = 22 + i / 2.0, .distance_km = 8150};
    frame();
  }
  void scrub(int i) {
    state_.scenario.clocks = Together{Date::from_ymd(2012, 1, 1).plus_days(18 * i)};
    frame();
  }
  void forget() {
    for (Stage* stage : stages()) stage->times_ms.clear();
  }
  void print(const char* what) {
    std::printf("\"%s\":{", what);
    const char* comma = "";
    for (Stage* stage : stages()) {
      std::sort(stage->times_ms.begin(), stage->times_ms.end());
      std::printf("%s\"%s\":%.4f", comma, stage->name, stage->times_ms[stage->times_ms.size() / 2]);
      comma = ",";
    }
    std::printf("}");
  }

 private:
  static std::vector<uint8_t> bytes(const Pack& pack, const char* name) {
    const auto found = pack.find(name);
    return {found.begin(), found.end()};
  }
  std::vector<Stage*> stages() { return {&said_, &panels_, &labels_stage_, &block_}; }

  void frame() {
    const Layout layout = make_layout(kWidth_px, kHeight_px, 1, state_.ui, session_);
    timed(said_, [&] { pipeline_.show(state_, session_, TimeAxis{}); });
    const Palette& palette = night_;
    const LoadedText loaded;
    const PanelInput in{pipeline_.dataset(),
                        pipeline_.words(),
                        state_,
                        pipeline_.snapshot(),
                        pipeline_.report(),
                        pipeline_.readings(),
                        pipeline_.story(),
                        pipeline_.lanes(),
                        loaded,
                        palette,
                        layout,
                        interface_.fonts(),
                        pipeline_.said_version()};
    Actions ask;
    timed(panels_, [&] { interface_.frame(in, session_, ask, 1.0 / 60); });
    ViewInput view;
    view.width_px = kWidth_px;
    view.height_px = kHeight_px;
    view.camera = matrices(state_.camera, layout.viewport);
    timed(labels_stage_, [&] {
      labels_.update(LabelInput{pipeline_.dataset(), pipeline_.words(), pipeline_.scene(), pipeline_.target_slots(),
                                state_, std::nullopt, view.camera, layout.viewport, 1, palette, &pipeline_.arcs(),
                                pipeline_.arcs_version()},
                     1.0 / 60, frame_);
    });
    timed(block_,
          [&] { kept_ = frame_block(pipeline_.scene(), frame_, palette, view, true) == kept_ ? kept_ : FrameBlock{}; });
  }

  Pipeline pipeline_;
  Interface interface_;
  State state_;
  Session session_;
  LabelLayout labels_;
  FrameScene frame_;
  Palette night_ = night_palette();
  FrameBlock kept_{};
  Stage said_{"snapshot, report, lanes, slots", {}}, panels_{"panels", {}}, labels_stage_{"names", {}},
      block_{"frame block", {}};
};

}  // namespace

int main() {
  const std::string bytes = support::read_text(ATLAS_PACK_FILE);
  House house(read_pack({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()}).value());
  std::printf("{");
  for (int i = 0; i < kSteps; ++i) house.turn(i);
  house.forget();
  for (int round = 0; round < 3; ++round)
    for (int i = 0; i < kSteps; ++i) house.turn(i);
  house.print("turn");
  house.forget();
  std::printf(",");
  for (int round = 0; round < 3; ++round)
    for (int i = 0; i < kSteps; ++i) house.scrub(i);
  house.print("scrub");
  std::printf("}\n");
  return 0;
}
