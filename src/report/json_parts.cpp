#include "report/json_parts.h"

#include "base/text.h"

namespace atlas {

double tidy(double value) { return parse_number(fixed(value, 6)).value_or(0); }

Json json_of(const Interval& value) {
  return {{"low", tidy(value.low)},
          {"best", value.best ? Json(tidy(*value.best)) : Json(nullptr)},
          {"high", tidy(value.high)}};
}

Json json_of(const Volumes& volumes) {
  return {{"oil_mmbo", json_of(volumes.oil_mmbo)},
          {"gas_bcf", json_of(volumes.gas_bcf)},
          {"ngl_mmbbl", json_of(volumes.ngl_mmbbl)},
          {"boe_mmboe", json_of(volumes.boe_mmboe)}};
}

Json json_of(const MineralVolumes& minerals) {
  Json object = Json::object();
  for (const auto& [commodity, units] : minerals)
    for (const auto& [unit, amount] : units) object[commodity][unit] = json_of(amount);
  return object;
}

Json ids_of(const Dataset& dataset, const std::vector<EventIx>& events) {
  Json ids = Json::array();
  for (const EventIx ix : events) ids.push_back(dataset.at(ix).id);
  return ids;
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string_view layer_word(Layer layer) {
  static constexpr std::string_view kWords[] = {"province", "field", "deposit", "facility"};
  return kWords[static_cast<size_t>(layer)];
}

std::string_view hold_word(Hold hold) {
  static constexpr std::string_view kWords[] = {"none", "hinders", "restricts", "blocks"};
  return kWords[static_cast<size_t>(hold)];
}

std::string_view stage_word(Stage stage) {
  static constexpr std::string_view kWords[] = {"none", "ended", "pledged", "signed", "suspended", "operating"};
  return kWords[static_cast<size_t>(stage)];
}

std::string source_id(const Dataset& dataset, SourceIx ix) { return ix.valid() ? dataset.at(ix).id : ""; }

}  // namespace atlas
