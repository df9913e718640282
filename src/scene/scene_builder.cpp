#include "scene/scene_builder.h"

#include "data/base_sections.h"
#include "scene/bars.h"
#include "scene/basemap.h"
#include "scene/blocks.h"
#include "scene/ground_images.h"

namespace atlas {
namespace {

bool same(const std::vector<LineBatch>& a, const std::vector<LineBatch>& b) {
  const auto near = [](const Segment& s, const Segment& t) {
    return s.a.x == t.a.x && s.a.y == t.a.y && s.a.z == t.a.z && s.b.x == t.b.x && s.b.y == t.b.y && s.b.z == t.b.z;
  };
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i].kind != b[i].kind || a[i].key != b[i].key || a[i].width != b[i].width ||
        a[i].segments.size() != b[i].segments.size())
      return false;
    for (size_t k = 0; k < a[i].segments.size(); ++k)
      if (!near(a[i].segments[k], b[i].segments[k])) return false;
  }
  return true;
}

}  // namespace

StaticScene build_static(const Dataset& dataset, const Pack& base, Faults* faults) {
  StaticScene scene;
  const auto take = [&](const Faults& more) {
    if (faults) faults->insert(faults->end(), more.begin(), more.end());
  };
  take(add_base_globe(base, scene));
  take(read_ground_images(base, dataset, scene.images));
  add_graticule(scene);
  add_map_lines(dataset, scene);
  add_outlines_outside(dataset, scene);
  scene.blocks = build_blocks(dataset);
  scene.columns = build_columns(dataset);
  if (const auto font = read_font_atlas(base.find("font/atlas")); font.ok()) {
    scene.font.distance_field = {font->width, font->height, 1, font->distance_field};
    scene.font.version = 1;
  } else {
    take(font.faults());
  }
  update_contact(shown_tops(dataset, height_scales(dataset), default_state(dataset)), scene);
  scene.version = 1;
  return scene;
}

Faults add_fine(const Pack& fine, StaticScene& scene) {
  Faults faults = replace_land(fine, scene);
  if (faults.empty() && fine.has("fine/land.mesh")) ++scene.version;
  const Faults more = read_fine_relief(fine, scene.images);
  faults.insert(faults.end(), more.begin(), more.end());
  return faults;
}

std::vector<double> shown_tops(const Dataset& dataset, const HeightScales& scales, const State& state) {
  std::vector<double> tops;
  tops.reserve(dataset.assets.size());
  for (const Asset& asset : dataset.assets)
    tops.push_back(asset.layer == Layer::province && is_shown(dataset, state.layers, state.filters, asset)
                       ? level_heights_radii(dataset, asset, scales, state.height)[2]
                       : 0);
  return tops;
}

void update_contact(const std::vector<double>& top_radii, StaticScene& scene) {
  scene.images.contact = contact_image(scene.blocks, top_radii);
  ++scene.images.contact_version;
}

void write_frame(const Dataset& dataset, const HeightScales& scales, const State& state, const Snapshot& snapshot,
                 const Snapshot* baseline, std::optional<AssetIx> hovered, FrameScene& frame) {
  write_slots(dataset, scales, state, snapshot, baseline, hovered, frame.slots);
  std::vector<LineBatch> batches = arc_batches(arcs_of(dataset, state, snapshot));
  if (!same(batches, frame.arcs)) {
    frame.arcs = std::move(batches);
    ++frame.arcs_version;
  }
  frame.line_visible = visible_lines(state.layers);
}

}  // namespace atlas
