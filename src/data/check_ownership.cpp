// Checks who owns what: known names, no circle, no more than the whole.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "data/check_steps.h"

namespace atlas {
namespace {

constexpr double kShareTolerance = 1e-6;
const Date kBeforeAll = Date::from_ymd(1000, 1, 1);

bool is_active(const OwnershipRow& row, Date day) {
  return (!row.from || *row.from <= day) && (!row.to || day < *row.to);
}

/// No owner may own itself, be it through others; dates are not looked at, as a circle over time is a typing error too.
void check_circles(CheckContext& c, const Tables& tables) {
  std::map<std::string, std::vector<const OwnershipRow*>> owned_by;
  for (const OwnershipRow& row : tables.ownership)
    if (!c.data.find_asset(row.owned)) owned_by[row.head.id].push_back(&row);
  enum class Mark : uint8_t { fresh, open, done };
  std::map<std::string, Mark> marks;
  // Depth first with a stack of our own: a hostile file may chain as many owners as it has rows.
  for (const auto& [start, unused] : owned_by) {
    struct Step {
      std::string owner;
      size_t next = 0;
    };
    std::vector<Step> path;
    if (marks[start] == Mark::fresh) path.push_back({start});
    while (!path.empty()) {
      Step& step = path.back();
      marks[step.owner] = Mark::open;
      const auto found = owned_by.find(step.owner);
      if (found == owned_by.end() || step.next >= found->second.size()) {
        marks[step.owner] = Mark::done;
        path.pop_back();
        continue;
      }
      const OwnershipRow& row = *found->second[step.next++];
      const Mark mark = marks[row.owned];
      if (mark == Mark::open) c.fault(row.head, "owned", "ownership runs in a circle", row.owned);
      if (mark == Mark::fresh) path.push_back({row.owned});
    }
  }
}

void check_sums(CheckContext& c, const Tables& tables) {
  std::map<std::string, std::vector<const OwnershipRow*>> owners_of;
  for (const OwnershipRow& row : tables.ownership) owners_of[row.owned].push_back(&row);
  for (const auto& [owned, rows] : owners_of) {
    // What each day changes; a share that ends on a day no longer counts on it.
    std::map<Date, double> changes;
    for (const OwnershipRow* row : rows) {
      changes[row->from.value_or(kBeforeAll)] += row->share;
      if (row->to) changes[*row->to] -= row->share;
    }
    double sum = 0;
    for (const auto& [day, change] : changes) {
      sum += change;
      if (sum <= 1 + kShareTolerance) continue;
      const auto last = std::find_if(rows.rbegin(), rows.rend(),
                                     [day = day](const OwnershipRow* row) { return is_active(*row, day); });
      c.fault((*last)->head, "share", "shares in " + owned + " sum to more than 1 on " + to_text(day), fixed(sum, 4));
      break;
    }
  }
}

}  // namespace

void check_ownership(CheckContext& c, const Tables& tables) {
  for (const OwnershipRow& row : tables.ownership) {
    if (c.owner_by_name.contains(row.head.id)) continue;
    c.owner_by_name.emplace(row.head.id, OwnerIx{c.data.owners.size()});
    c.data.owners.push_back(row.head.id);
  }
  for (const OwnershipRow& row : tables.ownership) {
    Ownership ownership;
    ownership.owner = c.owner_by_name.find(row.head.id)->second;
    ownership.share = row.share;
    ownership.from = row.from;
    ownership.to = row.to;
    ownership.source = c.source(row.head);
    ownership.verified = row.head.verified;
    if (c.data.find_asset(row.head.id)) c.fault(row.head, "owner", "is the id of an asset", row.head.id);
    const auto owner = c.owner_by_name.find(row.owned);
    if (const std::optional<AssetIx> asset = c.data.find_asset(row.owned)) {
      ownership.owned_asset = *asset;
    } else if (owner != c.owner_by_name.end()) {
      ownership.owned_owner = owner->second;
    } else {
      c.fault(row.head, "owned", "is neither an asset nor an owner", row.owned);
    }
    c.data.ownership.push_back(ownership);
  }
  check_circles(c, tables);
  check_sums(c, tables);
}

}  // namespace atlas
