// The recorded days of the named events, row by row: a day that two rows share can't move in one of them unseen.
// An event's days, then those of its effects (from..to, its own where empty) or, of a deal, of its steps.
#include <set>
#include <string>

#include "model/shipped.h"

using namespace atlas;
using namespace atlas::shipped;

namespace {

const char* word(Activity activity) {
  static const char* const kWords[] = {"trade",      "transport", "technology", "services", "finance",
                                       "investment", "dealing",   "extraction", "deal",     "suspends"};
  return kWords[static_cast<size_t>(activity)];
}
const char* word(Stage stage) {
  static const char* const kWords[] = {"none", "ended", "pledged", "signed", "suspended", "operating"};
  return kWords[static_cast<size_t>(stage)];
}
std::string text(const std::optional<Date>& date) { return date ? to_text(*date) : ""; }

std::string record_of(std::string_view id) {
  const Event& e = row(id);
  std::string record = to_text(e.announced);
  if (e.effective) record += ", from " + to_text(*e.effective);
  if (e.end) record += ", to " + to_text(*e.end);
  std::set<std::string> lines;
  if (e.lane == Lane::sanctions)
    for (const Effect& effect : world().data.effects) {
      if (effect.event != event(id)) continue;
      lines.insert(text(effect.from) + ".." + text(effect.to) + " " + word(effect.activity));
    }
  else
    for (const atlas::Change& change : e.history) lines.insert(to_text(change.date) + " " + word(change.stage));
  const char* between = " | ";
  for (const std::string& line : lines) {
    record += between + line;
    between = "; ";
  }
  return record;
}

}  // namespace

TEST_CASE("recorded days: the rules of 2014 to 2018", "[model][shipped][days]") {
  CHECK(record_of("us-directive-2-2014") == "2014-07-16, from 2014-07-16 | 2014-07-16.. finance; 2014-09-12.. finance");
  CHECK(record_of("us-directive-4-2014") == "2014-09-12, from 2014-09-12 | .. services; .. technology");
  CHECK(record_of("us-directive-4-2017") == "2017-10-31, from 2018-01-29 | .. services; .. technology");
  CHECK(record_of("us-bis-oil-2014") == "2014-08-01, from 2014-08-06 | .. technology");
  CHECK(record_of("us-bis-gazprom-2014") == "2014-09-12, from 2014-09-17 | .. technology");
  CHECK(record_of("eu-833-2014") == "2014-07-31, from 2014-08-01 | .. technology");
  CHECK(record_of("eu-960-2014") == "2014-09-08, from 2014-09-12 | .. finance; .. services");
  CHECK(record_of("eu-1290-2014") == "2014-12-04, from 2014-12-06 | .. suspends");
  CHECK(record_of("can-2014") == "2014-12-19, from 2014-12-19 | .. services; .. technology");
  CHECK(record_of("jpn-2014") == "2014-09-24, from 2014-09-25");
  CHECK(record_of("nor-2014") ==
        "2014-08-11, from 2014-08-15 | .. technology; 2014-10-10.. services; 2022-03-18.. investment; 2022-03-18.. "
        "technology");
  CHECK(record_of("aus-2014") == "2014-09-01, from 2015-03-31 | .. technology");
  CHECK(record_of("caatsa-2017") == "2017-08-02, from 2017-08-02 | .. investment; .. transport");
}

TEST_CASE("recorded days: the rules of 2022 and after", "[model][shipped][days]") {
  CHECK(record_of("us-bis-2022-02-24") == "2022-02-24, from 2022-02-24 | .. technology");
  CHECK(record_of("us-bis-oil-2022") == "2022-03-03, from 2022-03-03 | .. technology");
  CHECK(record_of("us-eo14066-2022") == "2022-03-08, from 2022-03-08 | .. investment; .. trade");
  CHECK(record_of("eu-4th-package-2022") == "2022-03-15, from 2022-03-16 | .. investment; .. services; .. technology");
  CHECK(record_of("us-eo14071-2022") == "2022-04-06, from 2022-04-06 | .. investment");
  CHECK(record_of("eu-6th-package-2022") == "2022-06-03, from 2022-12-05 | .. trade");
  CHECK(record_of("g7-price-cap-2022") == "2022-12-03, from 2022-12-05 | .. trade");
  CHECK(record_of("uk-energy-goods-2022") ==
        "2022-10-28, from 2023-01-01 | 2022-10-28.. services; 2022-10-28.. technology; 2022-12-31.. trade; "
        "2023-01-01.. trade");
  CHECK(record_of("eu-16th-package-2025") == "2025-02-24, from 2025-02-25 | .. investment; .. services; .. technology");
  CHECK(record_of("us-petroleum-services-2025") == "2025-01-10, from 2025-02-27 | .. services");
  CHECK(record_of("eu-18th-package-2025") ==
        "2025-07-18, from 2025-09-03 | 2025-07-18.. transport; 2025-09-03.. trade");
  CHECK(record_of("us-gl-134-2026") ==
        "2026-03-05, from 2026-03-05 | 2026-03-12..2026-04-11 suspends; 2026-04-17..2026-06-17 suspends");
  CHECK(record_of("us-gl-135-diesel-2026") == "2026-10-09, from 2026-10-09, to 2027-04-07");
}

