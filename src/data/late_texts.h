#pragma once

// The data in two packs. The first picture needs ids, figures, dates and names; notes, summaries, reasons, sources,
// claims, series and stories are read by somebody who has opened a card or the reader, and names in the second language
// by somebody who has asked for it, so they may come later. A table is split by columns and put together again byte by
// byte, so that what is checked is always the file as it stands in assets/data.
#include <string_view>
#include <vector>

#include "data/load.h"

namespace atlas {

/// Is the column one of those that come later?
bool is_late(std::string_view file, std::string_view column);
/// Does all of the file come later?
bool is_late(std::string_view file);

/// Entries of the two packs. In the first: data/NAME is a file as it stands, first/NAME what a first picture needs of a
/// table, data.sha256 the whole data's (data_sha256()). In the other: texts/NAME, of a split table its header and the
/// other columns, else the file as it stands. Tables that are split lie on their side, a line a column, which
/// compresses better.
struct DataEntries {
  std::vector<PackEntry> first, texts;
};
DataEntries split_entries(const DataFiles& whole);

/// Files of a first pack, with sha256_of_whole set if texts are to come. Law: with the other pack's texts they are the
/// files that were split, to the byte. Entries that fit neither each other nor that sum are faults.
Result<DataFiles> first_files(const Pack& first);
Result<DataFiles> with_texts(const DataFiles& first, const Pack& texts);

}  // namespace atlas
