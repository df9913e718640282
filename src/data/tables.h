#pragma once

// Rows as typed structs, as the files say them: each cell is well formed, but what it refers to is not yet looked up
// and nothing is compared with other rows. check.h does that. Every row knows its place.
#include <optional>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/load.h"
#include "data/rows.h"

namespace atlas {

/// What nearly every row has: where it stands, who says so.
struct RowHead {
  std::string file;
  int line = 0;
  std::string id;
  std::string source_id;
  bool verified = false;

  Fault fault(std::string column, std::string what, std::string value) const {
    return {file, line, std::move(column), std::move(what), std::move(value)};
  }
};

struct SourceRow {
  RowHead head;
  Source source;
};

struct ProvinceRow {
  RowHead head;
  Text name;
  std::vector<std::string> countries;
  std::optional<double> oil_mmbo, gas_bcf, ngl_mmbbl, boe_mmboe;
  Text basis;
  int year = 0;
  LonLat label;
  Text note;
};

struct FieldRow {
  RowHead head;
  Text name;
  Text operator_name;
  std::string country, kind;
  Setting setting = Setting::unknown;
  Depth depth = Depth::unknown;
  std::string zone;
  LonLat position;
  PositionQuality position_quality = PositionQuality::approximate;
  std::optional<double> reserves_value;
  std::string reserves_unit;
  std::optional<double> oil_mmbo, gas_bcf, ngl_mmbbl, boe_mmboe;
  bool counted = true;
  Text basis;
  int year = 0, discovered_year = 0, start_year = 0;
  std::string status;
  Text note;
};

struct DepositRow {
  RowHead head;
  Text name;
  std::string country;
  Text owner;
  Setting setting = Setting::onshore;
  std::string zone;
  LonLat position;
  bool position_verified = false;
  std::string commodity;
  std::vector<std::string> commodities;
  std::optional<double> amount_value;
  std::string amount_unit, amount_kind;
  Text grade, basis;
  int year = 0, start_year = 0;
  std::string status, scope;
  Text note;
};

struct FacilityRow {
  RowHead head;
  Text name;
  std::string country, kind;
  Text owners;
  Setting setting = Setting::onshore;
  LonLat position;
  std::optional<double> capacity_value;
  std::string capacity_unit, status;
  int start_year = 0;
  Text note;
};

struct PartRow {
  RowHead head;
  std::string asset_id, state;
  Setting setting = Setting::unknown;
  Depth depth = Depth::unknown;
  std::string zone;
  double low = 0, best = 0, high = 0;
  std::string basis;
};

struct DealRow {
  RowHead head;
  Text title, summary, parties, note;
  std::string kind, status, region;
  std::vector<std::string> countries, asset_ids;
  Date announced;
  std::optional<Date> effective, end;
  DatePrecision precision = DatePrecision::day;
  std::optional<double> value_usd_bn;
};

struct SanctionRow {
  RowHead head;
  Text title, summary, instrument, targets, note;
  std::string issuer, issuer_body, kind, group;
  std::vector<std::string> target_countries;
  bool own_limit = false;
  Date announced;
  std::optional<Date> effective, end;
  DatePrecision precision = DatePrecision::day;
};

/// A row of deal_status.csv or sanction_changes.csv; head.id is the event's.
struct ChangeRow {
  RowHead head;
  Date date;
  DatePrecision precision = DatePrecision::day;
  std::string word;
  Text what;
};

struct EffectRow {
  RowHead head;  ///< id is the event's
  std::optional<Date> from, to;
  std::string selector;
  Activity activity = Activity::dealing;
  std::vector<std::string> suspends;
  Text reason;
};

struct OwnershipRow {
  RowHead head;  ///< id is the owner's
  std::string owned;
  double share = 0;
  std::optional<Date> from, to;
};

struct MilestoneRow {
  RowHead head;
  Date date;
  DatePrecision precision = DatePrecision::day;
  Text title, summary;
  std::string kind;
  std::optional<LonLat> position;
  std::vector<std::string> asset_ids;
};

struct ClaimRow {
  RowHead head;
  Claim claim;  ///< without its references
  std::vector<std::string> asset_ids;
};

struct SeriesRow {
  RowHead head;  ///< id is the series'
  Text name;
  std::string country, unit;
  SeriesPoint point;
};

struct PlaceRow {
  RowHead head;
  Place place;
};

struct MetaRow {
  RowHead head;
  std::string key, value;
};

struct Tables {
  std::vector<SourceRow> sources;
  std::vector<ProvinceRow> provinces;
  std::vector<FieldRow> fields;
  std::vector<DepositRow> deposits;
  std::vector<FacilityRow> facilities;
  std::vector<PartRow> parts;
  std::vector<DealRow> deals;
  std::vector<ChangeRow> deal_status;
  std::vector<SanctionRow> sanctions;
  std::vector<ChangeRow> sanction_changes;
  std::vector<EffectRow> effects;
  std::vector<OwnershipRow> ownership;
  std::vector<MilestoneRow> milestones;
  std::vector<ClaimRow> claims;
  std::vector<SeriesRow> series;
  std::vector<PlaceRow> places;
  std::vector<MetaRow> meta;
};

/// All CSV files; rows that can't be read as CSV are left out, all others are there, harmless where a cell was bad.
Tables read_tables(const DataFiles& files, Faults& faults);

/// The word of a stage in deal_status.csv ("signed"; "cancelled" counts as ended); nothing if it is none.
std::optional<Stage> stage_of(std::string_view word);

// One reader per row; tables_assets.cpp and tables_events.cpp.
ProvinceRow read_province(const Row& row, Faults& faults);
FieldRow read_field(const Row& row, Faults& faults);
DepositRow read_deposit(const Row& row, Faults& faults);
FacilityRow read_facility(const Row& row, Faults& faults);
PartRow read_part(const Row& row, Faults& faults);
OwnershipRow read_ownership(const Row& row, Faults& faults);
DealRow read_deal(const Row& row, Faults& faults);
ChangeRow read_deal_status(const Row& row, Faults& faults);
SanctionRow read_sanction(const Row& row, Faults& faults);
ChangeRow read_sanction_change(const Row& row, Faults& faults);
EffectRow read_effect(const Row& row, Faults& faults);
MilestoneRow read_milestone(const Row& row, Faults& faults);

/// Place, source and verification of a row whose own id is in `id_column`.
RowHead read_head(const Row& row, std::string_view id_column, Faults& faults);
Text read_text(const Row& row, std::string_view en_column, std::string_view ru_column);

}  // namespace atlas
