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

std::string_view hold_key(Hold hold) {
  switch (hold) {
    case Hold::hinders:
      return "ui.hold_hinders";
    case Hold::restricts:
      return "ui.hold_restricts";
    case Hold::blocks:
      return "ui.hold_blocks";
    case Hold::none:
      break;
  }
  return "ui.hold_none";
}

std::string_view stage_key(Stage stage) {
  switch (stage) {
    case Stage::ended:
      return "ui.stage_ended";
    case Stage::pledged:
      return "ui.stage_pledged";
    case Stage::signed_:
      return "ui.stage_signed";
    case Stage::suspended:
      return "ui.stage_suspended";
    case Stage::operating:
      return "ui.stage_operating";
    case Stage::none:
      break;
  }
  return "ui.stage_none";
}

std::string_view held_key(Hold hold) {
  switch (hold) {
    case Hold::hinders:
      return "ui.hindered";
    case Hold::restricts:
      return "ui.restricted";
    case Hold::blocks:
      return "ui.blocked";
    case Hold::none:
      break;
  }
  return "ui.free";
}

}  // namespace atlas
