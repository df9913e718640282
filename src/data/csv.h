#pragma once

// CSV text to rows of cells, after RFC 4180 (quotes, doubled quotes, line breaks inside quotes). LF or CRLF, a byte
// order mark is tolerated, empty lines are skipped. Says where each fault is, and goes on after it.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace atlas {

struct CsvRow {
  int line = 0;                    ///< where the row begins; the header is line 1
  std::vector<std::string> cells;  ///< as many as the table has columns
  bool operator==(const CsvRow&) const = default;
};

struct CsvTable {
  std::string file;
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;
  bool operator==(const CsvTable&) const = default;
};

/// Rows with a fault (open quote, text after a quote, quote in an unquoted cell, short or long row, NUL, broken UTF-8,
/// duplicate or empty column name) are reported and left out.
CsvTable read_csv(std::string_view file, std::string_view text, Faults& faults);

/// Law: read_csv(write_csv(table)) is the table again (lines apart), for cells of valid UTF-8 without NUL.
std::string write_csv(const CsvTable& table);

}  // namespace atlas
