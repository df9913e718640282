#pragma once

// UTF-8, numbers to and from text (never by locale), and the rule for ids.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

/// [a-z0-9-]+, not empty.
bool is_id(std::string_view text);
bool is_valid_utf8(std::string_view text);
/// Decimal point, optional exponent, nothing before or after; no "nan", "inf". Nothing if it isn't that.
std::optional<double> parse_number(std::string_view text);
std::optional<int> parse_integer(std::string_view text);
/// Fixed decimals, "-0.00" written as "0.00"; `trim` drops trailing zeros and the point.
std::string fixed(double value, int decimals, bool trim = false);
std::string_view trimmed(std::string_view text);
/// Parts between `separator`, each trimmed, empty parts left out.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view between);
/// Code points of valid UTF-8; U+FFFD for a broken byte.
std::vector<char32_t> code_points(std::string_view text);

}  // namespace atlas
