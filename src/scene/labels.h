#pragma once

// Which names are shown and where: horizon, blocks in front, the free area, room beside the others. Greedy by priority;
// a name that stands keeps its place as long as it can, one that is new needs some air, so that nothing flickers while
// the globe turns. Names fade in and out in 120 ms, wherever they go: one that is hidden or takes another place fades
// out where it was, and that place moves on with the globe. No memory is taken from frame to frame.
#include <optional>
#include <span>

#include "data/pack.h"
#include "scene/label_candidates.h"
#include "scene/lines.h"
#include "scene/sight.h"
#include "state/state.h"

namespace atlas {

/// A box in device px; x1, y1 excluded.
struct LabelBox {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const LabelBox&) const = default;
  bool overlaps(const LabelBox& o) const { return x0 < o.x1 && o.x0 < x1 && y0 < o.y1 && o.y0 < y1; }
};

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
  const std::vector<Arc>* arcs = nullptr;  ///< their capitals are named where they leave the picture
  uint32_t arcs_version = 0;
  std::span<const LabelBox> covered;  ///< panels that lie over the free area: no name goes under them
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

  /// Names that stand after the last update (fading ones left out), for tests and pointers.
  struct Standing {
    LabelRole role;
    uint32_t slot;
    uint32_t first_box, box_count;
  };
  const std::vector<Standing>& standing() const { return standing_; }
  std::span<const LabelBox> boxes(const Standing& name) const {
    return std::span<const LabelBox>(taken_).subspan(name.first_box, name.box_count);
  }

  /// What the last update wrote of each name into the frame: all of its glyphs and dots have this alpha.
  struct Drawn {
    uint32_t key;  ///< the same name in another frame has the same
    float alpha;
    int place;  ///< where it is to stand among the places that it has; -1 nowhere: it fades out
    size_t first_glyph, glyph_count, first_dot, dot_count;
  };
  const std::vector<Drawn>& drawn() const { return drawn_; }

 private:
  /// A glyph of a curved name: middle of its advance on the baseline, direction of the baseline; device px.
  struct Turn {
    glm::dvec2 middle_px, direction;
  };
  struct Memory {
    float alpha = 0;
    int option = -1;   ///< where it is drawn
    int chosen = -1;   ///< where it is to stand; -1 nowhere
    bool met = false;  ///< tried in this frame
    // Where it was drawn last, from its anchor in the picture.
    glm::dvec2 from_anchor_px{0, 0};
    bool has_leader = false;
    std::vector<Turn> turns;  ///< the same for a curved name
    bool stands() const { return chosen >= 0; }
  };
  struct Exit {
    std::string text;
    LabelCandidate label;
    glm::dvec2 at_px{0, 0};
    Memory memory;
    uint32_t key = 0;
  };
  struct ArcWay {
    std::vector<glm::dvec3> points;
    std::string capital;
    LonLat at;
  };
  struct ExitNow {
    uint32_t arc;
    glm::dvec2 px;
    uint32_t group;
  };
  /// A place where a name could stand; what it needs lies in the lists of the frame.
  struct Option {
    glm::dvec2 top_left_px{0, 0};
    uint32_t first_box = 0, box_count = 0;
    uint32_t first_turn = 0, turn_count = 0;    ///< curved names only
    uint32_t first_sight = 0, sight_count = 0;  ///< curved names only: where a block in front is looked for
    std::optional<glm::dvec2> leader_to_px;
    bool possible = true;
    bool made = true;  ///< curved names are bent when they are tried
  };
  struct Spot {
    uint32_t candidate = 0;
    bool exit = false;
    double rank = 0;  ///< lower is placed first
    glm::dvec2 anchor_px{0, 0};
    uint32_t first_option = 0, option_count = 0;
    std::optional<glm::dvec2> dot_px;
  };

  void rebuild(const LabelInput& in);
  void name_sun_edge(const LabelInput& in, double declination_deg);
  bool differs(const LabelInput& in);
  void find_spots(const LabelInput& in);
  void find_exits(const LabelInput& in);
  void read_arcs(const LabelInput& in);
  void place(const LabelInput& in, const Spot& spot);
  bool fits(const LabelInput& in, const Option& option, double air_px, double margin_px) const;
  /// A curved name in its place of this number, glyph by glyph; false where the globe has no room for it.
  /// `least_facing` below -1: even where it can't be seen.
  bool bend(const LabelInput& in, const LabelCandidate& label, size_t number, double least_facing, Option& option);
  bool open_at(const LabelInput& in, const glm::dvec3& ground) const;
  bool bend_on_parallel(const LabelInput& in, const LabelCandidate& label, size_t number, double least_facing);
  bool bend_on_way(const LabelInput& in, const LabelCandidate& label, double share, double least_facing);
  bool turn_glyphs(const LabelInput& in, const GlyphRun& run, double baseline_em);
  bool hidden(const LabelInput& in, const LabelCandidate& label, const Spot& spot, const Option& option,
              bool stands) const;
  bool over_another(const LabelInput& in, const LabelCandidate& label, const Option& option) const;
  bool named_at_exit(LonLat capital) const;
  void fade(const LabelInput& in, const LabelCandidate& label, Memory& memory, const Spot* spot, uint32_t key,
            std::optional<glm::dvec2> exit_px, FrameScene& frame);
  void emit(const LabelInput& in, const LabelCandidate& label, bool exit, const Option& option,
            std::optional<glm::dvec2> dot_px, float alpha, FrameScene& frame) const;

  LabelFont font_;
  BlockShadow shadow_;
  std::vector<LabelCandidate> candidates_;
  std::vector<Memory> memory_;
  std::vector<Exit> exits_;
  std::vector<ArcWay> arcs_;
  static constexpr uint32_t kFirstExitKey = 0x80000000u;
  uint32_t next_exit_key_ = kFirstExitKey;
  std::optional<uint32_t> arcs_version_;
  const void* built_for_ = nullptr;
  size_t built_vertices_ = 0;
  std::optional<Lang> lang_;
  std::optional<double> sun_edge_for_deg_;  ///< the declination for which the last candidate is shaped
  bool moving_ = false, jump_ = true;

  /// What places and colours of names follow from, but for language and data, which build them anew.
  struct Read {
    CameraMatrices camera;
    Viewport viewport;
    double pixel_ratio = 1, distance_km = 0;
    LayerChoice layers;
    Selection selected;
    std::optional<AssetIx> hovered;
    uint32_t arcs_version = 0;
    bool paper = false;
    std::optional<double> sun_edge_for_deg;
    std::vector<LabelBox> covered;
    std::vector<float> slots;  ///< of each asset: heights, opacity
    bool operator==(const Read&) const = default;
  };
  Read read_, next_read_;
  bool still_ = false;  ///< the last update changed nothing
  uint32_t written_version_ = 0;
  float step_ = 1;

  // Of this frame.
  std::vector<Spot> spots_;
  std::vector<uint32_t> order_;
  std::vector<Option> options_;
  std::vector<LabelBox> boxes_, taken_;
  std::vector<Turn> turns_;
  std::vector<glm::dvec3> sights_;
  std::vector<glm::dvec2> way_px_, trail_px_;
  std::vector<double> trail_along_px_;
  std::vector<ExitNow> exits_now_;
  std::vector<LonLat> capitals_named_;
  std::string exit_text_;
  std::vector<Standing> standing_;
  std::vector<Drawn> drawn_;
  std::vector<GlyphQuad> glyphs_before_;
  std::vector<DotQuad> dots_before_;
};

}  // namespace atlas
