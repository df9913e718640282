#pragma once

// Whom each effect reaches, resolved once per dataset: selectors become lists of slots, ownership becomes days.
// A slot is one (part, commodity); a facility's part has one slot without commodity.
#include <climits>
#include <vector>

#include "data/dataset.h"
#include "model/snapshot.h"

namespace atlas {

/// Days from <= day < to, whole days since 1970-01-01.
struct DaySpan {
  int32_t from = INT32_MIN;
  int32_t to = INT32_MAX;
  bool empty() const { return from >= to; }
  bool contains(Date day) const { return from <= day.days && day.days < to; }
  bool operator==(const DaySpan&) const = default;
};
/// May be empty.
DaySpan intersection(DaySpan a, DaySpan b);
inline bool meet(DaySpan a, DaySpan b) { return !intersection(a, b).empty(); }
DaySpan span_of(DateRange range);

struct Slot {
  AssetIx asset;
  PartIx part;
  CommodityIx commodity;  ///< not valid for a facility
};

/// One slot that an effect reaches.
struct SlotReach {
  uint32_t slot = 0;
  /// False where it is not known how much of the part is meant (an owner rule or a deal on a province): 0 to all of it.
  bool sure = true;
  /// Days on which the owner rule is met, into Reach::spans; none = every day.
  uint32_t first_span = 0, span_count = 0;
};

struct EffectReach {
  DaySpan window;                ///< of the row, else of its event
  std::vector<SlotReach> slots;  ///< by slot
};

struct StageSpan {
  Stage stage = Stage::none;
  DaySpan days;
};

struct Reach {
  std::vector<Slot> slots;           ///< grouped by asset, then part, then commodity
  std::vector<uint32_t> first_slot;  ///< by AssetIx, and one past the last: where an asset's slots begin
  std::vector<EffectReach> effects;  ///< by EffectIx
  std::vector<DaySpan> spans;
  std::vector<std::vector<EffectIx>> waivers;       ///< by EventIx: effects that suspend it
  std::vector<std::vector<StageSpan>> stage_spans;  ///< by EventIx: deals only, by day, without gaps from the first
  Totals whole;                                     ///< what no scenario changes, see whole_totals
};

Reach make_reach(const Dataset& dataset);

/// The life of a deal from its history (check() derives one where none is recorded), ended at its end.
std::vector<StageSpan> stages_of(const Event& deal);

}  // namespace atlas
