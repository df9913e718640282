#include "app/atlas.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/variant.h"
#include "data/late_texts.h"
#include "geo/great_circle.h"
#include "geo/sun.h"
#include "scene/appearance.h"
#include "state/reduce.h"
#include "state/story.h"

namespace atlas {
namespace {

constexpr double kShortestFlight_s = 0.9, kLongestFlight_s = 1.6;
constexpr const char *kRegularFont = "font/inter-regular.otf", *kSemiboldFont = "font/inter-semibold.otf";
constexpr double kSpeedMemory_s = 0.05;  // a drag's speed is that of its last moments

std::vector<uint8_t> copy_of(std::span<const uint8_t> bytes) { return {bytes.begin(), bytes.end()}; }

// What of the session decides where panels stand and what they show: a change of it needs one more frame.
auto shape_of(const Session& s) {
  return std::make_tuple(s.layers_open, s.reader_open, s.reader_tab, s.open_claim, s.about_open, s.keys_open,
                         s.search_open, s.search, s.sheet_up, s.phone_tab, s.lane_zoom, s.lane_pan, s.hovered_event,
                         s.messages.size(), s.loaded_shown);
}

double asset_distance_km(const Dataset& dataset, AssetIx asset) {
  return dataset.at(asset).layer == Layer::province ? 4500 : 1600;
}

}  // namespace

Result<std::unique_ptr<Atlas>> Atlas::create(std::span<const uint8_t> pack_bytes, const DataFiles* data) {
  Result<Pack> pack = read_pack(pack_bytes);
  if (!pack.ok()) return pack.faults();
  Result<Words> words = Words::parse(pack->find_text("words.csv"));
  if (!words.ok()) return words.faults();
  for (const char* font : {kRegularFont, kSemiboldFont})
    if (pack->find(font).empty()) return Fault{"pack", 0, font, "section is missing", ""};
  Result<DataFiles> files = data != nullptr ? Result<DataFiles>(*data) : first_files(*pack);
  if (!files.ok()) return files.faults();
  Result<Dataset> dataset = check_whole(*files);
  if (!dataset.ok()) return dataset.faults();
  std::unique_ptr<Atlas> atlas(new Atlas(std::move(dataset).value(), std::move(words).value(), *pack));  // NOLINT
  if (!files->sha256_of_whole.empty()) atlas->first_files_ = std::move(files).value();
  return atlas;
}

Atlas::Atlas(Dataset dataset, Words words, const Pack& pack)
    : pipeline_(std::move(dataset), std::move(words), pack),
      interface_(copy_of(pack.find(kRegularFont)), copy_of(pack.find(kSemiboldFont))),
      state_(default_state(pipeline_.dataset())),
      labels_(pack) {
  resize(width_px_, height_px_, pixel_ratio_);
}

void Atlas::resize(double width_px, double height_px, double pixel_ratio) {
  width_px_ = std::max(1.0, width_px);
  height_px_ = std::max(1.0, height_px);
  pixel_ratio_ = std::clamp(pixel_ratio, 0.5, 4.0);
  interface_.resize(width_px_, height_px_, pixel_ratio_);
  refresh();
  redraw();
}

CameraPose Atlas::pose() const { return state_.camera == CameraPose{} ? start_pose(layout_.form) : state_.camera; }

bool Atlas::over_panel(double x_px, double y_px) const {
  const auto x = static_cast<float>(x_px), y = static_cast<float>(y_px);
  // Layers and inspector are only as high as what they hold: their windows say where they are.
  for (const Rect_px& rect : {layout_.top_bar, layout_.timeline, layout_.card, layout_.sheet})
    if (!rect.empty() && rect.contains(x, y)) return true;
  return interface_.popup_at(x, y);
}

void Atlas::act(const Action& action) {
  State next = reduce(pipeline_.dataset(), state_, action);
  if (next == state_) return;
  if (next.story && next.story != state_.story) {  // whoever names a step wants to read it
    session_.reader_open = true;
    session_.reader_tab = 0;
    session_.layers_open = false;
    session_.phone_tab = 3;
  } else if (!next.story && state_.story) {
    session_.reader_open = false;
  }
  state_ = std::move(next);
  ++state_version_;
  refresh();
  redraw();
}

void Atlas::ask(const Request& request) {
  do_request(request);
  redraw();
}

void Atlas::apply(Actions& actions) {
  // Requests come second: they may read the state that the actions made (CopyLink, FlyToSelection).
  for (const Action& action : actions.actions) act(action);
  for (const Request& request : actions.requests) ask(request);
  actions.actions.clear();
  actions.requests.clear();
}

void Atlas::fly_to(const CameraPose& pose, double duration_s) {
  if (duration_s <= 0 || session_.reduced_motion) {
    motion_.stop_camera();
    act(MoveCamera{pose});
  } else {
    motion_.fly_to(this->pose(), pose, duration_s);
    redraw();
  }
}

double Atlas::flight_s(const CameraPose& to) const {
  const double way_deg =
      central_angle_rad({pose().lon_deg, pose().lat_deg}, {to.lon_deg, to.lat_deg}) * 180 / 3.14159265358979323846;
  return std::clamp(kShortestFlight_s + way_deg / 60, kShortestFlight_s, kLongestFlight_s);
}

void Atlas::do_request(const Request& request) {
  const auto fly = [&](const CameraPose& pose) { fly_to(pose, flight_s(pose)); };
  std::visit(Overloaded{
                 [&](const CopyLink&) {
                   host_requests_.push_back({HostRequest::Kind::copy_text, link()});
                 },
                 [&](const OpenUrl& r) {
                   host_requests_.push_back({HostRequest::Kind::open_url, r.url});
                 },
                 [&](const FlyTo& r) { fly(r.pose); },
                 [&](const FlyToSelection&) {
                   std::optional<AssetIx> target;
                   if (const auto* asset = std::get_if<AssetIx>(&state_.selected)) target = *asset;
                   if (const auto* event = std::get_if<EventIx>(&state_.selected)) {
                     const std::vector<AssetIx>& assets = pipeline_.dataset().at(*event).assets;
                     if (!assets.empty()) target = assets.front();
                   }
                   if (!target) return;
                   CameraPose there = pose();
                   there.lat_deg = pipeline_.dataset().at(*target).position.lat_deg;
                   there.lon_deg = pipeline_.dataset().at(*target).position.lon_deg;
                   there.distance_km = std::min(there.distance_km, asset_distance_km(pipeline_.dataset(), *target));
                   there.bearing_deg = 0;
                   fly(within_limits(there));
                 },
                 [&](const Play& r) {
                   if (r.on) {
                     const Date day = clock(state_.scenario.clocks, r.lane);
                     const bool at_end = day >= pipeline_.dataset().as_of;
                     motion_.start_play(at_end ? kPlayFirst.days : day.days);
                     session_.playing = r.lane;
                   } else {
                     session_.playing.reset();
                   }
                 },
                 [&](const SetSpeed& r) { session_.years_per_s = std::clamp(r.years_per_s, 0.1, 8.0); },
                 [&](const GoToStep& r) { go_to_step(r.place); },
                 [&](const NorthUp&) { fly(north_up(pose())); },
                 [&](const ResetView&) { fly(start_pose(layout_.form)); },
                 [&](const ToggleTextView&) {
                   host_requests_.push_back({HostRequest::Kind::toggle_text_view, ""});
                 },
                 [&](const Dismiss&) {
                   if (!session_.messages.empty())
                     session_.messages.pop_back();
                   else if (session_.about_open || session_.keys_open || session_.search_open)
                     session_.about_open = session_.keys_open = session_.search_open = false;
                   else
                     act(Select{std::monostate{}});
                 },
                 [&](const SavePicture&) {
                   host_requests_.push_back({HostRequest::Kind::save_picture, ""});
                 },
             },
             request);
}

// The view changes at once, the camera flies: a reader sees where the next step lies from the last.
void Atlas::go_to_step(const StoryPlace& place) {
  const CameraPose from = pose();
  State target = at_step(pipeline_.dataset(), state_, place);
  const CameraPose wanted = target.camera;
  target.camera = from;
  act(SetState{target});
  const CameraPose to = wanted == CameraPose{} ? start_pose(layout_.form) : wanted;
  fly_to(to, flight_s(to));
}

ParsedLink Atlas::set_link(std::string_view text) {
  ParsedLink parsed = parse_link(pipeline_.dataset(), text);
  motion_.stop_camera();
  const CameraPose before = pose();
  act(SetState{parsed.state});
  if (pose() != before) labels_.forget();
  early_link_ = first_files_ ? std::string(text) : std::string();
  early_link_version_ = state_version_;
  return parsed;
}

std::string Atlas::link() const { return write_link(pipeline_.dataset(), state_); }

void Atlas::take_columns(HostColumns columns) {
  session_.hovered_loaded.reset();
  session_.loaded_shown = true;
  pipeline_.take_columns(std::move(columns));
  loaded_time_.aim(time_of_columns(), true);
  redraw();
}

double Atlas::time_of_columns() const {
  return pipeline_.columns().time_position(clock(state_.scenario.clocks, Lane::deals));
}

Faults Atlas::take_texts(const Pack& texts) {
  if (!first_files_) return {};
  const Result<DataFiles> whole = with_texts(*first_files_, texts);
  if (!whole.ok()) return whole.faults();
  Result<Dataset> dataset = check_whole(*whole);
  if (!dataset.ok()) return dataset.faults();
  first_files_.reset();
  pipeline_.take_dataset(std::move(dataset).value());
  refresh();
  // A link that opens a story could not be followed until now; whoever has moved on since is left where they are.
  if (const std::string link = std::exchange(early_link_, {}); !link.empty() && early_link_version_ == state_version_)
    set_link(link);
  ++state_version_;  // hosts say anew what they say of a state
  redraw();
  return {};
}

void Atlas::take_fine_relief(const Pack& fine) {
  pipeline_.take_fine_relief(fine);
  redraw();
}

bool Atlas::frame_due() const {
  return frames_due_ > 0 || motion_.moving(session_) || slots_.moving() || loaded_time_.moving() ||
         sun_share_.moving() || sun_declination_deg_.moving() || labels_.moving() || arc_growth_.moving() ||
         interface_.has_queued_input();
}

void Atlas::refresh() {
  layout_ = make_layout(width_px_, height_px_, pixel_ratio_, state_.ui, session_, state_.story.has_value());
  pipeline_.show(state_, session_, TimeAxis{session_.lane_zoom, session_.lane_pan});
  if (target_version_ != pipeline_.target_slots().version) {
    slots_.aim(pipeline_.target_slots(), session_.reduced_motion || frames_ == 0);
    target_version_ = pipeline_.target_slots().version;
  }
  if (pipeline_.columns().column_count() > 0) loaded_time_.aim(time_of_columns(), session_.reduced_motion);
  aim_sun(session_.reduced_motion || frames_ == 0);
}

void Atlas::aim_sun(bool jump) {
  const bool shown = state_.layers.sun;
  sun_share_.aim(shown ? 1 : 0, jump);
  // Hidden, the sun stands still until it is asked for; then it shows the day at once.
  if (shown)
    sun_declination_deg_.aim(sun_declination_deg(clock(state_.scenario.clocks, Lane::sanctions)),
                             jump || sun_share_.shown() <= 0);
}

void Atlas::step(double dt_s) {
  if (frames_due_ > 0) --frames_due_;
  const double step_s = std::clamp(dt_s, 0.0, 0.25);
  if (gestures_.dragging() && step_s > 0) {
    const double keep = std::pow(0.5, step_s / kSpeedMemory_s);
    drag_speed_px_per_s_ = drag_speed_px_per_s_ * keep + drag_moved_px_ / step_s * (1 - keep);
  }
  drag_moved_px_ = {0, 0};

  Actions ask;
  motion_.advance(step_s, pipeline_.dataset(), session_, ask);
  apply(ask);
  slots_.advance(step_s);
  loaded_time_.advance(step_s);
  sun_share_.advance(step_s);
  sun_declination_deg_.advance(step_s);
  refresh();

  const LoadedText loaded =
      loaded_text(pipeline_.words(), state_.lang, pipeline_.columns(), session_.hovered_loaded, loaded_time_.shown());

  const PanelInput panels{pipeline_.dataset(),
                          pipeline_.words(),
                          state_,
                          pipeline_.snapshot(),
                          pipeline_.report(),
                          pipeline_.readings(),
                          pipeline_.story(),
                          pipeline_.lanes(),
                          loaded,
                          palette(),
                          layout_,
                          interface_.fonts(),
                          pipeline_.said_version()};
  const auto shape_before = shape_of(session_);
  interface_.frame(panels, session_, ask, step_s);
  if (shape_of(session_) != shape_before) redraw();
  apply(ask);
  refresh();
  update_frame_scene(step_s);
}

void Atlas::draw(Renderer& renderer, unsigned output) {
  ViewInput view;
  view.width_px = static_cast<int>(width_px_);
  view.height_px = static_cast<int>(height_px_);
  view.pixel_ratio = pixel_ratio_;
  view.pose = pose();
  view.free_area = layout_.viewport.free;
  view.camera = matrices(pose(), layout_.viewport);
  renderer.draw(pipeline_.scene(), frame_scene_, palette(), view, output);
  ++frames_;
  if (renderer.reduced() && !told_reduced_) {
    told_reduced_ = true;
    session_.messages.push_back({pipeline_.words().get("ui.simpler_picture", state_.lang), false});
    redraw();
  }
}

void Atlas::update_frame_scene(double dt_s) {
  if (frame_scene_.slots.version != slots_.shown().version) frame_scene_.slots = slots_.shown();
  if (arcs_shown_ != pipeline_.arcs_version()) {
    arc_growth_.show(pipeline_.arc_lines(), session_.reduced_motion || frames_ == 0, frame_scene_);
    arcs_shown_ = pipeline_.arcs_version();
  } else {
    arc_growth_.advance(dt_s, frame_scene_);
  }
  frame_scene_.line_visible = visible_lines(state_.layers);
  frame_scene_.sun_share = static_cast<float>(sun_share_.shown());
  frame_scene_.sun_declination_deg = sun_declination_deg_.shown();
  frame_scene_.loaded_visible = session_.loaded_shown;
  frame_scene_.loaded_time = static_cast<float>(loaded_time_.shown());
  frame_scene_.loaded_place = session_.hovered_loaded ? static_cast<int64_t>(*session_.hovered_loaded) : -1;
  covered_.clear();
  for (const Rect_px& r : interface_.panels()) covered_.push_back({r.x, r.y, r.x + r.width, r.y + r.height});
  labels_.update(LabelInput{pipeline_.dataset(), pipeline_.words(), pipeline_.scene(), slots_.shown(), state_,
                            session_.hovered_asset, matrices(pose(), layout_.viewport), layout_.viewport, pixel_ratio_,
                            palette(), &pipeline_.arcs(), pipeline_.arcs_version(), covered_},
                 dt_s, frame_scene_);
}

void Atlas::settle() {
  session_.playing.reset();
  motion_.stop_camera();
  labels_.settle();
  arc_growth_.settle(frame_scene_);
  slots_.aim(pipeline_.target_slots(), true);
  loaded_time_.aim(time_of_columns(), true);
  aim_sun(true);
  target_version_ = pipeline_.target_slots().version;
}

std::vector<HostRequest> Atlas::take_host_requests() { return std::exchange(host_requests_, {}); }

}  // namespace atlas
