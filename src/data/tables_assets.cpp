// Row readers of what lies in the ground: provinces, fields, deposits, facilities, parts, owners.
#include "data/amount.h"
#include "data/tables.h"

namespace atlas {
namespace {

constexpr NumberRange kAmount{0, 1e9};
constexpr NumberRange kShare{0, 1};

Setting read_setting(const Row& row, bool may_be_empty, Faults& faults) {
  if (may_be_empty && row.text("setting").empty()) return Setting::unknown;
  return row.one_of("setting", {"onshore", "offshore"}, faults) == 0 ? Setting::onshore : Setting::offshore;
}

Depth read_depth(const Row& row, Setting setting, Faults& faults) {
  const auto depth = static_cast<Depth>(row.one_of("depth", {"", "shallow", "deep"}, faults));
  if (depth == Depth::deep && setting == Setting::onshore)
    faults.push_back(row.fault("depth", "an onshore row has no water depth"));
  return depth;
}

}  // namespace

ProvinceRow read_province(const Row& row, Faults& faults) {
  ProvinceRow province;
  province.head = read_head(row, "id", faults);
  row.text_given("name_en", faults);
  province.name = read_text(row, "name_en", "name_ru");
  province.countries = row.countries("countries", faults);
  province.oil_mmbo = row.number_or_unknown("oil_mmbo", kAmount, faults);
  province.gas_bcf = row.number_or_unknown("gas_bcf", kAmount, faults);
  province.ngl_mmbbl = row.number_or_unknown("ngl_mmbbl", kAmount, faults);
  province.boe_mmboe = row.number_or_unknown("boe_mmboe", kAmount, faults);
  province.basis = read_text(row, "basis", "basis_ru");
  province.year = row.year_or_zero("year_of_figure", faults);
  province.label = row.lon_lat("label_lon_deg", "label_lat_deg", faults);
  province.note = read_text(row, "note_en", "note_ru");
  return province;
}

FieldRow read_field(const Row& row, Faults& faults) {
  FieldRow field;
  field.head = read_head(row, "id", faults);
  row.text_given("name_en", faults);
  field.name = read_text(row, "name_en", "name_ru");
  field.country = row.country("country", faults);
  field.operator_name = read_text(row, "operator", "operator_ru");
  field.kind = row.word("kind", {"oil", "gas", "gas-condensate", "oil-gas", "oil-gas-condensate", "heavy-oil"}, faults);
  field.setting = read_setting(row, false, faults);
  field.depth = read_depth(row, field.setting, faults);
  field.zone = row.id_or_empty("zone", faults);
  field.position = row.lon_lat("lon_deg", "lat_deg", faults);
  field.position_quality =
      static_cast<PositionQuality>(row.one_of("position_quality", {"exact", "approximate", "unverified"}, faults));
  field.reserves_value = row.number_or_unknown("reserves_value", kAmount, faults);
  field.reserves_unit = row.text("reserves_unit");
  if (field.reserves_value && !is_reserves_unit(field.reserves_unit))
    faults.push_back(row.fault("reserves_unit", "is not a unit of reserves (bcm, bcf, tcf, mmbbl, mt, mmboe ...)"));
  field.oil_mmbo = row.number_or_unknown("oil_mmbo", kAmount, faults);
  field.gas_bcf = row.number_or_unknown("gas_bcf", kAmount, faults);
  field.ngl_mmbbl = row.number_or_unknown("ngl_mmbbl", kAmount, faults);
  field.boe_mmboe = row.number_or_unknown("boe_mmboe", kAmount, faults);
  field.counted = row.yes("counted", faults);
  field.basis = read_text(row, "basis", "basis_ru");
  field.year = row.year_or_zero("year_of_figure", faults);
  field.discovered_year = row.year_or_zero("discovered_year", faults);
  field.start_year = row.year_or_zero("production_start_year", faults);
  field.status =
      row.word("status", {"producing", "development", "discovered", "planned", "suspended", "depleted"}, faults);
  field.note = read_text(row, "note_en", "note_ru");
  return field;
}

DepositRow read_deposit(const Row& row, Faults& faults) {
  DepositRow deposit;
  deposit.head = read_head(row, "id", faults);
  row.text_given("name_en", faults);
  deposit.name = read_text(row, "name_en", "name_ru");
  deposit.country = row.country("country", faults);
  deposit.owner = read_text(row, "owner", "owner_ru");
  deposit.setting = read_setting(row, false, faults);
  deposit.zone = row.id_or_empty("zone", faults);
  deposit.position = row.lon_lat("lon_deg", "lat_deg", faults);
  deposit.position_verified = row.yes("position_verified", faults);
  deposit.commodity = row.id("commodity", faults);
  deposit.commodities = row.ids("commodities", faults);
  deposit.amount_value = row.number_or_unknown("amount_value", kAmount, faults);
  deposit.amount_unit = row.text("amount_unit");
  deposit.amount_kind = row.word("amount_kind", {"", "stock", "yearly"}, faults);
  deposit.grade = read_text(row, "grade", "grade_ru");
  deposit.basis = read_text(row, "basis", "basis_ru");
  deposit.year = row.year_or_zero("year_of_figure", faults);
  deposit.status = row.id("status", faults);
  deposit.start_year = row.year_or_zero("production_start_year", faults);
  deposit.scope = row.word("scope", {"in", "south", "out"}, faults);
  deposit.note = read_text(row, "note_en", "note_ru");
  return deposit;
}

FacilityRow read_facility(const Row& row, Faults& faults) {
  FacilityRow facility;
  facility.head = read_head(row, "id", faults);
  row.text_given("name_en", faults);
  facility.name = read_text(row, "name_en", "name_ru");
  facility.country = row.country("country", faults);
  facility.kind = row.id("kind", faults);
  facility.owners = read_text(row, "owners", "owners_ru");
  facility.setting = read_setting(row, true, faults);
  facility.position = row.lon_lat("lon_deg", "lat_deg", faults);
  facility.capacity_value = row.number_or_unknown("capacity_value", kAmount, faults);
  facility.capacity_unit = row.text("capacity_unit");
  if (facility.capacity_value && facility.capacity_unit.empty())
    faults.push_back(row.fault("capacity_unit", "is empty, but there is a capacity"));
  facility.status = row.text("status");
  facility.start_year = row.year_or_zero("start_year", faults);
  facility.note = read_text(row, "note_en", "note_ru");
  return facility;
}

PartRow read_part(const Row& row, Faults& faults) {
  PartRow part;
  part.head = read_head(row, "id", faults);
  part.asset_id = row.id("asset_id", faults);
  part.state = row.text("state");
  if (part.state != "beyond") row.country("state", faults);
  part.setting = read_setting(row, true, faults);
  part.depth = read_depth(row, part.setting, faults);
  part.zone = row.id_or_empty("zone", faults);
  const size_t faults_before = faults.size();
  part.low = row.number("low_share", kShare, faults);
  part.best = row.number("best_share", kShare, faults);
  part.high = row.number("high_share", kShare, faults);
  if (faults.size() == faults_before && !(part.low <= part.best && part.best <= part.high))
    faults.push_back(row.fault("best_share", "is not between low_share and high_share"));
  part.basis = row.text("basis");
  return part;
}

OwnershipRow read_ownership(const Row& row, Faults& faults) {
  OwnershipRow ownership;
  ownership.head = read_head(row, "owner", faults);
  ownership.owned = row.id("owned", faults);
  ownership.share = row.number("share", kShare, faults);
  ownership.from = row.date_or_unknown("from_date", faults);
  ownership.to = row.date_or_unknown("to_date", faults);
  if (ownership.from && ownership.to && *ownership.to < *ownership.from)
    faults.push_back(row.fault("to_date", "is before from_date"));
  return ownership;
}

}  // namespace atlas
