#include "model/evaluate.h"

#include <algorithm>

#include "model/amounts.h"
#include "model/touch.h"

namespace atlas {
namespace {

constexpr int kRestricts = static_cast<int>(Hold::restricts);
constexpr int kUnderDeal = static_cast<int>(Stage::signed_);

struct SlotState {
  SlotMask holds;  ///< sanctions of holds that count
  SlotMask own;    ///< the same, own limits only
  SlotMask stages;
  bool touched = false;  ///< the slot's asset is among those that something touches
};

bool counts(const HoldChoice& choice, uint8_t level) {
  switch (static_cast<Hold>(level)) {
    case Hold::none:
      return false;
    case Hold::hinders:
      return choice.hinders;
    case Hold::restricts:
      return choice.restricts;
    case Hold::blocks:
      return choice.blocks;
  }
  return false;
}

Interval interval_of(Held held) {
  if (held == Held::surely) return Interval::exactly(1);
  return held == Held::possibly ? Interval::between(0, 1) : Interval{};
}

void add_once(std::vector<EventIx>& list, EventIx event) {
  if (std::find(list.begin(), list.end(), event) == list.end()) list.push_back(event);
}

/// Keeps held_by in order of events, with the heaviest hold of each beside it.
void add_held_by(PartState& part, EventIx event, Hold hold) {
  const auto at = std::lower_bound(part.held_by.begin(), part.held_by.end(), event);
  const auto n = at - part.held_by.begin();
  if (at != part.held_by.end() && *at == event) {
    Hold& known = part.held_by_hold[static_cast<size_t>(n)];
    known = std::max(known, hold);
    return;
  }
  part.held_by.insert(at, event);
  part.held_by_hold.insert(part.held_by_hold.begin() + n, hold);
}

/// Room to work in, and the last answer of shares_by.
struct Shares {
  std::vector<Held> held;
  std::vector<Interval> by_commodity;
};

/// What a rule says of each slot of an asset, as shares of its commodities; none if it says no throughout. The answer
/// stands until the next question.
template <class Rule>
const std::vector<Interval>& shares_by(const Dataset& dataset, const Reach& reach, AssetIx ix, Shares& room,
                                       Rule rule) {
  room.held.clear();
  room.by_commodity.clear();
  bool none = true;
  for (uint32_t i = reach.first_slot[ix.value]; i < reach.first_slot[ix.value + 1]; ++i) {
    room.held.push_back(rule(i));
    none = none && room.held.back() == Held::no;
  }
  if (!none) shares_held(dataset, dataset.at(ix), room.held, room.by_commodity);
  return room.by_commodity;
}

/// What any slot of an asset knows: a level that is missing here holds none of it, and needs no counting.
struct AssetMasks {
  SlotMask holds, own, stages;
  void add(const SlotState& slot) {
    for (const auto& [into, from] : {std::pair(&holds, &slot.holds), {&own, &slot.own}, {&stages, &slot.stages}}) {
      into->sure |= from->sure;
      into->possible |= from->possible;
    }
  }
};

bool has(uint8_t levels, int level) { return (levels >> level & 1) != 0; }
bool has_from(uint8_t levels, int level) { return levels >> level != 0; }

/// Each state that has a part of the asset, once. Parts of one state need not stand together: the first speaks for all.
template <class Visit>
void for_each_state(const Dataset& dataset, const Asset& asset, Visit visit) {
  for (uint32_t p = asset.first_part; p < asset.first_part + asset.part_count; ++p) {
    const std::string& name = dataset.parts[p].state;
    bool first = true;
    for (uint32_t q = asset.first_part; q < p; ++q) first = first && dataset.parts[q].state != name;
    if (first) visit(name);
  }
}

void add(const Asset& asset, const std::vector<std::string>& commodities, const std::vector<Interval>& share,
         LayerVolumes& into) {
  if (asset.layer != Layer::deposit) {
    into.volumes += volumes_held(asset, share);
  } else if (asset.has_amount && !share.empty() && !share[0].is_zero()) {
    const auto unit = into.by_unit[commodities[asset.commodity.value]].try_emplace(asset.mineral_unit).first;
    unit->second += amount_held(asset.mineral_amount, share[0]);
  }
}

class Evaluation {
 public:
  Evaluation(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Snapshot& into)
      : dataset_(dataset), reach_(reach), scenario_(scenario), result_(into) {}

  // Only assets that something touches cost time beyond their place in the answer: what holds of all of them whatever
  // the scenario lies ready in Reach::whole.
  void run() {
    prepare();
    touch(Lane::sanctions);
    touch(Lane::deals);
    std::sort(touched_.begin(), touched_.end());
    for (const AssetIx ix : touched_)
      for (uint32_t i = reach_.first_slot[ix.value]; i < reach_.first_slot[ix.value + 1]; ++i) finish_slot(i);
    for (const AssetIx ix : touched_) add_asset(ix);
    mark_events();
  }

