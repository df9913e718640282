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
constexpr double kApexPower = 0.7;  // sin(pi t^0.7) has its top at 0.37

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

class Collector {
 public:
  explicit Collector(const Dataset& dataset) : dataset_(dataset) {}

  void add(const Event& deal, Stage stage, std::optional<AssetIx> only) {
    if (deal.lane != Lane::deals || stage == Stage::none) return;
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
    if (arc.country.empty() || stage > arc.stage) arc = {asset, from, capital->position, country, stage};
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
  const glm::dvec3 a = to_world(asset), b = to_world(capital);
  const double lift = std::min(kArcLift * central_angle_rad(a, b), kArcLiftMost);
  const auto at = [&](int step) {
    const double t = static_cast<double>(step) / kArcSteps;
    return interpolate(a, b, t) * (1 + lift * std::max(0.0, std::sin(kPi * std::pow(t, kApexPower))));
  };
  glm::dvec3 from = at(0);
  double along = 0;
  for (int step = 1; step <= kArcSteps; ++step) {
    const glm::dvec3 to = at(step);
    const double next = along + glm::distance(from, to);
    segments.push_back({to_float(from), to_float(to), static_cast<float>(along), static_cast<float>(next)});
    from = to;
    along = next;
  }
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
  for (const Arc& arc : arcs) {
    const LineKind kind = kind_of(arc.stage);
    auto batch = std::find_if(batches.begin(), batches.end(), [&](const LineBatch& b) { return b.kind == kind; });
    if (batch == batches.end()) batch = batches.insert(batches.end(), LineBatch{kind, {}});
    append_arc(batch->segments, arc.from, arc.capital);
  }
  return batches;
}

}  // namespace atlas