TEST_CASE("recorded days: LNG", "[model][shipped][days]") {
  CHECK(record_of("us-cosco-dalian-2019") == "2019-09-25, from 2019-09-25, to 2020-01-31 | ..2019-11-01 transport");
  CHECK(record_of("eu-5th-package-2022") ==
        "2022-04-08, from 2022-04-09 | .. technology; 2022-04-16.. transport; 2022-08-10.. trade");
  CHECK(record_of("us-transshipment-2023-09") == "2023-09-14, from 2023-09-14 | .. dealing; .. transport");
  CHECK(record_of("us-arctic-lng-2-2023") == "2023-11-02, from 2023-11-02 | .. dealing");
  CHECK(record_of("uk-arctic-lng-2-2024") == "2024-02-22, from 2024-02-22 | .. dealing");
  CHECK(record_of("us-lng-2024-06") == "2024-06-12, from 2024-06-12 | .. dealing; .. transport");
  CHECK(record_of("eu-14th-package-2024") ==
        "2024-06-24, from 2025-03-26 | 2024-06-25.. investment; 2024-06-25.. services; 2024-06-25.. technology; "
        "2024-06-25.. transport; 2025-03-26.. transport");
  CHECK(record_of("us-lng-2024-08") == "2024-08-23, from 2024-08-23 | .. dealing; .. transport");
  CHECK(record_of("eu-repowereu-2026") ==
        "2026-01-26, from 2026-02-03 | 2026-04-25..2027-01-01 trade; 2026-06-17..2027-09-30 trade; 2027-01-01.. trade; "
        "2027-09-30.. trade");
  CHECK(record_of("eu-20th-package-2026") == "2026-04-23 | .. dealing; .. services; .. transport");
}

TEST_CASE("recorded days: the listed companies", "[model][shipped][days]") {
  CHECK(record_of("us-2025-01-10") == "2025-01-10, from 2025-01-10 | .. dealing; .. transport");
  CHECK(record_of("uk-2025-01-10") == "2025-01-10, from 2025-01-10 | .. dealing");
  CHECK(record_of("uk-2025-10-15") == "2025-10-15, from 2025-10-15 | .. dealing; .. transport");
  CHECK(record_of("us-rosneft-lukoil-2025") == "2025-10-22, from 2025-10-22 | .. dealing");
  CHECK(record_of("eu-19th-package-2025") ==
        "2025-10-23, from 2026-04-25 | 2025-10-23.. dealing; 2026-04-25..2027-01-01 trade; 2027-01-01.. trade");
  CHECK(record_of("us-alrosa-2022") == "2022-04-07, from 2022-04-07 | .. dealing");
  CHECK(record_of("eu-alrosa-2024") == "2023-12-18, from 2024-01-01 | .. trade; 2024-01-03.. dealing");
}

