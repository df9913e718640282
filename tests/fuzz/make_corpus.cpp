// Writes what fuzz_pack and fuzz_data start from: packs of the small dataset and of one small section of each kind, and
// each file of the small dataset behind the byte that names it.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "data/base_sections.h"
#include "data/late_texts.h"
#include "data/pack.h"
#include "fuzz/small_dataset.h"

using namespace atlas;

namespace {

bool write(const std::filesystem::path& path, const std::vector<uint8_t>& bytes) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return out.good();
}

bool write_data_files(const std::filesystem::path& folder) {
  bool done = true;
  uint8_t number = 0;
  for (const auto& [name, text] : fuzz::small_files().text_by_name) {
    std::vector<uint8_t> bytes{number++};
    bytes.insert(bytes.end(), text.begin(), text.end());
    done = write(folder / std::filesystem::path(name).filename(), bytes) && done;
  }
  return done;
}

std::vector<PackEntry> sections() {
  BaseMesh mesh;
  mesh.points = {{0, 0}, {900, 0}, {900, 900}, {0, 900}};
  mesh.outlines = {{0, 4}};
  mesh.triangles = {0, 1, 2, 0, 2, 3};
  const std::vector<BaseLine> lines{{0, {{0, 0}, {5, -7}}}, {6, {{-9, 3}, {4, 4}, {5, 4}}}};
  std::vector<uint8_t> slope;
  for (int i = 0; i < 12 * 10; ++i) slope.push_back(static_cast<uint8_t>(i * 7 % 251));
  const std::vector<ReliefPlane> planes{plane_of(ReliefKind::shade, 12, 10, slope, 40),
                                        plane_of(ReliefKind::halo, 2, 2, std::vector<uint8_t>{9, 8, 7, 6}, 80)};
  FontAtlasSection font;
  font.em_px = 40;
  font.ascent_px = 30;
  font.descent_px = 10;
  font.width = font.height = 2;
  font.glyphs = {{65, LabelFace::medium, 0, 0, 2, 2, 0, -1, 3}};
  font.distance_field = {0, 128, 128, 255};
  return {{"base/land.mesh", write_mesh(mesh)},
          {"base/parts", write_parts({3, 2, {0, 1, 1, 0, 1, 2}})},
          {"base/rivers.lines", write_lines(lines)},
          {"base/relief", write_relief(planes)},
          {"font/atlas", write_font_atlas(font)}};
}

// The small dataset split over two packs, in one.
std::vector<PackEntry> split() {
  DataEntries entries = split_entries(fuzz::small_files());
  entries.first.insert(entries.first.end(), entries.texts.begin(), entries.texts.end());
  return entries.first;
}

}  // namespace

int main(int count, char** values) {
  if (count != 2) {
    std::fprintf(stderr, "usage: make_corpus FOLDER\n");
    return 2;
  }
  const std::filesystem::path folder = values[1];
  const bool done = write(folder / "pack/empty.pack", write_pack({})) &&
                    write(folder / "pack/sections.pack", write_pack(sections())) &&
                    write(folder / "pack/small.pack", write_pack(pack_entries(fuzz::small_files()))) &&
                    write(folder / "pack/split.pack", write_pack(split())) && write_data_files(folder / "data");
  if (!done) std::fprintf(stderr, "%s: can't be written\n", values[1]);
  return done ? 0 : 1;
}
