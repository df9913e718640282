#include "app/panel_lists.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "base/same_bytes.h"

namespace atlas {
namespace {

struct Box {
  float x0, y0, x1, y1;
  bool holds(const PanelVertex& v) const { return v.x_px >= x0 && v.x_px <= x1 && v.y_px >= y0 && v.y_px <= y1; }
};

/// A triangle cut at four sides has seven corners at most.
struct Polygon {
  std::array<PanelVertex, 8> corners;
  size_t count = 0;
  void add(const PanelVertex& corner) {
    if (count < corners.size()) corners[count++] = corner;  // rounding must not write beyond
  }
};

PanelVertex between(const PanelVertex& a, const PanelVertex& b, float t) {
  const auto mix = [t](float from, float to) { return from + (to - from) * t; };
  PanelVertex v{mix(a.x_px, b.x_px), mix(a.y_px, b.y_px), mix(a.u, b.u), mix(a.v, b.v), {}};
  for (size_t i = 0; i < 4; ++i)
    v.colour_srgb[i] = static_cast<uint8_t>(
        std::lround(mix(static_cast<float>(a.colour_srgb[i]), static_cast<float>(b.colour_srgb[i]))));
  return v;
}

/// Keeps what is on the inner side, where `inside` is 0 or more (Sutherland and Hodgman 1974).
template <class Inside>
Polygon cut(const Polygon& polygon, Inside inside) {
  Polygon kept;
  for (size_t i = 0; i < polygon.count; ++i) {
    const PanelVertex &a = polygon.corners[i], &b = polygon.corners[(i + 1) % polygon.count];
    const float at_a = inside(a), at_b = inside(b);
    if (at_a >= 0) kept.add(a);
    if ((at_a >= 0) != (at_b >= 0)) kept.add(between(a, b, at_a / (at_a - at_b)));
  }
  return kept;
}

void add_cut(PanelLists& into, const std::array<PanelVertex, 3>& triangle, const Box& box) {
  Polygon p;
  for (const PanelVertex& corner : triangle) p.add(corner);
  p = cut(p, [&](const PanelVertex& v) { return v.x_px - box.x0; });
  p = cut(p, [&](const PanelVertex& v) { return box.x1 - v.x_px; });
  p = cut(p, [&](const PanelVertex& v) { return v.y_px - box.y0; });
  p = cut(p, [&](const PanelVertex& v) { return box.y1 - v.y_px; });
  const auto first = static_cast<uint32_t>(into.vertices.size());
  into.vertices.insert(into.vertices.end(), p.corners.begin(),
                       p.corners.begin() + static_cast<std::ptrdiff_t>(p.count));
  for (uint32_t i = 2; i < p.count; ++i) into.indices.insert(into.indices.end(), {first, first + i - 1, first + i});
}

bool all_inside(const PanelVertex* begin, const PanelVertex* end, const Box& box) {
  Box around{box.x1, box.y1, box.x0, box.y0};
  for (const PanelVertex* v = begin; v != end; ++v) {
    around.x0 = std::min(around.x0, v->x_px);
    around.y0 = std::min(around.y0, v->y_px);
    around.x1 = std::max(around.x1, v->x_px);
    around.y1 = std::max(around.y1, v->y_px);
  }
  return around.x0 >= box.x0 && around.y0 >= box.y0 && around.x1 <= box.x1 && around.y1 <= box.y1;
}

/// `base`: where the list's vertices begin in `into`.
void add_command(const ImDrawList& list, const ImDrawCmd& command, size_t base, PanelLists& into) {
  const Box box{std::max(0.0f, std::trunc(command.ClipRect.x)), std::max(0.0f, std::trunc(command.ClipRect.y)),
                std::min(static_cast<float>(into.width_px), std::trunc(command.ClipRect.z)),
                std::min(static_cast<float>(into.height_px), std::trunc(command.ClipRect.w))};
  if (box.x1 <= box.x0 || box.y1 <= box.y0 || command.ElemCount == 0) return;
  const ImDrawIdx* const indices = list.IdxBuffer.Data + command.IdxOffset;
  const size_t first_vertex = base + command.VtxOffset, first_index = into.indices.size();
  into.indices.resize(first_index + command.ElemCount);
  uint32_t* out = into.indices.data() + first_index;
  // ImGui lists the vertices of a command one after the other.
  unsigned lowest = 0xffff'ffff, highest = 0;
  for (unsigned i = 0; i < command.ElemCount; ++i) {
    const unsigned index = indices[i];
    lowest = std::min(lowest, index);
    highest = std::max(highest, index);
    out[i] = static_cast<uint32_t>(first_vertex) + index;
  }
  if (all_inside(into.vertices.data() + first_vertex + lowest, into.vertices.data() + first_vertex + highest + 1, box))
    return;
  into.indices.resize(first_index);
  for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
    const auto corner = [&](unsigned j) -> const PanelVertex& { return into.vertices[first_vertex + indices[i + j]]; };
    if (box.holds(corner(0)) && box.holds(corner(1)) && box.holds(corner(2)))
      for (unsigned j = 0; j < 3; ++j) into.indices.push_back(static_cast<uint32_t>(first_vertex + indices[i + j]));
    else
      add_cut(into, {corner(0), corner(1), corner(2)}, box);
  }
}

}  // namespace

void flatten(const ImDrawData& data, PanelLists& into) {
  static_assert(sizeof(PanelVertex) == sizeof(ImDrawVert));
  into.width_px = static_cast<int>(data.DisplaySize.x);
  into.height_px = static_cast<int>(data.DisplaySize.y);
  size_t count = 0;
  for (const ImDrawList* list : data.CmdLists) count += static_cast<size_t>(list->VtxBuffer.Size);
  into.vertices.resize(count);  // what cuts add comes after it
  into.indices.clear();
  size_t base = 0;
  for (const ImDrawList* list : data.CmdLists) {
    std::memcpy(static_cast<void*>(into.vertices.data() + base), list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes());
    for (const ImDrawCmd& command : list->CmdBuffer) add_command(*list, command, base, into);
    base += static_cast<size_t>(list->VtxBuffer.Size);
  }
}

bool alike(const PanelLists& a, const PanelLists& b) {
  return a.width_px == b.width_px && a.height_px == b.height_px && same_bytes(a.vertices, b.vertices) &&
         same_bytes(a.indices, b.indices);
}

}  // namespace atlas
