#pragma once

// The answer of evaluate(): what is held and what is under a deal, per part and commodity, per asset, and in total.
#include <array>
#include <map>
#include <string>
#include <vector>

#include "data/dataset.h"

namespace atlas {

inline constexpr int kHoldCount = 4;   // Hold's values
inline constexpr int kStageCount = 6;  // Stage's values

/// One (part, commodity): its heaviest hold and best deal stage with the events that cause them.
struct PartState {
  PartIx part;
  CommodityIx commodity;
  Hold hold = Hold::none;       ///< heaviest, even where it may reach only a piece (an owner rule on a province)
  Hold sure_hold = Hold::none;  ///< heaviest that reaches all of the part: what is drawn
  Interval hold_share;          ///< share of the part at `hold`
  Stage stage = Stage::none;
  std::vector<EventIx> held_by;    ///< sanctions that touch it on that day, any hold
  std::vector<Hold> held_by_hold;  ///< beside held_by: the heaviest hold of each on this part
  std::vector<EventIx> dealt_by;   ///< deals that touch it, any stage
  /// Share of the part that is surely / best / possibly held: 0..1 with best null where an owner rule reaches a
  /// province; exactly 1 when held, 0 when free.
  Interval held_share;  ///< restricts or blocks
  Interval deal_share;
};

/// Amounts by quantity: oil, liquids, gas, boe.
struct Volumes {
  Interval oil_mmbo, ngl_mmbbl, gas_bcf, boe_mmboe;
  bool operator==(const Volumes&) const = default;
};
Volumes& operator+=(Volumes& a, const Volumes& b);

/// Minerals: commodity name -> unit -> amount.
using MineralVolumes = std::map<std::string, std::map<std::string, Interval>>;

struct LayerVolumes {
  Volumes volumes;         ///< provinces or fields
  MineralVolumes by_unit;  ///< deposits
};

struct AssetState {
  Hold hold = Hold::none;       ///< heaviest over parts and commodities
  Hold sure_hold = Hold::none;  ///< heaviest sure_hold
  Stage stage = Stage::none;
  std::vector<EventIx> held_by, dealt_by;  ///< by event order
  Volumes held_back;                       ///< restricts + blocks
  /// Share of each of oil, liquids, gas (or of the mineral at index 0) that is held back, best or drawn value, 0..1.
  std::array<float, 3> held_back_share{};
};

struct Totals {
  std::array<int, 4> count{};                                   ///< per layer, assets that are counted
  std::array<LayerVolumes, 4> all;                              ///< per layer
  std::array<std::array<LayerVolumes, 4>, kHoldCount> by_hold;  ///< [hold][layer]
  /// The same at the heaviest hold that is sure, leaving out what owner rules may add: best is known.
  std::array<std::array<LayerVolumes, 4>, kHoldCount> by_sure_hold;
  std::array<LayerVolumes, 4> held_back;                          ///< restricts + blocks
  std::array<std::array<LayerVolumes, 4>, kStageCount> by_stage;  ///< [stage][layer]
  std::array<LayerVolumes, 4> under_deal;                         ///< signed, operating or suspended
  std::map<std::string, Volumes> held_back_by_state;              ///< provinces, by state of the part
  std::map<std::string, Volumes> all_by_state;                    ///< provinces, by state of the part
  Volumes own_limits;  ///< provinces, held back only or also by a state's own limits
};

struct Snapshot {
  std::vector<PartState> parts;       ///< one per (part, commodity), grouped by part
  std::vector<AssetState> assets;     ///< by AssetIx
  std::vector<uint8_t> event_active;  ///< by EventIx: counts on that day after overrides
  std::vector<Stage> event_stage;     ///< by EventIx: deals only
  Totals totals;
};

}  // namespace atlas
