#pragma once

// A dataset one can read: three provinces (one reaches south of the Circle, one lies around the pole), fields, a rare
// earth deposit, a deal with two parties, a sanction. Amounts are round numbers.
#include <utility>

#include "geo/region_cut.h"
#include "model/snapshot.h"
#include "state/state.h"

namespace atlas {

inline Region region_of(std::vector<LonLat> points) {
  std::vector<Ring> rings;
  rings.push_back(Ring::from_points(std::move(points)).value());
  return to_region(std::move(rings));
}

inline Asset small_province(std::string id, std::string name, std::vector<LonLat> outline, double oil_mmbo,
                            double ngl_mmbbl, double gas_bcf) {
  Asset a;
  a.id = std::move(id);
  a.layer = Layer::province;
  a.name = {name, name};
  a.outline = region_of(std::move(outline));
  a.footprint = north_of(a.outline, kArcticCircle_lat_deg);
  a.footprint_km2 = area_km2(a.footprint);
  a.hydrocarbons = {Interval::exactly(oil_mmbo), Interval::exactly(ngl_mmbbl), Interval::exactly(gas_bcf)};
  a.boe_mmboe = Interval::exactly(oil_mmbo + ngl_mmbbl + gas_bcf / 6);
  a.has_amount = true;
  a.verified = true;
  return a;
}

inline Asset small_point(std::string id, Layer layer, LonLat at) {
  Asset a;
  a.id = id;
  a.layer = layer;
  a.name = {id, id};
  a.position = at;
  a.verified = true;
  return a;
}

inline Dataset small_arctic() {
  Dataset d;
  d.as_of = Date::from_ymd(2026, 10, 10);
  d.commodities = {"oil", "liquids", "gas", "rare-earths", "nickel"};
  d.assets.push_back(
      small_province("east", "East Basin", {{60, 60}, {80, 60}, {84, 70}, {72, 75}, {58, 70}}, 6000, 12000, 360000));
  d.assets.back().position = {70, 70};
  d.assets.back().countries = {"RUS"};
  d.assets.push_back(
      small_province("west", "West Basin", {{-160, 68}, {-150, 68}, {-150, 72}, {-160, 72}}, 30000, 0, 0));
  d.assets.back().position = {-155, 70};
  d.assets.back().countries = {"USA"};
  std::vector<LonLat> ring;
  for (int i = 0; i < 24; ++i) ring.push_back({-180.0 + 15 * i, 86.0 + (i % 2)});
  d.assets.push_back(small_province("round-the-pole", "Pole Basin", ring, 1000, 0, 6000));
  d.assets.back().position = {0, 88};
  d.assets.back().countries = {"NOR"};

  Asset field = small_point("urengoy", Layer::field, {77, 66.2});
  field.hydrocarbons = {Interval::exactly(0), Interval::exactly(0), Interval::exactly(6 * 58900)};
  field.boe_mmboe = Interval::exactly(58900);
  field.has_amount = true;
  field.countries = {"RUS"};
  field.status = "producing";
  d.assets.push_back(field);
  d.assets.push_back(small_point("dry-hole", Layer::field, {20, 72}));
  Asset deposit = small_point("tanbreez", Layer::deposit, {-45.9, 60.9});
  deposit.commodity = CommodityIx(size_t{3});
  deposit.commodities = {deposit.commodity};
  deposit.mineral_amount = Interval::exactly(11140);
  deposit.mineral_unit = "kt TREO";
  deposit.has_amount = true;
  deposit.countries = {"GRL"};
  d.assets.push_back(deposit);
  Asset nickel = small_point("norilsk", Layer::deposit, {88.2, 69.3});
  nickel.commodity = CommodityIx(size_t{4});
  nickel.commodities = {nickel.commodity};
  nickel.countries = {"RUS"};
  d.assets.push_back(nickel);
  Asset plant = small_point("plant", Layer::facility, {72, 71});
  plant.countries = {"RUS"};
  d.assets.push_back(plant);

  for (size_t i = 0; i < d.assets.size(); ++i) {
    Part part;
    part.id = d.assets[i].id + "-all";
    part.asset = AssetIx(i);
    part.state = d.assets[i].countries.empty() ? "RUS" : d.assets[i].countries.front();
    d.assets[i].first_part = static_cast<uint32_t>(d.parts.size());
    d.assets[i].part_count = 1;
    d.parts.push_back(part);
    d.asset_by_id[d.assets[i].id] = AssetIx(i);
  }

  Event deal;
  deal.id = "field-deal";
  deal.lane = Lane::deals;
  deal.title = {"A deal", ""};
  deal.countries = {"CHN", "RUS"};
  deal.assets = {AssetIx(size_t{3})};
  d.events.push_back(deal);
  Event sanction;
  sanction.id = "oil-ban";
  sanction.lane = Lane::sanctions;
  d.events.push_back(sanction);

  const auto place = [&](std::string id, std::string name, std::string kind, LonLat at, int priority) {
    Place p;
    p.id = std::move(id);
    p.name = {name, name};
    p.kind = std::move(kind);
    p.position = at;
    p.priority = priority;
    d.places.push_back(p);
  };
  place("capital-chn", "Beijing", "capital", {116.4, 39.9}, 3);
  place("capital-rus", "Moscow", "capital", {37.6, 55.75}, 3);
  place("norilsk-town", "Norilsk", "town", {88.2, 69.35}, 5);
  place("murmansk", "Murmansk", "port", {33.1, 68.97}, 4);
  place("barents-sea", "Barents Sea", "sea", {40, 74}, 2);
  place("greenland", "Greenland", "land", {-42, 74}, 2);
  return d;
}

inline Snapshot empty_snapshot(const Dataset& d) {
  Snapshot s;
  for (size_t i = 0; i < d.parts.size(); ++i)
    for (size_t c = 0; c < 3; ++c) {
      PartState p;
      p.part = PartIx(i);
      p.commodity = CommodityIx(c);
      s.parts.push_back(p);
    }
  s.assets.resize(d.assets.size());
  s.event_active.resize(d.events.size());
  s.event_stage.resize(d.events.size());
  return s;
}

}  // namespace atlas
