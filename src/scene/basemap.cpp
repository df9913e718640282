#include "scene/basemap.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "data/base_sections.h"
#include "geo/great_circle.h"
#include "scene/lines.h"

namespace atlas {
namespace {

constexpr double kLastParallel_deg = 20;
constexpr double kPoleGap_deg = 4;

Vec3f point_of(BasePoint p) {
  const auto v = unit_vector(p);
  return {v[0], v[1], v[2]};
}

void append_run(std::vector<Segment>& segments, const std::vector<Vec3f>& points, bool closed) {
  const size_t count = points.size();
  float along = 0;
  for (size_t i = 0; i + (closed ? 0 : 1) < count; ++i) {
    const Vec3f &a = points[i], &b = points[(i + 1) % count];
    const float next = along + std::hypot(b.x - a.x, b.y - a.y, b.z - a.z);
    if (next > along) segments.push_back({a, b, along, next});
    along = next;
  }
}

Result<BaseMesh> mesh_section(const Pack& pack, std::string_view name) {
  if (!pack.has(name)) return Fault{"pack", 0, std::string(name), "section is missing", ""};
  return read_mesh(pack.find(name));
}

void take_mesh(const BaseMesh& mesh, GroundMesh& ground, std::vector<Segment>* shore) {
  GlobeMesh globe = globe_mesh(mesh);
  ground.vertices.clear();
  ground.vertices.reserve(globe.vertices.size());
  for (const auto& v : globe.vertices) ground.vertices.push_back({v[0], v[1], v[2]});
  ground.indices = std::move(globe.indices);
  if (!shore) return;
  std::vector<Vec3f> run;
  for (const BaseRun& outline : mesh.outlines) {
    run.clear();
    for (uint32_t i = 0; i < outline.count; ++i) run.push_back(ground.vertices[outline.first + i]);
    append_run(*shore, run, true);
  }
}

template <class KindOf>
void add_lines(const Pack& pack, std::string_view name, StaticScene& scene, Faults& faults, KindOf kind_of) {
  if (!pack.has(name)) {
    faults.push_back({"pack", 0, std::string(name), "section is missing", ""});
    return;
  }
  const auto lines = read_lines(pack.find(name));
  faults.insert(faults.end(), lines.faults().begin(), lines.faults().end());
  if (!lines.ok()) return;
  std::vector<Vec3f> run;
  for (const BaseLine& line : *lines) {
    run.clear();
    for (const auto& p : line.points) run.push_back(point_of(p));
    append_run(batch_of(scene, kind_of(line.kind)).segments, run, false);
  }
}

}  // namespace

LineKind kind_of(const MapLine& line) {
  if (line.kind == "pipeline") return line.status == "operating" ? LineKind::pipeline : LineKind::pipeline_planned;
  if (line.kind == "route") return LineKind::route;
  if (line.kind == "ice-edge")
    return line.id.find("march") != std::string::npos ? LineKind::ice_edge_march : LineKind::ice_edge_september;
  return line.status == "indicative" ? LineKind::limit : LineKind::boundary;
}

LineBatch& batch_of(StaticScene& scene, LineKind kind) {
  const auto found =
      std::find_if(scene.lines.begin(), scene.lines.end(), [&](const LineBatch& batch) { return batch.kind == kind; });
  if (found != scene.lines.end()) return *found;
  scene.lines.push_back({kind, {}});
  return scene.lines.back();
}

Faults add_base_globe(const Pack& pack, StaticScene& scene) {
  Faults faults;
  const auto add_mesh = [&](std::string_view name, GroundMesh& ground, std::vector<Segment>* shore) {
    const auto mesh = mesh_section(pack, name);
    faults.insert(faults.end(), mesh.faults().begin(), mesh.faults().end());
    if (mesh.ok()) take_mesh(*mesh, ground, shore);
  };
  add_mesh("base/land.mesh", scene.land, &batch_of(scene, LineKind::coast).segments);
  add_mesh("base/ice.mesh", scene.ice, nullptr);
  add_mesh("base/lakes.mesh", scene.lakes, &batch_of(scene, LineKind::lake_shore).segments);
  add_lines(pack, "base/borders.lines", scene, faults,
            [](uint8_t kind) { return kind == 1 ? LineKind::disputed_border : LineKind::border; });
  add_lines(pack, "base/rivers.lines", scene, faults, [](uint8_t) { return LineKind::river; });
  return faults;
}

Faults replace_land(const Pack& fine, StaticScene& scene) {
  if (!fine.has("fine/land.mesh")) return {};
  const auto mesh = read_mesh(fine.find("fine/land.mesh"));
  if (!mesh.ok()) return mesh.faults();
  if (fine.has("fine/ice.mesh")) {
    const auto ice = read_mesh(fine.find("fine/ice.mesh"));
    if (!ice.ok()) return ice.faults();
    take_mesh(*ice, scene.ice, nullptr);
  }
  std::vector<Segment>& coast = batch_of(scene, LineKind::coast).segments;
  coast.clear();
  take_mesh(*mesh, scene.land, &coast);
  return {};
}

void add_graticule(StaticScene& scene) {
  std::vector<Segment>& lines = batch_of(scene, LineKind::graticule).segments;
  for (int lon_deg = -180; lon_deg < 180; lon_deg += 30)
    append_way(lines, {{double(lon_deg), kLastParallel_deg}, {double(lon_deg), 90 - kPoleGap_deg}}, kLineStep_deg);
  const auto parallel = [](std::vector<Segment>& segments, double lat_deg) {
    std::vector<LonLat> way;
    for (int lon_deg = -180; lon_deg <= 180; ++lon_deg) way.push_back({double(lon_deg), lat_deg});
    append_way(segments, way, kLineStep_deg * 2);
  };
  for (int lat_deg = 20; lat_deg <= 80; lat_deg += 10) parallel(lines, lat_deg);
  parallel(batch_of(scene, LineKind::arctic_circle).segments, kArcticCircle_lat_deg);
}

void add_map_lines(const Dataset& dataset, StaticScene& scene) {
  for (const MapLine& line : dataset.lines) {
    std::vector<Segment>& segments = batch_of(scene, kind_of(line)).segments;
    for (const std::vector<LonLat>& way : line.lines) append_way(segments, way, kLineStep_deg);
  }
}

void add_outlines_outside(const Dataset& dataset, StaticScene& scene) {
  std::vector<Segment>& segments = batch_of(scene, LineKind::outline_outside).segments;
  const auto outside = [](LonLat p) { return p.lat_deg < kArcticCircle_lat_deg; };
  // The share of the way from a to b at which the Circle is crossed.
  const auto crossing = [&](LonLat a, LonLat b) {
    double low = 0, high = 1;
    for (int i = 0; i < 40; ++i) {
      const double middle = 0.5 * (low + high);
      (outside(interpolate(a, b, middle)) == outside(a) ? low : high) = middle;
    }
    return interpolate(a, b, low);
  };
  const auto add_ring = [&](const Ring& ring) {
    std::vector<LonLat> way;
    const auto flush = [&] {
      if (way.size() > 1) append_way(segments, way, kLineStep_deg);
      way.clear();
    };
    const auto points = ring.points();
    for (size_t i = 0; i < points.size(); ++i) {
      const LonLat a = points[i], b = points[(i + 1) % points.size()];
      if (outside(a) && way.empty()) way.push_back(a);
      if (outside(a) && outside(b)) {
        way.push_back(b);
      } else if (outside(a)) {
        way.push_back(crossing(a, b));
        flush();
      } else if (outside(b)) {
        way = {crossing(a, b), b};
      }
    }
    flush();
  };
  for (const Asset& asset : dataset.assets)
    if (asset.layer == Layer::province)
      for (const Polygon& polygon : asset.outline) {
        add_ring(polygon.outer);
        for (const Ring& hole : polygon.holes) add_ring(hole);
      }
}

}  // namespace atlas
