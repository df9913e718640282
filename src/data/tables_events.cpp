// Row readers of what happens: deals, sanctions, their histories and effects, milestones.
#include <array>

#include "data/tables.h"

namespace atlas {
namespace {

constexpr std::array<std::string_view, 10> kActivities{"trade",      "transport", "technology", "services", "finance",
                                                       "investment", "dealing",   "extraction", "deal",     "suspends"};

/// End of a span must not lie before its begin; equal days are a span of nothing and legal.
void check_order(const Row& row, std::optional<Date> from, std::optional<Date> to, std::string_view to_column,
                 std::string_view from_column, Faults& faults) {
  if (from && to && *to < *from) faults.push_back(row.fault(to_column, "is before " + std::string(from_column)));
}

}  // namespace

std::optional<Stage> stage_of(std::string_view word) {
  if (word == "pledged") return Stage::pledged;
  if (word == "signed") return Stage::signed_;
  if (word == "operating") return Stage::operating;
  if (word == "suspended") return Stage::suspended;
  if (word == "ended" || word == "cancelled") return Stage::ended;
  return std::nullopt;
}

DealRow read_deal(const Row& row, Faults& faults) {
  DealRow deal;
  deal.head = read_head(row, "id", faults);
  row.text_given("title_en", faults);
  deal.title = read_text(row, "title_en", "title_ru");
  deal.summary = read_text(row, "summary_en", "summary_ru");
  deal.kind = row.id("kind", faults);
  deal.parties = read_text(row, "parties", "parties_ru");
  deal.countries = row.countries("party_countries", faults);
  deal.region = row.word("region", {"russia", "united-states", "other"}, faults);
  deal.announced = row.date("announced_date", faults);
  deal.effective = row.date_or_unknown("effective_date", faults);
  deal.end = row.date_or_unknown("end_date", faults);
  check_order(row, deal.announced, deal.end, "end_date", "announced_date", faults);
  check_order(row, deal.effective, deal.end, "end_date", "effective_date", faults);
  deal.precision = row.precision("date_precision", faults);
  deal.status = row.word("status", {"pledged", "signed", "operating", "suspended", "ended", "cancelled"}, faults);
  deal.value_usd_bn = row.number_or_unknown("value_usd_bn", {0, 10000}, faults);
  deal.asset_ids = row.ids("asset_ids", faults);
  deal.note = read_text(row, "note_en", "note_ru");
  return deal;
}

ChangeRow read_deal_status(const Row& row, Faults& faults) {
  ChangeRow change;
  change.head = read_head(row, "deal_id", faults);
  change.date = row.date("date", faults);
  change.precision = row.precision("date_precision", faults);
  change.word = row.word("stage", {"pledged", "signed", "operating", "suspended", "ended", "cancelled"}, faults);
  change.what = read_text(row, "what_en", "what_ru");
  return change;
}

SanctionRow read_sanction(const Row& row, Faults& faults) {
  SanctionRow sanction;
  sanction.head = read_head(row, "id", faults);
  row.text_given("title_en", faults);
  sanction.title = read_text(row, "title_en", "title_ru");
  sanction.summary = read_text(row, "summary_en", "summary_ru");
  sanction.issuer = row.text("issuer");
  if (sanction.issuer != "EU") row.country("issuer", faults);
  sanction.issuer_body = row.text("issuer_body");
  sanction.instrument = read_text(row, "instrument", "instrument_ru");
  sanction.kind = row.id("kind", faults);
  sanction.group = row.word("group", {"eu-partners", "united-states", "own-limits", "russia-china"}, faults);
  sanction.announced = row.date("announced_date", faults);
  sanction.effective = row.date_or_unknown("effective_date", faults);
  sanction.end = row.date_or_unknown("end_date", faults);
  check_order(row, sanction.announced, sanction.end, "end_date", "announced_date", faults);
  check_order(row, sanction.effective, sanction.end, "end_date", "effective_date", faults);
  sanction.precision = row.precision("date_precision", faults);
  sanction.targets = read_text(row, "targets", "targets_ru");
  sanction.target_countries = row.countries("target_countries", faults);
  sanction.own_limit = row.yes("own_limit", faults);
  if (sanction.own_limit != (sanction.group == "own-limits"))
    faults.push_back(row.fault("own_limit", "and group own-limits don't go together"));
  sanction.note = read_text(row, "note_en", "note_ru");
  return sanction;
}

ChangeRow read_sanction_change(const Row& row, Faults& faults) {
  ChangeRow change;
  change.head = read_head(row, "sanction_id", faults);
  change.date = row.date("date", faults);
  change.precision = row.precision("date_precision", faults);
  change.word =
      row.word("change", {"extended", "tightened", "eased", "expired", "started", "suspended", "reinstated"}, faults);
  change.what = read_text(row, "what_en", "what_ru");
  return change;
}

EffectRow read_effect(const Row& row, Faults& faults) {
  EffectRow effect;
  effect.head = {row.file(), row.line(), row.id("event_id", faults), {}, false};
  effect.from = row.date_or_unknown("from_date", faults);
  effect.to = row.date_or_unknown("to_date", faults);
  check_order(row, effect.from, effect.to, "to_date", "from_date", faults);
  effect.selector = row.text("selector");
  effect.activity = static_cast<Activity>(row.one_of("activity", {kActivities.begin(), kActivities.end()}, faults));
  effect.suspends = row.ids("suspends", faults);
  const bool suspends = effect.activity == Activity::suspends;
  if (suspends && effect.suspends.empty())
    faults.push_back(row.fault("suspends", "is empty, but activity is suspends"));
  if (!suspends && !effect.suspends.empty()) faults.push_back(row.fault("suspends", "needs activity suspends"));
  if (!suspends && effect.selector.empty()) faults.push_back(row.fault("selector", "is empty"));
  effect.reason = read_text(row, "reason_en", "reason_ru");
  return effect;
}

MilestoneRow read_milestone(const Row& row, Faults& faults) {
  MilestoneRow milestone;
  milestone.head = read_head(row, "id", faults);
  milestone.date = row.date("date", faults);
  milestone.precision = row.precision("date_precision", faults);
  row.text_given("title_en", faults);
  milestone.title = read_text(row, "title_en", "title_ru");
  milestone.summary = read_text(row, "summary_en", "summary_ru");
  milestone.kind = row.id("kind", faults);
  milestone.position = row.lon_lat_or_unknown("lon_deg", "lat_deg", faults);
  milestone.asset_ids = row.ids("asset_ids", faults);
  return milestone;
}

}  // namespace atlas
