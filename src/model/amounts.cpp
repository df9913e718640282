#include "model/amounts.h"

#include <algorithm>

#include "data/amount.h"

namespace atlas {
namespace {

uint8_t from_level(int level) { return static_cast<uint8_t>(0xffu << level); }

/// Keeps low <= best <= high where shares or components don't add up to the last digit.
Interval ordered(Interval v, double limit) {
  v.high = std::min(std::max(v.high, 0.0), limit);
  v.low = std::min(std::max(v.low, 0.0), v.high);
  if (v.best) v.best = std::min(std::max(*v.best, v.low), v.high);
  return v;
}

bool is_exact(const Interval& v) { return v.best && v.low == v.high; }

}  // namespace

Held heaviest_at(SlotMask mask, int level) {
  const uint8_t bit = static_cast<uint8_t>(1u << level), above = from_level(level + 1);
  if ((mask.any() & bit) == 0 || (mask.sure & above) != 0) return Held::no;
  return (mask.sure & bit) != 0 && (mask.possible & above) == 0 ? Held::surely : Held::possibly;
}

Held at_least(SlotMask mask, int level) {
  const uint8_t bits = from_level(level);
  if ((mask.sure & bits) != 0) return Held::surely;
  return (mask.possible & bits) != 0 ? Held::possibly : Held::no;
}

uint8_t top_level(SlotMask mask) {
  uint8_t top = 0;
  for (uint8_t level = 1; level < 8; ++level)
    if ((mask.any() >> level) & 1u) top = level;
  return top;
}

Interval share_held(const Part* parts, size_t count, const Held* held, size_t stride) {
  bool all = true, none = true, best_known = true;
  double low_held = 0, high_held = 0, low_free = 0, high_free = 0, best = 0;
  for (size_t i = 0; i < count; ++i) {
    const Held state = held[i * stride];
    const Interval& share = parts[i].share;
    all = all && state == Held::surely;
    none = none && state == Held::no;
    if (state == Held::surely)
      low_held += share.low;
    else
      high_free += share.high;
    if (state == Held::no)
      low_free += share.low;
    else
      high_held += share.high;
    if (state == Held::surely && share.best) best += *share.best;
    if (state != Held::no && !share.best) best_known = false;
    if (state == Held::possibly && share.high > 0) best_known = false;
  }
  if (none) return Interval{};
  if (all) return Interval::exactly(1);
  const Interval share{std::max(low_held, 1 - high_free), best_known ? std::optional(best) : std::nullopt,
                       std::min(high_held, 1 - low_free)};
  return ordered(share, 1);
}

void shares_held(const Dataset& dataset, const Asset& asset, const std::vector<Held>& held,
                 std::vector<Interval>& into) {
  const size_t commodities = asset.part_count == 0 ? 0 : held.size() / asset.part_count;
  into.clear();
  for (size_t c = 0; c < commodities; ++c)
    into.push_back(share_held(&dataset.parts[asset.first_part], asset.part_count, &held[c], commodities));
}

Interval amount_held(const Interval& amount, const Interval& share) {
  return share.is_zero() ? Interval{} : amount * share;
}

Volumes volumes_held(const Asset& asset, const std::vector<Interval>& shares) {
  Volumes volumes;
  if (!asset.has_amount || shares.empty()) return volumes;
  Interval* const by_commodity[3] = {&volumes.oil_mmbo, &volumes.ngl_mmbbl, &volumes.gas_bcf};
  const Hydrocarbons commodities = hydrocarbons_of(asset);
  const bool all_alike = std::all_of(shares.begin(), shares.end(), [&](const Interval& s) { return s == shares[0]; });
  bool exact = true;
  Interval held, free{};
  for (size_t i = 0; i < shares.size(); ++i) {
    const size_t c = commodities.list[i].value;
    const Interval& amount = asset.hydrocarbons[c];
    const Interval part = amount_held(amount, shares[i]);
    *by_commodity[c] = part;
    const double mmboe = c == kGas.value ? 1 / kBcfPerMmboe : 1;
    held += part * mmboe;
    free.low += amount.low * mmboe * (1 - shares[i].high);
    free.high += amount.high * mmboe * (1 - shares[i].low);
    exact = exact && is_exact(amount);
  }
  if (all_alike) {
    volumes.boe_mmboe = amount_held(asset.boe_mmboe, shares[0]);
  } else if (exact) {
    volumes.boe_mmboe = ordered(held, asset.boe_mmboe.high);
  } else {
    // Only the sum is known: what is free bounds what is held.
    held.low = std::max(held.low, asset.boe_mmboe.low - free.high);
    held.high = std::min(held.high, asset.boe_mmboe.high - free.low);
    volumes.boe_mmboe = ordered(held, asset.boe_mmboe.high);
  }
  return volumes;
}

}  // namespace atlas
