#include <algorithm>

#include "base/sort_stably.h"
#include "report/lanes_parts.h"

namespace atlas {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

void add_fact(Facts& facts, std::string name, std::string value) {
  if (!value.empty()) facts.emplace_back(std::move(name), std::move(value));
}

void add_source(const Dataset& dataset, SourceIx ix, Card& card) {
  const auto same = [&](const SourceLine& line) { return line.source == ix; };
  if (ix.valid() && std::none_of(card.sources.begin(), card.sources.end(), same))
    card.sources.push_back(source_line(dataset, ix));
}

/// "United States; Russia" of the data's "United States;Russia".
std::string spaced(std::string list) {
  for (size_t at = list.find(';'); at != std::string::npos; at = list.find(';', at + 1))
    if (at + 1 < list.size() && list[at + 1] != ' ') list.insert(at + 1, " ");
  return list;
}

std::string year_text(int year) { return year == 0 ? "" : std::to_string(year); }

class CardMaker {
 public:
  CardMaker(const Dataset& dataset, const Speech& say, const State& state, const Snapshot& snapshot,
            const Snapshot& baseline)
      : dataset_(dataset), say_(say), state_(state), snapshot_(snapshot), baseline_(baseline) {}

  Card asset_card(AssetIx ix) {
    const Asset& asset = dataset_.at(ix);
    Card card;
    card.asset = ix;
    card.title = asset.name.in(say_.lang);
    card.subtitle = subtitle(asset);
    lead(asset, card);
    for (const Figure& figure : asset.figures) card.figures.push_back(figure_row(asset, figure));
    held(ix, card);
    card.sanctions = rows(snapshot_.assets[ix.value].held_by, baseline_.assets[ix.value].held_by);
    for (EventRow& row : card.sanctions) say_hold_on(ix, row);
    card.deals = rows(snapshot_.assets[ix.value].dealt_by, baseline_.assets[ix.value].dealt_by);
    asset_facts(asset, card.facts);
    asset_notes(asset, card.notes);
    add_source(dataset_, asset.source, card);
    for (const Figure& figure : asset.figures) add_source(dataset_, figure.source, card);
    return card;
  }

  Card event_card(EventIx ix) {
    const Event& event = dataset_.at(ix);
    const EventRow row = event_row(dataset_, say_, state_, snapshot_, holds_, ix);
    Card card;
    card.event = ix;
    card.title = event.title.in(say_.lang);
    card.subtitle = say_(event.lane == Lane::deals ? "card.deal"
                         : event.own_limit         ? "card.own_limit"
                                                   : "card.sanction");
    card.subtitle += ", " + row.word + "; " + dates_text(say_, event);
    card.text = event.summary.in(say_.lang);
    (event.lane == Lane::deals ? card.deals : card.sanctions).push_back(row);
    event_facts(event, card.facts);
    if (!event.note.empty()) card.notes.push_back(event.note.in(say_.lang));
    if (!event.verified) card.notes.push_back(say_("card.unverified"));
    if (event.lane == Lane::deals && !event.counts) card.notes.push_back(say_("card.deal_counts_nothing"));
    card.assets = assets_of(ix);
    add_source(dataset_, event.source, card);
    for (const Change& change : event.history) add_source(dataset_, change.source, card);
    return card;
  }

 private:
  std::string subtitle(const Asset& asset) const {
    std::string text = layer_word(asset);
    for (size_t i = 0; i < asset.countries.size() && i < 3; ++i)
      text += (i == 0 ? ", " : "; ") + country_name(say_, asset.countries[i]);
    if (!asset.status.empty()) text += ", " + word_or_plain(say_, "status", asset.status);
    return text;
  }

  std::string layer_word(const Asset& asset) const {
    switch (asset.layer) {
      case Layer::province:
        return say_("card.province");
      case Layer::field:
        return word_or_plain(say_, "kind.field", asset.kind);
      case Layer::deposit:
        return filled(say_("card.deposit"), "commodity", word_or_plain(say_, "commodity", asset.kind));
      case Layer::facility:
        return word_or_plain(say_, "kind.facility", asset.kind);
    }
    return "";
  }

  AmountText boe(const Asset& asset, const Interval& amount) const {
    return asset.layer == Layer::province ? bn_boe(say_, amount) : boe_by_size(say_, amount);
  }