 private:
  /// Back to an answer in which nothing is touched, in the memory that is there.
  void prepare() {
    states_.resize(reach_.slots.size());
    result_.parts.resize(reach_.slots.size());
    for (size_t i = 0; i < reach_.slots.size(); ++i) {
      PartState& part = result_.parts[i];
      if (!part.held_by.empty() || !part.dealt_by.empty()) clear(part);
      part.part = reach_.slots[i].part;
      part.commodity = reach_.slots[i].commodity;
    }
    result_.assets.resize(dataset_.assets.size());
    for (AssetState& asset : result_.assets)
      if (!asset.held_by.empty() || !asset.dealt_by.empty()) asset = AssetState{};
    result_.totals = reach_.whole;
  }

  static void clear(PartState& part) {
    part.held_by.clear();
    part.held_by_hold.clear();
    part.dealt_by.clear();
    part.hold = part.sure_hold = Hold::none;
    part.stage = Stage::none;
    part.hold_share = part.held_share = part.deal_share = Interval{};
  }

  void touch(Lane lane) {
    touches(dataset_, reach_, scenario_, lane, span_of(days_of(scenario_, lane)), touches_);
    for (const Touch& t : touches_) {
      SlotState& state = states_[t.slot];
      PartState& part = result_.parts[t.slot];
      if (!state.touched) mark_touched(reach_.slots[t.slot].asset);
      if (lane == Lane::deals) {
        state.stages.add(t.level, t.sure);
        add_once(part.dealt_by, t.event);
      } else {
        add_held_by(part, t.event, static_cast<Hold>(t.level));
        if (!counts(scenario_.holds, t.level)) continue;
        state.holds.add(t.level, t.sure);
        if (dataset_.at(t.event).own_limit) state.own.add(t.level, t.sure);
      }
    }
  }

  void mark_touched(AssetIx ix) {
    for (uint32_t i = reach_.first_slot[ix.value]; i < reach_.first_slot[ix.value + 1]; ++i) states_[i].touched = true;
    touched_.push_back(ix);
  }

  void finish_slot(size_t i) {
    PartState& part = result_.parts[i];
    const SlotState& state = states_[i];
    part.hold = static_cast<Hold>(top_level(state.holds));
    part.sure_hold = static_cast<Hold>(top_level({state.holds.sure, 0}));
    part.hold_share = interval_of(heaviest_at(state.holds, static_cast<int>(part.hold)));
    part.stage = static_cast<Stage>(top_level(state.stages));
    part.held_share = interval_of(at_least(state.holds, kRestricts));
    part.deal_share = interval_of(at_least(state.stages, kUnderDeal));
    std::sort(part.dealt_by.begin(), part.dealt_by.end());
    AssetState& asset = result_.assets[reach_.slots[i].asset.value];
    asset.hold = std::max(asset.hold, part.hold);
    asset.sure_hold = std::max(asset.sure_hold, part.sure_hold);
    asset.stage = std::max(asset.stage, part.stage);
    // The slots of an asset are often alike.
    if (asset.held_by != part.held_by)
      for (const EventIx event : part.held_by) add_once(asset.held_by, event);
    if (asset.dealt_by != part.dealt_by)
      for (const EventIx event : part.dealt_by) add_once(asset.dealt_by, event);
  }

  template <class Rule>
  const std::vector<Interval>& shares(AssetIx ix, Rule rule) {
    return shares_by(dataset_, reach_, ix, shares_, rule);
  }

  void add_asset(AssetIx ix) {
    const Asset& asset = dataset_.at(ix);
    AssetState& state = result_.assets[ix.value];
    const size_t layer = static_cast<size_t>(asset.layer);
    Totals& totals = result_.totals;
    std::sort(state.held_by.begin(), state.held_by.end());
    std::sort(state.dealt_by.begin(), state.dealt_by.end());
    AssetMasks masks;
    for (uint32_t i = reach_.first_slot[ix.value]; i < reach_.first_slot[ix.value + 1]; ++i) masks.add(states_[i]);
    if (state.hold != Hold::none) add_holds(ix, layer, masks);
    if (!asset.counted) return;
    if (has_from(masks.stages.any(), kUnderDeal))
      add(asset, dataset_.commodities, shares(ix, [&](uint32_t i) { return at_least(states_[i].stages, kUnderDeal); }),
          totals.under_deal[layer]);
    for (int stage = 1; stage < kStageCount; ++stage)
      if (has(masks.stages.any(), stage))
        add(asset, dataset_.commodities, shares(ix, [&](uint32_t i) { return heaviest_at(states_[i].stages, stage); }),
            totals.by_stage[static_cast<size_t>(stage)][layer]);
  }

