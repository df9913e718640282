#pragma once

// Civil days of the proleptic Gregorian calendar, written YYYY-MM-DD. There is no "today" in here: a day is given.
// Conversion after H. Hinnant, "chrono-compatible low-level date algorithms".
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace atlas {

struct YearMonthDay {
  int year = 1970;
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31
};

struct Date {
  int32_t days = 0;  ///< whole days since 1970-01-01

  static Date from_ymd(int year, int month, int day);
  /// Nothing unless the text is an existing day between 1000-01-01 and 9999-12-31.
  static std::optional<Date> parse(std::string_view text);
  YearMonthDay ymd() const;
  Date plus_days(int n) const { return Date{days + n}; }
  auto operator<=>(const Date&) const = default;
};

/// YYYY-MM-DD.
std::string to_text(Date date);

enum class DatePrecision : uint8_t { day, month, year };

/// Closed range of days; `from <= to`.
struct DateRange {
  Date from;
  Date to;
  auto operator<=>(const DateRange&) const = default;
};

}  // namespace atlas