  void lead(const Asset& asset, Card& card) const {
    if (asset.layer == Layer::facility) {
      for (const Figure& figure : asset.figures)
        if (figure.quantity == "capacity") {
          card.lead = in_unit(say_, figure.value, figure.unit);
          card.lead_note = say_("card.capacity");
        }
      return;
    }
    if (!asset.has_amount) {
      card.lead_note = say_("card.no_amount");
      return;
    }
    card.lead = asset.layer == Layer::deposit ? in_unit(say_, asset.mineral_amount, asset.mineral_unit)
                                              : boe(asset, asset.boe_mmboe);
    if (asset.layer == Layer::province) {
      const Interval& all = snapshot_.totals.all[static_cast<size_t>(Layer::province)].volumes.boe_mmboe;
      const double share = all.high > 0 ? drawn_value(asset.boe_mmboe) / drawn_value(all) : 0;
      const int count = snapshot_.totals.count[static_cast<size_t>(Layer::province)];
      card.lead_note = filled(filled(say_("card.province_note"), "share", percent_text(say_, share)), "count",
                              std::to_string(count));
    } else if (!asset.figures.empty()) {
      card.lead_note = basis_text(asset.figures.front());
    }
  }

  std::string basis_text(const Figure& figure) const {
    const std::string year = year_text(figure.year), &basis = figure.basis.in(say_.lang);
    return basis + (basis.empty() || year.empty() ? "" : "; ") + year;
  }

  FigureRow figure_row(const Asset& asset, const Figure& figure) const {
    FigureRow row;
    const std::string& quantity = figure.quantity;
    row.name = word_or_plain(say_, "quantity", quantity);
    if (quantity == "oil_mmbo" || quantity == "ngl_mmbbl") {
      row.amount = barrels(say_, figure.value);
      row.commodity = quantity == "oil_mmbo" ? 0 : 1;
    } else if (quantity == "gas_bcf") {
      row.amount = cubic_feet(say_, figure.value);
      row.commodity = 2;
    } else if (quantity == "boe_mmboe") {
      row.amount = boe(asset, figure.value);
    } else {
      row.amount = in_unit(say_, figure.value, figure.unit);
      if (quantity == "amount") row.commodity = asset.kind == "rare-earths" ? 3 : 4;
    }
    row.basis = basis_text(figure);
    row.source = source_line(dataset_, figure.source);
    row.verified = figure.verified;
    return row;
  }

  void held(AssetIx ix, Card& card) const {
    const Asset& asset = dataset_.at(ix);
    const Volumes& back = snapshot_.assets[ix.value].held_back;
    const DateRange days = days_of(state_.scenario, Lane::sanctions);
    card.held_heading = filled(say_("totals.held_on"), "date", long_date_text(say_, days.to));
    if (asset.layer == Layer::deposit || asset.layer == Layer::facility || back.boe_mmboe.is_zero()) return;
    const bool oil = !back.oil_mmbo.is_zero(), liquids = !back.ngl_mmbbl.is_zero(), gas = !back.gas_bcf.is_zero();
    // One commodity alone is said in its own unit, as a person would.
    if (oil && !liquids && !gas)
      card.held = of_commodity(barrels(say_, back.oil_mmbo), "card.of_oil");
    else if (liquids && !oil && !gas)
      card.held = of_commodity(barrels(say_, back.ngl_mmbbl), "card.of_liquids");
    else if (gas && !oil && !liquids)
      card.held = of_commodity(cubic_feet(say_, back.gas_bcf), "card.of_gas");
    else
      card.held = boe(asset, back.boe_mmboe);
  }

  AmountText of_commodity(AmountText amount, std::string_view key) const {
    amount.unit = filled(say_(key), "unit", amount.unit);
    return amount;
  }

  /// Events that touch it now, and those that would without the switches.
  std::vector<EventRow> rows(const std::vector<EventIx>& now, const std::vector<EventIx>& before) const {
    std::vector<EventIx> all = now;
    for (const EventIx ix : before)
      if (std::find(all.begin(), all.end(), ix) == all.end()) all.push_back(ix);
    sort_stably(all, [&](EventIx a, EventIx b) { return dataset_.at(a).start() > dataset_.at(b).start(); });
    std::vector<EventRow> result;
    result.reserve(all.size());
    for (const EventIx ix : all) result.push_back(event_row(dataset_, say_, state_, snapshot_, holds_, ix));
    return result;
  }

