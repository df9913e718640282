// Any bytes as CSV: faults or rows, and what was read reads the same after writing.
#include <cstdint>
#include <cstdlib>

#include "data/csv.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  atlas::Faults faults;
  const atlas::CsvTable table =
      atlas::read_csv("x.csv", std::string_view(reinterpret_cast<const char*>(data), size), faults);
  if (!faults.empty()) return 0;
  atlas::Faults again;
  atlas::CsvTable back = atlas::read_csv("x.csv", atlas::write_csv(table), again);
  if (!again.empty() || back.columns != table.columns || back.rows.size() != table.rows.size()) std::abort();
  for (size_t i = 0; i < back.rows.size(); ++i)
    if (back.rows[i].cells != table.rows[i].cells) std::abort();
  return 0;
}
