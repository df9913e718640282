#pragma once

// Which names are shown and where: horizon, blocks in front, the free area, room beside the others. Greedy by priority;
// a name that stands keeps its place as long as it can, one that is new needs some air, so that nothing flickers while
// the globe turns. Names fade in and out in 120 ms.
#include <optional>

#include "data/pack.h"
#include "model/snapshot.h"
#include "scene/label_candidates.h"
#include "scene/lines.h"
#include "scene/sight.h"
#include "state/state.h"

namespace atlas {

struct LabelInput {
  const Dataset& dataset;
  const Words& words;
  const StaticScene& scene;
  const Slots& slots;  ///< as drawn: eased heights
  const State& state;
  std::optional<AssetIx> hovered;
  CameraMatrices camera;
  Viewport viewport;
  double pixel_ratio = 1;
  const Palette& palette;
  const Snapshot* snapshot = nullptr;  ///< for the capitals at the exits of arcs; none without it
};

/// A box in device px; x1, y1 excluded.
struct LabelBox {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool overlaps(const LabelBox& o) const { return x0 < o.x1 && o.x0 < x1 && y0 < o.y1 && o.y0 < y1; }
};

class LabelLayout {
 public:
  LabelLayout() = default;
  /// Reads font/atlas; without it there are no labels.
  explicit LabelLayout(const Pack& pack);
  explicit LabelLayout(LabelFont font) : font_(std::move(font)) {}

  /// Writes glyphs and dots; labels_version grows if they changed.
  void update(const LabelInput& in, double dt_s, FrameScene& frame);
  /// True while a name fades.
  bool moving() const { return moving_; }
  /// The next update shows and hides at once (pictures, reduced motion).
  void settle() { jump_ = true; }
  /// The next update places all names as if none had stood: after a leap of the view, so that a view looks the same
  /// wherever one came from.
  void forget() {
    memory_.assign(memory_.size(), {});
    jump_ = true;
  }

  /// Boxes of the names that stand after the last update (fading ones left out), for tests and pointers.
  struct Standing {
    LabelRole role;
    uint32_t slot;
    std::vector<LabelBox> boxes;
  };
  const std::vector<Standing>& standing() const { return standing_; }

 private:
  struct Memory {
    float alpha = 0;
    int option = 0;
    bool shown = false;
  };
  struct Turn;
  struct Option;
  struct Spot;
  void rebuild(const LabelInput& in);
  void find_spots(const LabelInput& in, std::vector<Spot>& spots);
  void find_exits(const LabelInput& in, std::vector<Spot>& spots);
  /// A name along its parallel; false where a part lies beyond the horizon.
  bool curve(const LabelInput& in, const LabelCandidate& label, LonLat shift_deg, Option& option) const;
  bool hidden(const LabelInput& in, const Option& option) const;
  void emit(const LabelInput& in, const LabelCandidate& label, const Spot& spot, int option, float alpha,
            FrameScene& frame) const;

  LabelFont font_;
  BlockShadow shadow_;
  std::vector<LabelCandidate> candidates_, exits_;
  std::vector<Memory> memory_;
  std::vector<Standing> standing_;
  const void* built_for_ = nullptr;
  size_t built_vertices_ = 0;
  std::optional<Lang> lang_;
  bool moving_ = false, jump_ = true;
};

}  // namespace atlas
