#include "scene/lines.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "geo/great_circle.h"

namespace atlas {
namespace {

constexpr int kArcSteps = 48;
constexpr int kJoinStep = 31;       // from here on the arcs of a bundle are one
constexpr double kLeave = 0.2;      // share of the way at which an arc begins to turn towards its bundle
constexpr double kApexPower = 0.7;  // sin(pi t^0.7) has its top at 0.37
constexpr double kWidestBundle_deg = 30;
constexpr double kFarthestInBundle = 1.4;  // times the nearest one's way
// So many arcs are drawn finer and paler, or they would bury what they start from.
constexpr size_t kManyArcs = 24;
constexpr double kFine = 0.6;

Vec3f to_float(const glm::dvec3& v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

const Place* capital_of(const Dataset& dataset, const std::string& iso3) {
  std::string id = "capital-";
  for (const char c : iso3) id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto found =
      std::find_if(dataset.places.begin(), dataset.places.end(), [&](const Place& p) { return p.id == id; });
  return found == dataset.places.end() ? nullptr : &*found;
}

LineKind kind_of(Stage stage) {
  switch (stage) {
    case Stage::pledged:
      return LineKind::arc_pledged;
    case Stage::operating:
      return LineKind::arc_operating;
    case Stage::suspended:
      return LineKind::arc_suspended;
    case Stage::ended:
      return LineKind::arc_ended;
    case Stage::none:
    case Stage::signed_:
      break;
  }
  return LineKind::arc_signed;
}

// Clockwise from north, as seen at `at`.
double bearing_deg(LonLat at, LonLat to) {
  const glm::dvec3 p = to_world(at), q = to_world(to), north{0, 0, 1};
  const glm::dvec3 east = glm::normalize(glm::cross(north, p));
  return to_deg(std::atan2(glm::dot(q, east), glm::dot(q, glm::cross(p, east))));
}

// Gives all arcs that come to one capital from within 30 degrees the same last stretch.
void bundle(std::vector<Arc>& arcs) {
  struct Incoming {
    size_t arc;
    double bearing_deg, way_rad;
  };
  std::map<std::string, std::vector<Incoming>> by_country;
  for (size_t i = 0; i < arcs.size(); ++i)
    by_country[arcs[i].country].push_back(
        {i, bearing_deg(arcs[i].capital, arcs[i].from), central_angle_rad(arcs[i].capital, arcs[i].from)});
  uint32_t number = 0;
  for (auto& entry : by_country) {
    std::vector<Incoming>& in = entry.second;
    std::sort(in.begin(), in.end(), [](const Incoming& a, const Incoming& b) {
      return a.bearing_deg != b.bearing_deg ? a.bearing_deg < b.bearing_deg : a.arc < b.arc;
    });
    // The circle is opened where nothing comes in over the widest angle.
    size_t first = 0;
    double widest = -1;
    for (size_t i = 0; i < in.size(); ++i) {
      const double before = i > 0 ? in[i - 1].bearing_deg : in.back().bearing_deg - 360;
      if (in[i].bearing_deg - before > widest) {
        widest = in[i].bearing_deg - before;
        first = i;
      }
    }
    std::rotate(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(first), in.end());
    const auto from_first = [&](size_t i, size_t start) {
      return std::fmod(in[i].bearing_deg - in[start].bearing_deg + 720, 360);
    };
    for (size_t start = 0; start < in.size();) {
      size_t end = start;
      while (end < in.size() && from_first(end, start) <= kWidestBundle_deg) ++end;
      // Near and far starts apart, or the near ones would have to turn back to join.
      const auto first_one = in.begin() + static_cast<std::ptrdiff_t>(start);
      std::sort(first_one, in.begin() + static_cast<std::ptrdiff_t>(end), [](const Incoming& a, const Incoming& b) {
        return a.way_rad != b.way_rad ? a.way_rad < b.way_rad : a.arc < b.arc;
      });
      for (size_t near = start; near < end;) {
        size_t far = near;
        glm::dvec3 sum{0, 0, 0};
        for (; far < end && in[far].way_rad <= kFarthestInBundle * in[near].way_rad; ++far)
          sum += to_world(arcs[in[far].arc].from);
        const LonLat middle = glm::length(sum) > 1e-6 ? to_lon_lat(glm::normalize(sum)) : arcs[in[near].arc].from;
        for (size_t i = near; i < far; ++i) {
          arcs[in[i].arc].bundle = number;
          if (far > near + 1) arcs[in[i].arc].bundle_from = middle;
        }
        ++number;
        near = far;
      }
      start = end;
    }
  }
}

// Where an arc is after `step` of its 48 steps.
glm::dvec3 arc_point(const glm::dvec3& from, const glm::dvec3& bundle_from, const glm::dvec3& capital, int step) {
  const double t = static_cast<double>(step) / kArcSteps;
  const double u = std::clamp((t - kLeave) / (static_cast<double>(kJoinStep) / kArcSteps - kLeave), 0.0, 1.0);
  const double together = u * u * (3 - 2 * u);
  const auto lift_of = [&](const glm::dvec3& start) {
    return std::min(kArcLift * central_angle_rad(start, capital), kArcLiftMost);
  };
  const glm::dvec3 own = interpolate(from, capital, t), shared = interpolate(bundle_from, capital, t);
  const double lift = (1 - together) * lift_of(from) + together * lift_of(bundle_from);
  return glm::normalize((1 - together) * own + together * shared) *
         (1 + lift * std::max(0.0, std::sin(kPi * std::pow(t, kApexPower))));
}

void append_steps(LineBatch& batch, const std::vector<glm::dvec3>& points, int first, int last, double along) {
  for (int step = first; step < last; ++step) {
    const glm::dvec3 &a = points[static_cast<size_t>(step)], &b = points[static_cast<size_t>(step) + 1];
    const double next = along + glm::distance(a, b);
    batch.segments.push_back({to_float(a), to_float(b), static_cast<float>(along), static_cast<float>(next)});
    along = next;
  }
}

double length_of(const std::vector<glm::dvec3>& points, int steps) {
  double length = 0;
  for (int i = 0; i < steps; ++i)
    length += glm::distance(points[static_cast<size_t>(i)], points[static_cast<size_t>(i) + 1]);
  return length;
}

uint64_t key_of(const Arc& arc, bool shared) {
  // FNV-1a over what tells an arc (or the shared stretch of a bundle) from the others.
  uint64_t key = 14695981039346656037ull;
  const auto take = [&](const void* bytes, size_t count) {
    for (size_t i = 0; i < count; ++i) key = (key ^ static_cast<const unsigned char*>(bytes)[i]) * 1099511628211ull;
  };
  const LonLat from = shared ? arc.bundle_from : arc.from;
  take(arc.country.data(), arc.country.size());
  take(&from.lon_deg, sizeof from.lon_deg);
  take(&from.lat_deg, sizeof from.lat_deg);
  take(&shared, sizeof shared);
  return key;
}

class Collector {
 public:
  explicit Collector(const Dataset& dataset) : dataset_(dataset) {}

  void add(const Event& deal, Stage stage, std::optional<AssetIx> only) {
    if (deal.lane != Lane::deals) return;
    if (only) {
      add_from(deal, stage, *only);
    } else if (!deal.assets.empty()) {
      for (const AssetIx asset : deal.assets) add_from(deal, stage, asset);
    } else if (!deal.countries.empty()) {
      // A pledge or treaty about no single place: between the capitals.
      if (const Place* home = capital_of(dataset_, deal.countries.front()))
        for (size_t i = 1; i < deal.countries.size(); ++i) add_one(AssetIx{}, home->position, deal.countries[i], stage);
    }
  }

  std::vector<Arc> take() {
    std::vector<Arc> arcs;
    for (auto& entry : arcs_) arcs.push_back(std::move(entry.second));
    bundle(arcs);
    arcs.erase(std::remove_if(arcs.begin(), arcs.end(), [](const Arc& arc) { return arc.stage == Stage::none; }),
               arcs.end());
    return arcs;
  }

 private:
  void add_from(const Event& deal, Stage stage, AssetIx asset) {
    const Asset& a = dataset_.at(asset);
    for (const std::string& country : deal.countries)
      if (std::find(a.countries.begin(), a.countries.end(), country) == a.countries.end())
        add_one(asset, a.position, country, stage);
  }
  void add_one(AssetIx asset, LonLat from, const std::string& country, Stage stage) {
    const Place* capital = capital_of(dataset_, country);
    if (!capital) return;
    Arc& arc = arcs_[{asset, from.lon_deg, country}];
    // Stage's values rise from ended to operating.
    if (arc.country.empty() || stage > arc.stage) arc = {asset, from, capital->position, country, stage, from, 0};
  }

  const Dataset& dataset_;
  std::map<std::tuple<AssetIx, double, std::string>, Arc> arcs_;
};

Stage stage_of(const Snapshot& snapshot, EventIx event) {
  return event.value < snapshot.event_stage.size() ? snapshot.event_stage[event.value] : Stage::none;
}

}  // namespace

void append_way(std::vector<Segment>& segments, const std::vector<LonLat>& way, double max_deg) {
  double along = 0;
  for (size_t i = 0; i + 1 < way.size(); ++i) {
    if (way[i] == way[i + 1]) continue;
    const std::vector<LonLat> steps = subdivided(way[i], way[i + 1], max_deg);
    for (size_t k = 0; k + 1 < steps.size(); ++k) {
      const glm::dvec3 a = to_world(steps[k]), b = to_world(steps[k + 1]);
      const double next = along + central_angle_rad(a, b);
      segments.push_back({to_float(a), to_float(b), static_cast<float>(along), static_cast<float>(next)});
      along = next;
    }
  }
}

void append_arc(std::vector<Segment>& segments, LonLat asset, LonLat capital) {
  Arc arc;
  arc.from = arc.bundle_from = asset;
  arc.capital = capital;
  LineBatch batch;
  append_steps(batch, arc_points(arc), 0, kArcSteps, 0);
  segments.insert(segments.end(), batch.segments.begin(), batch.segments.end());
}

std::vector<glm::dvec3> arc_points(const Arc& arc) {
  const glm::dvec3 from = to_world(arc.from), bundle_from = to_world(arc.bundle_from), capital = to_world(arc.capital);
  std::vector<glm::dvec3> points;
  for (int step = 0; step <= kArcSteps; ++step) points.push_back(arc_point(from, bundle_from, capital, step));
  return points;
}

std::vector<Arc> arcs_of(const Dataset& dataset, const State& state, const Snapshot& snapshot) {
  Collector collector(dataset);
  if (state.layers.arcs)
    for (size_t i = 0; i < dataset.events.size(); ++i)
      collector.add(dataset.events[i], stage_of(snapshot, EventIx(i)), std::nullopt);
  if (const auto* asset = std::get_if<AssetIx>(&state.selected); asset && asset->value < snapshot.assets.size())
    for (const EventIx event : snapshot.assets[asset->value].dealt_by) {
      const Event& deal = dataset.at(event);
      // A deal that names fields of a province starts at those fields.
      const bool names_it = std::find(deal.assets.begin(), deal.assets.end(), *asset) != deal.assets.end();
      collector.add(deal, stage_of(snapshot, event), names_it ? std::optional(*asset) : std::nullopt);
    }
  if (const auto* event = std::get_if<EventIx>(&state.selected); event && event->value < dataset.events.size())
    collector.add(dataset.at(*event), stage_of(snapshot, *event), std::nullopt);
  return collector.take();
}

std::vector<LineBatch> arc_batches(const std::vector<Arc>& arcs) {
  std::vector<LineBatch> batches;
  const double fine = arcs.size() > kManyArcs ? kFine : 1;
  std::map<uint32_t, std::vector<const Arc*>> bundles;
  for (const Arc& arc : arcs) bundles[arc.bundle].push_back(&arc);
  for (const auto& entry : bundles) {
    const std::vector<const Arc*>& members = entry.second;
    Arc middle = *members.front();
    middle.from = middle.bundle_from;
    const std::vector<glm::dvec3> shared = arc_points(middle);
    const double length = length_of(shared, kArcSteps), to_join = length_of(shared, kJoinStep);
    const bool alone = members.size() == 1;
    for (const Arc* arc : members) {
      middle.stage = std::max(middle.stage, arc->stage);
      const std::vector<glm::dvec3> points = arc_points(*arc);
      LineBatch batch{kind_of(arc->stage), {}};
      append_steps(batch, points, 0, alone ? kArcSteps : kJoinStep, 0);
      // Shares of the way count on into the shared stretch.
      batch.length = static_cast<float>(alone ? length_of(points, kArcSteps)
                                              : length_of(points, kJoinStep) * length / std::max(1e-9, to_join));
      batch.width = static_cast<float>(fine);
      batch.key = key_of(*arc, false);
      batches.push_back(std::move(batch));
    }
    if (alone) continue;
    LineBatch batch{kind_of(middle.stage), {}};
    append_steps(batch, shared, kJoinStep, kArcSteps, to_join);
    batch.length = static_cast<float>(length);
    batch.width = static_cast<float>(fine * std::min(2.6, 1 + 0.5 * std::log2(static_cast<double>(members.size()))));
    batch.key = key_of(middle, true);
    batches.push_back(std::move(batch));
  }
  return batches;
}

}  // namespace atlas
