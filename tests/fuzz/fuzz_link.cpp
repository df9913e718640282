// Any bytes as the state of a link. What was understood is written and read again: the same state, nothing refused.
#include "fuzz/small_dataset.h"
#include "state/link.h"

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Dataset& dataset = fuzz::small_dataset();
  const ParsedLink link = parse_link(dataset, fuzz::text_of(data, size));
  const std::string text = write_link(dataset, link.state);
  const ParsedLink back = parse_link(dataset, text);
  fuzz::require(back.refused.empty() && back.warnings.empty());
  fuzz::require(back.state == canonical(link.state));
  fuzz::require(write_link(dataset, back.state) == text);
  for (const Fault& fault : link.refused) fuzz::require(!fault.what.empty());
  return 0;
}
