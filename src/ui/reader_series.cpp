// Yearly figures: a small plot for each series that has a course, rows with bars for those that only compare.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace atlas {
namespace {

constexpr size_t kFewPoints = 3;  // from here on there is a course to draw

/// Where a point of the series lies in the frame.
struct Frame {
  Rect_px r;
  double first_year, last_year, high;
  float x(int year) const {
    const double t = last_year > first_year ? (year - first_year) / (last_year - first_year) : 0.5;
    return r.x + r.width * static_cast<float>(t);
  }
  float y(double value) const { return r.y + r.height * static_cast<float>(1 - std::clamp(value / high, 0.0, 1.0)); }
};

void axes(const PanelInput& in, const Canvas& canvas, const Frame& frame, const SeriesText& text, float right) {
  const size_t steps = text.ticks.size();
  for (size_t i = 0; i < steps; ++i) {
    const float y =
        std::round(frame.r.y + frame.r.height * (1 - static_cast<float>(i) / static_cast<float>(steps - 1)));
    draw_line(canvas, frame.r.x, y, frame.r.x + frame.r.width, y, canvas.colour.inner_line, canvas.hairline());
    draw_text(canvas, in.fonts.small, right, y, canvas.colour.text3, text.ticks[i], Align::right);
  }
  const float below = frame.r.y + frame.r.height + canvas.px(9);
  draw_text(canvas, in.fonts.small, frame.r.x, below, canvas.colour.text3, text.first_year);
  draw_text(canvas, in.fonts.small, frame.r.x + frame.r.width, below, canvas.colour.text3, text.last_year,
            Align::right);
}

void plot(const PanelInput& in, const Canvas& canvas, const SeriesText& text, Actions& ask) {
  const std::vector<SeriesPoint>& points = in.dataset.at(text.series).points;
  paragraph(canvas, in.fonts.head, canvas.colour.text1, text.name, 18);
  paragraph(canvas, in.fonts.small, canvas.colour.text2, text.last_value, 16);
  gap(canvas, 5);
  const Line line = next_line(canvas, 84);
  const float labels = canvas.px(46);
  const Frame frame{{line.x, line.y + canvas.px(6), line.width - labels, line.height - canvas.px(24)},
                    static_cast<double>(points.front().year),
                    static_cast<double>(points.back().year),
                    text.high};
  axes(in, canvas, frame, text, line.right());
  const uint32_t ink = canvas.colour.text1;
  for (size_t i = 1; i < points.size(); ++i)
    draw_line(canvas, frame.x(points[i - 1].year), frame.y(points[i - 1].value), frame.x(points[i].year),
              frame.y(points[i].value), faded(ink, 0.55), canvas.px(1.2));
  size_t nearest = 0;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  for (size_t i = 0; i < points.size(); ++i) {
    const float x = frame.x(points[i].year), y = frame.y(points[i].value);
    draw_dot(canvas, x, y, canvas.px(points.size() > 20 ? 1.4 : 2.2), ink);
    if (!points[i].verified) draw_dot(canvas, x, y, canvas.px(1.2), canvas.colour.panel | 0xff000000u);
    if (std::abs(x - mouse.x) < std::abs(frame.x(points[nearest].year) - mouse.x)) nearest = i;
  }
  if (ImGui::IsWindowHovered() &&
      ImGui::IsMouseHoveringRect(ImVec2(line.x, line.y), ImVec2(line.right(), line.y + line.height))) {
    draw_dot(canvas, frame.x(points[nearest].year), frame.y(points[nearest].value), canvas.px(4), ink);
    ImGui::SetTooltip("%s", text.values[nearest].c_str());
  }
  for (size_t i = 0; i < text.sources.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    source_chip(canvas, "source", text.sources[i], ask);
    ImGui::PopID();
  }
}

/// The last value as a bar; the note and the year on hover, the source on a click.
void row(const PanelInput& in, const Canvas& canvas, const SeriesText& text, double longest, Actions& ask) {
  const SeriesPoint& last = in.dataset.at(text.series).points.back();
  const ClickLine line = next_click_line(canvas, "row", 20);
  const float value_width = text_width(in.fonts.small, text.last_value);
  const float bar_room = longest > 0 ? canvas.px(70) : 0;
  const float name_room = line.width - value_width - bar_room - canvas.px(14);
  draw_text(canvas, in.fonts.small, line.x, line.mid(), canvas.colour.text1,
            fitted(in.fonts.small, text.label, name_room));
  if (longest > 0) {
    const auto width = static_cast<float>(last.value / longest) * bar_room;
    const Rect_px bar{line.x + name_room + canvas.px(4), line.mid() - canvas.px(4), width, canvas.px(8)};
    if (last.verified)
      fill_rect(canvas, bar, canvas.colour.free_part);
    else
      stroke_rect(canvas, bar, canvas.colour.free_part, canvas.px(1));
  }
  draw_text(canvas, in.fonts.small, line.right(), line.mid(), canvas.colour.text2, text.last_value, Align::right);
  if (line.hovered) {
    std::string said = text.name;
    for (const std::string& value : text.values) said += '\n' + value;
    for (const SourceLine& source : text.sources) said += '\n' + source.text;
    ImGui::SetTooltip("%s", said.c_str());
  }
  if (line.clicked && !text.sources.empty() && !text.sources.front().url.empty())
    ask.ask(OpenUrl{text.sources.front().url});
}

void group(const PanelInput& in, const Canvas& canvas, const std::string& name, Actions& ask) {
  double longest = 0;
  for (const SeriesText& text : in.readings.series)
    if (text.group == name && !text.label.empty() && !name.empty())
      longest = std::max(longest, in.dataset.at(text.series).points.back().value);
  for (size_t i = 0; i < in.readings.series.size(); ++i) {
    const SeriesText& text = in.readings.series[i];
    if (text.label.empty() || text.group != name) continue;
    ImGui::PushID(static_cast<int>(i));
    row(in, canvas, text, longest, ask);
    ImGui::PopID();
  }
}

}  // namespace

void series_content(const PanelInput& in, const Canvas& canvas, Actions& ask) {
  paragraph(canvas, in.fonts.small, canvas.colour.text2, in.word("reader.series_note"), 16);
  gap(canvas, 8);
  std::vector<std::string> groups;
  bool first = true, singles = false;
  for (size_t i = 0; i < in.readings.series.size(); ++i) {
    const SeriesText& text = in.readings.series[i];
    if (text.values.size() >= kFewPoints) {
      if (!first) section_line(canvas);
      first = false;
      ImGui::PushID(static_cast<int>(i));
      plot(in, canvas, text, ask);
      ImGui::PopID();
    } else if (text.group.empty()) {
      singles = singles || !text.label.empty();
    } else if (std::find(groups.begin(), groups.end(), text.group) == groups.end()) {
      groups.push_back(text.group);
    }
  }
  for (const std::string& name : groups) {
    section_line(canvas);
    section_head(canvas, name);
    group(in, canvas, name, ask);
  }
  if (!singles) return;
  section_line(canvas);
  section_head(canvas, in.word("series.single"));
  group(in, canvas, "", ask);
}

}  // namespace atlas
