#include <cstdio>
#include <memory>

#include "data/columns_csv.h"
#include "data/late_texts.h"
#include "model/evaluate.h"
#include "model/reach.h"
#include "platform/headless/egl.h"
#include "platform/native/cli.h"
#include "platform/native/files.h"
#include "platform/native/window.h"
#include "platform/picture_gl.h"
#include "report/tables_out.h"
#include "state/story.h"

namespace atlas {
namespace {

void print_faults(const Faults& faults) {
  if (!faults.empty()) std::fprintf(stderr, "%s\n", to_text(faults).c_str());
}

int fail(const Faults& faults, int exit_code = kFailed) {
  print_faults(faults);
  return exit_code;
}

std::string pack_folder(const Options& options) {
  if (options.pack_file.empty()) return program_folder() + "pack/";
  const size_t slash = options.pack_file.rfind('/');
  return slash == std::string::npos ? "" : options.pack_file.substr(0, slash + 1);
}

// What the commands that only speak need: data and words, no picture.
struct Facts {
  Dataset dataset;
  Words words;
  Reach reach;
};

struct Loaded {
  std::vector<uint8_t> bytes;  // of the first pack
  std::string words;
  DataFiles data;
};

// The data of a pack with the texts that lie beside it.
Result<DataFiles> data_of(const Pack& pack, const std::string& folder) {
  Result<DataFiles> first = first_files(pack);
  if (!first.ok() || first->sha256_of_whole.empty()) return first;
  const Result<std::vector<uint8_t>> bytes = read_file(folder + "atlas-texts.pack");
  if (!bytes.ok()) return bytes.faults();
  const Result<Pack> texts = read_pack(*bytes);
  if (!texts.ok()) return texts.faults();
  return with_texts(*first, *texts);
}

Result<Loaded> load(const Options& options) {
  Loaded loaded;
  const std::string file = options.pack_file.empty() ? pack_folder(options) + "atlas.pack" : options.pack_file;
  Result<std::vector<uint8_t>> bytes = read_file(file);
  if (!bytes.ok()) return bytes.faults();
  loaded.bytes = std::move(bytes).value();
  Result<Pack> pack = read_pack(loaded.bytes);
  if (!pack.ok()) return pack.faults();
  Result<DataFiles> files =
      options.data_folder.empty() ? data_of(*pack, pack_folder(options)) : read_data_folder(options.data_folder);
  if (!files.ok()) return files.faults();
  loaded.data = std::move(files).value();
  loaded.words = pack->find_text("words.csv");
  return loaded;
}

// Data faults end with their own exit code; everything else with 1.
int open_facts(const Options& options, std::optional<Facts>& facts) {
  Result<Loaded> loaded = load(options);
  if (!loaded.ok()) return fail(loaded.faults());
  Result<Words> words = Words::parse(loaded->words);
  if (!words.ok()) return fail(words.faults(), kDataFaults);
  Result<Dataset> dataset = check_whole(loaded->data);
  if (!dataset.ok()) return fail(dataset.faults(), kDataFaults);
  Dataset checked = std::move(dataset).value();
  Reach reach = make_reach(checked);
  facts = Facts{std::move(checked), std::move(words).value(), std::move(reach)};
  return kDone;
}

// A state that is refused in part still stands; the refusals go to standard error.
State state_of(const Dataset& dataset, const std::string& text) {
  ParsedLink parsed = parse_link(dataset, text);
  print_faults(parsed.refused);
  print_faults(parsed.warnings);
  return parsed.state;
}

int print(const Result<std::string>& text) {
  if (!text.ok()) return fail(text.faults(), kWrongUsage);
  std::printf("%s%s", text->c_str(), text->empty() || text->back() == '\n' ? "" : "\n");
  return kDone;
}

int speak(const Options& options) {
  std::optional<Facts> facts;
  if (const int wrong = open_facts(options, facts); wrong != kDone) return wrong;
  const State state = state_of(facts->dataset, options.state);
  const Snapshot snapshot = evaluate(facts->dataset, facts->reach, state.scenario);
  const Told told{facts->dataset, facts->words, state, snapshot};
  if (options.command == "list")
    return print(options.json ? list_json(told, options.subject) : list_plain(told, options.subject));
  if (options.command == "explain")
    return print(options.json ? explain_json(told, options.subject) : explain_plain(told, options.subject));
  std::optional<State> other;
  std::optional<Snapshot> other_snapshot;
  std::optional<Told> against;
  if (!options.against.empty()) {
    other = state_of(facts->dataset, options.against);
    other_snapshot = evaluate(facts->dataset, facts->reach, other->scenario);
    against.emplace(Told{facts->dataset, facts->words, *other, *other_snapshot});
  }
  const Told* beside = against ? &*against : nullptr;
  return print(Result<std::string>(options.json ? totals_json(told, beside) : totals_plain(told, beside)));
}

int check_folder(const Options& options) {
  const Result<DataFiles> files = read_data_folder(options.subject);
  if (!files.ok()) {
    print_faults(files.faults());
    std::printf("%s: %zu faults\n", options.subject.c_str(), files.faults().size());
    return kDataFaults;
  }
  Result<Dataset> dataset = check_whole(*files);
  if (dataset.ok())
    if (Faults figures = check_story_figures(*dataset); !figures.empty()) dataset = figures;
  print_faults(dataset.faults());
  if (!dataset.ok()) {
    std::printf("%s: %zu faults\n", options.subject.c_str(), dataset.faults().size());
    return kDataFaults;
  }
  std::printf("%s: %zu assets, %zu parts, %zu deals and sanctions, %zu effects, %zu sources; no faults, %zu warnings\n",
              options.subject.c_str(), dataset->assets.size(), dataset->parts.size(), dataset->events.size(),
              dataset->effects.size(), dataset->sources.size(), dataset.faults().size());
  return kDone;
}

int open_atlas(const Options& options, std::unique_ptr<Atlas>& atlas) {
  const Result<Loaded> loaded = load(options);
  if (!loaded.ok()) return fail(loaded.faults());
  Result<std::unique_ptr<Atlas>> made = Atlas::create(loaded->bytes, &loaded->data);
  if (!made.ok()) return fail(made.faults(), kDataFaults);
  atlas = std::move(made).value();
  if (!options.no_fine) {
    const Result<std::vector<uint8_t>> bytes = read_file(pack_folder(options) + "atlas-fine.pack");
    const Result<Pack> fine = bytes.ok() ? read_pack(*bytes) : Result<Pack>(bytes.faults());
    if (fine.ok())
      atlas->take_fine_relief(*fine);
    else
      print_faults(fine.faults());  // the picture stands without it, coarser
  }
  if (!options.state.empty()) {
    const ParsedLink parsed = atlas->set_link(options.state);
    print_faults(parsed.refused);
    print_faults(parsed.warnings);
  }
  return kDone;
}

// Needs the context: what can be drawn is the device's to say.
int open_columns(const Options& options, Atlas& atlas) {
  if (options.columns_file.empty()) return kDone;
  const Result<std::vector<uint8_t>> bytes = read_file(options.columns_file);
  if (!bytes.ok()) return fail(bytes.faults());
  const SeriesLimits limits = series_limits();
  Result<HostColumns> columns =
      read_columns_csv(options.columns_file, {reinterpret_cast<const char*>(bytes->data()), bytes->size()},
                       {limits.columns, limits.times});
  if (!columns.ok()) return fail(columns.faults(), kDataFaults);
  atlas.take_columns(std::move(columns).value());
  return kDone;
}

int render(const Options& options) {
  std::unique_ptr<Atlas> atlas;
  if (const int wrong = open_atlas(options, atlas); wrong != kDone) return wrong;
  const Result<std::unique_ptr<HeadlessContext>> context = HeadlessContext::create(16, 16);
  if (!context.ok()) return fail(context.faults());
  const Result<std::unique_ptr<Renderer>> renderer = Renderer::create();
  if (!renderer.ok()) return fail(renderer.faults());
  if (const int wrong = open_columns(options, *atlas); wrong != kDone) return wrong;
  PanelPainter panels;
  const Result<Image> image =
      draw_picture(*atlas, **renderer, panels, options.width_px, options.height_px, options.pixel_ratio);
  if (!image.ok()) return fail(image.faults());
  const Result<bool> written = write_file(options.output, encode_png(*image));
  if (!written.ok()) return fail(written.faults());
  const Counters& counters = (*renderer)->counters();
  if (options.json && options.output != "-")
    std::printf("{\"state\":\"%s\",\"draw_calls\":%u,\"triangles\":%llu,\"gpu_bytes\":%llu}\n", atlas->link().c_str(),
                counters.draw_calls, static_cast<unsigned long long>(counters.triangles),
                static_cast<unsigned long long>(counters.gpu_bytes));
  return kDone;
}

int view(const Options& options) {
  std::unique_ptr<Atlas> atlas;
  if (const int wrong = open_atlas(options, atlas); wrong != kDone) return wrong;
  int wrong_columns = kDone;
  const Result<bool> shown = run_window(*atlas, options.width_px, options.height_px,
                                        [&] { return (wrong_columns = open_columns(options, *atlas)) == kDone; });
  if (wrong_columns != kDone) return wrong_columns;
  return shown.ok() ? kDone : fail(shown.faults());
}

}  // namespace

int run(const Options& options) {
  if (options.command == "check") return check_folder(options);
  if (options.command == "render") return render(options);
  if (options.command == "view") return view(options);
  return speak(options);
}

}  // namespace atlas
