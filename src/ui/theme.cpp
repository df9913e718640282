#include "ui/theme.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/colours.h"

namespace atlas {
namespace {

// Latin with its accents, Cyrillic, and the signs that names, amounts and sentences need.
const ImWchar kText[] = {0x0020, 0x007e, 0x00a0, 0x017f, 0x0400, 0x045f, 0x0490, 0x0491, 0x2009, 0x2009, 0x2010,
                         0x2015, 0x2018, 0x201e, 0x2022, 0x2022, 0x2026, 0x2026, 0x202f, 0x202f, 0x2030, 0x2030,
                         0x2032, 0x2033, 0x2039, 0x203a, 0x2080, 0x2089, 0x20ac, 0x20ac, 0x20bd, 0x20bd, 0x2116,
                         0x2116, 0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};
const ImWchar kNumbers[] = {0x0020, 0x0020, 0x0025, 0x0025, 0x002b, 0x002e, 0x0030, 0x0039, 0x00a0, 0x00a0, 0x2009,
                            0x2009, 0x2013, 0x2014, 0x202f, 0x202f, 0x2212, 0x2212, 0x2248, 0x2248, 0};

uint32_t big_endian(std::span<const uint8_t> bytes, size_t at, size_t count) {
  uint32_t value = 0;
  for (size_t i = 0; i < count; ++i) value = value << 8 | (at + i < bytes.size() ? bytes[at + i] : 0u);
  return value;
}

// ImGui sizes a font by ascent minus descent, type tables by the em: their ratio, from the tables head and hhea.
float line_per_em(std::span<const uint8_t> font) {
  uint32_t units_per_em = 0;
  int ascent = 0, descent = 0;
  const uint32_t tables = big_endian(font, 4, 2);
  for (uint32_t i = 0; i < tables; ++i) {
    const size_t entry = 12 + 16 * static_cast<size_t>(i);
    const uint32_t tag = big_endian(font, entry, 4);
    const size_t offset = big_endian(font, entry + 8, 4);
    if (tag == 0x68656164) units_per_em = big_endian(font, offset + 18, 2);
    if (tag == 0x68686561) {
      ascent = static_cast<int16_t>(big_endian(font, offset + 4, 2));
      descent = static_cast<int16_t>(big_endian(font, offset + 6, 2));
    }
  }
  if (units_per_em == 0 || ascent <= descent) return 1.2f;
  return static_cast<float>(ascent - descent) / static_cast<float>(units_per_em);
}

ImFont* add(ImFontAtlas& atlas, std::span<const uint8_t> bytes, double em_px, const ImWchar* ranges,
            double tracking_em = 0) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.PixelSnapH = false;
  config.GlyphExtraSpacing.x = static_cast<float>(std::round(tracking_em * em_px));
  config.GlyphRanges = ranges;
  // ImGui takes a pointer to non-const, and doesn't write through it while the data isn't its own.
  auto* data = const_cast<uint8_t*>(bytes.data());
  const float size = static_cast<float>(em_px) * line_per_em(bytes);
  config.SizePixels = size;
  return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), size, &config, ranges);
}

// Figures of one width, so that columns of numbers line up and a number doesn't dance while a date is dragged.
void make_figures_tabular(ImFont& font) {
  float widest = 0;
  for (ImWchar c = '0'; c <= '9'; ++c)
    if (const ImFontGlyph* glyph = font.FindGlyph(c)) widest = std::max(widest, glyph->AdvanceX);
  for (ImWchar c = '0'; c <= '9'; ++c) {
    auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(c));
    if (glyph == nullptr) continue;
    const float shift = (widest - glyph->AdvanceX) / 2;
    glyph->X0 += shift;
    glyph->X1 += shift;
    glyph->AdvanceX = widest;
    if (font.IndexAdvanceX.Size > c) font.IndexAdvanceX[c] = widest;
  }
}

