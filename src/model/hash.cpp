#include <cstring>

#include "model/evaluate.h"

namespace atlas {
namespace {

// FNV-1a, 64 bit, over little-endian bytes whatever the machine.
class Hash {
 public:
  void add(uint64_t value) {
    for (int i = 0; i < 8; ++i) {
      state_ ^= (value >> (8 * i)) & 0xffu;
      state_ *= 0x100000001b3ull;
    }
  }
  void add(double value) {
    const double no_minus_zero = value == 0 ? 0.0 : value;
    uint64_t bits = 0;
    std::memcpy(&bits, &no_minus_zero, sizeof bits);
    add(bits);
  }
  void add(const Interval& v) {
    add(v.low);
    add(static_cast<uint64_t>(v.best.has_value()));
    add(v.best.value_or(0));
    add(v.high);
  }
  void add(const Volumes& v) {
    add(v.oil_mmbo);
    add(v.ngl_mmbbl);
    add(v.gas_bcf);
    add(v.boe_mmboe);
  }
  void add(const std::string& text) {
    add(static_cast<uint64_t>(text.size()));
    for (const char c : text) add(static_cast<uint64_t>(static_cast<unsigned char>(c)));
  }
  void add(const LayerVolumes& v) {
    add(v.volumes);
    for (const auto& [commodity, units] : v.by_unit)
      for (const auto& [unit, amount] : units) {
        add(commodity);
        add(unit);
        add(amount);
      }
  }
  void add(const std::vector<EventIx>& events) {
    add(static_cast<uint64_t>(events.size()));
    for (const EventIx event : events) add(static_cast<uint64_t>(event.value));
  }
  uint64_t value() const { return state_; }

 private:
  uint64_t state_ = 0xcbf29ce484222325ull;
};

}  // namespace

uint64_t hash_of(const Snapshot& snapshot) {
  Hash hash;
  for (const PartState& part : snapshot.parts) {
    hash.add(static_cast<uint64_t>(part.sure_hold) << 16 | static_cast<uint64_t>(part.hold) << 8 |
             static_cast<uint64_t>(part.stage));
    hash.add(part.hold_share);
    hash.add(part.held_by);
    for (const Hold hold : part.held_by_hold) hash.add(static_cast<uint64_t>(hold));
    hash.add(part.dealt_by);
    hash.add(part.held_share);
    hash.add(part.deal_share);
  }
  for (const AssetState& asset : snapshot.assets) {
    hash.add(static_cast<uint64_t>(asset.sure_hold) << 16 | static_cast<uint64_t>(asset.hold) << 8 |
             static_cast<uint64_t>(asset.stage));
    hash.add(asset.held_back);
    for (const float share : asset.held_back_share) hash.add(static_cast<double>(share));
  }
  for (const uint8_t active : snapshot.event_active) hash.add(static_cast<uint64_t>(active));
  for (const Stage stage : snapshot.event_stage) hash.add(static_cast<uint64_t>(stage));
  const Totals& totals = snapshot.totals;
  for (size_t layer = 0; layer < totals.all.size(); ++layer) {
    hash.add(static_cast<uint64_t>(totals.count[layer]));
    hash.add(totals.all[layer]);
    hash.add(totals.held_back[layer]);
    hash.add(totals.under_deal[layer]);
    for (const auto& hold : totals.by_hold) hash.add(hold[layer]);
    for (const auto& hold : totals.by_sure_hold) hash.add(hold[layer]);
    for (const auto& stage : totals.by_stage) hash.add(stage[layer]);
  }
  for (const auto* by_state : {&totals.held_back_by_state, &totals.all_by_state})
    for (const auto& [state, volumes] : *by_state) {
      hash.add(state);
      hash.add(volumes);
    }
  hash.add(totals.own_limits);
  return hash.value();
}

}  // namespace atlas
