#pragma once

// The steps of check(): each fills its part of the Dataset and says everything that is wrong in it. Only check*.cpp
// include this. Steps run in the order of this file, as each looks up what earlier ones made.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/geojson.h"
#include "data/tables.h"

namespace atlas {

/// What the steps share.
struct CheckContext {
  Dataset data;
  bool texts_to_come = false;
  Faults faults;
  Faults warnings;
  std::map<std::string, std::string, std::less<>> place_of_id;  ///< "fields.csv:12", over all files
  std::map<std::string, SourceIx, std::less<>> source_by_id;
  std::map<std::string, OwnerIx, std::less<>> owner_by_name;

  /// Takes an id for a row; a fault if another row has it.
  void take_id(const RowHead& head);
  SourceIx source(const RowHead& head);
  SourceIx source(const RowHead& head, std::string_view source_id);
  std::vector<AssetIx> assets(const RowHead& head, const std::vector<std::string>& ids);
  CommodityIx commodity(const std::string& name);
  void fault(const RowHead& head, std::string column, std::string what, std::string value = {});
  void warn(const RowHead& head, std::string column, std::string what, std::string value = {});
};

void check_sources(CheckContext& c, const Tables& tables);
void check_assets(CheckContext& c, const Tables& tables);
/// Outlines and footprints of the provinces.
void check_outlines(CheckContext& c, const Tables& tables, const std::vector<OutlineFeature>& outlines);
void check_parts(CheckContext& c, const Tables& tables);
void check_ownership(CheckContext& c, const Tables& tables);
void check_events(CheckContext& c, const Tables& tables);
void check_effects(CheckContext& c, const Tables& tables);
/// Milestones, claims, series, places, lines, meta.
void check_record(CheckContext& c, const Tables& tables, const std::vector<LineFeature>& lines);
/// Stories; whether the states of their steps are sound is state/story.h's to say.
void check_stories(CheckContext& c, const DataFiles& files);

}  // namespace atlas
