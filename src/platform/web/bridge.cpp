// The functions that the page calls: numbers, byte ranges and UTF-8 text only. Every call names its atlas by handle, so
// nothing here is global. Text that goes out lives until the next call on the same handle.
#include <emscripten.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <memory>
#include <string>

#include "app/atlas.h"
#include "data/host_columns.h"
#include "platform/picture_gl.h"
#include "platform/web/answers.h"
#include "report/tables_out.h"

// In web/glfw_web.lib.js: the GLFW port listens for keys and pointers on the whole page; the atlas gets its inputs from
// canvas.js, so those listeners go.
extern "C" void web_glfw_release_input(void);

namespace atlas {
namespace {

struct WebAtlas {
  std::unique_ptr<Atlas> atlas;
  std::unique_ptr<Renderer> renderer;
  PanelPainter panels;
  GLFWwindow* window = nullptr;
  std::string text;            // the last text handed out
  std::vector<uint8_t> bytes;  // the last bytes handed out
  bool context_lost = false;
  SeriesLimits limits;
  std::optional<HostColumnsIntake> columns;  // on their way in
};

Modifiers modifiers_of(int bits) { return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0}; }

const char* hand_out(WebAtlas& web, std::string text) {
  web.text = std::move(text);
  return web.text.c_str();
}

}  // namespace
}  // namespace atlas

using atlas::WebAtlas;

extern "C" {

EMSCRIPTEN_KEEPALIVE WebAtlas* atlas_new() { return std::make_unique<WebAtlas>().release(); }

EMSCRIPTEN_KEEPALIVE void atlas_delete(WebAtlas* web) {
  const std::unique_ptr<WebAtlas> owned(web);
  if (owned->window != nullptr) glfwDestroyWindow(owned->window);
}

// Empty text: it stands. Else what is wrong, a fault a line.
EMSCRIPTEN_KEEPALIVE const char* atlas_open(WebAtlas* web, const uint8_t* pack, int length, int width_px, int height_px,
                                            double pixel_ratio) {
  atlas::Result<std::unique_ptr<atlas::Atlas>> made = atlas::Atlas::create({pack, static_cast<size_t>(length)});
  if (!made.ok()) return atlas::hand_out(*web, "data\n" + atlas::to_text(made.faults()));
  web->atlas = std::move(made).value();
  if (glfwInit() != GLFW_TRUE) return atlas::hand_out(*web, "graphics\nGLFW could not start");
  glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_ES_API);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_SAMPLES, 0);
  web->window = glfwCreateWindow(width_px, height_px, "Arctic Reserves Atlas", nullptr, nullptr);
  if (web->window == nullptr) return atlas::hand_out(*web, "graphics\nthis browser gives no WebGL 2 context");
  web_glfw_release_input();
  glfwMakeContextCurrent(web->window);
  atlas::Result<std::unique_ptr<atlas::Renderer>> renderer = atlas::Renderer::create();
  if (!renderer.ok()) return atlas::hand_out(*web, "graphics\n" + atlas::to_text(renderer.faults()));
  web->renderer = std::move(renderer).value();
  web->limits = atlas::series_limits();
  web->atlas->resize(width_px, height_px, pixel_ratio);
  return "";
}

