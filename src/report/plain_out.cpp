#include "base/text.h"
#include "data/csv.h"
#include "model/compare.h"
#include "report/json_parts.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

std::string with_range(const AmountText& amount) {
  return joined(amount) + (amount.range.empty() ? "" : " (" + amount.range + ')');
}

std::string cell(double value) { return fixed(value, 3, true); }

void add_interval(const Interval& value, bool known, std::vector<std::string>& cells) {
  cells.push_back(known ? cell(value.low) : "");
  cells.push_back(known && value.best ? cell(*value.best) : "");
  cells.push_back(known ? cell(value.high) : "");
}

}  // namespace

std::string totals_plain(const Told& told, const Told* against) {
  const Speech say{told.words, told.state.lang};
  const TotalsText text = totals_text(told.dataset, say, told.state, told.snapshot);
  const auto line = [](const std::string& name, const AmountText& amount) {
    return "  " + name + ": " + with_range(amount) + '\n';
  };
  std::string out =
      totals_heading(say, told.state.scenario) + ": " + with_range(text.held_back) + ' ' + text.of_all + '\n';
  out += line(say("ui.blocked"), text.blocked_text) + line(say("ui.restricted"), text.restricted_text) +
         line(say("ui.hindered"), text.hindered_text) + line(say("ui.free"), text.free_text);
  out += say("ui.by_commodity") + ":\n";
  out += line(say("ui.oil"), text.oil) + line(say("ui.liquids"), text.liquids) + line(say("ui.gas"), text.gas);
  out += say("ui.by_state") + ":\n";
  for (const BarRow& row : text.by_state) out += line(row.name, row.amount);
  out += say("plain.layer.field") + ":\n";
  out += line(say("plain.all"), text.fields_all) + line(say("plain.held_back"), text.fields_held_back) +
         line(say("plain.under_deal"), text.fields_under_deal);
  if (against) {
    const Difference difference = compare(told.dataset, against->snapshot, told.snapshot);
    const auto change = [&](Layer layer) {
      const size_t i = static_cast<size_t>(layer);
      return signed_bn_boe(say, net(difference.newly_held[i].volumes.boe_mmboe, difference.freed[i].volumes.boe_mmboe));
    };
    out += say("ui.difference") + ":\n  " + say("whatif.provinces_held") + ": " + change(Layer::province) + "\n  " +
           say("whatif.fields_held") + ": " + change(Layer::field) + '\n';
  }
  return out + text.footnote + '\n';
}

std::string assets_csv(const Told& told) {
  CsvTable table;
  table.columns = {"id",
                   "layer",
                   "name",
                   "countries",
                   "lat_deg",
                   "lon_deg",
                   "status",
                   "oil_mmbo",
                   "gas_bcf",
                   "ngl_mmbbl",
                   "boe_mmboe",
                   "amount",
                   "unit",
                   "hold",
                   "held_by",
                   "stage",
                   "dealt_by",
                   "held_low_mmboe",
                   "held_best_mmboe",
                   "held_high_mmboe",
                   "counted",
                   "verified",
                   "source_id"};
  const auto ids = [&](const std::vector<EventIx>& events) {
    std::vector<std::string> list;
    list.reserve(events.size());
    for (const EventIx ix : events) list.push_back(told.dataset.at(ix).id);
    return join(list, ";");
  };
  for (size_t a = 0; a < told.dataset.assets.size(); ++a) {
    const Asset& asset = told.dataset.assets[a];
    if (!is_visible(told.dataset, told.state, asset)) continue;
    const AssetState& state = told.snapshot.assets[a];
    const bool hydrocarbons = (asset.layer == Layer::province || asset.layer == Layer::field) && asset.has_amount;
    const auto best = [&](const Interval& value) { return hydrocarbons && value.best ? cell(*value.best) : ""; };
    const bool mineral = asset.layer == Layer::deposit && asset.has_amount;
    std::vector<std::string> cells{asset.id,
                                   std::string(layer_word(asset.layer)),
                                   asset.name.in(told.state.lang),
                                   join(asset.countries, ";"),
                                   fixed(asset.position.lat_deg, 5, true),
                                   fixed(asset.position.lon_deg, 5, true),
                                   asset.status,
                                   best(asset.hydrocarbons[0]),
                                   best(asset.hydrocarbons[2]),
                                   best(asset.hydrocarbons[1]),
                                   best(asset.boe_mmboe),
                                   mineral ? cell(drawn_value(asset.mineral_amount)) : "",
                                   asset.mineral_unit,
                                   std::string(hold_word(state.hold)),
                                   ids(state.held_by),
                                   std::string(stage_word(state.stage)),
                                   ids(state.dealt_by)};
    add_interval(state.held_back.boe_mmboe, hydrocarbons, cells);
    cells.push_back(asset.counted ? "yes" : "no");
    cells.push_back(asset.verified ? "yes" : "no");
    cells.push_back(source_id(told.dataset, asset.source));
    table.rows.push_back({0, std::move(cells)});
  }
  return write_csv(table);
}

std::string assets_geojson(const Told& told) {
  Json features = Json::array();
  for (Json& properties : assets_array(told)) {
    const Asset& asset = told.dataset.at(*told.dataset.find_asset(properties["id"].get<std::string>()));
    Json geometry{{"type", "Point"}, {"coordinates", {tidy(asset.position.lon_deg), tidy(asset.position.lat_deg)}}};
    features.push_back({{"type", "Feature"},
                        {"id", asset.id},
                        {"properties", std::move(properties)},
                        {"geometry", std::move(geometry)}});
  }
  return text_of({{"type", "FeatureCollection"}, {"features", std::move(features)}});
}

}  // namespace atlas
