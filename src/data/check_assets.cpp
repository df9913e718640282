// Checks what lies in the ground: amounts to intervals, outlines to footprints, assets to parts.
#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "data/amount.h"
#include "data/check_steps.h"
#include "geo/region_cut.h"

namespace atlas {
namespace {

constexpr double kShareTolerance = 1e-3;
/// An outline larger than this is one whose ring runs the wrong way round.
constexpr double kLargestOutline_km2 = 5e7;

Asset asset_of(CheckContext& c, const RowHead& head, Layer layer, const Text& name) {
  Asset asset;
  asset.id = head.id;
  asset.layer = layer;
  asset.name = name;
  asset.scope = "in";
  asset.source = c.source(head);
  asset.verified = head.verified;
  c.take_id(head);
  return asset;
}

void add(CheckContext& c, Asset asset) {
  c.data.asset_by_id.emplace(asset.id, AssetIx{c.data.assets.size()});
  c.data.assets.push_back(std::move(asset));
}

void add_figure(Asset& asset, std::string quantity, Interval value, std::string unit, const Text& basis, int year) {
  asset.figures.push_back({std::move(quantity), value, std::move(unit), basis, year, asset.source, asset.verified});
}

/// Both texts, a semicolon between them.
Text joined(const Text& a, const Text& b) {
  if (b.empty()) return a;
  if (a.empty()) return b;
  return {a.en + "; " + b.en, a.in(Lang::ru) + "; " + b.in(Lang::ru)};
}

/// Oil, liquids, gas and oil equivalent as a row gives them. Where only the equivalent is known, each of the three lies
/// between nothing and all of it.
void set_hydrocarbons(CheckContext& c, const RowHead& head, Asset& asset, const std::optional<double>& oil_mmbo,
                      const std::optional<double>& ngl_mmbbl, const std::optional<double>& gas_bcf,
                      const std::optional<double>& given_boe_mmboe, const Text& basis, int year) {
  const bool any_component = oil_mmbo || ngl_mmbbl || gas_bcf;
  asset.has_amount = any_component || given_boe_mmboe;
  if (any_component) {
    const double sum_mmboe = boe_mmboe(oil_mmbo.value_or(0), ngl_mmbbl.value_or(0), gas_bcf.value_or(0));
    asset.hydrocarbons = {Interval::exactly(oil_mmbo.value_or(0)), Interval::exactly(ngl_mmbbl.value_or(0)),
                          Interval::exactly(gas_bcf.value_or(0))};
    asset.boe_mmboe = Interval::exactly(given_boe_mmboe.value_or(sum_mmboe));
    if (given_boe_mmboe && std::abs(*given_boe_mmboe - sum_mmboe) > 0.02 * sum_mmboe + 0.5)
      c.warn(head, "boe_mmboe", "differs from oil + liquids + gas / 6 = " + fixed(sum_mmboe, 1),
             fixed(*given_boe_mmboe, 1));
  } else if (given_boe_mmboe) {
    const double boe = *given_boe_mmboe;
    asset.hydrocarbons = {Interval::between(0, boe), Interval::between(0, boe),
                          Interval::between(0, boe * kBcfPerMmboe)};
    asset.boe_mmboe = Interval::exactly(boe);
  }
  if (oil_mmbo) add_figure(asset, "oil_mmbo", asset.hydrocarbons[0], "MMBO", basis, year);
  if (ngl_mmbbl) add_figure(asset, "ngl_mmbbl", asset.hydrocarbons[1], "MMBNGL", basis, year);
  if (gas_bcf) add_figure(asset, "gas_bcf", asset.hydrocarbons[2], "BCF", basis, year);
  if (asset.has_amount) add_figure(asset, "boe_mmboe", asset.boe_mmboe, "MMBOE", basis, year);
}

void add_province(CheckContext& c, const ProvinceRow& row) {
  Asset asset = asset_of(c, row.head, Layer::province, row.name);
  asset.countries = row.countries;
  if (row.countries.empty()) c.fault(row.head, "countries", "is empty");
  asset.position = row.label;
  asset.note = row.note;
  set_hydrocarbons(c, row.head, asset, row.oil_mmbo, row.ngl_mmbbl, row.gas_bcf, row.boe_mmboe, row.basis, row.year);
  if (!asset.has_amount) c.fault(row.head, "boe_mmboe", "is empty, and so are oil, gas and liquids");
  add(c, std::move(asset));
}

void add_field(CheckContext& c, const FieldRow& row) {
  Asset asset = asset_of(c, row.head, Layer::field, row.name);
  asset.countries = {row.country};
  asset.position = row.position;
  asset.position_quality = row.position_quality;
  asset.kind = row.kind;
  asset.operator_name = row.operator_name;
  asset.status = row.status;
  asset.note = row.note;
  asset.counted = row.counted;
  asset.discovered_year = row.discovered_year;
  asset.start_year = row.start_year;
  set_hydrocarbons(c, row.head, asset, row.oil_mmbo, row.ngl_mmbbl, row.gas_bcf, row.boe_mmboe, row.basis, row.year);
  if (row.reserves_value)
    add_figure(asset, "reserves", Interval::exactly(*row.reserves_value), row.reserves_unit, row.basis, row.year);
  add(c, std::move(asset));
}

void add_deposit(CheckContext& c, const DepositRow& row) {
  Asset asset = asset_of(c, row.head, Layer::deposit, row.name);
  asset.countries = {row.country};
  asset.position = row.position;
  asset.position_quality = row.position_verified ? PositionQuality::exact : PositionQuality::unverified;
  asset.kind = row.commodity;
  asset.operator_name = row.owner;
  asset.status = row.status;
  asset.note = row.note;
  asset.start_year = row.start_year;
  asset.scope = row.scope;
  asset.counted = row.scope == "in";
  for (const std::string& word :
       {std::string("oil"), std::string("liquids"), std::string("gas"), std::string("minerals")})
    if (row.commodity == word) c.fault(row.head, "commodity", "is not a mineral", word);
  asset.commodity = c.commodity(row.commodity);
  for (const std::string& name : row.commodities) asset.commodities.push_back(c.commodity(name));
  if (std::find(asset.commodities.begin(), asset.commodities.end(), asset.commodity) == asset.commodities.end())
    asset.commodities.insert(asset.commodities.begin(), asset.commodity);
  if (!row.amount_value) {
    if (!row.amount_kind.empty()) c.fault(row.head, "amount_kind", "is given, but there is no amount", row.amount_kind);
    return add(c, std::move(asset));
  }
  const std::optional<MineralAmount> amount = canonical_amount(*row.amount_value, row.amount_unit);
  if (!amount) {
    c.fault(row.head, "amount_unit", "is not a unit of minerals (Moz Au, kt TREO, Mt ore, Mt/y ...)", row.amount_unit);
  } else if (row.amount_kind != (amount->yearly ? "yearly" : "stock")) {
    c.fault(row.head, "amount_kind", "doesn't fit the unit " + row.amount_unit, row.amount_kind);
  } else {
    asset.has_amount = true;
    asset.mineral_amount = Interval::exactly(amount->value);
    asset.mineral_unit = amount->unit;
    asset.yearly = amount->yearly;
    add_figure(asset, "amount", Interval::exactly(*row.amount_value), row.amount_unit, joined(row.basis, row.grade),
               row.year);
  }
  add(c, std::move(asset));
}

void add_facility(CheckContext& c, const FacilityRow& row) {
  Asset asset = asset_of(c, row.head, Layer::facility, row.name);
  asset.countries = {row.country};
  asset.position = row.position;
  asset.kind = row.kind;
  asset.operator_name = row.owners;
  asset.status = row.status;
  asset.note = row.note;
  asset.start_year = row.start_year;
  if (row.capacity_value)
    add_figure(asset, "capacity", Interval::exactly(*row.capacity_value), row.capacity_unit, {}, 0);
  add(c, std::move(asset));
}

/// The one part of an asset that parts.csv doesn't split.
Part whole_of(const Asset& asset, AssetIx ix, Setting setting, Depth depth, std::string zone) {
  Part part;
  part.id = asset.id + "--all";
  part.asset = ix;
  part.state = asset.countries.front();
  part.setting = setting;
  part.depth = depth;
  part.zone = std::move(zone);
  part.source = asset.source;
  return part;
}

}  // namespace

void check_assets(CheckContext& c, const Tables& tables) {
  c.data.commodities = {"oil", "liquids", "gas"};
  for (const ProvinceRow& row : tables.provinces) add_province(c, row);
  for (const FieldRow& row : tables.fields) add_field(c, row);
  for (const DepositRow& row : tables.deposits) add_deposit(c, row);
  for (const FacilityRow& row : tables.facilities) add_facility(c, row);
}

void check_outlines(CheckContext& c, const Tables& tables, const std::vector<OutlineFeature>& outlines) {
  const std::string file = "provinces.geojson";
  std::set<std::string_view> with_outline;
  for (const OutlineFeature& outline : outlines) {
    with_outline.insert(outline.id);
    const std::optional<AssetIx> ix = c.data.find_asset(outline.id);
    if (!ix || c.data.at(*ix).layer != Layer::province) {
      c.faults.push_back({file, outline.line, outline.id, "outline of an unknown province", {}});
      continue;
    }
    Asset& asset = c.data.assets[ix->value];
    const double outline_km2 = area_km2(outline.region);
    if (!asset.outline.empty()) {
      c.faults.push_back({file, outline.line, outline.id, "second outline of a province", {}});
    } else if (!(outline_km2 > 0) || outline_km2 > kLargestOutline_km2) {
      c.faults.push_back({file, outline.line, outline.id, "a ring runs clockwise", fixed(outline_km2, 0) + " km2"});
    } else {
      asset.outline = outline.region;
      asset.footprint = north_of(outline.region, kArcticCircle_lat_deg);
      asset.footprint_km2 = area_km2(asset.footprint);
      if (!(asset.footprint_km2 > 0))
        c.faults.push_back(
            {file, outline.line, outline.id, "nothing of the outline lies north of the Arctic Circle", {}});
    }
  }
  for (const ProvinceRow& row : tables.provinces) {
    const std::optional<AssetIx> ix = c.data.find_asset(row.head.id);
    if (ix && !with_outline.contains(row.head.id)) c.fault(row.head, "id", "has no outline in " + file, row.head.id);
  }
}

void check_parts(CheckContext& c, const Tables& tables) {
  std::vector<std::vector<const PartRow*>> rows_of(c.data.assets.size());
  for (const PartRow& row : tables.parts) {
    c.take_id(row.head);
    if (const std::optional<AssetIx> asset = c.data.find_asset(row.asset_id)) {
      rows_of[asset->value].push_back(&row);
    } else {
      c.fault(row.head, "asset_id", "unknown asset", row.asset_id);
    }
    if (!row.head.id.starts_with(row.asset_id + "--"))
      c.fault(row.head, "id", "does not begin with asset_id and --", row.head.id);
  }
  // What an asset's own row says of its ground, in the order of the assets.
  struct Ground {
    Setting setting = Setting::unknown;
    Depth depth = Depth::unknown;
    std::string zone;
  };
  std::vector<Ground> grounds;
  for (size_t i = 0; i < tables.provinces.size(); ++i) grounds.emplace_back();
  for (const FieldRow& row : tables.fields) grounds.push_back({row.setting, row.depth, row.zone});
  for (const DepositRow& row : tables.deposits) grounds.push_back({row.setting, Depth::unknown, row.zone});
  for (const FacilityRow& row : tables.facilities) grounds.push_back({row.setting, Depth::unknown, {}});

  for (size_t i = 0; i < c.data.assets.size(); ++i) {
    Asset& asset = c.data.assets[i];
    const AssetIx ix{i};
    asset.first_part = static_cast<uint32_t>(c.data.parts.size());
    if (rows_of[i].empty()) {
      if (asset.countries.empty()) continue;  // already a fault
      c.data.parts.push_back(whole_of(asset, ix, grounds[i].setting, grounds[i].depth, grounds[i].zone));
    }
    double best_sum = 0;
    for (const PartRow* row : rows_of[i]) {
      best_sum += row->best;
      c.data.parts.push_back({row->head.id, ix, row->state, row->setting, row->depth, row->zone,
                              Interval{row->low, row->best, row->high}, row->basis, c.source(row->head)});
    }
    if (!rows_of[i].empty() && std::abs(best_sum - 1) > kShareTolerance)
      c.fault(rows_of[i].front()->head, "best_share", "best shares of " + asset.id + " don't sum to 1",
              fixed(best_sum, 4));
    asset.part_count = static_cast<uint32_t>(c.data.parts.size()) - asset.first_part;
  }
}

}  // namespace atlas
