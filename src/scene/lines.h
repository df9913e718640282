#pragma once

// Polylines on the sphere as segments for the renderer, and the arcs of deals: from an asset to the capitals of the
// other parties, lifted off the ground, apex nearer the asset (so that one sees which end is the asset), bundled
// towards the capitals.
#include <glm/vec3.hpp>

#include "model/snapshot.h"
#include "scene/scene.h"
#include "state/state.h"

namespace atlas {

inline constexpr double kArcLift = 0.17;  ///< of the arc's angle, globe radii
inline constexpr double kArcLiftMost = 0.22;

/// Appends the way through these positions along great circles, in steps of at most max_deg; `along` counts from 0.
void append_way(std::vector<Segment>& segments, const std::vector<LonLat>& way, double max_deg = 2);

/// The arc between two positions in 48 segments; both ends on the ground.
void append_arc(std::vector<Segment>& segments, LonLat asset, LonLat capital);

struct Arc {
  AssetIx asset;  ///< may be none: then it runs from `from`
  LonLat from, capital;
  std::string country;  ///< ISO3 of the party at the capital
  Stage stage = Stage::signed_;
  /// Arcs that come to a capital from one side share their last stretch, which leads there from the middle of all
  /// their starts (whatever the day, so that nothing moves while the date does).
  LonLat bundle_from;
  uint32_t bundle = 0;
  bool operator==(const Arc&) const = default;
};

/// Deals of the selection (or of all, by the layer switch) that have a stage on that day; one arc for an asset and
/// country, at the best stage. Parties without a capital in the places, and the asset's own countries, have none.
std::vector<Arc> arcs_of(const Dataset& dataset, const State& state, const Snapshot& snapshot);

/// 49 points of an arc, from the asset to the capital; those of one bundle end alike.
std::vector<glm::dvec3> arc_points(const Arc& arc);

/// A batch for each arc's own stretch and one for each stretch that a bundle shares, at its best stage.
std::vector<LineBatch> arc_batches(const std::vector<Arc>& arcs);

}  // namespace atlas