EMSCRIPTEN_KEEPALIVE const char* atlas_take_texts(WebAtlas* web, const uint8_t* pack, int length) {
  const atlas::Result<atlas::Pack> texts = atlas::read_pack({pack, static_cast<size_t>(length)});
  const atlas::Faults faults = texts.ok() ? web->atlas->take_texts(*texts) : texts.faults();
  return atlas::hand_out(*web, faults.empty() ? "" : atlas::to_text(faults));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_take_fine(WebAtlas* web, const uint8_t* pack, int length) {
  const atlas::Result<atlas::Pack> fine = atlas::read_pack({pack, static_cast<size_t>(length)});
  if (!fine.ok()) return atlas::hand_out(*web, atlas::to_text(fine.faults()));
  web->atlas->take_fine_relief(*fine);
  return "";
}

// Columns come in four steps, so that their values never stand twice in this memory: begin with places and times, then
// all values in pieces of whole columns, twice (first measured, then taken), then finish. Each answers as
// atlas_set_link.
EMSCRIPTEN_KEEPALIVE const char* atlas_columns_begin(WebAtlas* web, const float* lon_deg, int lon_count,
                                                     const float* lat_deg, int lat_count, const int32_t* times_day,
                                                     int times_count) {
  web->columns.reset();
  atlas::Result<atlas::HostColumnsIntake> begun = atlas::HostColumnsIntake::begin(
      {lon_deg, static_cast<size_t>(lon_count)}, {lat_deg, static_cast<size_t>(lat_count)},
      {times_day, static_cast<size_t>(times_count)}, {web->limits.columns, web->limits.times});
  const std::string answer = atlas::answer_json(begun.faults());
  if (begun.ok()) web->columns = std::move(begun).value();
  return atlas::hand_out(*web, answer);
}

EMSCRIPTEN_KEEPALIVE const char* atlas_columns_piece(WebAtlas* web, const float* values, int count, int take) {
  if (!web->columns)
    return atlas::hand_out(*web, atlas::answer_json(atlas::Faults{{"", 0, "columns", "were not begun", ""}}));
  const std::span<const float> piece(values, static_cast<size_t>(count));
  const atlas::Faults faults = take != 0 ? web->columns->take(piece) : web->columns->measure(piece);
  if (!faults.empty()) web->columns.reset();
  return atlas::hand_out(*web, atlas::answer_json(faults));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_columns_finish(WebAtlas* web) {
  if (!web->columns)
    return atlas::hand_out(*web, atlas::answer_json(atlas::Faults{{"", 0, "columns", "were not begun", ""}}));
  atlas::Result<atlas::HostColumns> columns = web->columns->finish();
  web->columns.reset();
  const std::string answer = atlas::answer_json(columns.faults());
  if (columns.ok()) web->atlas->take_columns(std::move(columns).value());
  return atlas::hand_out(*web, answer);
}

EMSCRIPTEN_KEEPALIVE void atlas_resize(WebAtlas* web, double width_px, double height_px, double pixel_ratio) {
  web->atlas->resize(width_px, height_px, pixel_ratio);
}

EMSCRIPTEN_KEEPALIVE int atlas_frame_due(WebAtlas* web) {
  return !web->context_lost && web->atlas->frame_due() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void atlas_frame(WebAtlas* web, double dt_s) {
  if (web->context_lost) return;
  web->atlas->step(dt_s);
  web->atlas->draw(*web->renderer, 0);
  web->panels.draw(web->atlas->ui().lists(), web->atlas->ui().font());
}

EMSCRIPTEN_KEEPALIVE int atlas_pointer(WebAtlas* web, int phase, int kind, int id, int button, double x_px, double y_px,
                                       int modifiers) {
  atlas::PointerInput p;
  p.phase = static_cast<atlas::PointerPhase>(phase);
  p.kind = static_cast<atlas::PointerKind>(kind);
  p.id = id;
  p.button = button;
  p.x_px = x_px;
  p.y_px = y_px;
  p.modifiers = atlas::modifiers_of(modifiers);
  return web->atlas->take(p) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int atlas_wheel(WebAtlas* web, double x_px, double y_px, double steps, double steps_x,
                                     int modifiers) {
  return web->atlas->take(atlas::WheelInput{x_px, y_px, steps, steps_x, atlas::modifiers_of(modifiers)}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int atlas_key(WebAtlas* web, const char* code, int down, int modifiers) {
  return web->atlas->take(atlas::KeyInput{code, down != 0, atlas::modifiers_of(modifiers)}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int atlas_text(WebAtlas* web, const char* utf8) {
  return web->atlas->take(atlas::TextInput{utf8}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int atlas_wants_text(WebAtlas* web) { return web->atlas->ui().wants_text() ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE const char* atlas_cursor(WebAtlas* web) { return web->atlas->ui().cursor(); }
// Grows with every change of what is said: of the state, but not of the camera.
EMSCRIPTEN_KEEPALIVE double atlas_said_version(WebAtlas* web) {
  return static_cast<double>(web->atlas->pipeline().said_version());
}

EMSCRIPTEN_KEEPALIVE double atlas_state_version(WebAtlas* web) {
  return static_cast<double>(web->atlas->state_version());
}

EMSCRIPTEN_KEEPALIVE const char* atlas_link(WebAtlas* web) { return atlas::hand_out(*web, web->atlas->link()); }

EMSCRIPTEN_KEEPALIVE const char* atlas_set_link(WebAtlas* web, const char* text) {
  return atlas::hand_out(*web, atlas::answer_json(web->atlas->set_link(text)));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_set_date(WebAtlas* web, const char* day, const char* lane) {
  return atlas::hand_out(*web, atlas::set_date(*web->atlas, day, lane));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_select(WebAtlas* web, const char* id) {
  return atlas::hand_out(*web, atlas::select(*web->atlas, id));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_set_event(WebAtlas* web, const char* id, const char* to) {
  return atlas::hand_out(*web, atlas::set_event(*web->atlas, id, to));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_set_story(WebAtlas* web, const char* place) {
  return atlas::hand_out(*web, atlas::set_story(*web->atlas, place));
}

EMSCRIPTEN_KEEPALIVE void atlas_set_view(WebAtlas* web, double lat_deg, double lon_deg, double distance_km,
                                         double bearing_deg, double tilt_deg, double duration_ms) {
  const atlas::CameraPose pose =
      atlas::within_limits(atlas::CameraPose{lat_deg, lon_deg, distance_km, bearing_deg, tilt_deg});
  web->atlas->fly_to(pose, duration_ms / 1000);
}

EMSCRIPTEN_KEEPALIVE void atlas_reduced_motion(WebAtlas* web, int on) {
  web->atlas->session().reduced_motion = on != 0;
}

// what: "report", "totals", "assets", "events", "readings".
EMSCRIPTEN_KEEPALIVE const char* atlas_json(WebAtlas* web, const char* what) {
  return atlas::hand_out(*web, atlas::json_of(*web->atlas, what));
}

EMSCRIPTEN_KEEPALIVE const char* atlas_stats(WebAtlas* web) {
  return atlas::hand_out(*web, atlas::stats_json(web->renderer->counters(), web->atlas->frames()));
}

EMSCRIPTEN_KEEPALIVE int atlas_host_request_count(WebAtlas* web) {
  return static_cast<int>(web->atlas->host_request_count());
}

EMSCRIPTEN_KEEPALIVE const char* atlas_host_requests(WebAtlas* web) {
  return atlas::hand_out(*web, atlas::requests_json(web->atlas->take_host_requests()));
}

// PNG of the state at any size; returns its length (0: no picture), atlas_bytes() its address.
EMSCRIPTEN_KEEPALIVE int atlas_export_png(WebAtlas* web, int width_px, int height_px, double pixel_ratio) {
  web->bytes.clear();
  if (web->context_lost) return 0;
  const atlas::Result<atlas::Image> image =
      atlas::draw_picture(*web->atlas, *web->renderer, web->panels, width_px, height_px, pixel_ratio);
  web->bytes = image.ok() ? atlas::encode_png(*image) : std::vector<uint8_t>{};
  return static_cast<int>(web->bytes.size());
}
EMSCRIPTEN_KEEPALIVE const uint8_t* atlas_bytes(WebAtlas* web) { return web->bytes.data(); }

EMSCRIPTEN_KEEPALIVE void atlas_context_lost(WebAtlas* web) {
  web->context_lost = true;
  if (web->renderer) web->renderer->forget();
  web->panels.forget();
}

EMSCRIPTEN_KEEPALIVE void atlas_context_restored(WebAtlas* web) {
  web->context_lost = false;
  web->atlas->redraw();
}

// Bottom of the free area and the like, for the text entry's place and the page's own layout (device px).
EMSCRIPTEN_KEEPALIVE int atlas_over_panel(WebAtlas* web, double x_px, double y_px) {
  return web->atlas->over_panel(x_px, y_px) ? 1 : 0;
}
}
