#include "scene/label_candidates.h"

#include <algorithm>
#include <cmath>

#include "geo/great_circle.h"
#include "geo/sun.h"
#include "report/format.h"
#include "scene/basemap.h"
#include "scene/heights.h"

namespace atlas {
namespace {

constexpr float kLineHeight = 1.25f;
constexpr float kLongName_px = 100, kLongTitle_px = 150;
constexpr double kWayStep_deg = 0.5;
constexpr double kFromSunEdge_deg = 0.8, kLastSunEdge_deg = 86;

// Puts runs of one line side by side, centred in the label, and the line under those before it.
void add_line(LabelCandidate& label, const LabelFont& font, std::vector<GlyphRun> line, float gap_px) {
  float width = 0, size = 0;
  for (const GlyphRun& run : line) {
    width += run.width_px + (width > 0 ? gap_px : 0);
    size = std::max(size, run.size_px);
  }
  const float baseline = label.height_px + font.ascent_px(size) +
                         0.5f * (kLineHeight * size - font.ascent_px(size) - font.descent_px(size));
  if (width > label.width_px) {
    const float shift = 0.5f * (width - label.width_px);
    for (GlyphRun& run : label.runs) run.left_px += shift;
    label.width_px = width;
  }
  float left = 0.5f * (label.width_px - width);
  for (GlyphRun& run : line) {
    run.left_px = left;
    run.baseline_px = baseline;
    left += run.width_px + gap_px;
    label.runs.push_back(std::move(run));
  }
  label.height_px += kLineHeight * size;
}

// One line, or two where the name is long and the second makes it much shorter.
std::vector<std::string> wrapped(const LabelFont& font, const std::string& name, float size_px, float most_px) {
  const auto width = [&](std::string_view text) { return font.shape(text, LabelFace::medium, size_px).width_px; };
  if (width(name) <= most_px) return {name};
  std::vector<std::string> best{name};
  float best_px = 0.8f * width(name);
  for (size_t i = name.find(' '); i != std::string::npos; i = name.find(' ', i + 1)) {
    const std::string first = name.substr(0, i), second = name.substr(i + 1);
    const float wide = std::max(width(first), width(second));
    if (wide >= best_px || first.empty() || second.rfind("— ", 0) == 0) continue;
    best = {first, second};
    best_px = wide;
  }
  return best;
}

LabelCandidate at(LabelRole role, LonLat position) {
  LabelCandidate label;
  label.role = role;
  label.position = position;
  label.direction = to_world(position);
  return label;
}

// What stands in brackets is said where there is room: in the card.
std::string without_brackets(const std::string& name) { return name.substr(0, name.find(" (")); }

LabelCandidate asset_label(const Asset& asset, uint32_t slot, const Speech& say, const LabelFont& font) {
  const bool stands = (asset.layer == Layer::province || asset.layer == Layer::field) && asset.has_amount;
  LabelCandidate label = at(asset.layer == Layer::province  ? LabelRole::province
                            : asset.layer == Layer::field   ? LabelRole::field
                            : asset.layer == Layer::deposit ? LabelRole::deposit
                                                            : LabelRole::facility,
                            asset.position);
  label.slot = slot;
  if (stands) label.amount_bn_boe = drawn_value(asset.boe_mmboe) / 1000;
  const std::string name = without_brackets(asset.name.in(say.lang));
  const AmountText amount = bn_boe(say, asset.boe_mmboe);
  if (asset.layer == Layer::province && label.amount_bn_boe >= kLargeProvince_bn_boe) {
    for (const std::string& line : wrapped(font, name, 12.5f, kLongTitle_px))
      add_line(label, font, {font.shape(line, LabelFace::medium, 12.5f)}, 0);
    add_line(label, font,
             {font.shape(amount.value, LabelFace::medium, 17), font.shape(amount.unit, LabelFace::medium, 11)}, 4);
  } else if (stands && asset.counted && label.amount_bn_boe >= 0.05) {
    const std::vector<std::string> lines = wrapped(font, name, 11, kLongName_px);
    if (lines.size() > 1) add_line(label, font, {font.shape(lines.front(), LabelFace::medium, 11)}, 0);
    add_line(label, font,
             {font.shape(lines.back(), LabelFace::medium, 11), font.shape(amount.value, LabelFace::medium, 11)}, 4);
  } else {
    for (const std::string& line : wrapped(font, name, 11, kLongName_px))
      add_line(label, font, {font.shape(line, LabelFace::medium, 11)}, 0);
  }
  return label;
}

LabelCandidate place_label(const Place& place, Lang lang, const LabelFont& font) {
  const std::string& name = place.name.in(lang);
  const auto line = [&](LabelRole role, GlyphRun run) {
    LabelCandidate label = at(role, place.position);
    label.priority = place.priority;
    add_line(label, font, {std::move(run)}, 0);
    return label;
  };
  if (place.kind == "ocean" || place.kind == "sea" || place.kind == "strait") {
    const bool ocean = place.kind == "ocean";
    const float size = ocean ? 12.5f : place.kind == "sea" && place.priority <= 2 ? 12.0f : 11.0f;
    LabelCandidate label =
        line(ocean                 ? LabelRole::ocean
             : place.kind == "sea" ? LabelRole::sea
                                   : LabelRole::strait,
             font.shape(ocean ? capitals(name) : name, LabelFace::italic, size, ocean ? 0.3f : 0.22f));
    label.curved = true;
    return label;
  }
  if (place.kind == "land" || place.kind == "island") {
    const bool land = place.kind == "land";
    const float size = !land ? 10.0f : place.priority <= 1 ? 13.0f : 11.0f;
    return line(land ? LabelRole::land : LabelRole::island,
                font.shape(land ? capitals(name) : name, LabelFace::medium, size, land ? 0.20f : 0.06f));
  }
  LabelCandidate label =
      line(place.kind == "pole" ? LabelRole::pole : LabelRole::town, font.shape(name, LabelFace::medium, 10.5f));
  label.has_dot = true;
  return label;
}

// The longest of the lines that share this name.
LabelCandidate way_label(const MapLine& line, const std::string& name, const LabelFont& font) {
  const std::vector<LonLat>* longest = nullptr;
  double most_rad = 0;
  for (const std::vector<LonLat>& way : line.lines) {
    double length_rad = 0;
    for (size_t i = 0; i + 1 < way.size(); ++i) length_rad += central_angle_rad(to_world(way[i]), to_world(way[i + 1]));
    if (length_rad > most_rad) {
      most_rad = length_rad;
      longest = &way;
    }
  }
  if (!longest) return {};
  LabelCandidate label = at(LabelRole::line, (*longest)[longest->size() / 2]);
  label.line = kind_of(line);
  label.curved = true;
  for (size_t i = 0; i + 1 < longest->size(); ++i) {
    const std::vector<LonLat> steps = subdivided((*longest)[i], (*longest)[i + 1], kWayStep_deg);
    for (size_t k = i == 0 ? 0 : 1; k < steps.size(); ++k) label.way.push_back(to_world(steps[k]));
  }
  const bool at_sea = label.line == LineKind::route || label.line == LineKind::ice_edge_september ||
                      label.line == LineKind::ice_edge_march;
  add_line(label, font, {font.shape(name, at_sea ? LabelFace::italic : LabelFace::medium, 10.5f, 0.06f)}, 0);
  label.amount_bn_boe = most_rad;
  return label;
}

void append_way_labels(const Dataset& dataset, Lang lang, const LabelFont& font, std::vector<LabelCandidate>& all) {
  std::vector<std::pair<std::string, LabelCandidate>> named;
  for (const MapLine& line : dataset.lines) {
    // Computed lines keep the word that says so.
    const bool computed = line.kind == "limit" && line.status == "indicative";
    const std::string& full = line.name.in(lang);
    std::string name = computed ? full : without_brackets(full);
    LabelCandidate label = way_label(line, name, font);
    if (label.way.empty()) continue;
    const auto same = std::find_if(named.begin(), named.end(), [&](const auto& entry) { return entry.first == name; });
    if (same == named.end())
      named.emplace_back(std::move(name), std::move(label));
    else if (label.amount_bn_boe > same->second.amount_bn_boe)
      same->second = std::move(label);
  }
  for (auto& entry : named) {
    entry.second.amount_bn_boe = 0;
    all.push_back(std::move(entry.second));
  }
}

LabelCandidate circle_label(Lang lang, const LabelFont& font) {
  const Text name{"Arctic Circle 66°34' N", "Северный полярный круг 66°34' с. ш."};
  LabelCandidate label = at(LabelRole::circle, {40, kArcticCircle_lat_deg - 0.8});
  add_line(label, font, {font.shape(name.in(lang), LabelFace::medium, 10.5f, 0.06f)}, 0);
  label.curved = true;
  return label;
}

}  // namespace

LabelCandidate sun_edge_label(const Words& words, Lang lang, const LabelFont& font, double declination_deg) {
  const bool night = polar_night_lat_deg(declination_deg) < polar_day_lat_deg(declination_deg);
  const double lat_deg = std::min(polar_night_lat_deg(declination_deg), polar_day_lat_deg(declination_deg));
  // Nearer to the pole the ring has no room for its name.
  LabelCandidate label =
      at(LabelRole::sun_edge, {40, std::min(lat_deg + (night ? kFromSunEdge_deg : -kFromSunEdge_deg), 90.0)});
  label.curved = true;
  if (lat_deg > kLastSunEdge_deg) return label;
  const std::string from =
      filled(words.get(night ? "map.polar_night" : "map.polar_day", lang), "lat", number_text(lat_deg, 1, lang));
  add_line(label, font, {font.shape(from, LabelFace::medium, 10.5f, 0.06f)}, 0);
  return label;
}

LabelCandidate line_label(const LabelFont& font, std::string_view text, float size_px) {
  LabelCandidate label;
  add_line(label, font, {font.shape(text, LabelFace::medium, size_px)}, 0);
  return label;
}

std::vector<LabelCandidate> label_candidates(const Dataset& dataset, const Words& words, Lang lang,
                                             const LabelFont& font) {
  const Speech say{words, lang};
  std::vector<LabelCandidate> all;
  for (size_t i = 0; i < dataset.assets.size(); ++i)
    all.push_back(asset_label(dataset.assets[i], static_cast<uint32_t>(i), say, font));
  for (const Place& place : dataset.places) all.push_back(place_label(place, lang, font));
  append_way_labels(dataset, lang, font, all);
  all.push_back(circle_label(lang, font));
  all.erase(std::remove_if(all.begin(), all.end(), [](const LabelCandidate& label) { return !(label.width_px > 0); }),
            all.end());
  return all;
}

}  // namespace atlas
