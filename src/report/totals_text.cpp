#include <algorithm>
#include <map>

#include "base/sort_stably.h"
#include "data/amount.h"
#include "model/compare.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

constexpr size_t kProvinces = static_cast<size_t>(Layer::province), kFields = static_cast<size_t>(Layer::field);
constexpr size_t kLargestShown = 8;

/// What is left of a whole when a part of it is held.
Interval rest_of(const Interval& all, const Interval& held) {
  const std::optional<double> best =
      all.best && held.best ? std::optional(std::max(0.0, *all.best - *held.best)) : std::nullopt;
  return {std::max(0.0, all.low - held.high), best, std::max(0.0, all.high - held.low)};
}

double drawn_bn(const Interval& boe_mmboe) { return drawn_value(boe_mmboe) * 0.001; }

/// Drawn boe of each state's ground by hold: for bars, numbers come from the totals.
std::map<std::string, std::array<double, kHoldCount>> drawn_by_state(const Dataset& dataset, const Snapshot& snapshot) {
  std::map<std::string, std::array<double, kHoldCount>> result;
  for (const PartState& state : snapshot.parts) {
    const Part& part = dataset.at(state.part);
    const Asset& asset = dataset.at(part.asset);
    if (asset.layer != Layer::province || !asset.counted || !state.commodity.valid()) continue;
    const double mmboe = state.commodity == kGas ? 1 / kBcfPerMmboe : 1;
    const double bn = 0.001 * mmboe * drawn_value(asset.hydrocarbons[state.commodity.value]) * drawn_value(part.share);
    result[part.state][static_cast<size_t>(state.sure_hold)] += bn;
  }
  return result;
}

std::vector<BarRow> rows_by_state(const Dataset& dataset, const Speech& say, const Snapshot& snapshot) {
  auto drawn = drawn_by_state(dataset, snapshot);
  std::vector<BarRow> rows;
  for (const auto& [code, volumes] : snapshot.totals.all_by_state) {
    BarRow row;
    row.name = country_name(say, code);
    row.amount = bn_boe(say, volumes.boe_mmboe);
    const auto& by_hold = drawn[code];
    row.free = by_hold[0];
    row.hinders = by_hold[1];
    row.restricts = by_hold[2];
    row.blocks = by_hold[3];
    rows.push_back(std::move(row));
  }
  sort_stably(rows, [](const BarRow& a, const BarRow& b) { return a.amount.drawn > b.amount.drawn; });
  return rows;
}

}  // namespace

std::string totals_heading(const Speech& say, const Scenario& scenario) {
  const DateRange days = days_of(scenario, Lane::sanctions);
  if (days.from == days.to) return filled(say("totals.held_on"), "date", long_date_text(say, days.to));
  return filled(filled(say("totals.held_between"), "from", long_date_text(say, days.from)), "to",
                long_date_text(say, days.to));
}

std::vector<BarRow> largest_provinces(const Dataset& dataset, const Speech& say) {
  std::vector<BarRow> rows;
  for (size_t a = 0; a < dataset.assets.size(); ++a) {
    const Asset& asset = dataset.assets[a];
    if (asset.layer != Layer::province || !asset.counted) continue;
    BarRow row;
    row.name = asset.name.in(say.lang);
    row.amount = bn_boe(say, asset.boe_mmboe);
    row.oil = drawn_bn(asset.hydrocarbons[0]);
    row.liquids = drawn_bn(asset.hydrocarbons[1]);
    row.gas = drawn_bn(asset.hydrocarbons[2]) / kBcfPerMmboe;
    row.asset = AssetIx(a);
    rows.push_back(std::move(row));
  }
  sort_stably(rows, [](const BarRow& a, const BarRow& b) { return a.amount.drawn > b.amount.drawn; });
  if (rows.size() > kLargestShown) rows.resize(kLargestShown);
  return rows;
}

namespace {

std::string footnote(const Speech& say, const State& state, const Totals& totals) {
  std::string text =
      filled(say("totals.footnote"), "count", count_text(say, "count.province", totals.count[kProvinces]));
  if (!(state.filters == Filters{})) text += ' ' + say("totals.filter_note");
  if (!state.scenario.issuers_off.empty() || !(state.scenario.holds == HoldChoice{}))
    text += ' ' + say("totals.choice_note");
  return text;
}

}  // namespace

