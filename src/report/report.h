#pragma once

// What can be said about a state: sentences and numbers, ready to print. ImGui, the text view, the command line and the
// page API all print this; nobody else rounds, adds or words anything.
#include <optional>
#include <string>
#include <vector>

#include "model/curve.h"
#include "model/evaluate.h"
#include "report/amount_text.h"
#include "report/lanes.h"
#include "report/words.h"
#include "state/state.h"

namespace atlas {

struct SourceLine {
  SourceIx source;
  std::string text;  ///< "USGS, Fact Sheet 2008-3049, 2008"
  std::string url;   ///< may be empty
};

/// One row of a small table with a bar: name, amount, split by hold in the bar's own unit.
struct BarRow {
  std::string name;
  AmountText amount;
  double free = 0, hinders = 0, restricts = 0, blocks = 0;  ///< parts of the bar
  double oil = 0, liquids = 0, gas = 0;                     ///< or by commodity
  std::optional<AssetIx> asset;
};

struct TotalsText {
  std::string heading;                                                  ///< "Held back on 10 October 2026"
  AmountText held_back;                                                 ///< provinces, bn boe
  std::string of_all;                                                   ///< "of 412.2 bn boe"
  std::string range_note;                                               ///< sentence on the range, empty if none
  double all = 0, blocked = 0, restricted = 0, hindered = 0, free = 0;  ///< bn boe, drawn values
  AmountText blocked_text, restricted_text, hindered_text, free_text;
  AmountText oil, liquids, gas;  ///< province totals by commodity: "90.0 bn bbl", "44.1 bn bbl", "1,669 tcf"
  std::vector<BarRow> by_state;  ///< by whose ground, largest first
  std::vector<BarRow> largest;   ///< largest provinces by boe
  AmountText fields_under_deal, fields_held_back, fields_all;
  std::string footnote;  ///< basis of the figures
  int sources_count = 0;
};

/// Baseline beside scenario, when events are switched.
struct WhatIfText {
  std::string heading;
  std::vector<std::string> assumptions;
  struct Row {
    std::string name;
    AmountText baseline, scenario;
    std::string difference;  ///< "-17.9 bn boe"
  };
  std::vector<Row> rows;
};

struct FigureRow {
  std::string name;  ///< "Gas"
  AmountText amount;
  std::string basis;  ///< "mean, undiscovered, technically recoverable; 2008"
  SourceLine source;
  bool verified = false;
  int commodity = -1;  ///< 0 oil, 1 liquids, 2 gas, 3 rare earths, 4 other mineral; -1 none: for the colour
};

struct EventRow {
  EventIx event;
  Lane lane = Lane::sanctions;
  std::string title;
  std::string date;  ///< "12 Sep 2014", "2014" when only the year is known
  Hold hold = Hold::none;
  Stage stage = Stage::none;
  std::string word;     ///< "restricts", "operating"
  bool counted = true;  ///< not switched off
  bool active = true;
};

/// Everything about the selected asset or event.
struct Card {
  std::string title, subtitle;
  std::optional<AssetIx> asset;
  std::optional<EventIx> event;
  std::optional<AmountText> lead;  ///< the large number
  std::string lead_note;
  std::vector<FigureRow> figures;
  std::string held_heading;
  std::optional<AmountText> held;
  std::vector<EventRow> sanctions, deals;
  std::vector<std::pair<std::string, std::string>> facts;  ///< "Operator" -> "Novatek"
  std::string text;                                        ///< summary of an event
  std::vector<std::string> notes;                          ///< caveats, flags
  std::vector<SourceLine> sources;
  std::vector<AssetIx> assets;  ///< objects of an event, to fly to
};

struct LegendText {
  std::string unit_block;   ///< "A cube of 300 km"
  std::string unit_amount;  ///< "10 bn boe"
  std::string column_note;  ///< scale of the columns
};

/// Names and counts beside the switches of the layers panel.
struct LayerRow {
  std::string key;  ///< the layer's link word
  std::string name;
  std::string count;
};

struct Report {
  std::string title;       ///< the view in a line, for the page's title and aria-label
  std::string summary;     ///< two sentences for screen readers
  std::string clock_text;  ///< "10 Oct 2026"
  TotalsText totals;
  std::optional<WhatIfText> what_if;
  std::optional<Card> card;
  std::vector<EventRow> active_sanctions, active_deals;
  std::vector<LayerRow> layers;
  struct Choice {
    std::string key, name;
    int count = 0;
    bool on = true;
  };
  std::vector<Choice> issuers, countries, commodities, statuses;
  LegendText legend;
  std::vector<SourceIx> sources;  ///< of what is shown, as source_line() says them
};

/// A source in a line, with its address.
SourceLine source_line(const Dataset& dataset, SourceIx source);

/// Curves come from sweep() and change only with the scenario's issuers, holds and overrides.
struct Curves {
  Curve sanctions, deals;
};

Report make_report(const Dataset& dataset, const Words& words, const State& state, const Snapshot& snapshot,
                   const Snapshot& baseline);

/// The same for another day on which the snapshot is the same.
void move_day(const Words& words, const State& state, Report& report);

/// The same for another day: `report` was made for a state of the same dataset with the same language and filters.
void move_report(const Dataset& dataset, const Words& words, const State& state, const Snapshot& snapshot,
                 const Snapshot& baseline, Report& report);

}  // namespace atlas
