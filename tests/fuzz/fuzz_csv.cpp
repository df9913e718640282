// Any bytes as CSV: faults or rows, and what was read reads the same after writing.
#include "data/csv.h"
#include "fuzz/small_dataset.h"

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Faults faults;
  const CsvTable table = read_csv("x.csv", fuzz::text_of(data, size), faults);
  for (const CsvRow& row : table.rows) fuzz::require(row.cells.size() == table.columns.size() && row.line > 1);
  for (const Fault& fault : faults) fuzz::require(to_text(fault).find('\n') == std::string::npos && fault.line >= 1);
  if (!faults.empty()) return 0;
  Faults again;
  const CsvTable back = read_csv("x.csv", write_csv(table), again);
  fuzz::require(again.empty() && back.columns == table.columns && back.rows.size() == table.rows.size());
  for (size_t i = 0; i < back.rows.size(); ++i) fuzz::require(back.rows[i].cells == table.rows[i].cells);
  return 0;
}
