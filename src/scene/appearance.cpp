#include "scene/appearance.h"

#include <algorithm>

namespace atlas {
namespace {

// Slots stack gas, liquids, oil; the model counts oil, liquids, gas.
constexpr std::array<CommodityIx, 3> kStack{kGas, kLiquids, kOil};

bool has_kind(const Asset& asset, std::string_view word) { return asset.kind.find(word) != std::string::npos; }

bool has_commodity(const Dataset& dataset, const Asset& asset, const std::string& name) {
  for (const CommodityIx c : asset.commodities)
    if (c.valid() && c.value < dataset.commodities.size() && dataset.commodities[c.value] == name) return true;
  if (asset.commodity.valid() && asset.commodity.value < dataset.commodities.size() &&
      dataset.commodities[asset.commodity.value] == name)
    return true;
  if (asset.layer != Layer::province && asset.layer != Layer::field) return false;
  if (name == "oil") return asset.hydrocarbons[0].high > 0 || has_kind(asset, "oil");
  if (name == "liquids") return asset.hydrocarbons[1].high > 0 || has_kind(asset, "condensate");
  if (name == "gas") return asset.hydrocarbons[2].high > 0 || has_kind(asset, "gas");
  return false;
}

/// Heaviest hold per texel channel of an asset's parts, or of one part.
struct Holds {
  std::array<float, 3> hold{};
  Stage stage = Stage::none;
  bool operator==(const Holds&) const = default;
};

void add(Holds& holds, const PartState& part, const HoldChoice& choice) {
  const auto hold = static_cast<float>(counted_hold(part.sure_hold, choice));
  holds.stage = std::max(holds.stage, part.stage);
  for (size_t i = 0; i < 3; ++i)
    if (part.commodity == kStack[i]) {
      holds.hold[i] = std::max(holds.hold[i], hold);
      return;
    }
  holds.hold[0] = std::max(holds.hold[0], hold);  // a mineral
}

struct AllHolds {
  std::vector<Holds> assets, parts;
};

AllHolds holds_of(const Dataset& dataset, const Snapshot& snapshot, const HoldChoice& choice) {
  AllHolds all;
  all.assets.resize(dataset.assets.size());
  all.parts.resize(dataset.parts.size());
  for (const PartState& part : snapshot.parts) {
    if (part.part.value >= dataset.parts.size()) continue;
    add(all.parts[part.part.value], part, choice);
    add(all.assets[dataset.at(part.part).asset.value], part, choice);
  }
  for (size_t i = 0; i < all.assets.size() && i < snapshot.assets.size(); ++i) {
    all.assets[i].stage = snapshot.assets[i].stage;
    if (dataset.assets[i].layer == Layer::province) continue;
    // A column shows one hold: its heaviest.
    auto& hold = all.assets[i].hold;
    hold[0] = *std::max_element(hold.begin(), hold.end());
  }
  return all;
}

bool touches(const std::vector<EventIx>& events, EventIx event) {
  return std::find(events.begin(), events.end(), event) != events.end();
}

float highlight_of(const Dataset& dataset, const State& state, const Snapshot& snapshot, std::optional<AssetIx> hovered,
                   AssetIx asset) {
  if (const auto* selected = std::get_if<AssetIx>(&state.selected); selected && *selected == asset) return 2;
  if (const auto* event = std::get_if<EventIx>(&state.selected); event && event->value < dataset.events.size()) {
    const auto& named = dataset.at(*event).assets;
    if (std::find(named.begin(), named.end(), asset) != named.end()) return 2;
    if (asset.value < snapshot.assets.size() && (touches(snapshot.assets[asset.value].held_by, *event) ||
                                                 touches(snapshot.assets[asset.value].dealt_by, *event)))
      return 1;
  }
  return hovered == asset ? 1.0f : 0.0f;
}

uint32_t flags_of(const Asset& asset) {
  uint32_t flags = 0;
  if (!asset.verified) flags |= kFlagUnverified;
  if (!asset.has_amount) flags |= kFlagNoAmount;
  if (!asset.counted) flags |= kFlagNotCounted;
  if (asset.scope == "south" || asset.scope == "out") flags |= kFlagMuted;
  return flags;
}

}  // namespace

bool is_shown(const Dataset& dataset, const LayerChoice& layers, const Filters& filters, const Asset& asset) {
  switch (asset.layer) {
    case Layer::province:
      if (!layers.provinces) return false;
      break;
    case Layer::field:
      if (!layers.fields) return false;
      break;
    case Layer::deposit:
      if (!layers.deposits) return false;
      break;
    case Layer::facility:
      if (!layers.facilities) return false;
      break;
  }
  if (filters.verified_only && !asset.verified) return false;
  if (!filters.countries.empty() && std::none_of(asset.countries.begin(), asset.countries.end(),
                                                 [&](const auto& c) { return filters.countries.count(c) > 0; }))
    return false;
  if (!filters.statuses.empty() && asset.layer != Layer::province && filters.statuses.count(asset.status) == 0)
    return false;
  if (!filters.commodities.empty() && asset.layer != Layer::facility &&
      std::none_of(filters.commodities.begin(), filters.commodities.end(),
                   [&](const auto& name) { return has_commodity(dataset, asset, name); }))
    return false;
  return true;
}

Hold counted_hold(Hold hold, const HoldChoice& choice) {
  const bool counts = hold == Hold::hinders     ? choice.hinders
                      : hold == Hold::restricts ? choice.restricts
                                                : choice.blocks;
  return counts ? hold : Hold::none;
}

int category_of(const Dataset& dataset, const Asset& asset) {
  if (asset.layer == Layer::facility) return 5;
  if (asset.layer == Layer::deposit) return is_rare_earths(dataset, asset) ? 3 : 4;
  const auto parts = drawn_mmboe(asset);
  const auto most = std::max_element(parts.begin(), parts.end());
  if (*most > 0) return static_cast<int>(most - parts.begin());
  return has_kind(asset, "oil") && !has_kind(asset, "gas") ? 2 : 0;
}

void write_slots(const Dataset& dataset, const HeightScales& scales, const State& state, const Snapshot& snapshot,
                 const Snapshot* baseline, std::optional<AssetIx> hovered, Slots& slots) {
  const HoldChoice& choice = state.scenario.holds;
  const AllHolds holds = holds_of(dataset, snapshot, choice);
  const AllHolds before = baseline ? holds_of(dataset, *baseline, choice) : AllHolds{};

  const size_t texels = 3 * dataset.assets.size() + dataset.parts.size();
  const size_t rows = (texels + kSlotTextureWidth - 1) / kSlotTextureWidth;
  std::vector<float> values(rows * kSlotTextureWidth * 4, 0.0f);
  const auto put = [&](size_t texel, std::array<float, 4> v) {
    std::copy(v.begin(), v.end(), values.begin() + 4 * texel);
  };

  for (size_t i = 0; i < dataset.assets.size(); ++i) {
    const Asset& asset = dataset.assets[i];
    const auto tops = level_heights_radii(dataset, asset, scales, state.height);
    const bool ghost = baseline && !(before.assets[i] == holds.assets[i]);
    const auto& hold = holds.assets[i].hold;
    put(3 * i, {static_cast<float>(tops[0]), static_cast<float>(tops[1]), static_cast<float>(tops[2]),
                ghost ? static_cast<float>(tops[2]) : 0.0f});
    put(3 * i + 1, {hold[0], hold[1], hold[2], highlight_of(dataset, state, snapshot, hovered, AssetIx(i))});
    put(3 * i + 2,
        {is_shown(dataset, state.layers, state.filters, asset) ? 1.0f : 0.0f, static_cast<float>(holds.assets[i].stage),
         static_cast<float>(category_of(dataset, asset)), static_cast<float>(flags_of(asset))});
  }
  for (size_t j = 0; j < dataset.parts.size(); ++j) {
    const Holds& part = holds.parts[j];
    put(3 * dataset.assets.size() + j, {part.hold[0], part.hold[1], part.hold[2], static_cast<float>(part.stage)});
  }

  slots.asset_count = static_cast<uint32_t>(dataset.assets.size());
  slots.part_count = static_cast<uint32_t>(dataset.parts.size());
  if (values == slots.texels) return;
  slots.texels = std::move(values);
  ++slots.version;
}

std::array<bool, kLineKindCount> visible_lines(const LayerChoice& layers) {
  std::array<bool, kLineKindCount> visible;
  visible.fill(true);
  const auto set = [&](LineKind kind, bool on) { visible[static_cast<size_t>(kind)] = on; };
  for (const LineKind kind : {LineKind::pipeline, LineKind::pipeline_planned, LineKind::route})
    set(kind, layers.facilities);
  for (const LineKind kind : {LineKind::limit, LineKind::boundary}) set(kind, layers.limits);
  for (const LineKind kind : {LineKind::ice_edge_september, LineKind::ice_edge_march}) set(kind, layers.ice);
  set(LineKind::outline_outside, layers.provinces);
  return visible;
}

}  // namespace atlas
