// Time passes the same at any frame rate.
#include "app/motion.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "geo/great_circle.h"

using namespace atlas;

namespace {

const Viewport kWindow = whole_window(900, 600);

CameraPose last_pose(const Actions& ask, CameraPose before) {
  for (const Action& action : ask.actions)
    if (const auto* move = std::get_if<MoveCamera>(&action)) before = move->pose;
  return before;
}

/// The pose after these seconds, in steps of dt_s.
template <class Start>
CameraPose after(double seconds, double dt_s, Start start) {
  Motion motion;
  Session session;
  const Dataset data;
  const CameraPose from{.lat_deg = 84, .lon_deg = 20, .distance_km = 5000, .bearing_deg = 10, .tilt_deg = 30};
  start(motion, from);
  CameraPose pose = from;
  for (int i = 0; i < static_cast<int>(std::lround(seconds / dt_s)); ++i) {
    Actions ask;
    motion.advance(dt_s, data, session, ask);
    pose = last_pose(ask, pose);
  }
  return pose;
}

void check_same(const CameraPose& a, const CameraPose& b) {
  CHECK(central_angle_rad({a.lon_deg, a.lat_deg}, {b.lon_deg, b.lat_deg}) < 1e-9);
  CHECK(a.distance_km == Approx(b.distance_km).epsilon(1e-9));
  CHECK(a.bearing_deg == Approx(b.bearing_deg).margin(1e-6));
}

}  // namespace

TEST_CASE("inertia carries the globe as far at 10 frames a second as at 160", "[app][law]") {
  const auto push = [](Motion& motion, const CameraPose& from) { motion.start_inertia(from, kWindow, {700, 350}); };
  const CameraPose fine = after(0.4, 1.0 / 160, push);
  check_same(after(0.4, 0.1, push), fine);
  CHECK(central_angle_rad({fine.lon_deg, fine.lat_deg}, {20, 84}) > 0.05);
}

TEST_CASE("inertia ends, and at the same place whatever the steps", "[app][law]") {
  const auto push = [](Motion& motion, const CameraPose& from) { motion.start_inertia(from, kWindow, {-900, 100}); };
  check_same(after(3, 0.25, push), after(3, 1.0 / 60, push));
  Motion motion;
  Session session;
  motion.start_inertia({}, kWindow, {-900, 100});
  Actions ask;
  for (int i = 0; i < 12; ++i) motion.advance(0.25, Dataset{}, session, ask);
  CHECK_FALSE(motion.moving(session));
}

TEST_CASE("a drag let go slower than it could be seen does not turn on", "[app]") {
  Motion motion;
  motion.start_inertia({}, kWindow, {5, 5});
  CHECK_FALSE(motion.moving(Session{}));
}

TEST_CASE("a flight passes the same places in few steps and in many", "[app][law]") {
  const auto fly = [](Motion& motion, const CameraPose& from) {
    motion.fly_to(from, {.lat_deg = 70, .lon_deg = -150, .distance_km = 2000, .bearing_deg = 0, .tilt_deg = 20}, 1.2);
  };
  check_same(after(0.8, 0.2, fly), after(0.8, 0.01, fly));
}
