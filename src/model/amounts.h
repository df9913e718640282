#pragma once

// Parts and commodities to amounts: the interval rules of the atlas (DESIGN, "Intervals"). Sums, products and
// comparisons only, so that every platform gets the same bits.
#include <array>
#include <cstdint>
#include <vector>

#include "model/reach.h"
#include "model/snapshot.h"

namespace atlas {

/// What is known of a slot: bit n stands for level n (a Hold or a Stage).
struct SlotMask {
  uint8_t sure = 0;      ///< levels that reach all of the part
  uint8_t possible = 0;  ///< levels that reach an unknown piece of it
  void add(uint8_t level, bool is_sure) { (is_sure ? sure : possible) |= static_cast<uint8_t>(1u << level); }
  uint8_t any() const { return sure | possible; }
  bool operator==(const SlotMask&) const = default;
};

enum class Held : uint8_t { no, possibly, surely };

/// Is it at this level and none above?
Held heaviest_at(SlotMask mask, int level);
/// Is it at this level or above?
Held at_least(SlotMask mask, int level);
/// Highest level of any kind, 0 if none.
uint8_t top_level(SlotMask mask);

/// Share of an asset that is held when its parts (in order, one entry per part) are: low = max(sum of low shares held,
/// 1 - sum of high shares free), high = min(sum of high held, 1 - sum of low free), best = sum of best held.
/// Exactly 0 or 1 if all parts are free or surely held.
Interval share_held(const Part* parts, size_t count, const Held* held, size_t stride);

/// Amounts of a province or field when these shares of its commodities (in slot order, see hydrocarbons_of) are held.
Volumes volumes_held(const Asset& asset, const std::vector<Interval>& shares);

/// Shares of an asset's commodities, in slot order; `held` has one entry per slot of the asset.
void shares_held(const Dataset& dataset, const Asset& asset, const std::vector<Held>& held,
                 std::vector<Interval>& into);

/// Amount times share; nothing held is exactly zero even if the amount is not known.
Interval amount_held(const Interval& amount, const Interval& share);

}  // namespace atlas
