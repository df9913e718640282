#pragma once

// Where the sun stands at noon. Of a day only the declination matters here: each place is shown at its own local noon,
// so that no hour has to be chosen and a dark place is one where the sun does not rise.
#include "base/date.h"

namespace atlas {

/// Declination of the sun at 12:00 UT of the day, degrees in about [-23.45, 23.45]. Error below 0.02 degrees from 1900
/// to 2100 (J. Meeus, Astronomical Algorithms, 2nd ed., chapter 25, lower accuracy, without nutation).
double sun_declination_deg(Date day);

/// Altitude of the sun's centre at which its upper limb touches the horizon: refraction 34', radius 16'.
inline constexpr double kSunrise_deg = -50.0 / 60.0;

/// Latitude north of which the sun does not rise that day; 90 or more when it rises at the pole.
double polar_night_lat_deg(double declination_deg);
/// Latitude north of which it does not set; 90 or more when it sets at the pole.
double polar_day_lat_deg(double declination_deg);

}  // namespace atlas
