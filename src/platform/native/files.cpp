#include "platform/native/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace atlas {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Fault disk_fault(const std::string& path, const char* what) {
  return Fault{path, 0, "", std::string(what) + ": " + std::strerror(errno), ""};
}

}  // namespace

Result<std::vector<uint8_t>> read_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return Fault{path, 0, "", "is a folder, not a file", ""};
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return disk_fault(path, "can't be opened");
  std::vector<uint8_t> bytes;
  uint8_t block[1 << 16];
  size_t got = 0;
  while ((got = std::fread(block, 1, sizeof block, file.get())) > 0) bytes.insert(bytes.end(), block, block + got);
  if (std::ferror(file.get()) != 0) return disk_fault(path, "can't be read");
  return bytes;
}

Result<bool> write_file(const std::string& path, std::span<const uint8_t> bytes) {
  if (path == "-") {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) return disk_fault(path, "can't be written");
    return true;
  }
  const File file(std::fopen(path.c_str(), "wb"));
  if (!file) return disk_fault(path, "can't be written");
  if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() || std::fflush(file.get()) != 0)
    return disk_fault(path, "can't be written");
  return true;
}

namespace {

// Stories stand in the folder or beside it, as in assets/data and assets/stories.
void add_stories(const std::string& folder, DataFiles& files, Faults& faults) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path stories = fs::path(folder) / "stories";
  if (!fs::is_directory(stories, error)) stories = fs::path(folder) / ".." / "stories";
  if (!fs::is_directory(stories, error)) return;
  for (const auto& entry : fs::directory_iterator(stories, error)) {
    if (entry.path().extension() != ".json") continue;
    const Result<std::vector<uint8_t>> bytes = read_file(entry.path().string());
    if (bytes.ok())
      files.text_by_name[std::string(kStoryPrefix) + entry.path().filename().string()].assign(bytes->begin(),
                                                                                              bytes->end());
    else
      faults.insert(faults.end(), bytes.faults().begin(), bytes.faults().end());
  }
}

}  // namespace

Result<DataFiles> read_data_folder(const std::string& folder) {
  DataFiles files;
  Faults faults;
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) return Fault{folder, 0, "", "is no folder", ""};
  for (const std::string_view name : data_file_names()) {
    const Result<std::vector<uint8_t>> bytes = read_file(folder + "/" + std::string(name));
    if (bytes.ok())
      files.text_by_name[std::string(name)] = std::string(bytes->begin(), bytes->end());
    else
      faults.insert(faults.end(), bytes.faults().begin(), bytes.faults().end());
  }
  add_stories(folder, files, faults);
  if (!faults.empty()) return faults;
  return files;
}

std::string program_folder() {
  std::error_code error;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "./" : self.parent_path().string() + "/";
}

}  // namespace atlas
