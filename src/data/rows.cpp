#include "data/rows.h"

#include <algorithm>

#include "base/text.h"

namespace atlas {
namespace {

// A day outside these is a typing error: years of the record are four digits long, and so is 9999.
const Date kEarliest = Date::from_ymd(kEarliestYear, 1, 1);
const Date kLatest = Date::from_ymd(kLatestYear, 12, 31);

// ISO 3166-1, alpha-3, as of 2026: a typing error must not free an asset from every rule of its state.
constexpr std::string_view kCountries =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS "
    "BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV "
    "CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM "
    "GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN "
    "IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE "
    "LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS "
    "MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK "
    "PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR "
    "SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY "
    "USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE ";

bool is_country(std::string_view text) {
  return text.size() == 3 && text.find(' ') == std::string_view::npos && kCountries.find(text) % 4 == 0;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view w : words) {
    if (!text.empty()) text += ", ";
    text += w.empty() ? "nothing" : w;
  }
  return text;
}

}  // namespace

bool Row::has(std::string_view column) const {
  return std::find(table_->columns.begin(), table_->columns.end(), column) != table_->columns.end();
}

std::string Row::text(std::string_view column) const {
  const auto found = std::find(table_->columns.begin(), table_->columns.end(), column);
  if (found == table_->columns.end()) return {};
  return std::string(trimmed(row_->cells[static_cast<size_t>(found - table_->columns.begin())]));
}

Fault Row::fault(std::string_view column, std::string what, std::string value) const {
  return {file(), line(), std::string(column), std::move(what), std::move(value)};
}
Fault Row::fault(std::string_view column, std::string what) const {
  return fault(column, std::move(what), text(column));
}

std::string Row::text_given(std::string_view column, Faults& faults) const {
  std::string cell = text(column);
  if (cell.empty()) faults.push_back(fault(column, "is empty"));
  return cell;
}

std::string Row::id(std::string_view column, Faults& faults) const {
  std::string cell = text(column);
  if (cell.empty()) {
    faults.push_back(fault(column, "is empty"));
  } else if (!is_id(cell)) {
    faults.push_back(fault(column, "is not an id (a-z, 0-9 and - only)"));
  }
  return cell;
}

std::string Row::id_or_empty(std::string_view column, Faults& faults) const {
  return text(column).empty() ? std::string() : id(column, faults);
}

std::vector<std::string> Row::list(std::string_view column) const {
  const std::string cell = text(column);
  std::vector<std::string> parts;
  for (const std::string_view part : split(cell, ';')) parts.emplace_back(part);
  return parts;
}

std::vector<std::string> Row::ids(std::string_view column, Faults& faults) const {
  std::vector<std::string> parts = list(column);
  for (const std::string& part : parts)
    if (!is_id(part)) faults.push_back(fault(column, "is not an id (a-z, 0-9 and - only)", part));
  return parts;
}

std::vector<std::string> Row::countries(std::string_view column, Faults& faults) const {
  std::vector<std::string> parts = list(column);
  for (const std::string& part : parts)
    if (!is_country(part))
      faults.push_back(fault(column, "is not a country (ISO 3166-1, three capital letters)", part));
  return parts;
}

std::string Row::country(std::string_view column, Faults& faults) const {
  std::string cell = text(column);
  if (!is_country(cell)) faults.push_back(fault(column, "is not a country (ISO 3166-1, three capital letters)"));
  return cell;
}

std::optional<double> Row::number_or_unknown(std::string_view column, NumberRange range, Faults& faults) const {
  const std::string cell = text(column);
  if (cell.empty()) return std::nullopt;
  const std::optional<double> value = parse_number(cell);
  if (!value) {
    const bool comma = cell.find(',') != std::string::npos;
    faults.push_back(fault(column, comma ? "is not a number (decimal point, not comma)" : "is not a number"));
    return std::nullopt;
  }
  if (*value < range.min || *value > range.max) {
    if (*value < range.min && range.min == 0) {
      faults.push_back(fault(column, "is negative"));
    } else {
      faults.push_back(fault(column, "is outside " + fixed(range.min, 6, true) + " to " + fixed(range.max, 6, true)));
    }
    return std::nullopt;
  }
  return value;
}

double Row::number(std::string_view column, NumberRange range, Faults& faults) const {
  if (text(column).empty()) faults.push_back(fault(column, "is empty"));
  return number_or_unknown(column, range, faults).value_or(0);
}

std::optional<int> Row::integer_or_unknown(std::string_view column, NumberRange range, Faults& faults) const {
  const std::string cell = text(column);
  if (cell.empty()) return std::nullopt;
  const std::optional<int> value = parse_integer(cell);
  if (!value) {
    faults.push_back(fault(column, "is not a whole number"));
  } else if (*value < range.min || *value > range.max) {
    faults.push_back(fault(column, "is outside " + fixed(range.min, 0) + " to " + fixed(range.max, 0)));
    return std::nullopt;
  }
  return value;
}

int Row::year_or_zero(std::string_view column, Faults& faults) const {
  return integer_or_unknown(column, {kEarliestYear, kLatestYear}, faults).value_or(0);
}

std::optional<Date> Row::date_or_unknown(std::string_view column, Faults& faults) const {
  const std::string cell = text(column);
  if (cell.empty()) return std::nullopt;
  const std::optional<Date> value = Date::parse(cell);
  if (!value) {
    faults.push_back(fault(column, "is not a date (YYYY-MM-DD)"));
  } else if (*value < kEarliest || *value > kLatest) {
    faults.push_back(fault(column, "is outside " + to_text(kEarliest) + " to " + to_text(kLatest)));
    return std::nullopt;
  }
  return value;
}

Date Row::date(std::string_view column, Faults& faults) const {
  if (text(column).empty()) faults.push_back(fault(column, "is empty"));
  return date_or_unknown(column, faults).value_or(Date{});
}

DatePrecision Row::precision(std::string_view column, Faults& faults) const {
  return static_cast<DatePrecision>(one_of(column, {"day", "month", "year"}, faults));
}

bool Row::yes(std::string_view column, Faults& faults) const { return one_of(column, {"no", "yes"}, faults) == 1; }

LonLat Row::lon_lat(std::string_view lon_column, std::string_view lat_column, Faults& faults) const {
  return {number(lon_column, {-180, 180}, faults), number(lat_column, {-90, 90}, faults)};
}

std::optional<LonLat> Row::lon_lat_or_unknown(std::string_view lon_column, std::string_view lat_column,
                                              Faults& faults) const {
  if (text(lon_column).empty() && text(lat_column).empty()) return std::nullopt;
  return lon_lat(lon_column, lat_column, faults);
}

size_t Row::one_of(std::string_view column, const std::vector<std::string_view>& words, Faults& faults) const {
  const std::string cell = text(column);
  const auto found = std::find(words.begin(), words.end(), cell);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  faults.push_back(fault(column, "is none of: " + listed(words)));
  return 0;
}

std::string Row::word(std::string_view column, const std::vector<std::string_view>& words, Faults& faults) const {
  return std::string(words[one_of(column, words, faults)]);
}

void require_columns(const CsvTable& table, const std::vector<std::string_view>& columns, Faults& faults) {
  for (const std::string_view column : columns)
    if (std::find(table.columns.begin(), table.columns.end(), column) == table.columns.end())
      faults.push_back({table.file, 1, std::string(column), "column is missing", {}});
}

}  // namespace atlas
