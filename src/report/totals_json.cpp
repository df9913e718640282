#include "model/compare.h"
#include "report/json_parts.h"
#include "report/lanes_parts.h"
#include "state/link.h"

namespace atlas {
namespace {

using ByLayer = std::array<LayerVolumes, 4>;

Json layers_of(const ByLayer& volumes) {
  Json object;
  for (const Layer layer : {Layer::province, Layer::field})
    object[std::string(layer_word(layer))] = json_of(volumes[static_cast<size_t>(layer)].volumes);
  object["deposit"] = {{"by_unit", json_of(volumes[static_cast<size_t>(Layer::deposit)].by_unit)}};
  return object;
}

Json whole_layers(const Totals& totals) {
  Json object;
  for (const Layer layer : {Layer::province, Layer::field, Layer::deposit}) {
    const size_t i = static_cast<size_t>(layer);
    Json entry{{"count", totals.count[i]}};
    if (layer == Layer::deposit)
      entry["by_unit"] = json_of(totals.all[i].by_unit);
    else
      entry.update(json_of(totals.all[i].volumes));
    object[std::string(layer_word(layer))] = std::move(entry);
  }
  return object;
}

/// more - less where both are known, by quantity.
Volumes net_volumes(const Volumes& more, const Volumes& less) {
  return {net(more.oil_mmbo, less.oil_mmbo), net(more.ngl_mmbbl, less.ngl_mmbbl), net(more.gas_bcf, less.gas_bcf),
          net(more.boe_mmboe, less.boe_mmboe)};
}

ByLayer net_layers(const ByLayer& more, const ByLayer& less) {
  ByLayer result;
  for (size_t i = 0; i < result.size(); ++i) {
    result[i].volumes = net_volumes(more[i].volumes, less[i].volumes);
    result[i].by_unit = more[i].by_unit;
    for (const auto& [commodity, units] : less[i].by_unit)
      for (const auto& [unit, amount] : units) {
        Interval& entry = result[i].by_unit[commodity][unit];
        entry = net(entry, amount);
      }
  }
  return result;
}

Json difference_of(const Told& told, const Told& against) {
  const Difference difference = compare(told.dataset, against.snapshot, told.snapshot);
  Json assets = Json::array();
  for (const AssetIx ix : difference.assets) assets.push_back(told.dataset.at(ix).id);
  return {{"against", write_link(told.dataset, against.state)},
          {"held_back", layers_of(net_layers(difference.newly_held, difference.freed))},
          {"newly_held_back", layers_of(difference.newly_held)},
          {"freed", layers_of(difference.freed)},
          {"under_deal", layers_of(net_layers(difference.newly_dealt, difference.undealt))},
          {"assets", std::move(assets)}};
}

}  // namespace

Json totals_object(const Told& told, const Told* against) {
  const Totals& totals = told.snapshot.totals;
  const auto by_hold = [&](Hold hold) { return layers_of(totals.by_hold[static_cast<size_t>(hold)]); };
  const auto by_stage = [&](Stage stage) { return layers_of(totals.by_stage[static_cast<size_t>(stage)]); };
  Json own{{"province", json_of(totals.own_limits)}};
  Json object{{"state", write_link(told.dataset, told.state)},
              {"dataset", {{"version", told.dataset.version}, {"sha256", told.dataset.sha256}}},
              {"layers", whole_layers(totals)},
              {"sanctions",
               {{"hinders", by_hold(Hold::hinders)},
                {"restricts", by_hold(Hold::restricts)},
                {"blocks", by_hold(Hold::blocks)},
                {"held_back", layers_of(totals.held_back)},
                {"own_limits", std::move(own)}}},
              {"deals",
               {{"pledged", by_stage(Stage::pledged)},
                {"signed", by_stage(Stage::signed_)},
                {"operating", by_stage(Stage::operating)},
                {"suspended", by_stage(Stage::suspended)},
                {"under_deal", layers_of(totals.under_deal)}}}};
  if (against) object["difference"] = difference_of(told, *against);
  return object;
}

std::string totals_json(const Told& told, const Told* against) { return text_of(totals_object(told, against)); }

}  // namespace atlas
