#include "geo/camera.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>
#include <limits>

#include "geo/camera_frame.h"
#include "geo/camera_moves.h"
#include "geo/great_circle.h"
#include "geo/shapes.h"

using namespace atlas;

namespace {

const Viewport kDesktop{1600, 1000, {340, 60, 900, 700}};

CameraPose random_pose(shapes::Random& random, double most_km = 15000.0) {
  const LonLat ground = shapes::position(random);
  return within_limits({.lat_deg = ground.lat_deg,
                        .lon_deg = ground.lon_deg,
                        .distance_km = std::exp(shapes::between(random, std::log(100.0), std::log(most_km))),
                        .bearing_deg = shapes::between(random, -180.0, 180.0),
                        .tilt_deg = shapes::between(random, 0.0, 60.0)});
}

// How far two views are apart, as the angle between their heads, up to a tilt.
double view_angle_rad(const CameraPose& a, const CameraPose& b) {
  const CameraFrame fa = frame_of(a), fb = frame_of(b);
  return std::max(central_angle_rad(fa.ground, fb.ground), central_angle_rad(fa.heading, fb.heading));
}

}  // namespace

TEST_CASE("the ground point falls on the middle of the free area", "[camera][law]") {
  shapes::Random random(41);
  for (int i = 0; i < 300; ++i) {
    const CameraMatrices camera = matrices(random_pose(random), kDesktop);
    const auto px = to_px(camera, camera.ground_in_world);
    REQUIRE(px.has_value());
    CHECK(px->x == Approx(340 + 450).margin(1e-6));
    CHECK(px->y == Approx(60 + 350).margin(1e-6));
  }
}

TEST_CASE("the eye stands at its distance and its tilt, and north is up", "[camera]") {
  const CameraPose pose{.lat_deg = 70, .lon_deg = 40, .distance_km = 3000, .bearing_deg = 0, .tilt_deg = 30};
  const CameraMatrices camera = matrices(pose, kDesktop);
  const glm::dvec3 back = camera.eye_in_world - camera.ground_in_world;
  CHECK(glm::length(back) * kEarthRadius_km == Approx(3000));
  CHECK(to_deg(central_angle_rad(back, camera.ground_in_world)) == Approx(30));
  const auto north = to_px(camera, to_world({40, 71}));
  CHECK(north->x == Approx(790).margin(1e-6));
  CHECK(north->y < 410);
  const auto east = to_px(camera, to_world({42, 70}));
  CHECK(east->x > 790);
  CameraPose eastward = pose;
  eastward.bearing_deg = 90;
  CHECK(to_px(matrices(eastward, kDesktop), to_world({42, 70}))->y < 410);
}

TEST_CASE("the field of view spans the shorter side of the free area", "[camera]") {
  const CameraPose pose{.lat_deg = 90, .lon_deg = 0, .distance_km = 1000, .bearing_deg = 0, .tilt_deg = 0};
  const CameraMatrices camera = matrices(pose, kDesktop);
  const Ray top = ray_in_world(camera, 790, 60);
  const Ray bottom = ray_in_world(camera, 790, 760);
  CHECK(to_deg(central_angle_rad(top.direction_in_world, bottom.direction_in_world)) == Approx(kFieldOfView_deg));
}

TEST_CASE("a ray through a pixel meets what falls on that pixel", "[camera][law]") {
  shapes::Random random(42);
  int hits = 0;
  for (int i = 0; i < 1000; ++i) {
    const CameraMatrices camera = matrices(random_pose(random), kDesktop);
    const double x = shapes::between(random, 0, 1600), y = shapes::between(random, 0, 1000);
    const auto hit = hit_globe(ray_in_world(camera, x, y));
    if (!hit) continue;
    ++hits;
    REQUIRE(glm::length(*hit) == Approx(1.0));
    const auto px = to_px(camera, *hit);
    REQUIRE(px.has_value());
    REQUIRE(px->x == Approx(x).margin(1e-4));
    REQUIRE(px->y == Approx(y).margin(1e-4));
    const glm::dvec4 in_clip = camera.clip_from_world * glm::dvec4(*hit, 1.0);
    REQUIRE(std::abs(in_clip.z) <= in_clip.w);
  }
  CHECK(hits > 300);
}

