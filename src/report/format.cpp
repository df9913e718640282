#include "report/format.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace atlas {
namespace {

constexpr std::string_view kMinus = "\u2212", kNoBreakSpace = "\u00a0", kDash = "\u2013";

/// A scale: so many units inside are one shown.
struct Scale {
  double divisor;
  const char* unit_key;
  int decimals;
};

AmountText in_scale(const Speech& say, const Interval& value, const Scale& scale) {
  const auto text = [&](double v) { return number_text(v / scale.divisor, scale.decimals, say.lang); };
  AmountText result;
  result.unit = say(scale.unit_key);
  result.value = value.best ? text(*value.best) : std::string(kDash);
  const std::string low = text(value.low), high = text(value.high);
  if (low != high) result.range = range_text(say, low, high);
  result.low = value.low / scale.divisor;
  result.high = value.high / scale.divisor;
  result.drawn = drawn_value(value) / scale.divisor;
  return result;
}

/// From this on the larger unit reads better (0.95 rounds to 1.0).
constexpr double kLargeFrom = 950;

int small_decimals(double high) { return high < 10 ? 1 : 0; }

}  // namespace

std::string number_text(double value, int decimals, Lang lang, bool trim) {
  std::string digits = fixed(value, decimals, trim);
  const bool negative = !digits.empty() && digits[0] == '-';
  if (negative) digits.erase(0, 1);
  const size_t point = digits.find('.');
  std::string whole = digits.substr(0, point);
  const std::string fraction = point == std::string::npos ? "" : digits.substr(point + 1);
  for (size_t at = whole.size(); at > 3;) {
    at -= 3;
    whole.insert(at, lang == Lang::ru ? kNoBreakSpace : ",");
  }
  std::string result = negative ? std::string(kMinus) : "";
  result += whole;
  if (!fraction.empty()) result += (lang == Lang::ru ? "," : ".") + fraction;
  return result;
}

std::string number_by_size(double value, Lang lang) {
  const double size = std::fabs(value);
  const int decimals = size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return number_text(value, decimals, lang, true);
}

AmountText bn_boe(const Speech& say, const Interval& boe_mmboe) {
  return in_scale(say, boe_mmboe, {1000, "unit.bn_boe", 1});
}

AmountText boe_by_size(const Speech& say, const Interval& boe_mmboe) {
  if (boe_mmboe.high >= kLargeFrom) return bn_boe(say, boe_mmboe);
  return in_scale(say, boe_mmboe, {1, "unit.mn_boe", small_decimals(boe_mmboe.high)});
}

AmountText barrels(const Speech& say, const Interval& mmbbl) {
  if (mmbbl.high >= kLargeFrom) return in_scale(say, mmbbl, {1000, "unit.bn_bbl", 1});
  return in_scale(say, mmbbl, {1, "unit.mn_bbl", small_decimals(mmbbl.high)});
}

AmountText cubic_feet(const Speech& say, const Interval& bcf) {
  if (bcf.high >= kLargeFrom) return in_scale(say, bcf, {1000, "unit.tcf", bcf.high >= 1e6 ? 0 : 1});
  return in_scale(say, bcf, {1, "unit.bcf", small_decimals(bcf.high)});
}

std::string unit_text(const Speech& say, const std::string& unit) {
  const std::string key = "unit.in." + unit;
  return say.words.has(key) ? say(key) : unit;
}

AmountText in_unit(const Speech& say, const Interval& value, const std::string& unit) {
  AmountText result;
  result.unit = unit_text(say, unit);
  result.value = value.best ? number_by_size(*value.best, say.lang) : std::string(kDash);
  const std::string low = number_by_size(value.low, say.lang), high = number_by_size(value.high, say.lang);
  if (low != high) result.range = range_text(say, low, high);
  result.low = value.low;
  result.drawn = drawn_value(value);
  result.high = value.high;
  return result;
}

std::string joined(const AmountText& amount) {
  return amount.unit.empty() ? amount.value : amount.value + std::string(kNoBreakSpace) + amount.unit;
}

std::string signed_bn_boe(const Speech& say, const Interval& difference_mmboe) {
  const auto text = [&](double mmboe) {
    const std::string number = number_text(mmboe / 1000, 1, say.lang);
    return mmboe >= 50 ? '+' + number : number;
  };
  std::string low = text(difference_mmboe.low);
  const std::string high = text(difference_mmboe.high);
  if (low == high) return low;
  const std::string range = range_text(say, low, high);
  return difference_mmboe.best ? text(*difference_mmboe.best) + " (" + range + ')' : range;
}

std::string range_text(const Speech& say, const std::string& low, const std::string& high) {
  return filled(filled(say("format.range"), "low", low), "high", high);
}

std::string date_text(const Speech& say, Date date, DatePrecision precision) {
  const YearMonthDay ymd = date.ymd();
  std::string year = std::to_string(ymd.year);
  if (precision == DatePrecision::year) return year;
  const std::string month = say("month.short." + std::to_string(ymd.month)) + ' ' + year;
  return precision == DatePrecision::month ? month : std::to_string(ymd.day) + ' ' + month;
}

std::string long_date_text(const Speech& say, Date date) {
  const YearMonthDay ymd = date.ymd();
  std::string text = filled(say("format.long_date"), "day", std::to_string(ymd.day));
  text = filled(std::move(text), "month", say("month.long." + std::to_string(ymd.month)));
  return filled(std::move(text), "year", std::to_string(ymd.year));
}

std::string percent_text(const Speech& say, double share) {
  const std::string sign = std::string(kNoBreakSpace) + '%';
  if (share > 0 && share < 0.01) return "<1" + sign;
  return number_text(share * 100, 0, say.lang) + sign;
}

std::string count_text(const Speech& say, std::string_view key, int count) {
  const int last = count % 10, last_two = count % 100;
  std::string_view form = "many";
  if (say.lang == Lang::ru) {
    if (last == 1 && last_two != 11)
      form = "one";
    else if (last >= 2 && last <= 4 && (last_two < 12 || last_two > 14))
      form = "few";
  } else if (count == 1) {
    form = "one";
  }
  return number_text(count, 0, say.lang) + ' ' + say(std::string(key) + '.' + std::string(form));
}

std::string filled(std::string text, std::string_view name, std::string_view value) {
  const std::string mark = '{' + std::string(name) + '}';
  for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
  return text;
}

std::string country_name(const Speech& say, const std::string& code) {
  const std::string key = "country." + code;
  return say.words.has(key) ? say(key) : code;
}

std::string word_or_plain(const Speech& say, std::string_view key, const std::string& word) {
  const std::string full = std::string(key) + '.' + word;
  if (say.words.has(full)) return say(full);
  std::string plain = word;
  std::replace(plain.begin(), plain.end(), '-', ' ');
  return plain;
}

}  // namespace atlas
