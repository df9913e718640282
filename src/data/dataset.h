#pragma once

// The facts, checked and cross-referenced: whoever holds a Dataset needs no look-up by text and meets no bad row.
// Immutable after check.h made it. Amounts keep the reference's units: MMBO, MMBNGL, BCF, MMBOE.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/index.h"
#include "base/interval.h"
#include "geo/lon_lat.h"
#include "geo/ring.h"

namespace atlas {

enum class Lang : uint8_t { en, ru };

/// Text in both languages; `ru` may be empty (then `en` is shown).
struct Text {
  std::string en;
  std::string ru;
  const std::string& in(Lang lang) const { return lang == Lang::ru && !ru.empty() ? ru : en; }
  bool empty() const { return en.empty() && ru.empty(); }
};

enum class Layer : uint8_t { province, field, deposit, facility };
inline constexpr std::array kLayers{Layer::province, Layer::field, Layer::deposit, Layer::facility};

/// The first three commodities of every dataset; minerals follow by name.
inline constexpr CommodityIx kOil{size_t{0}};
inline constexpr CommodityIx kLiquids{size_t{1}};
inline constexpr CommodityIx kGas{size_t{2}};

struct Source {
  std::string id, publisher, title, date, url, licence, accessed, note;
};

enum class Setting : uint8_t { unknown, onshore, offshore };
enum class Depth : uint8_t { unknown, shallow, deep };  ///< deep: more than 150 m of water
enum class PositionQuality : uint8_t { exact, approximate, unverified };

/// A disjoint piece of an asset: what a rule can reach.
struct Part {
  std::string id;
  AssetIx asset;
  std::string state;  ///< ISO3, or "beyond" national limits
  Setting setting = Setting::unknown;
  Depth depth = Depth::unknown;
  std::string zone;                       ///< empty, or "npr-a", "anwr-1002", "state-land" ...
  Interval share = Interval::exactly(1);  ///< of the asset; bests of an asset sum to 1
  std::string basis;
  SourceIx source;
};

/// One published amount with everything that a reader may ask about it.
struct Figure {
  std::string quantity;  ///< "oil_mmbo", "ngl_mmbbl", "gas_bcf", "boe_mmboe", "reserves" (as published), "amount" of a
                         ///< mineral, "capacity"
  Interval value;
  std::string unit;  ///< "MMBO", "BCF" ..., or the mineral's own ("kt TREO")
  Text basis;
  int year = 0;  ///< 0 = unknown
  SourceIx source;
  bool verified = false;
};

/// A province, field, deposit or facility.
struct Asset {
  std::string id;
  Layer layer = Layer::province;
  Text name;
  std::vector<std::string> countries;  ///< ISO3; the first is the main one
  LonLat position;                     ///< label point of a province, place of all others
  PositionQuality position_quality = PositionQuality::approximate;
  std::string kind;  ///< field and facility kinds; commodity words of a deposit
  Text operator_name;
  std::string status;
  Text note;

  /// Amounts of a province or field (index 0 oil_mmbo, 1 ngl_mmbbl, 2 gas_bcf) and their boe. Zero if nothing is known.
  std::array<Interval, 3> hydrocarbons{};
  Interval boe_mmboe;
  bool has_amount = false;
  bool counted = true;  ///< false: in place, or out of scope; drawn as an outline, in no total

  CommodityIx commodity;                 ///< main mineral of a deposit
  std::vector<CommodityIx> commodities;  ///< all of them
  Interval mineral_amount;
  std::string mineral_unit;  ///< unit after conversion; yearly outputs end in "/y"
  bool yearly = false;

  std::vector<Figure> figures;
  int discovered_year = 0, start_year = 0;
  std::string scope;  ///< deposits: "in", "south" (of 60 N), "out" (comparison only); else "in"
  SourceIx source;
  bool verified = false;
  uint32_t first_part = 0, part_count = 0;  ///< into Dataset::parts

  Region outline;    ///< provinces: as published (generalised)
  Region footprint;  ///< provinces: the part north of the Arctic Circle, on which the block stands
  double footprint_km2 = 0;
};

enum class Lane : uint8_t { deals, sanctions };
enum class Stage : uint8_t { none, ended, pledged, signed_, suspended, operating };
enum class Hold : uint8_t { none, hinders, restricts, blocks };

/// A dated change in the life of a deal or sanction.
struct Change {
  Date date;
  DatePrecision precision = DatePrecision::day;
  std::string kind;           ///< a stage's word, or extended, tightened, eased, expired ...
  Stage stage = Stage::none;  ///< deals only
  Text what;
  SourceIx source;
  bool verified = false;
};

/// A deal or a sanction.
struct Event {
  std::string id;
  Lane lane = Lane::deals;
  Text title, summary;
  std::string kind;
  std::string group;  ///< lane row: deals "russia", "united-states", "other"; sanctions "eu-partners", "united-states",
                      ///< "own-limits", "russia-china"
  std::string issuer;  ///< sanctions: ISO3 or "EU"
  Text parties, instrument, note;
  std::vector<std::string> countries;  ///< party countries, or target countries
  bool own_limit = false;
  bool counts = false;  ///< deals: of a kind that puts assets under it
  Date announced;
  std::optional<Date> effective, end;
  DatePrecision precision = DatePrecision::day;
  std::vector<Change> history;  ///< by date
  std::vector<AssetIx> assets;  ///< named by the row (deals); for arcs and fly-to
  std::optional<double> value_usd_bn;
  SourceIx source;
  bool verified = false;

