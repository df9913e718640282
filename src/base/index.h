#pragma once

// Typed indices into the dataset's tables: an AssetIx can't be mistaken for an EventIx, and costs an integer.
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace atlas {

template <class Tag>
struct Index {
  uint32_t value = UINT32_MAX;  ///< UINT32_MAX = none

  Index() = default;
  explicit constexpr Index(size_t v) : value(static_cast<uint32_t>(v)) {}
  constexpr bool valid() const { return value != UINT32_MAX; }
  auto operator<=>(const Index&) const = default;
};

using AssetIx = Index<struct AssetTag>;
using PartIx = Index<struct PartTag>;
using EventIx = Index<struct EventTag>;
using EffectIx = Index<struct EffectTag>;
using SourceIx = Index<struct SourceTag>;
using CommodityIx = Index<struct CommodityTag>;
using OwnerIx = Index<struct OwnerTag>;
using ClaimIx = Index<struct ClaimTag>;
using SeriesIx = Index<struct SeriesTag>;

}  // namespace atlas
