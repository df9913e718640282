#include "base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace atlas {
namespace {

/// Decodes one code point at `at` and moves on; nothing (moving one byte) if the bytes are broken. Table 3-7 of the
/// Unicode Standard: no overlong forms, no surrogates, nothing above U+10FFFF.
std::optional<char32_t> next_code_point(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) {
    ++at;
    return static_cast<char32_t>(first);
  }
  const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) {
    ++at;
    return std::nullopt;
  }
  char32_t code = first & (0x7Fu >> length);
  for (size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) {
      ++at;
      return std::nullopt;
    }
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kSmallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    ++at;
    return std::nullopt;
  }
  at += length;
  return code;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

bool is_id(std::string_view text) {
  for (const char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  return !text.empty();
}

bool is_valid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();)
    if (!next_code_point(text, at)) return false;
  return true;
}

std::optional<double> parse_number(std::string_view text) {
  if (text.empty() || text.front() == '+') return std::nullopt;
  for (const char c : text)
    if (!((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E')) return std::nullopt;
  const std::string ended(text);  // strtod reads up to a NUL; the locale is always "C"
  char* end = nullptr;
  const double value = std::strtod(ended.c_str(), &end);
  if (end != ended.c_str() + ended.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<int> parse_integer(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

namespace {

/// The digits of value with so many decimals, where a rounded product is sure to round as the exact value does: not
/// near the middle between two answers, and small. printf computes in 128 bits, by software where a page runs.
std::optional<std::string> fixed_quickly(double value, int decimals) {
  constexpr double kPowers[] = {1, 10, 100, 1000, 10'000};
  constexpr double kMost = 1e12, kNearMiddle = 1e-3;  // at 1e12 a product is off by 1e-4 at most
  if (decimals < 0 || decimals > 4) return std::nullopt;
  const double scaled = std::fabs(value) * kPowers[decimals];
  if (!(scaled < kMost)) return std::nullopt;
  const double whole = std::floor(scaled), rest = scaled - whole;
  if (std::fabs(rest - 0.5) < kNearMiddle) return std::nullopt;
  auto number = static_cast<uint64_t>(whole) + (rest > 0.5 ? 1 : 0);
  std::array<char, 24> digits{};
  size_t at = digits.size();
  for (int i = 0; i < decimals || number > 0 || i == decimals; ++i) {
    if (i == decimals && decimals > 0) digits[--at] = '.';
    digits[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
  if (std::signbit(value)) digits[--at] = '-';
  return std::string(digits.data() + at, digits.size() - at);
}

std::string fixed_exactly(double value, int decimals) {
  std::string text(static_cast<size_t>(std::snprintf(nullptr, 0, "%.*f", decimals, value)), '\0');
  std::snprintf(text.data(), text.size() + 1, "%.*f", decimals, value);
  return text;
}

}  // namespace

std::string fixed(double value, int decimals, bool trim) {
  std::optional<std::string> quickly = fixed_quickly(value, decimals);
  std::string text = quickly ? std::move(*quickly) : fixed_exactly(value, decimals);
  if (trim && text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  if (text.starts_with('-') && text.find_first_of("123456789") == std::string::npos && std::isfinite(value))
    text.erase(0, 1);
  return text;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = text.find(separator);
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += between;
    text += parts[i];
  }
  return text;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> points;
  points.reserve(text.size());
  for (size_t at = 0; at < text.size();) points.push_back(next_code_point(text, at).value_or(U'\uFFFD'));
  return points;
}

}  // namespace atlas
