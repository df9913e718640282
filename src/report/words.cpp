#include "report/words.h"

#include "data/csv.h"
#include "data/rows.h"

namespace atlas {

Result<Words> Words::parse(std::string_view csv) {
  Faults faults;
  const CsvTable table = read_csv("words.csv", csv, faults);
  require_columns(table, {"key", "en", "ru"}, faults);
  Words words;
  if (faults.empty())
    for (const CsvRow& cells : table.rows) {
      const Row row(table, cells);
      const std::string key = row.text_given("key", faults);
      Text text{row.text_given("en", faults), row.text_given("ru", faults)};
      if (!key.empty() && !words.words_.emplace(key, std::move(text)).second)
        faults.push_back(row.fault("key", "stands twice", key));
    }
  if (!faults.empty()) return faults;
  return words;
}

std::string Words::get(std::string_view key, Lang lang) const {
  const auto found = words_.find(key);
  return found == words_.end() ? '[' + std::string(key) + ']' : found->second.in(lang);
}

bool Words::has(std::string_view key) const { return words_.find(key) != words_.end(); }

}  // namespace atlas