TEST_CASE("recorded days: own limits", "[model][shipped][days]") {
  CHECK(record_of("us-obama-arctic-2015") == "2015-01-27, from 2015-01-27, to 2025-01-20 | 2016-12-20.. extraction");
  CHECK(record_of("us-northern-bering-2016") == "2016-12-09, from 2016-12-09, to 2017-04-28");
  CHECK(record_of("us-obama-arctic-2016") == "2016-12-20, from 2016-12-20, to 2025-01-20 | .. extraction");
  CHECK(record_of("us-revoke-withdrawal-2017") ==
        "2017-04-28, from 2017-04-28, to 2021-01-20 | 2017-04-28..2019-03-29 suspends");
  CHECK(record_of("us-biden-2021") == "2021-01-20, from 2021-01-20, to 2025-01-20 | .. extraction");
  CHECK(record_of("us-anwr-suspension-2021") == "2021-06-01, from 2021-06-01, to 2025-01-20 | .. extraction");
  CHECK(record_of("us-beaufort-2023") == "2023-03-01, from 2023-03-13, to 2025-01-20 | .. extraction");
  CHECK(record_of("us-npra-rule-2024") == "2024-05-07, from 2024-06-06, to 2025-12-17 | .. extraction");
  CHECK(record_of("us-ambler-denial-2024") == "2024-06-01, from 2024-06-28, to 2025-10-06 | .. transport");
  CHECK(record_of("us-ocs-2025-01") == "2025-01-06, from 2025-01-06, to 2025-01-20");
  CHECK(record_of("us-eo14153-2025") == "2025-01-20, from 2025-01-20 | .. suspends");
  CHECK(record_of("can-moratorium-2016") == "2016-12-20, from 2016-12-20 | .. extraction; 2019-07-30.. extraction");
  CHECK(record_of("grl-oil-stop-2021") == "2021-07-15, from 2021-07-15 | .. extraction");
  CHECK(record_of("grl-uranium-act-2021") == "2021-12-01, from 2021-12-02 | .. extraction");
  CHECK(record_of("nor-deep-sea-pause-2024") == "2024-12-01, from 2024-12-01");
}

TEST_CASE("recorded days: the named deals", "[model][shipped][days]") {
  CHECK(record_of("exxon-rosneft-kara-2011") ==
        "2011-08-30, from 2012-04-16, to 2018-02-28 | 2011-08-30 signed; 2012-04-16 signed; 2014-08-09 operating; "
        "2014-09-27 operating; 2014-10-10 suspended; 2017-04-21 suspended; 2018-02-28 ended");
  CHECK(record_of("shtokman-1995-letter") == "1995-08-01 | 1995-08-01 pledged; 2007-07-13 ended");
  CHECK(record_of("shtokman-consortium") ==
        "2007-07-13, from 2008-02-21, to 2012-07-01 | 2007-07-13 signed; 2007-10-25 signed; 2008-02-21 operating; "
        "2012-07-01 ended; 2012-08-29 ended; 2015-06-20 ended");
  CHECK(record_of("barents-boundary-treaty-2010") ==
        "2010-09-15, from 2011-07-07 | 2010-09-15 signed; 2011-07-07 operating");
  CHECK(record_of("us-ussr-maritime-boundary-1990") == "1990-06-01, from 1990-06-15 | 1990-06-01 signed");
  CHECK(record_of("willow-2020") ==
        "2020-10-27, from 2023-03-13 | 2020-10-27 signed; 2021-08-18 ended; 2023-03-13 signed; 2023-11-09 signed; "
        "2023-12-22 operating; 2025-06-13 operating");
  CHECK(record_of("anwr-leases-2021") ==
        "2021-01-06, from 2021-01-19 | 2021-01-06 signed; 2021-01-19 operating; 2021-06-01 suspended; 2022-08-01 "
        "suspended; 2023-09-06 ended; 2025-03-25 signed; 2025-10-23 operating");
  CHECK(record_of("us-japan-550-2025") == "2025-07-22, from 2025-09-04 | 2025-07-22 pledged; 2025-09-04 signed");
  CHECK(record_of("anchorage-summit-2025") ==
        "2025-08-15, from 2025-08-15 | 2025-08-15 operating; 2025-08-15 signed; 2025-08-16 ended");
  CHECK(record_of("arctic-lng-2-total") ==
        "2018-05-24, from 2019-03-05 | 2018-05-24 signed; 2019-03-05 operating; 2022-03-22 operating; 2023-12-25 "
        "suspended");
  CHECK(
      record_of("arctic-lng-2-china") ==
      "2019-04-25, from 2019-07-22 | 2019-04-25 signed; 2019-06-07 signed; 2019-07-22 operating; 2023-12-25 suspended");
  CHECK(record_of("arctic-lng-2-japan") ==
        "2019-06-29, from 2019-07-22 | 2019-06-29 signed; 2019-07-22 operating; 2023-12-25 suspended");
  CHECK(record_of("tomtor-rosneft-2025") == "2025-05-20, from 2025-05-20 | 2025-05-20 operating; 2025-05-20 signed");
}
