#include "model/touch.h"
#include "report/json_parts.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

Json asset_object(const Told& told, AssetIx ix) {
  const Asset& asset = told.dataset.at(ix);
  const AssetState& state = told.snapshot.assets[ix.value];
  Json object{{"id", asset.id},
              {"layer", layer_word(asset.layer)},
              {"name", asset.name.in(told.state.lang)},
              {"countries", asset.countries},
              {"lat_deg", asset.position.lat_deg},
              {"lon_deg", asset.position.lon_deg},
              {"kind", asset.kind},
              {"status", asset.status},
              {"hold", hold_word(state.hold)},
              {"sure_hold", hold_word(state.sure_hold)},
              {"held_by", ids_of(told.dataset, state.held_by)},
              {"stage", stage_word(state.stage)},
              {"dealt_by", ids_of(told.dataset, state.dealt_by)}};
  if (asset.layer == Layer::province || asset.layer == Layer::field) {
    object["boe_mmboe"] = asset.has_amount ? json_of(asset.boe_mmboe) : Json(nullptr);
    object["held_back_boe_mmboe"] = json_of(state.held_back.boe_mmboe);
  } else if (asset.layer == Layer::deposit) {
    object["commodity"] = told.dataset.commodities[asset.commodity.value];
    object["amount"] = asset.has_amount ? json_of(asset.mineral_amount) : Json(nullptr);
    object["unit"] = asset.mineral_unit;
  }
  object["counted"] = asset.counted;
  object["verified"] = asset.verified;
  object["source_id"] = source_id(told.dataset, asset.source);
  return object;
}

}  // namespace

Json assets_array(const Told& told) {
  Json array = Json::array();
  for (size_t a = 0; a < told.dataset.assets.size(); ++a)
    if (is_visible(told.dataset, told.state, told.dataset.assets[a])) array.push_back(asset_object(told, AssetIx(a)));
  return array;
}

std::string assets_json(const Told& told) { return text_of(assets_array(told)); }

std::string events_json(const Told& told) {
  const Speech say{told.words, told.state.lang};
  const std::vector<Hold> holds = heaviest_holds(told.dataset);
  Json array = Json::array();
  for (size_t i = 0; i < told.dataset.events.size(); ++i) {
    const EventIx ix(i);
    const Event& event = told.dataset.at(ix);
    const EventRow row = event_row(told.dataset, say, told.state, told.snapshot, holds, ix);
    const Override choice = choice_of(told.dataset, told.state.scenario, ix);
    array.push_back({{"id", event.id},
                     {"lane", event.lane == Lane::deals ? "deals" : "sanctions"},
                     {"group", event.group},
                     {"title", row.title},
                     {"date", row.date},
                     {"dates", dates_text(say, event)},
                     {"hold", hold_word(row.hold)},
                     {"stage", stage_word(row.stage)},
                     {"word", row.word},
                     {"active", row.active},
                     {"counted", row.counted},
                     {"override", choice == Override::on ? "on"
                                  : row.counted          ? "as_recorded"
                                                         : "off"},
                     {"source_id", source_id(told.dataset, event.source)}});
  }
  return text_of(array);
}

}  // namespace atlas
