#include "scene/loaded_columns.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <random>

#include "data/host_columns.h"
#include "scene/pick.h"

using namespace atlas;

namespace {

HostColumns made_columns(size_t count) {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> z(0.5f, 1), turn(-180, 180), value(0, 100);
  std::vector<float> lon, lat, values;
  for (size_t i = 0; i < count; ++i) {
    lon.push_back(turn(random));
    lat.push_back(static_cast<float>(to_deg(std::asin(double{z(random)}))));
    for (int t = 0; t < 3; ++t) values.push_back(i % 5 == 0 ? 0 : value(random));
  }
  const std::vector<int32_t> times{0, 100, 300};
  return HostColumns::from(lon, lat, values, times).value();
}

CameraMatrices camera_at(double lat_deg, double distance_km, double tilt_deg) {
  return matrices(
      {.lat_deg = lat_deg, .lon_deg = 40, .distance_km = distance_km, .bearing_deg = 20, .tilt_deg = tilt_deg},
      whole_window(800, 600));
}

constexpr double kTime = 1.25;

}  // namespace

TEST_CASE("a loaded column's height is its share of the largest value", "[scene]") {
  const HostColumns columns = made_columns(500);
  const LoadedColumns loaded = loaded_columns(columns, 1);
  CHECK(loaded.top * kEarthRadius_km == Approx(kTallestLoadedColumn_km));
  for (size_t place = 0; place < 500; ++place)
    CHECK(loaded_height(loaded, place, kTime) ==
          Approx(double{loaded.top} * columns.share_at(place, kTime)).margin(1e-12));
}

TEST_CASE("no columns are a view on nothing", "[scene]") {
  const std::vector<int32_t> times{0};
  const HostColumns none = HostColumns::from({}, {}, {}, times).value();
  const LoadedColumns loaded = loaded_columns(none, 4);
  CHECK(loaded.tree == nullptr);
  CHECK(loaded.version == 4);
  std::vector<LoadedRange> ranges;
  visible_ranges(loaded, camera_at(80, 4000, 30), 1, ranges);
  CHECK(ranges.empty());
  CHECK_FALSE(pick_loaded(loaded, 0, camera_at(80, 4000, 30), 400, 300, 1));
}

TEST_CASE("ranges leave out no column that can be seen, and most of what can't", "[scene][law]") {
  const HostColumns columns = made_columns(20000);
  const LoadedColumns loaded = loaded_columns(columns, 1);
  std::vector<LoadedRange> ranges;
  for (const auto& [lat, distance, tilt] : {std::tuple{88.0, 9000.0, 0.0}, {75.0, 2500.0, 60.0}, {70.0, 400.0, 70.0}}) {
    const CameraMatrices camera = camera_at(lat, distance, tilt);
    visible_ranges(loaded, camera, 1, ranges);
    CHECK(ranges.size() <= 64);
    std::vector<bool> drawn(20000, false);
    size_t sum = 0;
    for (const LoadedRange& range : ranges) {
      sum += range.count;
      for (size_t i = 0; i < range.count; ++i) drawn[range.first + i] = true;
    }
    size_t seen = 0;
    for (size_t place = 0; place < 20000; ++place) {
      const glm::dvec3 axis(columns.tree().points()[place]);
      for (const double height : {0.0, loaded_height(loaded, place, kTime)}) {
        const glm::dvec3 at = axis * (1 + height);
        const auto px = to_px(camera, at);
        if (!px || px->x < 0 || px->x > 800 || px->y < 0 || px->y > 600) continue;
        const glm::dvec3 way = glm::normalize(at - camera.eye_in_world);
        const auto ground = hit_globe({camera.eye_in_world, way});
        if (ground && glm::distance(*ground, camera.eye_in_world) < glm::distance(at, camera.eye_in_world) - 1e-6)
          continue;
        ++seen;
        CHECK(drawn[place]);
      }
    }
    CHECK(seen > 0);
    if (distance < 1000) CHECK(sum < 10000);
  }
}

TEST_CASE("the column under a pixel is the one that a look at every column finds", "[scene][law]") {
  const HostColumns columns = made_columns(3000);
  const LoadedColumns loaded = loaded_columns(columns, 1);
  std::mt19937 random(11);
  std::uniform_real_distribution<double> x_px(0, 800), y_px(0, 600);
  size_t hits = 0;
  for (const auto& [lat, distance, tilt] : {std::tuple{88.0, 6000.0, 0.0}, {72.0, 1500.0, 60.0}, {70.0, 500.0, 70.0}}) {
    const CameraMatrices camera = camera_at(lat, distance, tilt);
    for (int i = 0; i < 400; ++i) {
      const double x = x_px(random), y = y_px(random);
      const Ray ray = ray_in_world(camera, x, y);
      // Marched along the ray in small steps: inside a prism is on the inner side of its six walls.
      const auto ground = hit_globe(ray);
      const double end = ground ? glm::distance(*ground, ray.origin_in_world) : 3.0;
      double best = end;
      std::optional<size_t> expected;
      for (size_t place = 0; place < 3000; ++place) {
        const glm::dvec3 axis(columns.tree().points()[place]);
        const double height = loaded_height(loaded, place, kTime), radius = loaded_radius(loaded, camera, 1, axis);
        const glm::dvec3 middle = axis * (1 + 0.5 * height);
        const double ahead = glm::dot(middle - ray.origin_in_world, ray.direction_in_world);
        const double reach = 0.5 * height + radius;
        if (height <= 0 || glm::distance(ray.origin_in_world + ahead * ray.direction_in_world, middle) > reach)
          continue;
        const glm::dvec3 east = glm::normalize(glm::cross(glm::dvec3(0, 0, 1), axis)), north = glm::cross(axis, east);
        const double step = reach / 4000;
        const double begin = std::max(0.0, ahead - reach);
        const int steps = static_cast<int>((std::min(ahead + reach, best) - begin) / step);
        for (int k = 0; k <= steps; ++k) {
          const double t = begin + k * step;
          if (t >= best) break;
          const glm::dvec3 from = ray.origin_in_world + t * ray.direction_in_world - axis;
          const double up = glm::dot(from, axis), a = glm::dot(from, east), b = glm::dot(from, north);
          if (up < 0 || up > height) continue;
          double outermost = 0;
          for (int side = 0; side < 6; ++side)
            outermost =
                std::max(outermost, a * std::cos((side + 0.5) * kPi / 3) + b * std::sin((side + 0.5) * kPi / 3));
          if (outermost > radius * std::cos(kPi / 6)) continue;
          best = t;
          expected = place;
          break;
        }
      }
      const auto found = pick_loaded(loaded, kTime, camera, x, y, 1);
      if (expected) {
        ++hits;
        REQUIRE(found);
        CHECK(found->distance <= best + 1e-9);
        CHECK(std::abs(found->distance - best) < 1e-3);
      } else if (found) {
        CHECK(end - found->distance < 1e-3);  // in the slack below the ground, or a corner thinner than a step
      }
    }
  }
  CHECK(hits > 50);
}
