#pragma once

// Amounts, shares, dates and counts as text in both languages: the only rounding in the house. Inside, oil and liquids
// are million barrels (mmbo, mmbbl), gas is billion cubic feet (bcf), oil equivalent is mmboe.
#include <string>

#include "base/interval.h"
#include "report/amount_text.h"
#include "report/words.h"

namespace atlas {

/// Words and the language they are wanted in.
struct Speech {
  const Words& words;
  Lang lang = Lang::en;
  std::string operator()(std::string_view key) const { return words.get(key, lang); }
};

/// "1,234.5" or "1 234,5" (no-break space); a minus is U+2212. `trim` drops zeros at the end.
std::string number_text(double value, int decimals, Lang lang, bool trim = false);
/// "1,669" from 1000 on, "651.5" below: four digits that count.
std::string number_by_size(double value, Lang lang);

/// Always in bn boe with one decimal, for totals that stand beside each other.
AmountText bn_boe(const Speech& say, const Interval& boe_mmboe);
/// bn boe, or mn boe below 950 million.
AmountText boe_by_size(const Speech& say, const Interval& boe_mmboe);
/// bn bbl, or mn bbl below 950 million.
AmountText barrels(const Speech& say, const Interval& mmbbl);
/// tcf, or bcf below 950 billion cubic feet.
AmountText cubic_feet(const Speech& say, const Interval& bcf);
/// A unit of the data ("kt TREO") in the language's signs; as it is if they are the same.
std::string unit_text(const Speech& say, const std::string& unit);
/// A mineral amount or capacity in its own unit.
AmountText in_unit(const Speech& say, const Interval& value, const std::string& unit);
/// "304.0 bn boe"
std::string joined(const AmountText& amount);
/// "-17.9", "+3.0", "0.0" and the range if it has one; in bn boe.
std::string signed_bn_boe(const Speech& say, const Interval& difference_mmboe);

/// "199.7 to 412.2", "от 199,7 до 412,2".
std::string range_text(const Speech& say, const std::string& low, const std::string& high);
/// "12 Sep 2014", "12 сен 2014"; "Sep 2014" by month; "2014" by year.
std::string date_text(const Speech& say, Date date, DatePrecision precision = DatePrecision::day);
/// "10 October 2026", "10 октября 2026 г."
std::string long_date_text(const Speech& say, Date date);
/// "32 %"; below one percent "<1 %".
std::string percent_text(const Speech& say, double share);
/// "4 measures", "4 меры": words KEY.one, KEY.few, KEY.many.
std::string count_text(const Speech& say, std::string_view key, int count);
/// `{name}` in the words of KEY becomes the value.
std::string filled(std::string text, std::string_view name, std::string_view value);

/// Name of a country by ISO3, "beyond" or "EU"; the code itself if it has no word.
std::string country_name(const Speech& say, const std::string& code);
/// The word of KEY.WORD, or WORD itself with spaces for hyphens if there is none.
std::string word_or_plain(const Speech& say, std::string_view key, const std::string& word);

}  // namespace atlas
