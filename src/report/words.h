#pragma once

// The interface's words by key and language (assets/words.csv: key,en,ru). A missing key shows itself as "[key]".
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "data/dataset.h"

namespace atlas {

class Words {
 public:
  Words() = default;
  /// `csv`: text of words.csv. Faults: wrong header, a missing word in one language, a key twice.
  static Result<Words> parse(std::string_view csv);
  std::string get(std::string_view key, Lang lang) const;
  bool has(std::string_view key) const;

 private:
  std::map<std::string, Text, std::less<>> words_;
};

/// Keys of the words for a hold ("restricts") and a stage ("signed"), and for what is held ("restricted").
std::string_view hold_key(Hold hold);
std::string_view stage_key(Stage stage);
std::string_view held_key(Hold hold);

}  // namespace atlas
