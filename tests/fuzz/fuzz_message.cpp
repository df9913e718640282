// What a page may hand in beside a whole link, a call a line: key presses, dates, selections, switches, links and
// columns of its own. Whatever comes, the state that follows is one that a link can carry.
#include <cstring>

#include "base/text.h"
#include "data/host_columns.h"
#include "fuzz/small_dataset.h"
#include "state/keys.h"
#include "state/link.h"
#include "state/reduce.h"

using namespace atlas;

namespace {

/// Four bytes a number, as typed arrays lie in memory.
template <class T>
std::vector<T> numbers(std::string_view bytes) {
  std::vector<T> result(bytes.size() / sizeof(T));
  if (!result.empty()) std::memcpy(result.data(), bytes.data(), result.size() * sizeof(T));
  return result;
}

void take_columns(std::string_view bytes) {
  const size_t quarter = bytes.size() / 4;
  const auto piece = [&](size_t i) { return bytes.substr(i * quarter, quarter); };
  const Result<HostColumns> columns = HostColumns::from(numbers<float>(piece(0)), numbers<float>(piece(1)),
                                                        numbers<float>(piece(2)), numbers<int32_t>(piece(3)));
  fuzz::require(columns.ok() || !columns.faults().empty());
  if (!columns.ok()) return;
  for (size_t place = 0; place < columns->column_count(); ++place)
    for (size_t t = 0; t < columns->time_count(); ++t) {
      const double share = columns->share_at(place, static_cast<double>(t));
      fuzz::require(share >= 0 && share <= 1);
    }
  const double at = columns->time_position(Date{0});
  fuzz::require(at >= 0 && at <= static_cast<double>(columns->time_count()));
}

void act(const Dataset& dataset, State& state, const Action& action) { state = reduce(dataset, state, action); }

void take_line(const Dataset& dataset, State& state, std::string_view line) {
  const std::string_view rest = line.substr(1);
  const std::optional<EventIx> event = dataset.find_event(rest);
  switch (line.front()) {
    case 'k': {
      Actions ask;
      Session session;
      KeyPress key;
      key.shift = rest.ends_with('^');
      key.code = key.shift ? rest.substr(0, rest.size() - 1) : rest;
      press_key(dataset, state, session, key, ask);
      for (const Action& action : ask.actions) act(dataset, state, action);
      return;
    }
    case 'd':
      if (const std::optional<Date> date = Date::parse(rest)) act(dataset, state, SetClocks{Together{*date}});
      return;
    case 'a':
      if (const std::optional<Date> date = Date::parse(rest))
        act(dataset, state, SetClocks{Apart{clock(state.scenario.clocks, Lane::deals), *date}});
      return;
    case 's':
      if (const std::optional<AssetIx> asset = dataset.find_asset(rest)) act(dataset, state, Select{*asset});
      if (event) act(dataset, state, Select{*event});
      return;
    case 'n':
    case 'f':
      if (event) act(dataset, state, SetEvent{*event, line.front() == 'n' ? Override::on : Override::off});
      return;
    case '#':
      act(dataset, state, SetState{parse_link(dataset, line).state});
      return;
    case 'c':
      return take_columns(rest);
    default:
      return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Dataset& dataset = fuzz::small_dataset();
  State state = default_state(dataset);
  for (const std::string_view line : split(fuzz::text_of(data, size), '\n')) {
    take_line(dataset, state, line);
    const ParsedLink back = parse_link(dataset, write_link(dataset, state));
    fuzz::require(back.refused.empty() && back.state == canonical(state));
  }
  return 0;
}
