#include "ui/panels.h"

namespace atlas {

void draw_panels(const PanelInput& in, Session& session, Actions& ask) {
  session.hovered_event.reset();  // hover is published anew in each frame
  top_bar(in, session, ask);
  timeline_panel(in, session, ask);
  inspector_panel(in, session, ask);
  layers_panel(in, session, ask);
  reader_panel(in, session, ask);
  phone_sheet(in, session, ask);
  embed_card(in, session, ask);
  hover_card(in, session);
  about_popup(in, session, ask);
  keys_popup(in, session, ask);
  messages(in, session);
}

}  // namespace atlas
