#include "data/late_texts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace atlas {
namespace {

constexpr std::string_view kFirstPrefix = "first/";
constexpr std::string_view kTextsPrefix = "texts/";
constexpr std::string_view kSumName = "data.sha256";

// What only an opened card, the reader, the text view or a list of sources says, and what the second language says, by
// file; "*" is all of it.
struct LateColumns {
  std::string_view file;
  std::string_view columns;  // between spaces
};
constexpr std::array<LateColumns, 16> kLate{{
    {"claims.csv", "*"},
    {"deal_status.csv", " what_en what_ru source_id "},
    {"deals.csv", " title_ru parties parties_ru region_note summary_en summary_ru note_en note_ru source_id "},
    {"deposits.csv", " name_ru owner owner_ru grade grade_ru basis basis_ru note_en note_ru source_id "},
    {"effects.csv", " reason_en reason_ru "},
    {"facilities.csv", " name_ru owners owners_ru note_en note_ru source_id "},
    {"fields.csv", " name_ru operator operator_ru basis basis_ru note_en note_ru source_id "},
    {"milestones.csv", " title_ru summary_en summary_ru source_id "},
    {"ownership.csv", " note_en source_id "},
    {"parts.csv", " basis note_en source_id "},
    {"places.csv", " name_ru source_id "},
    {"provinces.csv", " name_ru basis basis_ru outline_confidence outline_source_id note_en note_ru source_id "},
    {"sanction_changes.csv", " what_en what_ru source_id "},
    {"sanctions.csv",
     " title_ru issuer_body instrument instrument_ru targets targets_ru scope_note summary_en summary_ru note_en "
     "note_ru "
     "source_id "},
    {"series.csv", "*"},
    {"sources.csv", "*"},
}};

std::string_view late_columns(std::string_view file) {
  for (const LateColumns& late : kLate)
    if (late.file == file) return late.columns;
  return file.starts_with(kStoryPrefix) ? "*" : "";
}

using Cells = std::vector<std::string_view>;

// Lines of cells as they stand, quotes and all; breaks inside quotes are the cell's own.
std::vector<Cells> raw_lines(std::string_view text) {
  std::vector<Cells> lines;
  Cells line;
  bool quoted = false;
  size_t from = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (quoted || (text[i] != ',' && text[i] != '\n')) continue;
    line.push_back(text.substr(from, i - from));
    from = i + 1;
    if (text[i] == '\n') lines.push_back(std::exchange(line, {}));
  }
  if (from < text.size() || !line.empty()) {
    line.push_back(text.substr(from));
    lines.push_back(std::move(line));
  }
  return lines;
}

void append_line(std::string& text, const Cells& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text += ',';
    text += cells[i];
  }
  text += '\n';
}

bool is_even(const std::vector<Cells>& lines) {
  return std::all_of(lines.begin(), lines.end(), [&](const Cells& l) { return l.size() == lines[0].size(); });
}

// The table whose columns are these lines.
std::string upright(const std::vector<Cells>& columns) {
  std::string text;
  for (size_t row = 0; !columns.empty() && row < columns[0].size(); ++row) {
    Cells line;
    for (const Cells& column : columns) line.push_back(column[row]);
    append_line(text, line);
  }
  return text;
}

std::vector<Cells> on_its_side(const std::vector<Cells>& lines) {
  std::vector<Cells> columns(lines.empty() ? 0 : lines[0].size());
  for (const Cells& line : lines)
    for (size_t c = 0; c < columns.size(); ++c) columns[c].push_back(line[c]);
  return columns;
}

struct SplitTable {
  std::string first, texts;
};

std::optional<SplitTable> split_table(std::string_view file, std::string_view text) {
  const std::vector<Cells> lines = raw_lines(text);
  if (lines.empty() || !is_even(lines)) return std::nullopt;
  SplitTable split;
  append_line(split.texts, lines[0]);
  for (const Cells& column : on_its_side(lines))
    append_line(is_late(file, column[0]) ? split.texts : split.first, column);
  return split;
}