ImVec4 vec4(uint32_t colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

void set_colours(ImGuiStyle& style, const UiColours& c) {
  const ImVec4 none(0, 0, 0, 0);
  for (ImVec4& colour : style.Colors) colour = none;
  style.Colors[ImGuiCol_Text] = vec4(c.text1);
  style.Colors[ImGuiCol_TextDisabled] = vec4(c.text3);
  style.Colors[ImGuiCol_WindowBg] = vec4(c.panel);
  style.Colors[ImGuiCol_PopupBg] = vec4(c.raised);
  style.Colors[ImGuiCol_Border] = vec4(c.hairline);
  style.Colors[ImGuiCol_Separator] = vec4(c.inner_line);
  style.Colors[ImGuiCol_FrameBg] = vec4(faded(c.hover, 0.5));
  style.Colors[ImGuiCol_FrameBgHovered] = vec4(c.hover);
  style.Colors[ImGuiCol_FrameBgActive] = vec4(c.hover);
  style.Colors[ImGuiCol_ScrollbarGrab] = vec4(c.hairline);
  style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec4(c.text3);
  style.Colors[ImGuiCol_ScrollbarGrabActive] = vec4(c.text2);
  style.Colors[ImGuiCol_Header] = vec4(c.hover);
  style.Colors[ImGuiCol_HeaderHovered] = vec4(c.hover);
  style.Colors[ImGuiCol_HeaderActive] = vec4(c.hover);
  style.Colors[ImGuiCol_ButtonHovered] = vec4(c.hover);
  style.Colors[ImGuiCol_ButtonActive] = vec4(c.hover);
  style.Colors[ImGuiCol_TextSelectedBg] = vec4(faded(c.text2, 0.35));
  style.Colors[ImGuiCol_NavHighlight] = vec4(c.text2);
  style.Colors[ImGuiCol_ModalWindowDimBg] = vec4(faded(c.inverse, 0.35));
}

}  // namespace

Fonts load_fonts(ImFontAtlas& atlas, std::span<const uint8_t> regular, std::span<const uint8_t> semibold,
                 double pixel_ratio) {
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  atlas.TexDesiredWidth = 1024;
  Fonts fonts;
  const double r = std::clamp(pixel_ratio, 0.5, 8.0);
  fonts.text = add(atlas, regular, 13 * r, kText);
  fonts.head = add(atlas, semibold, 13 * r, kText);
  fonts.small = add(atlas, regular, 11 * r, kText);
  fonts.small_head = add(atlas, semibold, 11 * r, kText);
  fonts.title = add(atlas, semibold, 15 * r, kText);
  fonts.number = add(atlas, semibold, 17 * r, kText);
  fonts.lead = add(atlas, semibold, 40 * r, kNumbers, -0.02);
  fonts.lead_small = add(atlas, semibold, 26 * r, kNumbers, -0.02);
  atlas.Build();
  for (ImFont* font :
       {fonts.text, fonts.head, fonts.small, fonts.small_head, fonts.title, fonts.number, fonts.lead, fonts.lead_small})
    make_figures_tabular(*font);
  return fonts;
}

void apply_theme(Theme theme, double pixel_ratio) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = ImVec2(16, 11);
  style.WindowRounding = 6;
  style.ChildRounding = 0;
  style.PopupRounding = 6;
  style.FramePadding = ImVec2(10, 6);
  style.FrameRounding = 4;
  style.ItemSpacing = ImVec2(8, 4);
  style.ItemInnerSpacing = ImVec2(6, 4);
  style.ScrollbarSize = 8;
  style.ScrollbarRounding = 4;
  style.GrabRounding = 3;
  style.ScaleAllSizes(static_cast<float>(std::clamp(pixel_ratio, 0.5, 8.0)));
  // Hairlines stay one device pixel up to ratio 2, then grow.
  const float hairline = std::max(1.0f, std::floor(static_cast<float>(pixel_ratio) / 1.5f));
  style.WindowBorderSize = hairline;
  style.PopupBorderSize = hairline;
  style.FrameBorderSize = 0;
  style.AntiAliasedLinesUseTex = true;
  style.CircleTessellationMaxError = 0.15f;
  set_colours(style, neutral_colours(theme));
}

}  // namespace atlas
