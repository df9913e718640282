#pragma once

// A row by column name. Getters never fail: they append a fault with file, line and column, and return a harmless
// value, so that one pass over a file finds everything that is wrong in it.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "data/csv.h"
#include "geo/lon_lat.h"

namespace atlas {

/// Years that dates and figures may have.
inline constexpr int kEarliestYear = 1500;
inline constexpr int kLatestYear = 2200;

/// Closed range a number must lie in.
struct NumberRange {
  double min = -1e300;
  double max = 1e300;
};

class Row {
 public:
  Row(const CsvTable& table, const CsvRow& row) : table_(&table), row_(&row) {}

  const std::string& file() const { return table_->file; }
  int line() const { return row_->line; }
  bool has(std::string_view column) const;
  /// The cell, trimmed; empty if the column is missing (that is said once per file, by require_columns).
  std::string text(std::string_view column) const;
  /// Must not be empty.
  std::string text_given(std::string_view column, Faults& faults) const;
  std::string id(std::string_view column, Faults& faults) const;
  std::string id_or_empty(std::string_view column, Faults& faults) const;
  /// Parts between `;`.
  std::vector<std::string> list(std::string_view column) const;
  std::vector<std::string> ids(std::string_view column, Faults& faults) const;
  /// Three capital letters each.
  std::vector<std::string> countries(std::string_view column, Faults& faults) const;
  std::string country(std::string_view column, Faults& faults) const;

  std::optional<double> number_or_unknown(std::string_view column, NumberRange range, Faults& faults) const;
  double number(std::string_view column, NumberRange range, Faults& faults) const;
  std::optional<int> integer_or_unknown(std::string_view column, NumberRange range, Faults& faults) const;
  /// A year 1500..2200; 0 if the cell is empty.
  int year_or_zero(std::string_view column, Faults& faults) const;
  std::optional<Date> date_or_unknown(std::string_view column, Faults& faults) const;
  Date date(std::string_view column, Faults& faults) const;
  DatePrecision precision(std::string_view column, Faults& faults) const;
  bool yes(std::string_view column, Faults& faults) const;
  LonLat lon_lat(std::string_view lon_column, std::string_view lat_column, Faults& faults) const;
  /// Nothing if both cells are empty.
  std::optional<LonLat> lon_lat_or_unknown(std::string_view lon_column, std::string_view lat_column,
                                           Faults& faults) const;
  /// Index of the cell's word in `words`; 0 and a fault if it is none of them.
  size_t one_of(std::string_view column, const std::vector<std::string_view>& words, Faults& faults) const;
  std::string word(std::string_view column, const std::vector<std::string_view>& words, Faults& faults) const;

  Fault fault(std::string_view column, std::string what, std::string value) const;
  Fault fault(std::string_view column, std::string what) const;

 private:
  const CsvTable* table_;
  const CsvRow* row_;
};

/// A fault for each column that the table lacks.
void require_columns(const CsvTable& table, const std::vector<std::string_view>& columns, Faults& faults);

}  // namespace atlas
