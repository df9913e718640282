#include "report/asset_line.h"

#include "data/amount.h"
#include "report/format.h"

namespace atlas {

BarRow asset_line(const Dataset& dataset, const Words& words, Lang lang, AssetIx ix) {
  const Asset& asset = dataset.at(ix);
  const Speech say{words, lang};
  BarRow row;
  row.name = asset.name.in(lang);
  row.asset = ix;
  if (!asset.has_amount) return row;
  if (asset.layer == Layer::deposit) {
    row.amount = in_unit(say, asset.mineral_amount, asset.mineral_unit);
    return row;
  }
  if (asset.layer == Layer::facility) return row;
  row.amount = asset.layer == Layer::province ? bn_boe(say, asset.boe_mmboe) : boe_by_size(say, asset.boe_mmboe);
  row.oil = drawn_value(asset.hydrocarbons[0]) / 1000;
  row.liquids = drawn_value(asset.hydrocarbons[1]) / 1000;
  row.gas = drawn_value(asset.hydrocarbons[2]) / kBcfPerMmboe / 1000;
  return row;
}

}  // namespace atlas
