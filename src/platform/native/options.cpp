#include <CLI/CLI.hpp>
#include <cstdio>

#include "platform/native/cli.h"

namespace atlas {
namespace {

// "1920x1080" -> two sides; CLI11 prints what is returned.
std::string read_size(const std::string& text, Options& options) {
  int w = 0, h = 0, used = 0;
  if (std::sscanf(text.c_str(), "%dx%d%n", &w, &h, &used) != 2 || static_cast<size_t>(used) != text.size() || w < 1 ||
      h < 1 || w > 16384 || h > 16384)
    return "--size: needs WIDTHxHEIGHT in pixels, 1 to 16384 (" + text + ")";
  options.width_px = w;
  options.height_px = h;
  return "";
}

}  // namespace

std::optional<Options> parse_options(int count, char** values, int& exit_code) {
  Options options;
  std::string size;
  CLI::App app{"Arctic Reserves Atlas: reserves as volumes on a globe, deals and sanctions day by day", "arctic-atlas"};
  app.set_version_flag("--version", std::string("arctic-atlas ") + ATLAS_VERSION);
  app.require_subcommand(0, 1);
  const auto common = [&](CLI::App* command) {
    command->add_option("--data", options.data_folder, "Folder of data files instead of the built-in data");
    command->add_option("--pack", options.pack_file, "Pack file (default: pack/atlas.pack beside the program)");
    return command;
  };
  const auto columns = [&](CLI::App* command) {
    command->add_option("--columns", options.columns_file,
                        "Your own columns: a CSV file with lon_deg, lat_deg and one column of values a day");
  };
  const auto state = [&](CLI::App* command) {
    command->add_option("--state", options.state, "State text, as in the page's address: '#v=1&t=2014-09-12'");
  };
  const auto json = [&](CLI::App* command) { command->add_flag("--json", options.json, "Machine-readable output"); };

  common(&app);
  state(&app);
  columns(&app);
  CLI::App* view = common(app.add_subcommand("view", "Open the window (default)"));
  state(view);
  columns(view);
  CLI::App* render = common(app.add_subcommand("render", "Draw a picture; needs no display"));
  state(render);
  columns(render);
  render->add_option("-o,--output", options.output, "PNG file, - for standard output")->required();
  render->add_option("--size", size, "WIDTHxHEIGHT in pixels (1280x800)");
  render->add_option("--pixel-ratio", options.pixel_ratio, "Pixels per point of text")->check(CLI::Range(0.5, 4.0));
  render->add_flag("--coarse", options.no_fine, "Only the small relief that comes with the first picture");
  json(render);
  CLI::App* check = app.add_subcommand("check", "Validate a folder of data files and list every fault");
  check->add_option("folder", options.subject, "Folder with the data files")->required();
  CLI::App* list = common(app.add_subcommand("list", "List what the data hold"));
  list->add_option("kind", options.subject, "What to list")
      ->required()
      ->check(CLI::IsMember({"provinces", "fields", "deposits", "facilities", "deals", "sanctions", "milestones",
                             "claims", "series", "steps", "sources"}));
  json(list);
  CLI::App* totals = common(app.add_subcommand("totals", "Totals of a state, held back and under deals"));
  state(totals);
  totals->add_option("--against", options.against, "Another state to compare with");
  json(totals);
  CLI::App* explain = common(app.add_subcommand("explain", "What holds an asset, by whom, and its figures"));
  explain->add_option("id", options.subject, "Id of a province, field, deposit, facility, deal or sanction")
      ->required();
  state(explain);
  json(explain);

  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? kDone : kWrongUsage;
    return std::nullopt;
  }
  if (const auto chosen = app.get_subcommands(); !chosen.empty()) options.command = chosen.front()->get_name();
  if (!size.empty()) {
    if (const std::string wrong = read_size(size, options); !wrong.empty()) {
      std::fprintf(stderr, "%s\n", wrong.c_str());
      exit_code = kWrongUsage;
      return std::nullopt;
    }
  }
  return options;
}

}  // namespace atlas