  /// First day on which it counts: the effective day, else the announced one.
  Date start() const { return effective.value_or(announced); }
};

enum class Activity : uint8_t {
  trade,
  transport,
  technology,
  services,
  finance,
  investment,
  dealing,
  extraction,
  deal,
  suspends
};

/// The hold that an activity sets (DESIGN section 2).
Hold hold_of(Activity activity);

/// Who or what a row of effects.csv reaches; every condition that is not empty must hold.
struct Selector {
  std::vector<AssetIx> assets;
  std::vector<PartIx> parts;
  std::vector<std::string> states, zones, statuses;
  std::vector<Setting> settings;
  std::vector<Depth> depths;
  std::vector<CommodityIx> commodities;
  bool any_mineral = false;  ///< the word `minerals`
  std::vector<Layer> layers;
  std::vector<Activity> activities;  ///< of a waiver: what it lifts of the other measure; empty = all
  std::vector<OwnerIx> owners;
  double threshold = 0.5;
  bool inclusive = true;  ///< share >= threshold, else >
  bool added = true;      ///< shares of several listed owners add up
};

struct Effect {
  EventIx event;
  std::optional<Date> from, to;  ///< default: the event's own start and end
  Selector selector;
  Activity activity = Activity::dealing;
  std::vector<EventIx> suspends;
  Text reason;
};

struct Ownership {
  OwnerIx owner;
  std::optional<OwnerIx> owned_owner;
  std::optional<AssetIx> owned_asset;
  double share = 0;
  std::optional<Date> from, to;
  SourceIx source;
  bool verified = false;
};

struct Milestone {
  std::string id;
  Date date;
  DatePrecision precision = DatePrecision::day;
  Text title, summary;
  std::string kind;
  std::optional<LonLat> position;
  std::vector<AssetIx> assets;
  SourceIx source;
  bool verified = false;
};

struct Claim {
  std::string id;
  Text claim, reasoning, speaker, unit, check_value, check_unit, place;
  std::string value, topic, verdict;
  std::optional<LonLat> position;
  std::vector<AssetIx> assets;
  SourceIx source;
  bool verified = false;
};

struct SeriesPoint {
  int year = 0;
  double value = 0;
  SourceIx source;
  bool verified = false;
  Text note;
};
struct Series {
  std::string id;
  Text name;
  std::string country, unit;
  std::vector<SeriesPoint> points;  ///< by year
};

struct Place {
  std::string id;
  Text name;
  std::string kind;  ///< town, port, capital, sea, ocean, strait, land, island, pole
  LonLat position;
  int priority = 5;  ///< 1 first
  double angle_deg = 0;
};

struct MapLine {
  std::string id, kind;  ///< pipeline, route, limit, boundary, ice-edge
  Text name;
  std::string status, note;
  std::vector<std::vector<LonLat>> lines;
  SourceIx source;
  bool verified = false;
};

/// A view of the globe and what is to be read beside it.
struct StoryStep {
  std::string id, chapter;
  Text title, text;  ///< may name figures in braces: "{held_back}" (report/story_text.h)
  std::string link;  ///< the state, as a page's address says it
  std::vector<ClaimIx> claims;
  int line = 0;  ///< of its file, for faults
};
struct Story {
  std::string id, file;
  Text title, summary;
  SourceIx source;
  struct Chapter {
    std::string id;
    Text title;
  };
  std::vector<Chapter> chapters;
  std::vector<StoryStep> steps;
};

struct Dataset {
  std::string version, sha256;  ///< sha256 over the data files, in hexadecimal
  bool has_texts = true;        ///< false: notes, sources, claims, series, stories are still to come (late_texts.h)
  Date as_of;                   ///< recorded to this day; the clocks start here
  std::vector<Source> sources;
  std::vector<std::string> commodities;  ///< "oil", "liquids", "gas", then minerals
  std::vector<Asset> assets;             ///< provinces, fields, deposits, facilities: in the files' order
  std::vector<Part> parts;               ///< grouped by asset
  std::vector<Event> events;             ///< deals, then sanctions, in the files' order
  std::vector<Effect> effects;
  std::vector<std::string> owners;
  std::vector<Ownership> ownership;
  std::vector<Milestone> milestones;
  std::vector<Claim> claims;
  std::vector<Series> series;
  std::vector<Place> places;
  std::vector<MapLine> lines;
  std::vector<Story> stories;
  std::map<std::string, AssetIx, std::less<>> asset_by_id;
  std::map<std::string, EventIx, std::less<>> event_by_id;

  const Asset& at(AssetIx i) const { return assets[i.value]; }
  const Part& at(PartIx i) const { return parts[i.value]; }
  const Event& at(EventIx i) const { return events[i.value]; }
  const Source& at(SourceIx i) const { return sources[i.value]; }
  const Claim& at(ClaimIx i) const { return claims[i.value]; }
  const Series& at(SeriesIx i) const { return series[i.value]; }
  std::optional<AssetIx> find_asset(std::string_view id) const;
  std::optional<EventIx> find_event(std::string_view id) const;
};

struct Hydrocarbons {
  std::array<CommodityIx, 3> list;
  size_t count = 0;
};
/// What the parts of a province or field hold: oil, liquids and gas with an amount, by kind where none is known.
Hydrocarbons hydrocarbons_of(const Asset& asset);

/// What the parts of an asset hold: oil, liquids and gas with an amount (by kind where none is known), the minerals of
/// a deposit, the main one first; a facility has one slot without a commodity (an invalid index).
std::vector<CommodityIx> commodities_of(const Asset& asset);

}  // namespace atlas
