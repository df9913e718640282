#include "data/csv.h"

#include <catch2/catch.hpp>
#include <random>

using namespace atlas;

namespace {

std::vector<std::string> faults_of(std::string_view text) {
  Faults faults;
  read_csv("x.csv", text, faults);
  std::vector<std::string> lines;
  for (const Fault& fault : faults) lines.push_back(to_text(fault));
  return lines;
}

}  // namespace

TEST_CASE("any table survives writing and reading", "[data][law]") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces{"a", ",", "\"", "\n", "\r\n", "\r", " ", "ё", "", "1.5", ";", "''"};
  for (int round = 0; round < 500; ++round) {
    CsvTable table;
    table.file = "x.csv";
    const size_t columns = 1 + random() % 5;
    for (size_t c = 0; c < columns; ++c) table.columns.push_back("c" + std::to_string(c));
    const size_t rows = random() % 6;
    for (size_t r = 0; r < rows; ++r) {
      CsvRow row;
      for (size_t c = 0; c < columns; ++c) {
        std::string cell;
        for (size_t n = random() % 5; n > 0; --n) cell += pieces[random() % pieces.size()];
        row.cells.push_back(cell);
      }
      table.rows.push_back(row);
    }
    Faults faults;
    CsvTable back = read_csv("x.csv", write_csv(table), faults);
    CAPTURE(round, write_csv(table));
    REQUIRE(faults.empty());
    for (CsvRow& row : back.rows) row.line = 0;
    REQUIRE(back == table);
  }
}

TEST_CASE("lines are counted through quoted line breaks, CRLF and empty lines", "[data]") {
  Faults faults;
  const CsvTable table = read_csv("x.csv",
                                  "\xEF\xBB\xBF"
                                  "id,note\r\n\r\na,\"two\nlines\"\r\nb,x",
                                  faults);
  REQUIRE(faults.empty());
  REQUIRE(table.columns == std::vector<std::string>{"id", "note"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0] == CsvRow{3, {"a", "two\nlines"}});
  CHECK(table.rows[1] == CsvRow{5, {"b", "x"}});
}

TEST_CASE("each fault has its line and column, and reading goes on after it", "[data]") {
  using Lines = std::vector<std::string>;
  CHECK(faults_of("id,note\na,\"open\nb,c\n") == Lines{"x.csv:2: note: quote that is never closed (open)"});
  CHECK(faults_of("id,note\na\nb,c,d\ne,f\n") ==
        Lines{"x.csv:2: row has 1 cells, the header has 2 (a)", "x.csv:3: row has 3 cells, the header has 2 (b)"});
  CHECK(faults_of("id,note\na,\"b\"c\n") == Lines{"x.csv:2: note: text after the closing quote (c)"});
  CHECK(faults_of("id,note\na,b\"c\n") == Lines{"x.csv:2: note: quote inside a cell that isn't quoted (b\"c)"});
  CHECK(faults_of(std::string("id,note\na,b\0c\n", 14)) == Lines{"x.csv:2: note: NUL byte"});
  CHECK(faults_of("id,note\na,\xFF\n") == Lines{"x.csv:2: note: broken UTF-8"});
  CHECK(faults_of("id,id\n") == Lines{"x.csv:1: id: duplicate column"});
  CHECK(faults_of("id,\n") == Lines{"x.csv:1: cell 2: column without a name"});
  CHECK(faults_of("") == Lines{"x.csv:1: no header row"});
}

TEST_CASE("a cell that begins like a byte-order mark survives writing and reading", "[data][csv]") {
  const CsvTable table{"x.csv", {"\xEF\xBB\xBFname"}, {}};
  Faults faults;
  CHECK(read_csv("x.csv", write_csv(table), faults).columns == table.columns);
  CHECK(faults.empty());
}
