#pragma once

// state -> snapshot -> report and lanes -> slots. A stage runs because what it reads differs, never because somebody
// set a flag.
#include <optional>
#include <utility>
#include <vector>

#include "app/motion.h"
#include "data/host_columns.h"
#include "data/pack.h"
#include "model/compare.h"
#include "model/reach.h"
#include "report/readings.h"
#include "report/report.h"
#include "scene/scene_builder.h"

namespace atlas {

class Pipeline {
 public:
  /// Builds everything that doesn't depend on a state.
  Pipeline(Dataset dataset, Words words, const Pack& pack);

  /// Brings snapshot, report, lanes and target slots up to what the state asks.
  void show(const State& state, const Session& session, const TimeAxis& axis);
  /// The same data with texts: what is said is said anew, what is drawn stays.
  void take_dataset(Dataset dataset);
  /// The sharp relief, when it has arrived.
  void take_fine_relief(const Pack& fine);
  /// A host's own columns instead of those before; none at all takes them away.
  void take_columns(HostColumns columns);

  const Dataset& dataset() const { return dataset_; }
  const Words& words() const { return words_; }
  const Reach& reach() const { return reach_; }
  const Snapshot& snapshot() const { return snapshot_; }
  const Snapshot& baseline() const { return switched_ ? baseline_ : snapshot_; }
  const Report& report() const { return report_; }
  const Readings& readings() const { return readings_; }
  /// The open step of a story, if one is open.
  const std::optional<StoryText>& story() const { return story_; }
  const HostColumns& columns() const { return columns_; }
  const Lanes& lanes() const { return lanes_; }
  /// Grows when report, readings, story or lanes were made anew.
  uint64_t said_version() const { return said_version_; }
  const StaticScene& scene() const { return scene_; }
  StaticScene& scene() { return scene_; }
  const HeightScales& scales() const { return scales_; }
  /// What the slots should become; grows a version when it changes.
  const Slots& target_slots() const { return slots_; }
  const std::vector<Arc>& arcs() const { return arcs_; }
  const std::vector<LineBatch>& arc_lines() const { return arc_lines_; }
  /// Grows when arcs() changes.
  uint32_t arcs_version() const { return arcs_version_; }

 private:
  Dataset dataset_;
  Words words_;
  Reach reach_;
  HeightScales scales_;
  HostColumns columns_;  ///< the scene looks into it
  StaticScene scene_;
  std::vector<double> contact_tops_;  ///< heights that the contact shade stands for
  Snapshot snapshot_, baseline_;
  bool switched_ = false;  ///< the scenario has overrides: its baseline is another
  Curve deals_curve_, sanctions_curve_;
  std::vector<int32_t> turning_days_;                 ///< of the scenario, whatever its days
  std::optional<std::pair<size_t, size_t>> between_;  ///< where among them the clocks of deals and sanctions stand
  /// Brings the snapshot up to the scenario; false if it is the one that stands.
  bool count(const State& state, bool other_curves);
  void show_story(const State& state);
  void show_contact(const State& state);

  Report report_;
  Readings readings_;
  std::optional<StoryText> story_;
  Lanes lanes_;
  Slots slots_;
  std::vector<Arc> arcs_;
  std::vector<LineBatch> arc_lines_;
  uint32_t arcs_version_ = 0;
  uint64_t said_version_ = 0;

  struct Shown {
    State state;
    TimeAxis axis;
    std::optional<AssetIx> hovered;
  };
  std::optional<Shown> shown_;
};

}  // namespace atlas
