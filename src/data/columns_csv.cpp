#include "data/columns_csv.h"

#include "base/text.h"
#include "data/csv.h"

namespace atlas {
namespace {

constexpr size_t kPlaceColumns = 2;

std::vector<int32_t> days_of(const CsvTable& table, Faults& faults) {
  constexpr const char* kPlace[kPlaceColumns] = {"lon_deg", "lat_deg"};
  for (size_t i = 0; i < kPlaceColumns; ++i)
    if (table.columns.size() <= i || table.columns[i] != kPlace[i])
      faults.push_back({table.file, 1, kPlace[i], "is not column " + std::to_string(i + 1), {}});
  std::vector<int32_t> days;
  for (size_t i = kPlaceColumns; i < table.columns.size(); ++i) {
    if (const std::optional<Date> day = Date::parse(table.columns[i]))
      days.push_back(day->days);
    else
      faults.push_back({table.file, 1, table.columns[i], "is no day as YYYY-MM-DD", table.columns[i]});
  }
  return days;
}

}  // namespace

Result<HostColumns> read_columns_csv(std::string_view file, std::string_view text, const HostColumnLimits& limits) {
  Faults faults;
  const CsvTable table = read_csv(file, text, faults);
  const std::vector<int32_t> days = days_of(table, faults);
  if (!faults.empty()) return faults;
  std::vector<float> lon_deg, lat_deg, values;
  values.reserve(table.rows.size() * days.size());
  for (const CsvRow& row : table.rows)
    for (size_t i = 0; i < row.cells.size(); ++i) {
      const std::optional<double> number = parse_number(row.cells[i]);
      if (!number) faults.push_back({table.file, row.line, table.columns[i], "is no number", row.cells[i]});
      (i == 0 ? lon_deg : i == 1 ? lat_deg : values).push_back(static_cast<float>(number.value_or(0)));
    }
  if (!faults.empty()) return faults;
  Result<HostColumns> columns = HostColumns::from(lon_deg, lat_deg, values, days, limits);
  if (columns.ok()) return columns;
  faults = columns.faults();
  for (Fault& fault : faults) fault.file = table.file;
  return faults;
}

}  // namespace atlas
