#include "report/loaded_text.h"

#include "report/format.h"

namespace atlas {

LoadedText loaded_text(const Words& words, Lang lang, const HostColumns& columns, std::optional<size_t> place,
                       double time_position) {
  LoadedText text;
  if (columns.column_count() == 0) return text;
  text.count = number_text(static_cast<double>(columns.column_count()), 0, lang);
  if (!place || *place >= columns.column_count()) return text;
  const Speech say{words, lang};
  text.name = filled(say("ui.loaded_column"), "number",
                     number_text(static_cast<double>(columns.tree().given(*place)), 0, lang));
  text.value = number_by_size(columns.value_at(*place, time_position), lang);
  return text;
}

}  // namespace atlas
