#include "data/csv.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace atlas {
namespace {

/// One record of the text, with what is wrong in it; columns count from 0.
struct Record {
  int line = 0;
  std::vector<std::string> cells;
  bool has_quotes = false;
  struct Wrong {
    size_t column;
    std::string what;
    std::string value;
    int line;
  };
  std::vector<Wrong> wrong;
};

/// At most 40 bytes of the first line, cut between characters.
std::string beginning_of(const std::string& cell) {
  size_t length = std::min(cell.find('\n'), std::min<size_t>(cell.size(), 40));
  while (length > 0 && length < cell.size() && (static_cast<unsigned char>(cell[length]) & 0xC0) == 0x80) --length;
  return cell.substr(0, length);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }

  Record next_record() {
    Record record;
    record.line = line_;
    while (true) {
      record.cells.push_back(next_cell(record));
      if (at_end()) return record;
      if (take(',')) continue;
      take('\r');
      take('\n');
      ++line_;
      return record;
    }
  }

 private:
  bool take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool at_cell_end() const {
    if (at_end()) return true;
    const char c = text_[at_];
    return c == ',' || c == '\n' || (c == '\r' && (at_ + 1 >= text_.size() || text_[at_ + 1] == '\n'));
  }
  std::string next_cell(Record& record) {
    const size_t column = record.cells.size();
    std::string cell;
    if (take('"')) {
      quoted(record, column, cell);
    } else {
      while (!at_cell_end()) cell += text_[at_++];
      if (cell.find('"') != std::string::npos)
        record.wrong.push_back({column, "quote inside a cell that isn't quoted", cell, line_});
    }
    if (cell.find('\0') != std::string::npos) {
      record.wrong.push_back({column, "NUL byte", {}, line_});
    } else if (!is_valid_utf8(cell)) {
      record.wrong.push_back({column, "broken UTF-8", {}, line_});
    }
    return cell;
  }
  void quoted(Record& record, size_t column, std::string& cell) {
    record.has_quotes = true;
    const int first_line = line_;
    while (true) {
      if (at_end()) {
        record.wrong.push_back({column, "quote that is never closed", beginning_of(cell), first_line});
        return;
      }
      const char c = text_[at_++];
      if (c == '"' && !take('"')) break;
      if (c == '\n') ++line_;
      cell += c;
    }
    if (at_cell_end()) return;
    const size_t from = at_;
    while (!at_cell_end()) ++at_;
    record.wrong.push_back(
        {column, "text after the closing quote", std::string(text_.substr(from, at_ - from)), line_});
  }

  std::string_view text_;
  size_t at_ = 0;
  int line_ = 1;
};

bool is_blank(const Record& record) {
  return record.cells.size() == 1 && record.cells[0].empty() && !record.has_quotes;
}

// A cell that begins like a byte-order mark would vanish at the start of a file.
bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with("\xEF\xBB\xBF");
}

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    // A row of one empty cell would be an empty line, which readers skip.
    if (!needs_quotes(cells[i]) && !(cells.size() == 1 && cells[i].empty())) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  out += '\n';
}

}  // namespace

CsvTable read_csv(std::string_view file, std::string_view text, Faults& faults) {
  CsvTable table;
  table.file = std::string(file);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Scanner scanner(text);
  bool has_header = false;
  while (!scanner.at_end()) {
    Record record = scanner.next_record();
    if (is_blank(record)) continue;
    const auto name_of = [&](size_t column) {
      return column < table.columns.size() ? table.columns[column] : "cell " + std::to_string(column + 1);
    };
    for (Record::Wrong& wrong : record.wrong)
      faults.push_back({table.file, wrong.line, name_of(wrong.column), std::move(wrong.what), std::move(wrong.value)});
    if (!has_header) {
      has_header = true;
      std::set<std::string_view> names;
      for (size_t i = 0; i < record.cells.size(); ++i) {
        if (record.cells[i].empty())
          faults.push_back({table.file, record.line, "cell " + std::to_string(i + 1), "column without a name", {}});
        else if (!names.insert(record.cells[i]).second)
          faults.push_back({table.file, record.line, record.cells[i], "duplicate column", {}});
      }
      table.columns = std::move(record.cells);
      continue;
    }
    if (!record.wrong.empty()) continue;
    if (record.cells.size() != table.columns.size()) {
      faults.push_back({table.file,
                        record.line,
                        {},
                        "row has " + std::to_string(record.cells.size()) + " cells, the header has " +
                            std::to_string(table.columns.size()),
                        record.cells[0]});
      continue;
    }
    table.rows.push_back({record.line, std::move(record.cells)});
  }
  if (!has_header) faults.push_back({table.file, 1, {}, "no header row", {}});
  return table;
}

std::string write_csv(const CsvTable& table) {
  std::string text;
  append_row(text, table.columns);
  for (const CsvRow& row : table.rows) append_row(text, row.cells);
  return text;
}

}  // namespace atlas
