#pragma once

// One field, one province of two parts, a few events: what a case needs, made by hand.
#include "model/evaluate.h"
#include "model/reach.h"

namespace atlas {

struct SmallWorld {
  Dataset data;

  SmallWorld() {
    data.as_of = Date::from_ymd(2026, 1, 1);
    data.commodities = {"oil", "liquids", "gas"};
    data.owners = {"parent", "child", "other"};
    Asset province = asset("basin", Layer::province, {100, 0, 600}, 200);
    province.part_count = 2;
    data.assets.push_back(province);
    data.parts.push_back(part("basin--sea", 0, Setting::offshore, {0, 0.4, 1}));
    data.parts.push_back(part("basin--land", 0, Setting::onshore, {0, 0.6, 1}));
    Asset field = asset("field", Layer::field, {50, 0, 300}, 100);
    field.first_part = 2;
    field.part_count = 1;
    data.assets.push_back(field);
    data.parts.push_back(part("field--whole", 1, Setting::onshore, Interval::exactly(1)));
  }

  static Asset asset(const char* id, Layer layer, std::array<double, 3> amounts, double boe_mmboe) {
    Asset a;
    a.id = id;
    a.layer = layer;
    a.has_amount = true;
    for (size_t i = 0; i < 3; ++i) a.hydrocarbons[i] = Interval::exactly(amounts[i]);
    a.boe_mmboe = Interval::exactly(boe_mmboe);
    return a;
  }
  static Part part(const char* id, size_t asset, Setting setting, Interval share) {
    Part p;
    p.id = id;
    p.asset = AssetIx(asset);
    p.state = "RUS";
    p.setting = setting;
    p.share = share;
    return p;
  }
  EventIx sanction(const char* from, const char* to = nullptr) {
    Event e;
    e.id = "s" + std::to_string(data.events.size());
    e.lane = Lane::sanctions;
    e.group = "united-states";
    e.announced = *Date::parse(from);
    if (to) e.end = Date::parse(to);
    data.events.push_back(e);
    return EventIx(data.events.size() - 1);
  }
  Effect& effect(EventIx event, Activity activity) {
    Effect e;
    e.event = event;
    e.activity = activity;
    data.effects.push_back(e);
    return data.effects.back();
  }
  void owns(size_t owner, double share, std::optional<size_t> owned_owner = {}) {
    Ownership row;
    row.owner = OwnerIx(owner);
    if (owned_owner)
      row.owned_owner = OwnerIx(*owned_owner);
    else
      row.owned_asset = AssetIx(1);
    row.share = share;
    data.ownership.push_back(row);
  }
  Snapshot on(const char* day) const {
    Scenario scenario;
    scenario.clocks = Together{*Date::parse(day)};
    return evaluate(data, make_reach(data), scenario);
  }
  Hold field_hold(const char* day) const { return on(day).assets[1].hold; }
};

}  // namespace atlas
