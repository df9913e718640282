#pragma once

// The panels, one function each. A panel reads, draws, and asks by actions; it stands where Layout says and is silent
// where its rectangle is empty.
#include "ui/canvas.h"
#include "ui/panel.h"

namespace atlas {

void top_bar(const PanelInput& in, Session& session, Actions& ask);
/// The search field's list of assets and events, under the field.
void search_results(const PanelInput& in, const Rect_px& field, Session& session, Actions& ask);
void layers_panel(const PanelInput& in, Session& session, Actions& ask);
/// Totals, or the card of what is selected, or the what-if.
void inspector_panel(const PanelInput& in, Session& session, Actions& ask);
void timeline_panel(const PanelInput& in, Session& session, Actions& ask);
/// Stories, claims and series at the left.
void reader_panel(const PanelInput& in, Session& session, Actions& ask);
void phone_sheet(const PanelInput& in, Session& session, Actions& ask);
void embed_card(const PanelInput& in, Session& session, Actions& ask);
void about_popup(const PanelInput& in, Session& session, Actions& ask);
void keys_popup(const PanelInput& in, Session& session, Actions& ask);
/// Name and amount of the asset under the pointer.
void hover_card(const PanelInput& in, const Session& session);
void messages(const PanelInput& in, Session& session);

// The contents, for whoever has a window open.
void totals_content(const PanelInput& in, Session& session, Actions& ask);
void card_content(const PanelInput& in, const Card& card, Actions& ask);
void what_if_content(const PanelInput& in, const WhatIfText& what_if, Actions& ask);
void layers_content(const PanelInput& in, Session& session, Actions& ask);
/// Tabs, and the one that is chosen.
void reader_content(const PanelInput& in, Session& session, Actions& ask);
void story_content(const PanelInput& in, const Canvas& canvas, const StoryText& story, Session& session, Actions& ask);
void stories_content(const PanelInput& in, const Canvas& canvas, Actions& ask);
void claims_content(const PanelInput& in, const Canvas& canvas, Session& session, Actions& ask);
/// Everything that stands on the day, each with its switch.
void in_force_content(const PanelInput& in, const Canvas& canvas, Actions& ask);
void event_rows(const PanelInput& in, const Canvas& canvas, const std::vector<EventRow>& rows, Actions& ask);
void series_content(const PanelInput& in, const Canvas& canvas, Actions& ask);
/// One statement with its verdict; `open` shows the check too. True if its line was clicked.
bool claim_block(const PanelInput& in, const Canvas& canvas, const ClaimText& claim, bool open, Actions& ask);

}  // namespace atlas