  /// What the event does to this asset, which may be less than what it does elsewhere.
  void say_hold_on(AssetIx asset, EventRow& row) const {
    Hold heaviest = Hold::none;
    for (const Snapshot* snapshot : {&snapshot_, &baseline_})
      for (const PartState& part : snapshot->parts) {
        if (dataset_.at(part.part).asset != asset) continue;
        const auto at = std::lower_bound(part.held_by.begin(), part.held_by.end(), row.event);
        if (at == part.held_by.end() || *at != row.event) continue;
        heaviest = std::max(heaviest, part.held_by_hold[static_cast<size_t>(at - part.held_by.begin())]);
      }
    row.hold = heaviest;
    row.word = say_(hold_key(heaviest));
  }

  void asset_facts(const Asset& asset, Facts& facts) const {
    add_fact(facts, say_(asset.layer == Layer::field ? "fact.operator" : "fact.owner"),
             spaced(asset.operator_name.in(say_.lang)));
    add_fact(facts, say_("fact.discovered"), year_text(asset.discovered_year));
    add_fact(facts, say_("fact.start"), year_text(asset.start_year));
    if (asset.commodities.size() > 1 && asset.layer == Layer::deposit) {
      std::string all;
      for (const CommodityIx ix : asset.commodities)
        all += (all.empty() ? "" : ", ") + word_or_plain(say_, "commodity", dataset_.commodities[ix.value]);
      add_fact(facts, say_("fact.commodities"), all);
    }
  }

  void asset_notes(const Asset& asset, std::vector<std::string>& notes) const {
    const std::string note = asset.note.in(say_.lang);
    if (!note.empty()) notes.push_back(note);
    if (!asset.verified) notes.push_back(say_("card.unverified"));
    if (asset.position_quality == PositionQuality::unverified) notes.push_back(say_("card.position_unverified"));
    if (asset.position_quality == PositionQuality::approximate && asset.layer != Layer::province)
      notes.push_back(say_("card.position_approximate"));
    if (!asset.counted) notes.push_back(say_("card.not_counted"));
  }

  void event_facts(const Event& event, Facts& facts) const {
    const bool deal = event.lane == Lane::deals;
    add_fact(facts, say_(deal ? "fact.parties" : "fact.targets"), spaced(event.parties.in(say_.lang)));
    if (!deal) add_fact(facts, say_("fact.issuer"), country_name(say_, event.issuer));
    add_fact(facts, say_("fact.instrument"), event.instrument.in(say_.lang));
    add_fact(facts, say_("fact.kind"), word_or_plain(say_, "kind.event", event.kind));
    if (event.effective && *event.effective != event.announced)
      add_fact(facts, say_("fact.announced"), date_text(say_, event.announced, event.precision));
    if (event.value_usd_bn)
      add_fact(facts, say_("fact.value"),
               filled(say_("unit.usd_bn"), "value", number_by_size(*event.value_usd_bn, say_.lang)));
    for (const Change& change : event.history)
      if (!change.what.empty())
        add_fact(facts, date_text(say_, change.date, change.precision), change.what.in(say_.lang));
  }

  std::vector<AssetIx> assets_of(EventIx ix) const {
    std::vector<AssetIx> assets = dataset_.at(ix).assets;
    for (size_t a = 0; a < snapshot_.assets.size(); ++a) {
      const AssetState& state = snapshot_.assets[a];
      const bool touched = std::binary_search(state.held_by.begin(), state.held_by.end(), ix) ||
                           std::binary_search(state.dealt_by.begin(), state.dealt_by.end(), ix);
      if (touched && std::find(assets.begin(), assets.end(), AssetIx(a)) == assets.end()) assets.push_back(AssetIx(a));
    }
    return assets;
  }

  const Dataset& dataset_;
  const Speech& say_;
  const State& state_;
  const Snapshot& snapshot_;
  const Snapshot& baseline_;
  std::vector<Hold> holds_ = heaviest_holds(dataset_);
};

}  // namespace

std::optional<Card> selected_card(const Dataset& dataset, const Speech& say, const State& state,
                                  const Snapshot& snapshot, const Snapshot& baseline) {
  CardMaker maker(dataset, say, state, snapshot, baseline);
  if (const auto* asset = std::get_if<AssetIx>(&state.selected)) return maker.asset_card(*asset);
  if (const auto* event = std::get_if<EventIx>(&state.selected)) return maker.event_card(*event);
  return std::nullopt;
}

}  // namespace atlas
