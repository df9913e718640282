#pragma once

// Units of amounts and the one table of conversion factors, each with its source. Everything that is added up has been
// brought to one unit per commodity here; yearly outputs ("/y") never mix with stocks.
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace atlas {

struct Conversion {
  std::string_view from, to;
  double factor;  ///< one `from` is so many `to`
  std::string_view source;
};

/// Every factor that the atlas uses.
std::span<const Conversion> conversions();

/// Nothing if the table holds neither the pair nor its inverse.
std::optional<double> convert(double value, std::string_view from, std::string_view to);

/// Gas in BCF as oil equivalent: 6,000 cubic feet are one barrel (USGS Fact Sheet 2008-3049).
inline constexpr double kBcfPerMmboe = 6.0;
/// Oil equivalent in MMBOE of oil, liquids and gas.
double boe_mmboe(double oil_mmbo, double ngl_mmbbl, double gas_bcf);

/// An amount of a mineral in the unit in which its commodity is added.
struct MineralAmount {
  double value = 0;
  std::string unit;  ///< "Moz Au", "kt TREO", "Mt ore"; with "/y" for a yearly output
  bool yearly = false;
};

/// `unit` is a scale (t, kt, Mt, Bt, kg, oz, koz, Moz, Mct), a substance ("Au", "TREO", "ore", none) and "/y" if
/// yearly. Nothing if it is none of the known ones.
std::optional<MineralAmount> canonical_amount(double value, std::string_view unit);

/// Units that reserves_unit of a field may have.
bool is_reserves_unit(std::string_view unit);

}  // namespace atlas
