#pragma once

// Shared pieces of the JSON tables; only report's .cpp files include this.
#include <nlohmann/json.hpp>

#include "report/tables_out.h"

namespace atlas {

using Json = nlohmann::ordered_json;

/// At most six decimals.
double tidy(double value);
Json json_of(const Interval& value);
Json json_of(const Volumes& volumes);
Json json_of(const MineralVolumes& minerals);
Json ids_of(const Dataset& dataset, const std::vector<EventIx>& events);
std::string text_of(const Json& json);

std::string_view layer_word(Layer layer);
std::string_view hold_word(Hold hold);
std::string_view stage_word(Stage stage);
std::string source_id(const Dataset& dataset, SourceIx ix);

Json totals_object(const Told& told, const Told* against);
Json assets_array(const Told& told);

}  // namespace atlas
