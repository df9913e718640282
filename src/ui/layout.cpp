#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

// CSS px, from LOOK.md's table of panels.
constexpr float kMargin = 12, kTopBar = 44, kPhoneTopBar = 48;
constexpr float kLayersWidth = 276, kWideReader = 340, kMediumReader = 308, kWideInspector = 332,
                kMediumInspector = 288;
constexpr float kTallTimeline = 248, kTimeline = 208, kSlimTimeline = 116;
constexpr float kPhoneSheet = 358, kPhoneGlobeUnderSheet = 240;
// A year this wide shows single events as bars; the timeline grows for them, over the globe.
constexpr double kRowsFromZoom = 1.9;

struct Css {
  float width, height, scale;

  Rect_px rect(float x, float y, float w, float h) const {
    const float x0 = std::round(x * scale), y0 = std::round(y * scale);
    return {x0, y0, std::max(0.0f, std::round((x + w) * scale) - x0), std::max(0.0f, std::round((y + h) * scale) - y0)};
  }
};

FreeArea_px free_area(const Css& css, float x, float y, float right, float bottom) {
  const float k = css.scale;
  return {x * k, y * k, std::max(1.0f, right - x) * k, std::max(1.0f, bottom - y) * k};
}

LayoutForm form_of(const Css& css, UiMode ui) {
  if (ui == UiMode::min) return LayoutForm::min;
  if (ui == UiMode::embed) return css.height < 260 || css.width < 280 ? LayoutForm::min : LayoutForm::embed;
  if (css.width < 640) return LayoutForm::phone;
  if (css.height < 480) return LayoutForm::embed;
  return css.width < 1440 ? LayoutForm::medium : LayoutForm::wide;
}

void lay_desktop(Layout& out, const Css& css, const Session& session) {
  const bool wide = out.form == LayoutForm::wide;
  const float rest = css.height < 640 ? kSlimTimeline : wide && css.height >= 900 ? kTallTimeline : kTimeline;
  const bool rows = session.lane_zoom >= kRowsFromZoom && css.height >= 640;
  const float shown = rows ? std::max(rest, std::min(css.height * 0.58f, 520.0f)) : rest;
  const float rest_top = css.height - kMargin - rest;
  const float inspector = wide ? kWideInspector : kMediumInspector;
  const float right = css.width - kMargin - inspector;
  const float panel_top = kTopBar + kMargin;
  const float panel_height = css.height - kMargin - shown - 16 - panel_top;

  out.top_bar = css.rect(0, 0, css.width, kTopBar);
  out.timeline = css.rect(kMargin, css.height - kMargin - shown, css.width - 2 * kMargin, shown);
  out.inspector = css.rect(right, panel_top, inspector, panel_height);
  // One panel at the left: the reader, or the layers (which on a narrow window open over the globe).
  const float reader = wide ? kWideReader : kMediumReader;
  if (session.reader_open)
    out.reader = css.rect(kMargin, panel_top, reader, panel_height);
  else if (wide || session.layers_open)
    out.layers = css.rect(kMargin, panel_top, kLayersWidth, panel_height);
  const float left_panel = session.reader_open ? reader : wide ? kLayersWidth : 0;
  const float left = left_panel > 0 ? kMargin + left_panel + kMargin : kMargin;
  out.viewport.free = free_area(css, left, kTopBar + 8, right - (wide ? 14 : 16), rest_top - 8);
}

void lay_embed(Layout& out, const Css& css, bool story) {
  out.timeline = css.rect(8, css.height - 8 - kSlimTimeline, css.width - 16, kSlimTimeline);
  out.card = css.rect(8, 8, 196, 80);
  if (story) {
    // Words need room; the globe stands beside them where there is any.
    const float width = std::min(css.width >= 720 ? 300.0f : 260.0f, css.width - 16);
    out.reader = css.rect(8, 8, width, css.height - 32 - kSlimTimeline);
    out.card = {};
  }
  if (css.width >= 340) out.top_bar = css.rect(css.width - 8 - 106, 8, 106, 28);  // one button
  const float left = story && css.width >= 720 ? 316.0f : 8.0f;
  out.viewport.free = free_area(css, left, 8, css.width - 8, css.height - 16 - kSlimTimeline);
}

void lay_phone(Layout& out, const Css& css, const Session& session) {
  const float low = std::max(css.height * 0.5f, css.height - kPhoneSheet);
  const float high = std::min(low, kPhoneTopBar + kPhoneGlobeUnderSheet);
  const float top = session.sheet_up ? high : low;
  out.top_bar = css.rect(0, 0, css.width, kPhoneTopBar);
  out.sheet = css.rect(0, top, css.width, css.height - top);
  out.viewport.free = free_area(css, 0, kPhoneTopBar, css.width, top + 4);
}

}  // namespace

CameraPose start_pose(LayoutForm form) {
  if (form == LayoutForm::phone) return {85.4, 17, 9500, 0, 27};
  if (form == LayoutForm::embed) return {85.2, 22, 8900, 0, 33};
  return CameraPose{};
}

Layout make_layout(double width_px, double height_px, double pixel_ratio, UiMode ui, const Session& session,
                   bool story) {
  Layout out;
  out.scale = static_cast<float>(std::clamp(pixel_ratio, 0.5, 8.0));
  out.width = static_cast<float>(std::max(1.0, width_px));
  out.height = static_cast<float>(std::max(1.0, height_px));
  const Css css{out.width / out.scale, out.height / out.scale, out.scale};
  out.form = form_of(css, ui);
  out.viewport = whole_window(out.width, out.height);
  switch (out.form) {
    case LayoutForm::wide:
    case LayoutForm::medium:
      lay_desktop(out, css, session);
      break;
    case LayoutForm::embed:
      lay_embed(out, css, story);
      break;
    case LayoutForm::phone:
      lay_phone(out, css, session);
      break;
    case LayoutForm::min:
      break;
  }
  return out;
}

}  // namespace atlas
