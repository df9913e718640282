#include "app/motion.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "state/reduce.h"

namespace atlas {
namespace {

constexpr double kSlotEase_s = 0.25;
constexpr double kInertiaHalfLife_s = 0.12;
constexpr double kInertiaStop_px_per_s = 12;
constexpr double kDaysPerYear = 365.2425;

double ease_in_out(double t) { return t * t * (3 - 2 * t); }

}  // namespace

void Motion::fly_to(const CameraPose& from, const CameraPose& to, double duration_s) {
  inertia_.reset();
  flight_ = Flight{from, to, 0, std::max(1e-3, duration_s)};
}

void Motion::start_inertia(const CameraPose& from, const Viewport& viewport, glm::dvec2 px_per_s) {
  const double lasts_s = kInertiaHalfLife_s * std::log2(glm::length(px_per_s) / kInertiaStop_px_per_s);
  if (lasts_s > 0) inertia_ = Inertia{from, spin_of(from, viewport, px_per_s), 0, lasts_s};
}

void Motion::stop_camera() {
  flight_.reset();
  inertia_.reset();
}

void Motion::start_play(double day) { play_day_ = day; }

void Motion::advance(double dt_s, const Dataset& dataset, Session& session, Actions& ask) {
  if (flight_) {
    flight_->elapsed_s += dt_s;
    const double t = std::min(1.0, flight_->elapsed_s / flight_->duration_s);
    ask.push(MoveCamera{fly_between(flight_->from, flight_->to, t)});
    if (t >= 1) flight_.reset();
  } else if (inertia_) {
    // The way of a speed that halves each half-life: the same at any frame rate.
    inertia_->elapsed_s = std::min(inertia_->elapsed_s + dt_s, inertia_->lasts_s);
    const double gone = 1 - std::exp2(-inertia_->elapsed_s / kInertiaHalfLife_s);
    const double turn_rad = inertia_->spin.rad_per_s * kInertiaHalfLife_s / std::log(2.0) * gone;
    ask.push(MoveCamera{spun(inertia_->from, inertia_->spin, turn_rad)});
    if (inertia_->elapsed_s >= inertia_->lasts_s) inertia_.reset();
  }
  if (session.playing) {
    play_day_ += dt_s * session.years_per_s * kDaysPerYear;
    const int last = dataset.as_of.days;
    ask.push(SetDate{*session.playing, Date{std::min(last, static_cast<int>(play_day_))}});
    if (play_day_ >= last) session.playing.reset();
  }
}

void EasedNumber::aim(double target, bool jump) {
  if (target == target_ && !jump) return;
  from_ = shown_;
  target_ = target;
  share_ = jump ? 1 : 0;
  if (jump) shown_ = target;
}

void EasedNumber::advance(double dt_s) {
  if (share_ >= 1) return;
  share_ = std::min(1.0, share_ + dt_s / kSlotEase_s);
  shown_ = share_ >= 1 ? target_ : from_ + (target_ - from_) * ease_in_out(share_);
}

void EasedSlots::aim(const Slots& target, bool jump) {
  if (jump || shown_.texels.size() != target.texels.size()) {
    const uint32_t version = shown_.version + 1;
    shown_ = target;
    shown_.version = version;
    target_ = target;
    share_ = 1;
    return;
  }
  from_ = shown_;
  target_ = target;
  share_ = 0;
}

void EasedSlots::advance(double dt_s) {
  if (share_ >= 1) return;
  share_ = std::min(1.0, share_ + dt_s / kSlotEase_s);
  const auto k = static_cast<float>(ease_in_out(share_));
  for (size_t i = 0; i < shown_.texels.size(); ++i)
    shown_.texels[i] = share_ >= 1 ? target_.texels[i] : from_.texels[i] + (target_.texels[i] - from_.texels[i]) * k;
  ++shown_.version;
}

}  // namespace atlas