  void add_holds(AssetIx ix, size_t layer, const AssetMasks& masks) {
    const Asset& asset = dataset_.at(ix);
    AssetState& state = result_.assets[ix.value];
    Totals& totals = result_.totals;
    for (int hold = 1; hold < kHoldCount && asset.counted; ++hold) {
      const auto h = static_cast<size_t>(hold);
      if (has(masks.holds.any(), hold))
        add(asset, dataset_.commodities, shares(ix, [&](uint32_t i) { return heaviest_at(states_[i].holds, hold); }),
            totals.by_hold[h][layer]);
      if (has(masks.holds.sure, hold))
        add(asset, dataset_.commodities,
            shares(ix,
                   [&](uint32_t i) {
                     return heaviest_at({states_[i].holds.sure, 0}, hold);
                   }),
            totals.by_sure_hold[h][layer]);
    }
    if (!has_from(masks.holds.any(), kRestricts)) return;
    if (asset.counted && asset.layer == Layer::province) add_by_state(ix);
    const std::vector<Interval>& back = shares(ix, [&](uint32_t i) { return at_least(states_[i].holds, kRestricts); });
    if (asset.layer != Layer::deposit) state.held_back = volumes_held(asset, back);
    if (asset.counted) add(asset, dataset_.commodities, back, totals.held_back[layer]);
    for (size_t c = 0; c < back.size(); ++c) {
      const CommodityIx commodity = reach_.slots[reach_.first_slot[ix.value] + c].commodity;
      const bool is_hydrocarbon = commodity.valid() && commodity <= kGas;
      if (is_hydrocarbon || c == 0)
        state.held_back_share[is_hydrocarbon ? commodity.value : 0] = static_cast<float>(drawn_value(back[c]));
    }
    if (asset.counted && asset.layer == Layer::province && has_from(masks.own.any(), kRestricts)) {
      const std::vector<Interval>& own = shares(ix, [&](uint32_t i) { return at_least(states_[i].own, kRestricts); });
      totals.own_limits += volumes_held(asset, own);
    }
  }

  void add_by_state(AssetIx ix) {
    const Asset& asset = dataset_.at(ix);
    for_each_state(dataset_, asset, [&](const std::string& name) {
      const std::vector<Interval>& back = shares(ix, [&](uint32_t i) {
        return dataset_.at(reach_.slots[i].part).state == name ? at_least(states_[i].holds, kRestricts) : Held::no;
      });
      result_.totals.held_back_by_state[name] += volumes_held(asset, back);
    });
  }

  void mark_events() {
    result_.event_active.assign(dataset_.events.size(), 0);
    result_.event_stage.assign(dataset_.events.size(), Stage::none);
    for (size_t i = 0; i < dataset_.events.size(); ++i) {
      const Event& event = dataset_.events[i];
      const DaySpan days = span_of(days_of(scenario_, event.lane));
      const Override choice = choice_of(dataset_, scenario_, EventIx(i));
      if (choice == Override::off) continue;
      if (event.lane == Lane::deals) {
        const auto& spans = reach_.stage_spans[i];
        const Stage stage = choice == Override::on ? best_stage(spans) : stage_in(spans, days);
        result_.event_stage[i] = stage;
        result_.event_active[i] = stage != Stage::none && stage != Stage::ended;
      } else {
        const DaySpan own{event.start().days, event.end ? event.end->days : INT32_MAX};
        result_.event_active[i] = choice == Override::on || meet(own, days);
      }
    }
  }

  const Dataset& dataset_;
  const Reach& reach_;
  const Scenario& scenario_;
  std::vector<SlotState> states_;
  std::vector<AssetIx> touched_;
  std::vector<Touch> touches_;
  Shares shares_;
  Snapshot& result_;
};

}  // namespace

Volumes& operator+=(Volumes& a, const Volumes& b) {
  a.oil_mmbo += b.oil_mmbo;
  a.ngl_mmbbl += b.ngl_mmbbl;
  a.gas_bcf += b.gas_bcf;
  a.boe_mmboe += b.boe_mmboe;
  return a;
}

Totals whole_totals(const Dataset& dataset, const Reach& reach) {
  Totals totals;
  Shares room;
  for (size_t a = 0; a < dataset.assets.size(); ++a) {
    const Asset& asset = dataset.assets[a];
    if (!asset.counted) continue;
    const size_t layer = static_cast<size_t>(asset.layer);
    ++totals.count[layer];
    const uint32_t slots = reach.first_slot[a + 1] - reach.first_slot[a];
    const std::vector<Interval> whole(asset.part_count == 0 ? 0 : slots / asset.part_count, Interval::exactly(1));
    add(asset, dataset.commodities, whole, totals.all[layer]);
    if (asset.layer != Layer::province) continue;
    for_each_state(dataset, asset, [&](const std::string& name) {
      const std::vector<Interval>& own = shares_by(dataset, reach, AssetIx(a), room, [&](uint32_t i) {
        return dataset.at(reach.slots[i].part).state == name ? Held::surely : Held::no;
      });
      totals.all_by_state[name] += volumes_held(asset, own);
      totals.held_back_by_state.try_emplace(name);
    });
  }
  return totals;
}

void evaluate(const Dataset& dataset, const Reach& reach, const Scenario& scenario, Snapshot& into) {
  Evaluation(dataset, reach, scenario, into).run();
}

Snapshot evaluate(const Dataset& dataset, const Reach& reach, const Scenario& scenario) {
  Snapshot snapshot;
  evaluate(dataset, reach, scenario, snapshot);
  return snapshot;
}

}  // namespace atlas
