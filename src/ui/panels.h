#pragma once

// The panels, one function each. A panel reads, draws, and asks by actions; it stands where Layout says and is silent
// where its rectangle is empty.
#include "ui/panel.h"

namespace atlas {

void top_bar(const PanelInput& in, Session& session, Actions& ask);
/// The search field's list of assets and events, under the field.
void search_results(const PanelInput& in, const Rect_px& field, Session& session, Actions& ask);
void layers_panel(const PanelInput& in, Session& session, Actions& ask);
/// Totals, or the card of what is selected, or the what-if.
void inspector_panel(const PanelInput& in, Session& session, Actions& ask);
void timeline_panel(const PanelInput& in, Session& session, Actions& ask);
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

}  // namespace atlas
