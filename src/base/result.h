#pragma once

// The only way to fail in this house: a Result holds a value, or every fault there is (not only the first).
// A value may come with warnings. Nothing here throws; reading a value that isn't there is a programmer's error.
#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace atlas {

/// One thing wrong, with its place. `file` is empty for options and links, `line` is 1-based with the header as
/// line 1 (0 = no line), `column` is a CSV column, an option or a link's key, `value` what stood there.
struct Fault {
  std::string file;
  int line = 0;
  std::string column;
  std::string what;
  std::string value;

  bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

/// `FILE:LINE: COLUMN: what is wrong (value)` on one line; parts that are empty are left out, long values are cut.
std::string to_text(const Fault& fault);

/// All of them for a reader: the first hundred, a fault a line, then how many more each file has. No line break at the
/// end.
std::string to_text(const Faults& faults);

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}  // NOLINT: implicit by intent
  Result(T value, Faults warnings) : value_(std::move(value)), faults_(std::move(warnings)) {}
  Result(Faults faults) : faults_(std::move(faults)) {}                     // NOLINT
  Result(Fault fault) : faults_() { faults_.push_back(std::move(fault)); }  // NOLINT

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }
  const T& value() const& {
    assert(ok());
    return *value_;
  }
  T& value() & {
    assert(ok());
    return *value_;
  }
  T&& value() && {
    assert(ok());
    return std::move(*value_);
  }
  const T* operator->() const { return &value(); }
  const T& operator*() const& { return value(); }
  /// Faults when not ok, else warnings.
  const Faults& faults() const { return faults_; }

 private:
  std::optional<T> value_;
  Faults faults_;
};

}  // namespace atlas
