#include "geo/sun.h"

#include <cmath>

#include "geo/lon_lat.h"

namespace atlas {

double sun_declination_deg(Date day) {
  const double days = day.days - 10957.0;  // since 2000-01-01 12:00, J2000.0
  const double t = days / 36525;
  const double longitude_deg = 280.46646 + t * (36000.76983 + t * 0.0003032);
  const double m = to_rad(357.52911 + t * (35999.05029 - t * 0.0001537));
  const double centre_deg = (1.914602 - t * (0.004817 + t * 0.000014)) * std::sin(m) +
                            (0.019993 - t * 0.000101) * std::sin(2 * m) + 0.000289 * std::sin(3 * m);
  const double obliquity = to_rad(23.439291 - t * 0.0130042);
  return to_deg(std::asin(std::sin(obliquity) * std::sin(to_rad(longitude_deg + centre_deg))));
}

double polar_night_lat_deg(double declination_deg) { return 90 + declination_deg - kSunrise_deg; }

double polar_day_lat_deg(double declination_deg) { return 90 - declination_deg + kSunrise_deg; }

}  // namespace atlas
