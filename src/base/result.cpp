#include "base/result.h"

#include <map>

namespace atlas {
namespace {

constexpr size_t kLongest_bytes = 120;
constexpr size_t kFaultsTold = 100;

/// Text of a file as a report may show it: on one line, without control characters, and not longer than a line.
std::string shown(const std::string& text) {
  std::string line = text.substr(0, kLongest_bytes);
  if (text.size() > kLongest_bytes) {
    while (!line.empty() && (static_cast<unsigned char>(text[line.size()]) & 0xC0) == 0x80) line.pop_back();
    line += "...";
  }
  for (char& c : line)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return line;
}

}  // namespace

std::string to_text(const Fault& fault) {
  std::string text = fault.file;
  if (fault.line > 0) text += (text.empty() ? "line " : ":") + std::to_string(fault.line);
  if (!text.empty()) text += ": ";
  if (!fault.column.empty()) text += shown(fault.column) + ": ";
  text += fault.what;
  if (!fault.value.empty()) text += " (" + shown(fault.value) + ")";
  return text;
}

std::string to_text(const Faults& faults) {
  std::string text;
  std::map<std::string, size_t> more;
  for (size_t i = 0; i < faults.size(); ++i) {
    if (i < kFaultsTold)
      text += (text.empty() ? "" : "\n") + to_text(faults[i]);
    else
      ++more[faults[i].file];
  }
  for (const auto& [file, count] : more)
    text += '\n' + (file.empty() ? "" : file + ": ") + std::to_string(count) + " more";
  return text;
}

}  // namespace atlas