TEST_CASE("near and far hold everything from the eye to behind the horizon", "[camera]") {
  for (const double distance_km : {60.0, 300.0, 8150.0, 40000.0}) {
    const CameraMatrices camera =
        matrices({.lat_deg = 80, .lon_deg = 0, .distance_km = distance_km, .bearing_deg = 0, .tilt_deg = 0}, kDesktop);
    CHECK(camera.near_radii * kEarthRadius_km < 0.05 * distance_km);
    CHECK(camera.far_radii > std::sqrt(std::pow(1 + distance_km / kEarthRadius_km, 2) - 1));
    // A 24-bit depth buffer tells apart a hundredth of the way to the ground.
    const double z = distance_km / kEarthRadius_km;
    CHECK(z * z / (camera.near_radii * std::pow(2.0, 24)) < 0.01 * z);
  }
}

TEST_CASE("limits are idempotent and mend what is not finite", "[camera][law]") {
  shapes::Random random(43);
  for (int i = 0; i < 500; ++i) {
    const CameraPose wild{.lat_deg = shapes::between(random, -300, 300),
                          .lon_deg = shapes::between(random, -900, 900),
                          .distance_km = shapes::between(random, -100, 90000),
                          .bearing_deg = shapes::between(random, -900, 900),
                          .tilt_deg = shapes::between(random, -100, 200)};
    const CameraPose once = within_limits(wild);
    REQUIRE(within_limits(once) == once);
    REQUIRE(once.distance_km >= kNearestCamera_km);
    REQUIRE(once.distance_km <= kFarthestCamera_km);
    REQUIRE(once.tilt_deg <= max_tilt_deg(once.distance_km));
  }
  CameraPose broken;
  broken.lat_deg = std::numeric_limits<double>::quiet_NaN();
  broken.distance_km = std::numeric_limits<double>::infinity();
  CHECK(within_limits(broken) == CameraPose{});
  CHECK(within_limits(CameraPose{}) == CameraPose{});
  CHECK(max_tilt_deg(100) == kMaxTilt_deg);
  CHECK(max_tilt_deg(40000) < 20);
}

TEST_CASE("a drag keeps the grabbed ground under the pointer, with the same distance and tilt", "[camera][law]") {
  shapes::Random random(44);
  int tried = 0;
  for (int i = 0; i < 600; ++i) {
    const CameraPose pose = random_pose(random);
    const glm::dvec2 from(shapes::between(random, 600, 980), shapes::between(random, 300, 520));
    const glm::dvec2 to = from + glm::dvec2(shapes::between(random, -60, 60), shapes::between(random, -60, 60));
    const auto grabbed = hit_globe(ray_in_world(matrices(pose, kDesktop), from.x, from.y));
    if (!grabbed || !hit_globe(ray_in_world(matrices(pose, kDesktop), to.x, to.y))) continue;
    const CameraPose after = orbited(pose, kDesktop, from, to);
    const auto px = to_px(matrices(after, kDesktop), *grabbed);
    CAPTURE(i);
    REQUIRE(px.has_value());
    REQUIRE(glm::length(*px - to) < 0.5);
    REQUIRE(after.distance_km == pose.distance_km);
    REQUIRE(after.tilt_deg == pose.tilt_deg);
    ++tried;
  }
  CHECK(tried > 400);
}

TEST_CASE("a drag over the pole goes on without a jump", "[camera]") {
  CameraPose pose{.lat_deg = 80, .lon_deg = 30, .distance_km = 6000, .bearing_deg = 0, .tilt_deg = 20};
  double most_lat_deg = 0.0;
  for (int i = 0; i < 200; ++i) {
    const CameraPose next = orbited(pose, kDesktop, {790, 410}, {790, 415});
    REQUIRE(view_angle_rad(pose, next) < 0.02);
    pose = next;
    most_lat_deg = std::max(most_lat_deg, pose.lat_deg);
  }
  CHECK(most_lat_deg > 89.5);
  CHECK(pose.lat_deg < 80.0);
  CHECK(std::abs(std::abs(wrapped_180(pose.lon_deg - 30.0)) - 180.0) < 1.0);
  CHECK(std::abs(std::abs(pose.bearing_deg) - 180.0) < 1.0);
}