Fault misfit(std::string_view name, const char* what) {
  return {.file = "pack", .line = 0, .column = {}, .what = std::string(name) + " " + what, .value = {}};
}

std::optional<std::string> joined(std::string_view first, std::string_view texts) {
  std::vector<Cells> late = raw_lines(texts);
  if (late.empty()) return std::nullopt;
  const Cells header = late.front();
  std::map<std::string_view, Cells> by_name;
  const std::vector<Cells> early = raw_lines(first);
  if (!early.empty() && !is_even(early)) return std::nullopt;
  for (Cells& column : on_its_side(early)) by_name[column[0]] = std::move(column);
  for (size_t i = 1; i < late.size(); ++i) by_name[late[i][0]] = std::move(late[i]);
  std::vector<Cells> columns;
  for (const std::string_view name : header) {
    const auto found = by_name.find(name);
    if (found == by_name.end()) return std::nullopt;
    columns.push_back(std::move(found->second));
    by_name.erase(found);
  }
  if (!is_even(columns)) return std::nullopt;
  return upright(columns);
}

PackEntry entry_of(std::string_view prefix, const std::string& name, std::string_view text) {
  return {std::string(prefix) + name, {text.begin(), text.end()}};
}

}  // namespace

bool is_late(std::string_view file, std::string_view column) {
  const std::string_view late = late_columns(file);
  return late == "*" || late.find(" " + std::string(column) + " ") != std::string_view::npos;
}

bool is_late(std::string_view file) { return late_columns(file) == "*"; }

DataEntries split_entries(const DataFiles& whole) {
  DataEntries entries;
  for (const auto& [name, text] : whole.text_by_name) {
    const bool table = name.ends_with(".csv") && !late_columns(name).empty();
    const std::optional<SplitTable> split = table ? split_table(name, text) : std::nullopt;
    if (split && joined(is_late(name) ? "" : upright(raw_lines(split->first)), split->texts) == text) {
      if (!is_late(name)) entries.first.push_back(entry_of(kFirstPrefix, name, split->first));
      entries.texts.push_back(entry_of(kTextsPrefix, name, split->texts));
    } else if (is_late(name) && !table) {
      entries.texts.push_back(entry_of(kTextsPrefix, name, text));
    } else {
      entries.first.push_back(entry_of(kPackDataPrefix, name, text));
    }
  }
  entries.first.push_back(entry_of("", std::string(kSumName), data_sha256(whole)));
  return entries;
}

Result<DataFiles> first_files(const Pack& first) {
  DataFiles files = files_from_pack(first);
  files.sha256_of_whole = first.find_text(kSumName);
  for (const PackEntry& entry : first.entries()) {
    if (!entry.name.starts_with(kFirstPrefix)) continue;
    const std::string name = entry.name.substr(kFirstPrefix.size());
    const std::vector<Cells> columns = raw_lines(first.find_text(entry.name));
    if (!columns.empty() && !is_even(columns)) return misfit(name, "has columns of different lengths");
    files.text_by_name[name] = upright(columns);
  }
  return files;
}

Result<DataFiles> with_texts(const DataFiles& first, const Pack& texts) {
  DataFiles whole = first;
  whole.sha256_of_whole.clear();
  for (const PackEntry& entry : texts.entries()) {
    if (!entry.name.starts_with(kTextsPrefix)) continue;
    const std::string name = entry.name.substr(kTextsPrefix.size());
    const std::string_view text = texts.find_text(entry.name);
    if (!name.ends_with(".csv")) {
      whole.text_by_name[name] = text;
      continue;
    }
    const auto beside = first.text_by_name.find(name);
    std::optional<std::string> table = joined(beside == first.text_by_name.end() ? "" : beside->second, text);
    if (!table) return misfit(name, "has texts that don't fit");
    whole.text_by_name[name] = std::move(*table);
  }
  if (data_sha256(whole) != first.sha256_of_whole) return misfit("the texts", "are of another version than the data");
  return whole;
}

}  // namespace atlas
