// One file of a dataset as any bytes, all others missing: the first byte says which. Faults, never a crash.
#include <cstdint>
#include <cstdlib>

#include "data/check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const auto names = atlas::data_file_names();
  atlas::DataFiles files;
  files.text_by_name[std::string(names[data[0] % names.size()])].assign(reinterpret_cast<const char*>(data) + 1,
                                                                        size - 1);
  const atlas::Result<atlas::Dataset> checked = atlas::check(files);
  if (!checked.ok() && checked.faults().empty()) std::abort();
  return 0;
}