TotalsText totals_text(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot) {
  const Totals& totals = snapshot.totals;
  const Interval& all = totals.all[kProvinces].volumes.boe_mmboe;
  const Interval& held = totals.held_back[kProvinces].volumes.boe_mmboe;
  const auto by_hold = [&](Hold hold) {
    return totals.by_sure_hold[static_cast<size_t>(hold)][kProvinces].volumes.boe_mmboe;
  };
  TotalsText text;
  text.held_back = bn_boe(say, held);
  text.of_all = filled(say("totals.of_all"), "all", joined(bn_boe(say, all)));
  if (!text.held_back.range.empty()) text.range_note = filled(say("totals.range_note"), "range", text.held_back.range);
  const Interval& with_owners = totals.by_hold[static_cast<size_t>(Hold::blocks)][kProvinces].volumes.boe_mmboe;
  if (!with_owners.best)
    text.range_note +=
        (text.range_note.empty() ? "" : ". ") +
        filled(say("totals.owner_note"), "high", joined(bn_boe(say, Interval::exactly(with_owners.high))));
  const Interval blocked = by_hold(Hold::blocks), restricted = by_hold(Hold::restricts), free = rest_of(all, held);
  text.all = drawn_bn(all);
  text.blocked = drawn_bn(blocked);
  text.restricted = drawn_bn(restricted);
  text.hindered = drawn_bn(by_hold(Hold::hinders));
  // Middles of ranges need not add up; a bar must.
  text.blocked = std::min(text.blocked, text.all);
  text.restricted = std::min(text.restricted, text.all - text.blocked);
  text.hindered = std::min(text.hindered, text.all - text.blocked - text.restricted);
  text.free = text.all - text.blocked - text.restricted - text.hindered;
  text.blocked_text = bn_boe(say, blocked);
  text.restricted_text = bn_boe(say, restricted);
  text.hindered_text = bn_boe(say, by_hold(Hold::hinders));
  text.free_text = bn_boe(say, free);
  const Volumes& volumes = totals.all[kProvinces].volumes;
  text.oil = barrels(say, volumes.oil_mmbo);
  text.liquids = barrels(say, volumes.ngl_mmbbl);
  text.gas = cubic_feet(say, volumes.gas_bcf);
  text.by_state = rows_by_state(dataset, say, snapshot);
  text.fields_all = bn_boe(say, totals.all[kFields].volumes.boe_mmboe);
  text.fields_held_back = bn_boe(say, totals.held_back[kFields].volumes.boe_mmboe);
  text.fields_under_deal = bn_boe(say, totals.under_deal[kFields].volumes.boe_mmboe);
  text.footnote = footnote(say, state, totals);
  text.sources_count = static_cast<int>(dataset.sources.size());
  return text;
}

std::optional<WhatIfText> what_if_text(const Dataset& dataset, const Speech& say, const State& state,
                                       const Snapshot& snapshot, const Snapshot& baseline) {
  const auto& overrides = state.scenario.overrides;
  if (overrides.empty()) return std::nullopt;
  WhatIfText text;
  const auto sentence = [&](EventIx event, Override to) {
    return filled(say(to == Override::off ? "whatif.off" : "whatif.on"), "title", dataset.at(event).title.in(say.lang));
  };
  if (overrides.size() == 1)
    text.heading = sentence(overrides.begin()->first, overrides.begin()->second);
  else
    text.heading = count_text(say, "count.switched", static_cast<int>(overrides.size()));
  for (const auto& [event, to] : overrides) text.assumptions.push_back(sentence(event, to));
  text.assumptions.push_back(say("whatif.else"));

  const Difference difference = compare(dataset, baseline, snapshot);
  const auto add = [&](std::string_view name, const std::array<LayerVolumes, 4>& before,
                       const std::array<LayerVolumes, 4>& after, const std::array<LayerVolumes, 4>& more,
                       const std::array<LayerVolumes, 4>& less, size_t layer) {
    const Interval change = net(more[layer].volumes.boe_mmboe, less[layer].volumes.boe_mmboe);
    text.rows.push_back({say(name), bn_boe(say, before[layer].volumes.boe_mmboe),
                         bn_boe(say, after[layer].volumes.boe_mmboe), signed_bn_boe(say, change)});
  };
  const Totals &before = baseline.totals, &after = snapshot.totals;
  add("whatif.provinces_held", before.held_back, after.held_back, difference.newly_held, difference.freed, kProvinces);
  add("whatif.fields_held", before.held_back, after.held_back, difference.newly_held, difference.freed, kFields);
  add("whatif.fields_dealt", before.under_deal, after.under_deal, difference.newly_dealt, difference.undealt, kFields);
  return text;
}

}  // namespace atlas
