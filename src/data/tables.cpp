#include "data/tables.h"

#include <algorithm>

#include "base/text.h"
#include "data/late_texts.h"

namespace atlas {
namespace {

using Columns = std::vector<std::string_view>;

const CsvTable read_file(const DataFiles& files, const std::string& name, const Columns& columns, Faults& faults) {
  const auto found = files.text_by_name.find(name);
  const bool texts_to_come = !files.sha256_of_whole.empty();
  if (found == files.text_by_name.end()) {
    if (texts_to_come && is_late(name)) return {};
    faults.push_back({name, 0, {}, "file is missing", {}});
    return {};
  }
  CsvTable table = read_csv(name, found->second, faults);
  if (table.columns.empty()) return table;
  Columns needed;
  for (const std::string_view column : columns)
    if (!(texts_to_come && is_late(name, column))) needed.push_back(column);
  require_columns(table, needed, faults);
  return table;
}

/// Columns of words in both languages: X_ru beside X_en or X. A note may stay in the language of its writer.
struct WordColumns {
  std::string en, ru;
};
std::vector<WordColumns> word_columns(const CsvTable& table) {
  std::vector<WordColumns> pairs;
  for (const std::string& ru : table.columns) {
    if (!ru.ends_with("_ru") || ru == "note_ru") continue;
    const std::string stem = ru.substr(0, ru.size() - 3);
    for (const std::string& en : {stem + "_en", stem})
      if (std::find(table.columns.begin(), table.columns.end(), en) != table.columns.end()) pairs.push_back({en, ru});
  }
  return pairs;
}

void check_words(const Row& row, const std::vector<WordColumns>& pairs, Faults& faults) {
  for (const auto& [en, ru] : pairs) {
    const bool has_en = !row.text(en).empty(), has_ru = !row.text(ru).empty();
    if (has_en && !has_ru) faults.push_back(row.fault(ru, "is empty, but " + en + " is not", row.text(en)));
    if (has_ru && !has_en) faults.push_back(row.fault(en, "is empty, but " + ru + " is not", row.text(ru)));
  }
}

template <class T, class Read>
std::vector<T> read_rows(const DataFiles& files, const std::string& name, const Columns& columns, Read read,
                         Faults& faults) {
  const CsvTable table = read_file(files, name, columns, faults);
  // A column that isn't there would be a fault in every row.
  for (const std::string_view column : columns) {
    bool present = !files.sha256_of_whole.empty() && is_late(name, column);
    for (const std::string& c : table.columns) present = present || c == column;
    if (!present) return {};
  }
  std::vector<T> rows;
  rows.reserve(table.rows.size());
  const std::vector<WordColumns> pairs = word_columns(table);
  for (const CsvRow& cells : table.rows) {
    const Row row(table, cells);
    check_words(row, pairs, faults);
    rows.push_back(read(row, faults));
  }
  return rows;
}

SourceRow read_source(const Row& row, Faults& faults) {
  SourceRow source;
  source.head = {row.file(), row.line(), row.id("id", faults), {}, false};
  source.source = {
      source.head.id,      row.text_given("publisher", faults), row.text("title"),  row.text("date"), row.text("url"),
      row.text("licence"), row.text("accessed_date"),           row.text("note_en")};
  row.date_or_unknown("accessed_date", faults);
  const std::string& url = source.source.url;
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://"))
    faults.push_back(row.fault("url", "does not begin with http:// or https://"));
  return source;
}

ClaimRow read_claim(const Row& row, Faults& faults) {
  ClaimRow row_out;
  row_out.head = read_head(row, "id", faults);
  Claim& claim = row_out.claim;
  claim.id = row_out.head.id;
  row.text_given("claim_en", faults);
  claim.claim = read_text(row, "claim_en", "claim_ru");
  claim.reasoning = read_text(row, "reasoning_en", "reasoning_ru");
  claim.speaker = read_text(row, "speaker", "speaker_ru");
  claim.value = row.text("value");
  claim.unit = read_text(row, "unit", "unit_ru");
  claim.topic = row.text("topic");
  claim.check_value = read_text(row, "check_value", "check_value_ru");
  claim.check_unit = read_text(row, "check_unit", "check_unit_ru");
  claim.verdict = row.word("verdict", {"supported", "needs-context", "contradicted", "unverifiable"}, faults);
  claim.place = read_text(row, "place_note", "place_note_ru");
  claim.position = row.lon_lat_or_unknown("lon_deg", "lat_deg", faults);
  claim.verified = row_out.head.verified;
  row_out.asset_ids = row.ids("asset_ids", faults);
  return row_out;
}

SeriesRow read_series_point(const Row& row, Faults& faults) {
  SeriesRow series;
  series.head = read_head(row, "series_id", faults);
  series.name = read_text(row, "name_en", "name_ru");
  series.country = row.text("country");
  series.unit = row.text_given("unit", faults);
  row.text_given("year", faults);
  series.point.year = row.year_or_zero("year", faults);
  series.point.value = row.number("value", {-1e12, 1e12}, faults);
  series.point.verified = series.head.verified;
  series.point.note = read_text(row, "note_en", "note_ru");
  return series;
}

PlaceRow read_place(const Row& row, Faults& faults) {
  PlaceRow place;
  place.head = read_head(row, "id", faults);
  place.place.id = place.head.id;
  row.text_given("name_en", faults);
  place.place.name = read_text(row, "name_en", "name_ru");
  place.place.kind =
      row.word("kind", {"town", "port", "capital", "sea", "ocean", "strait", "land", "island", "pole"}, faults);
  place.place.position = row.lon_lat("lon_deg", "lat_deg", faults);
  place.place.priority = static_cast<int>(row.number("priority", {1, 9}, faults));
  place.place.angle_deg = row.number_or_unknown("angle_deg", {-360, 360}, faults).value_or(0);
  return place;
}

MetaRow read_meta(const Row& row, Faults& faults) {
  return {{row.file(), row.line(), {}, {}, false}, row.text_given("key", faults), row.text_given("value", faults)};
}

}  // namespace

RowHead read_head(const Row& row, std::string_view id_column, Faults& faults) {
  RowHead head{row.file(), row.line(), row.id(id_column, faults), row.text("source_id"), false};
  if (!row.has("source_id")) {
    // Sources are among the texts that come later; a table without the column was refused before.
  } else if (head.source_id.empty()) {
    faults.push_back(row.fault("source_id", "is empty (who says so?)"));
  } else if (!is_id(head.source_id)) {
    faults.push_back(row.fault("source_id", "is not an id (a-z, 0-9 and - only)"));
  }
  if (row.has("verified")) head.verified = row.yes("verified", faults);
  if (head.verified && head.source_id == "general-knowledge")
    faults.push_back(row.fault("verified", "general knowledge is never verified"));
  return head;
}

Text read_text(const Row& row, std::string_view en_column, std::string_view ru_column) {
  return {row.text(en_column), row.text(ru_column)};
}

Tables read_tables(const DataFiles& files, Faults& faults) {
  Tables t;
  t.sources = read_rows<SourceRow>(files, "sources.csv",
                                   {"id", "publisher", "title", "date", "url", "licence", "accessed_date", "note_en"},
                                   read_source, faults);
  t.provinces = read_rows<ProvinceRow>(
      files, "provinces.csv",
      {"id", "name_en", "name_ru", "countries", "oil_mmbo", "gas_bcf", "ngl_mmbbl", "boe_mmboe", "basis",
       "year_of_figure", "label_lat_deg", "label_lon_deg", "source_id", "verified", "note_en", "note_ru"},
      read_province, faults);
  t.fields = read_rows<FieldRow>(files, "fields.csv",
                                 {"id",
                                  "name_en",
                                  "name_ru",
                                  "country",
                                  "operator",
                                  "kind",
                                  "setting",
                                  "depth",
                                  "zone",
                                  "lat_deg",
                                  "lon_deg",
                                  "position_quality",
                                  "reserves_value",
                                  "reserves_unit",
                                  "oil_mmbo",
                                  "gas_bcf",
                                  "ngl_mmbbl",
                                  "boe_mmboe",
                                  "counted",
                                  "basis",
                                  "year_of_figure",
                                  "discovered_year",
                                  "production_start_year",
                                  "status",
                                  "source_id",
                                  "verified",
                                  "note_en",
                                  "note_ru"},
                                 read_field, faults);
  t.deposits = read_rows<DepositRow>(
      files, "deposits.csv", {"id",        "name_en",     "name_ru",        "country",     "owner",
                              "setting",   "zone",        "lat_deg",        "lon_deg",     "position_verified",
                              "commodity", "commodities", "amount_value",   "amount_unit", "amount_kind",
                              "grade",     "basis",       "year_of_figure", "status",      "production_start_year",
                              "scope",     "source_id",   "verified",       "note_en",     "note_ru"},
      read_deposit, faults);
  t.facilities = read_rows<FacilityRow>(
      files, "facilities.csv",
      {"id", "name_en", "name_ru", "country", "kind", "owners", "setting", "lat_deg", "lon_deg", "capacity_value",
       "capacity_unit", "status", "start_year", "source_id", "verified", "note_en", "note_ru"},
      read_facility, faults);
  t.parts = read_rows<PartRow>(files, "parts.csv",
                               {"id", "asset_id", "state", "setting", "depth", "zone", "low_share", "best_share",
                                "high_share", "basis", "source_id", "note_en"},
                               read_part, faults);
  t.deals =
      read_rows<DealRow>(files, "deals.csv",
                         {"id", "title_en", "title_ru", "kind", "parties", "party_countries", "region",
                          "announced_date", "effective_date", "end_date", "date_precision", "status", "value_usd_bn",
                          "asset_ids", "summary_en", "summary_ru", "source_id", "verified", "note_en"},
                         read_deal, faults);
  t.deal_status = read_rows<ChangeRow>(
      files, "deal_status.csv", {"deal_id", "date", "date_precision", "stage", "what_en", "source_id", "verified"},
      read_deal_status, faults);
  t.sanctions = read_rows<SanctionRow>(
      files, "sanctions.csv",
      {"id",        "title_en",       "title_ru",       "issuer",    "issuer_body",    "instrument", "kind",
       "group",     "announced_date", "effective_date", "end_date",  "date_precision", "targets",    "target_countries",
       "own_limit", "summary_en",     "summary_ru",     "source_id", "verified",       "note_en"},
      read_sanction, faults);
  t.sanction_changes =
      read_rows<ChangeRow>(files, "sanction_changes.csv",
                           {"sanction_id", "date", "date_precision", "change", "what_en", "source_id", "verified"},
                           read_sanction_change, faults);
  t.effects = read_rows<EffectRow>(
      files, "effects.csv", {"event_id", "from_date", "to_date", "selector", "activity", "suspends", "reason_en"},
      read_effect, faults);
  t.ownership = read_rows<OwnershipRow>(
      files, "ownership.csv", {"owner", "owned", "share", "from_date", "to_date", "source_id", "verified", "note_en"},
      read_ownership, faults);
  t.milestones = read_rows<MilestoneRow>(files, "milestones.csv",
                                         {"id", "date", "date_precision", "title_en", "title_ru", "kind", "asset_ids",
                                          "lat_deg", "lon_deg", "summary_en", "summary_ru", "source_id", "verified"},
                                         read_milestone, faults);
  t.claims = read_rows<ClaimRow>(
      files, "claims.csv",
      {"id", "claim_en", "claim_ru", "speaker", "value", "unit", "topic", "check_value", "check_unit", "verdict",
       "reasoning_en", "reasoning_ru", "asset_ids", "place_note", "lat_deg", "lon_deg", "source_id", "verified"},
      read_claim, faults);
  t.series = read_rows<SeriesRow>(
      files, "series.csv",
      {"series_id", "name_en", "name_ru", "country", "year", "value", "unit", "source_id", "verified", "note_en"},
      read_series_point, faults);
  t.places = read_rows<PlaceRow>(
      files, "places.csv",
      {"id", "name_en", "name_ru", "kind", "lat_deg", "lon_deg", "priority", "angle_deg", "source_id"}, read_place,
      faults);
  t.meta = read_rows<MetaRow>(files, "meta.csv", {"key", "value"}, read_meta, faults);
  return t;
}

}  // namespace atlas
