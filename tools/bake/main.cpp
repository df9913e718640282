// atlas-bake: everything that page and native program load, in three packs.
//   atlas-bake --root REPOSITORY --fonts SUBSET_DIR --inter INTER_DIR --out DIR [--pictures DIR]
// atlas.pack serves the first picture, atlas-texts.pack who wants to read (src/data/late_texts.h), atlas-fine.pack the
// sharp picture. Sections: src/data/base_sections.h.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "data/base_sections.h"
#include "data/late_texts.h"
#include "data/pack.h"
#include "font_atlas.h"
#include "ground.h"
#include "raster.h"
#include "relief.h"
#include "topology.h"

namespace fs = std::filesystem;

namespace atlas::bake {
namespace {

// Qualities at which the artefacts stay under the shade's own grain.
constexpr int kFirstQuality = 46;
constexpr int kFineQuality = 40;
constexpr int kTintQuality = 50;  // elevation, which tints
constexpr int kHaloQuality = 80;
constexpr int kWorldQuality = 40;

// Collects entries, and every fault on the way.
struct Bake {
  fs::path root, fonts, inter, out, pictures;
  std::vector<PackEntry> first, texts, fine;
  Faults faults;

  std::vector<uint8_t> bytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
      faults.push_back({.file = path.string(), .line = 0, .column = {}, .what = "cannot be read", .value = {}});
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  std::string text(const fs::path& path) {
    const std::vector<uint8_t> all = bytes(path);
    return {all.begin(), all.end()};
  }
  template <class T>
  T value_of(Result<T> result, T instead) {
    if (result.ok()) return std::move(result).value();
    faults.insert(faults.end(), result.faults().begin(), result.faults().end());
    return instead;
  }
};

void add_texts(Bake& bake) {
  // Of the data folder only what is data: its descriptor (datapackage.json) is for other programs.
  DataFiles data;
  for (const std::string_view name : data_file_names())
    data.text_by_name[std::string(name)] = bake.text(bake.root / "assets/data" / name);
  for (const auto& entry : fs::directory_iterator(bake.root / "assets/stories"))
    if (entry.path().extension() == ".json")
      data.text_by_name[std::string(kStoryPrefix) + entry.path().filename().string()] = bake.text(entry.path());
  DataEntries split = split_entries(data);
  std::move(split.first.begin(), split.first.end(), std::back_inserter(bake.first));
  std::move(split.texts.begin(), split.texts.end(), std::back_inserter(bake.texts));
  bake.first.push_back({"words.csv", bake.bytes(bake.root / "assets/words.csv")});
}

// The polar square covers the world's raster down to 52.5 N: what nobody sees is as plain as can be.
Raster without_arctic(Raster world) {
  const int first_seen = world.height * (90 - 55) / 180;
  for (int y = 0; y < first_seen; ++y)
    for (int x = 0; x < world.width; ++x) world.at(x, y) = world.at(x, first_seen);
  return world;
}

void add_ground(Bake& bake) {
  const fs::path atlas = bake.root / "node_modules/world-atlas";
  const fs::path base = bake.root / "assets/base";
  const Topology topology = bake.value_of(read_topology(bake.text(atlas / "countries-50m.json")), Topology{});
  const Coarseness coarse{.arctic_km = 4.5, .south_km = 40.0, .least_arctic_km2 = 200.0, .least_south_km2 = 5000.0};
  const Coarseness sharp{.arctic_km = 0.5, .south_km = 10.0, .least_arctic_km2 = 4.0, .least_south_km2 = 600.0};
  const Coarseness coarse_ice{.arctic_km = 4.5, .south_km = 10.0, .least_arctic_km2 = 0.0, .least_south_km2 = 0.0};
  // Borders and lakes stay as they come first.
  const Coarseness borders{.arctic_km = 2.4, .south_km = 20.0, .least_arctic_km2 = 0.0, .least_south_km2 = 0.0};
  const Coarseness inland{.arctic_km = 1.6, .south_km = 6.0, .least_arctic_km2 = 0.0, .least_south_km2 = 0.0};
  constexpr int kFirstGrid = 8, kCoarseGrid = 4, kSharpGrid = 2;  // 1.6 km, 0.8 km, 0.4 km
  bake.first.push_back({"base/land.mesh", write_mesh(mesh_of(land_of(topology, coarse), kFirstGrid))});
  bake.first.push_back({"base/borders.lines", write_lines(lines_of(borders_of(topology, borders), kCoarseGrid))});
  bake.fine.push_back({"fine/land.mesh", write_mesh(mesh_of(land_of(topology, sharp), kSharpGrid))});
  const Region ice = bake.value_of(polygons_of_geojson(bake.text(base / "glaciers.geojson")), Region{});
  const Region lakes = bake.value_of(polygons_of_geojson(bake.text(base / "lakes.geojson")), Region{});
  bake.first.push_back({"base/ice.mesh", write_mesh(mesh_of(thinned(ice, coarse_ice), kFirstGrid))});
  bake.fine.push_back({"fine/ice.mesh", write_mesh(mesh_of(ice, kSharpGrid))});
  bake.first.push_back({"base/lakes.mesh", write_mesh(mesh_of(thinned(lakes, inland), kCoarseGrid))});
  bake.first.push_back(
      {"base/rivers.lines",
       write_lines(bake.value_of(rivers_of_geojson(bake.text(base / "rivers.geojson"), kCoarseGrid), {}))});

  const auto plane = [&](ReliefKind kind, const Raster& raster, int quality) -> ReliefPlane {
    return plane_of(kind, static_cast<uint32_t>(raster.width), static_cast<uint32_t>(raster.height), bytes_of(raster),
                    quality);
  };
  const auto picture = [&](const char* name, const Raster& raster) {
    if (bake.pictures.empty()) return;
    const std::vector<uint8_t> file = png_of(raster);
    std::ofstream(bake.pictures / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
  };
  const Raster arctic = bake.value_of(read_heights((base / "arctic_relief_2048.png").string()), Raster(16, 16));
  const ReliefPlanes polar = polar_relief(arctic, ice);
  picture("shade.png", polar.shade);
  picture("elevation.png", polar.elevation);
  picture("halo.png", polar.halo);
  const std::vector<ReliefPlane> small = {plane(ReliefKind::elevation, reduced(polar.elevation, 4), kTintQuality),
                                          plane(ReliefKind::shade, resampled(polar.shade, 576), kFirstQuality),
                                          plane(ReliefKind::halo, reduced(polar.halo, 16), kHaloQuality)};
  bake.first.push_back({"base/relief", write_relief(small)});
  const std::vector<ReliefPlane> large = {plane(ReliefKind::elevation, reduced(polar.elevation, 2), kTintQuality),
                                          plane(ReliefKind::shade, polar.shade, kFineQuality)};
  bake.fine.push_back({"fine/relief", write_relief(large)});
  const PartsRaster parts = bake.value_of(read_values((base / "province_parts_2048.png").string()), PartsRaster{});
  bake.first.push_back({"base/parts", write_parts(parts)});
  bake.first.push_back({"base/parts.csv", bake.bytes(base / "province_parts.csv")});
  const Raster world = bake.value_of(read_heights((base / "world_relief_1024x512.png").string()), Raster(16, 8));
  const ReliefPlanes whole = world_relief(world);
  picture("world_shade.png", whole.shade);
  picture("world_elevation.png", whole.elevation);
  const std::vector<ReliefPlane> globe = {
      plane(ReliefKind::elevation, reduced(without_arctic(whole.elevation), 2), kWorldQuality),
      plane(ReliefKind::shade, reduced(without_arctic(whole.shade), 2), kWorldQuality)};
  bake.first.push_back({"base/world", write_relief(globe)});
}

void add_fonts(Bake& bake) {
  const std::vector<uint8_t> medium = bake.bytes(bake.inter / "Inter-Medium.otf");
  const std::vector<uint8_t> italic = bake.bytes(bake.inter / "Inter-Italic.otf");
  const FontAtlasSection atlas = bake.value_of(make_font_atlas(medium, italic), FontAtlasSection{});
  bake.first.push_back({"font/atlas", write_font_atlas(atlas)});
  if (!bake.pictures.empty()) {
    Raster field(atlas.width, atlas.height);
    std::copy(atlas.distance_field.begin(), atlas.distance_field.end(), field.values.begin());
    const std::vector<uint8_t> file = png_of(field);
    std::ofstream(bake.pictures / "font.png", std::ios::binary)
        .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
  }
  for (const char* name : {"inter-regular.otf", "inter-semibold.otf"}) {
    bake.first.push_back({std::string("font/") + name, bake.bytes(bake.fonts / name)});
  }
}

void write(Bake& bake, const char* name, const std::vector<PackEntry>& entries) {
  for (const PackEntry& entry : entries) std::printf("%10zu  %s\n", entry.bytes.size(), entry.name.c_str());
  const std::vector<uint8_t> pack = write_pack(entries);
  const fs::path path = bake.out / name;
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(pack.data()), static_cast<std::streamsize>(pack.size()));
  if (!file)
    bake.faults.push_back({.file = path.string(), .line = 0, .column = {}, .what = "cannot be written", .value = {}});
  std::printf("%10zu  %s\n\n", pack.size(), name);
}

int run(const std::map<std::string, std::string>& options) {
  const auto option = [&](const char* name) {
    const auto found = options.find(name);
    return found == options.end() ? fs::path() : fs::path(found->second);
  };
  Bake bake{.root = option("--root"),
            .fonts = option("--fonts"),
            .inter = option("--inter"),
            .out = option("--out"),
            .pictures = option("--pictures"),
            .first = {},
            .texts = {},
            .fine = {},
            .faults = {}};
  if (bake.root.empty() || bake.fonts.empty() || bake.inter.empty() || bake.out.empty()) {
    std::fputs("usage: atlas-bake --root REPOSITORY --fonts SUBSET_DIR --inter INTER_DIR --out DIR [--pictures DIR]\n",
               stderr);
    return 2;
  }
  fs::create_directories(bake.out);
  if (!bake.pictures.empty()) fs::create_directories(bake.pictures);
  add_texts(bake);
  add_ground(bake);
  add_fonts(bake);
  if (bake.faults.empty()) {
    write(bake, "atlas.pack", bake.first);
    write(bake, "atlas-texts.pack", bake.texts);
    write(bake, "atlas-fine.pack", bake.fine);
  }
  for (const Fault& fault : bake.faults) std::fprintf(stderr, "%s\n", to_text(fault).c_str());
  return bake.faults.empty() ? 0 : 1;
}

}  // namespace
}  // namespace atlas::bake

int main(int count, char** values) {
  std::map<std::string, std::string> options;
  for (int i = 1; i + 1 < count; i += 2) options[values[i]] = values[i + 1];
  return atlas::bake::run(options);
}
