#include "data/amount.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/text.h"

namespace atlas {
namespace {

constexpr std::string_view kUsgs =
    "USGS Fact Sheet 2008-3049: 6,000 cubic feet of gas are one barrel of oil equivalent";
constexpr std::string_view kBp = "BP Statistical Review of World Energy, approximate conversion factors";
constexpr std::string_view kExact = "by definition";
constexpr std::string_view kTroy = "1 troy ounce = 31.1034768 g (NIST Handbook 44, appendix C)";

constexpr std::array kConversions{
    Conversion{"bcm", "bcf", 35.3147, "1 m = 3.28084 ft (NIST SP 811)"},
    Conversion{"tcf", "bcf", 1000.0, kExact},
    Conversion{"bcf", "mmboe", 1.0 / kBcfPerMmboe, kUsgs},
    Conversion{"mt", "mmbbl", 7.33, kBp},
    Conversion{"mt condensate", "mmbbl", 8.0, kBp},
    Conversion{"million Sm3 oe", "mmboe", 6.2898, "Norwegian Offshore Directorate, conversion tables"},
    Conversion{"mmbbl", "mmboe", 1.0, kExact},
    Conversion{"kg", "t", 1e-3, kExact},
    Conversion{"kt", "t", 1e3, kExact},
    Conversion{"Mt", "t", 1e6, kExact},
    Conversion{"Bt", "t", 1e9, kExact},
    Conversion{"oz", "t", 31.1034768e-6, kTroy},
    Conversion{"koz", "t", 31.1034768e-3, kTroy},
    Conversion{"Moz", "t", 31.1034768, kTroy},
};

/// In which scale a substance is added; the unit is written with this scale.
struct Substance {
  std::string_view name, scale;
};
constexpr std::array kSubstances{
    Substance{"Au", "Moz"},  Substance{"Ag", "Moz"},         Substance{"PGM", "Moz"},  Substance{"Pt", "Moz"},
    Substance{"Pd", "Moz"},  Substance{"TREO", "kt"},        Substance{"REO", "kt"},   Substance{"Sn", "kt"},
    Substance{"Li2O", "kt"}, Substance{"LCE", "kt"},         Substance{"WO3", "kt"},   Substance{"U", "kt"},
    Substance{"U3O8", "kt"}, Substance{"Nb2O5", "kt"},       Substance{"Nb", "kt"},    Substance{"Mo", "kt"},
    Substance{"Co", "kt"},   Substance{"graphite", "kt"},    Substance{"Cu", "Mt"},    Substance{"Ni", "Mt"},
    Substance{"Zn", "Mt"},   Substance{"Pb", "Mt"},          Substance{"Fe", "Mt"},    Substance{"TiO2", "Mt"},
    Substance{"Ti", "Mt"},   Substance{"P2O5", "Mt"},        Substance{"Cr2O3", "Mt"}, Substance{"coal", "Mt"},
    Substance{"ore", "Mt"},  Substance{"concentrate", "Mt"}, Substance{"", "Mt"},
};

constexpr std::array<std::string_view, 8> kReservesUnits{
    "bcm", "bcf", "tcf", "mmbbl", "mt", "mmboe", "million Sm3 oe", "mt condensate"};

}  // namespace

std::span<const Conversion> conversions() { return kConversions; }

std::optional<double> convert(double value, std::string_view from, std::string_view to) {
  if (from == to) return value;
  for (const Conversion& c : kConversions) {
    if (c.from == from && c.to == to) return value * c.factor;
    if (c.from == to && c.to == from) return value / c.factor;
  }
  return std::nullopt;
}

double boe_mmboe(double oil_mmbo, double ngl_mmbbl, double gas_bcf) {
  return oil_mmbo + ngl_mmbbl + gas_bcf / kBcfPerMmboe;
}

std::optional<MineralAmount> canonical_amount(double value, std::string_view unit) {
  unit = trimmed(unit);
  MineralAmount amount;
  amount.yearly = unit.ends_with("/y");
  if (amount.yearly) unit.remove_suffix(2);
  const size_t space = unit.find(' ');
  const std::string_view scale = unit.substr(0, space);
  const std::string_view substance = space == std::string_view::npos ? std::string_view() : trimmed(unit.substr(space));
  if (scale == "Mct") {  // carats of diamonds have no second scale
    if (!substance.empty() && substance != "diamonds") return std::nullopt;
    amount.value = value;
    amount.unit = "Mct";
  } else {
    const auto known =
        std::find_if(kSubstances.begin(), kSubstances.end(), [&](const Substance& s) { return s.name == substance; });
    if (known == kSubstances.end() || (substance.empty() && !scale.ends_with('t'))) return std::nullopt;
    if (scale == known->scale) {
      amount.value = value;  // as published, to the last bit
    } else {
      const std::optional<double> tonnes = convert(value, scale, "t");
      const std::optional<double> scaled = tonnes ? convert(*tonnes, "t", known->scale) : std::nullopt;
      if (!scaled) return std::nullopt;
      amount.value = *scaled;
    }
    amount.unit = std::string(known->scale);
    const std::string_view name = substance == "REO" ? std::string_view("TREO") : substance;
    if (!name.empty()) amount.unit += " " + std::string(name);
  }
  if (amount.yearly) amount.unit += "/y";
  return amount;
}

bool is_reserves_unit(std::string_view unit) {
  return std::find(kReservesUnits.begin(), kReservesUnits.end(), unit) != kReservesUnits.end();
}

}  // namespace atlas