TEST_CASE("a drag across the rim is continuous and bounded", "[camera]") {
  CameraPose pose{.lat_deg = 80, .lon_deg = 30, .distance_km = 20000, .bearing_deg = 0, .tilt_deg = 0};
  for (double x = 790; x < 1500; x += 5) {
    const CameraPose next = orbited(pose, kDesktop, {x, 410}, {x + 5, 410});
    REQUIRE(view_angle_rad(pose, next) < 0.2);
    pose = next;
  }
  CHECK(orbited(pose, kDesktop, {700, 400}, {700, 400}).distance_km == pose.distance_km);
  CHECK(view_angle_rad(orbited(pose, kDesktop, {700, 400}, {700, 400}), pose) < 1e-9);
}

TEST_CASE("zoom keeps the point under the pointer", "[camera][law]") {
  shapes::Random random(45);
  int tried = 0;
  for (int i = 0; i < 600; ++i) {
    const CameraPose pose = random_pose(random);
    const glm::dvec2 pointer(shapes::between(random, 400, 1200), shapes::between(random, 150, 700));
    const auto kept = hit_globe(ray_in_world(matrices(pose, kDesktop), pointer.x, pointer.y));
    const double factor = shapes::between(random, 0.7, 1.3);
    const CameraPose after = zoomed(pose, kDesktop, pointer, factor);
    if (!kept || !hit_globe(ray_in_world(matrices(after, kDesktop), pointer.x, pointer.y))) continue;
    CAPTURE(i, factor);
    REQUIRE(glm::length(*to_px(matrices(after, kDesktop), *kept) - pointer) < 0.01);
    REQUIRE(after.distance_km == Approx(std::clamp(pose.distance_km * factor, kNearestCamera_km, kFarthestCamera_km)));
    ++tried;
  }
  CHECK(tried > 300);
  CHECK(zoomed({}, kDesktop, {790, 410}, 1e-9).distance_km == kNearestCamera_km);
  CHECK(zoomed({}, kDesktop, {790, 410}, 0.0) == CameraPose{});
}

TEST_CASE("turning and north up change only what they say", "[camera]") {
  const CameraPose pose = turned({}, 200.0, 5.0);
  CHECK(pose.bearing_deg == Approx(-160.0));
  CHECK(pose.tilt_deg == Approx(38.0));
  CHECK(north_up(pose).bearing_deg == 0.0);
  CHECK(north_up(pose).lon_deg == pose.lon_deg);
}

TEST_CASE("a flight ends exactly, stays within limits and never jumps", "[camera][law]") {
  shapes::Random random(46);
  for (int i = 0; i < 60; ++i) {
    const CameraPose a = random_pose(random), b = random_pose(random);
    REQUIRE(fly_between(a, b, 0.0) == a);
    REQUIRE(fly_between(a, b, 1.0) == b);
    CameraPose last = a;
    for (int k = 1; k <= 400; ++k) {
      const CameraPose next = fly_between(a, b, k / 400.0);
      CAPTURE(i, k);
      REQUIRE(within_limits(next) == next);
      REQUIRE(view_angle_rad(last, next) < 0.05);
      REQUIRE(std::abs(std::log(next.distance_km / last.distance_km)) < 0.08);
      last = next;
    }
  }
}

TEST_CASE("a flight across the Arctic goes over the pole", "[camera]") {
  const CameraPose a{.lat_deg = 70, .lon_deg = 30, .distance_km = 2000, .bearing_deg = 0, .tilt_deg = 20};
  const CameraPose b{.lat_deg = 70, .lon_deg = -150, .distance_km = 2000, .bearing_deg = 0, .tilt_deg = 20};
  const CameraPose middle = fly_between(a, b, 0.5);
  CHECK(middle.lat_deg > 89.9);
  CHECK(middle.distance_km > 2500);
}
