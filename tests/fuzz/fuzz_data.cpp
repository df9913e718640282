// The small dataset with one file as any bytes: the first byte says which. Faults with their place, or a dataset that
// answers; never a crash.
#include <iterator>

#include "fuzz/small_dataset.h"
#include "model/evaluate.h"
#include "model/reach.h"

using namespace atlas;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  DataFiles files = fuzz::small_files();
  auto file = files.text_by_name.begin();
  std::advance(file, data[0] % files.text_by_name.size());
  file->second = std::string(fuzz::text_of(data + 1, size - 1));
  const Result<Dataset> checked = check(files);
  if (!checked.ok()) {
    fuzz::require(!checked.faults().empty());
    for (const Fault& fault : checked.faults()) fuzz::require(!fault.file.empty() && !fault.what.empty());
    return 0;
  }
  const Snapshot snapshot = evaluate(*checked, make_reach(*checked), default_scenario(*checked));
  fuzz::require(snapshot.assets.size() == checked->assets.size());
  return 0;
}
