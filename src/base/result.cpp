#include "base/result.h"

namespace atlas {

std::string to_text(const Fault& fault) {
  std::string text = fault.file;
  if (fault.line > 0) text += (text.empty() ? "line " : ":") + std::to_string(fault.line);
  if (!text.empty()) text += ": ";
  if (!fault.column.empty()) text += fault.column + ": ";
  text += fault.what;
  if (!fault.value.empty()) text += " (" + fault.value + ")";
  return text;
}

}  // namespace atlas
