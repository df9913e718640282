#pragma once

// The only place where time passes: play, flights, inertia, eased slot values. dt_s goes in, actions come out; the same
// steps give the same pictures.
#include <optional>
#include <vector>

#include "geo/camera_moves.h"
#include "scene/scene.h"
#include "state/action.h"
#include "state/session.h"

namespace atlas {

/// Play that starts at the end begins here again.
inline const Date kPlayFirst = Date::from_ymd(2010, 1, 1);

class Motion {
 public:
  void fly_to(const CameraPose& from, const CameraPose& to, double duration_s);
  /// A drag let go at this speed turns the globe on until it has come to rest.
  void start_inertia(const CameraPose& from, const Viewport& viewport, glm::dvec2 px_per_s);
  void stop_camera();
  /// Play starts from the day where the lane stands; the fraction of a day is kept between frames.
  void start_play(double day);
  /// What the passing of dt_s asks for: camera poses and dates.
  void advance(double dt_s, const Dataset& dataset, Session& session, Actions& ask);
  bool moving(const Session& session) const { return flight_ || inertia_ || session.playing; }

 private:
  struct Flight {
    CameraPose from, to;
    double elapsed_s = 0, duration_s = 1;
  };
  std::optional<Flight> flight_;
  struct Inertia {
    CameraPose from;
    Spin spin;
    double elapsed_s = 0, lasts_s = 0;
  };
  std::optional<Inertia> inertia_;
  double play_day_ = 0;
};

/// A number on its way: 250 ms, eased; none under reduced motion.
class EasedNumber {
 public:
  void aim(double target, bool jump);
  void advance(double dt_s);
  double shown() const { return shown_; }
  bool moving() const { return share_ < 1; }

 private:
  double from_ = 0, target_ = 0, shown_ = 0, share_ = 1;
};

/// Eases slot texels to their target in 250 ms; none under reduced motion.
class EasedSlots {
 public:
  /// Takes a new target; `shown` stays where it is and moves there, or jumps.
  void aim(const Slots& target, bool jump);
  void advance(double dt_s);
  const Slots& shown() const { return shown_; }
  bool moving() const { return share_ < 1; }

 private:
  Slots from_, target_, shown_;
  double share_ = 1;
};

}  // namespace atlas
