#pragma once

// Holds dataset, state and session; takes inputs and dt_s, says if a frame is due, draws it. It decides nothing: what a
// state means is the model's, how it changes reduce's, what it looks like scene's and ui's.
#include <memory>
#include <string>
#include <vector>

#include "app/gestures.h"
#include "app/interface.h"
#include "app/motion.h"
#include "app/pipeline.h"
#include "data/load.h"
#include "render/renderer.h"
#include "scene/arc_growth.h"
#include "scene/labels.h"
#include "scene/loaded_columns.h"
#include "state/link.h"

namespace atlas {

/// Effects that only the ground can do, in order.
struct HostRequest {
  enum class Kind : uint8_t { copy_text, open_url, toggle_text_view, save_picture, loaded_column };
  Kind kind = Kind::copy_text;
  std::string text;
};

class Atlas {
 public:
  /// `pack`: bytes of atlas.pack. `data`: files that stand in for those of the pack (--data, or the pack's with their
  /// texts). Without them the texts are to come: see take_texts. Faults name file and row.
  static Result<std::unique_ptr<Atlas>> create(std::span<const uint8_t> pack, const DataFiles* data = nullptr);

  void resize(double width_px, double height_px, double pixel_ratio);
  /// True if the atlas used the input (a key it knows, a pointer on globe or panel).
  bool take(const Input& input);
  void act(const Action& action);
  void ask(const Request& request);
  /// Applies a link; what was refused comes back, the rest is shown.
  ParsedLink set_link(std::string_view text);
  std::string link() const;
  /// Notes, sources, claims, series and stories of a data that lacks them. Nothing changes if there are faults.
  Faults take_texts(const Pack& texts);
  void take_fine_relief(const Pack& fine);
  /// A host's own columns instead of those before, over everything else that is shown; a click on one asks the host.
  void take_columns(HostColumns columns);
  /// At once when duration_s is 0 or motion is reduced.
  void fly_to(const CameraPose& pose, double duration_s);
  /// Does a panel or an open popup lie there?
  bool over_panel(double x_px, double y_px) const;

  /// True while something is left to draw: an input, a motion, a new state.
  bool frame_due() const;
  void redraw() { frames_due_ = std::max(frames_due_, 2); }
  /// One step of time: motion, panels, what they ask. The panels' triangles are in ui().lists() afterwards.
  void step(double dt_s);
  /// The globe as it stands after the last step, into framebuffer `output`.
  void draw(Renderer& renderer, unsigned output);
  /// Steps until nothing moves, without drawing: for pictures (every ease at its end).
  void settle();

  /// Names keep their places while they can: whoever draws a picture of another size puts the window's back afterwards.
  LabelLayout labels() const { return labels_; }
  void put_labels(LabelLayout labels) { labels_ = std::move(labels); }

  std::vector<HostRequest> take_host_requests();
  size_t host_request_count() const { return host_requests_.size(); }
  const State& state() const { return state_; }
  Session& session() { return session_; }
  const Pipeline& pipeline() const { return pipeline_; }
  Interface& ui() { return interface_; }
  /// The camera as drawn: the start view fits the layout's form, so a state without a camera is whole on a phone too.
  CameraPose pose() const;
  double pixel_ratio() const { return pixel_ratio_; }
  double width_px() const { return width_px_; }
  double height_px() const { return height_px_; }
  const Layout& layout() const { return layout_; }
  uint64_t frames() const { return frames_; }
  /// Grows when State changes: hosts write the address and tell listeners.
  uint64_t state_version() const { return state_version_; }
  /// What lies under a window position at the current heights: an asset or the place of a loaded column.
  struct Under {
    std::optional<AssetIx> asset;
    std::optional<size_t> loaded;
  };
  Under under(double x_px, double y_px) const;

 private:
  Atlas(Dataset dataset, Words words, const Pack& pack);
  void apply(Actions& actions);
  void refresh();
  void update_frame_scene(double dt_s);
  const Palette& palette() const { return state_.theme == Theme::paper ? paper_ : night_; }
  bool take_pointer(const PointerInput& input);
  void hover(const Under& under);
  double time_of_columns() const;
  void aim_sun(bool jump);
  void do_request(const Request& request);
  void go_to_step(const StoryPlace& place);
  double flight_s(const CameraPose& to) const;

  Pipeline pipeline_;
  Interface interface_;
  State state_;
  Session session_;
  Layout layout_;
  Gestures gestures_;
  Motion motion_;
  EasedSlots slots_;
  EasedNumber loaded_time_;
  EasedNumber sun_share_, sun_declination_deg_;
  LabelLayout labels_;
  std::vector<LabelBox> covered_;
  ArcGrowth arc_growth_;
  uint32_t arcs_shown_ = 0;  ///< the pipeline's version
  FrameScene frame_scene_;
  double width_px_ = 1280, height_px_ = 800, pixel_ratio_ = 1;
  glm::dvec2 drag_speed_px_per_s_{0, 0};
  glm::dvec2 drag_moved_px_{0, 0};
  glm::dvec2 last_pointer_px_{0, 0};
  Palette night_ = night_palette(), paper_ = paper_palette();
  bool pointer_owned_by_panel_ = false;
  int frames_due_ = 3;
  bool told_reduced_ = false;  ///< said once that the device draws a simpler picture
  uint64_t frames_ = 0;
  uint64_t state_version_ = 0;
  uint32_t target_version_ = 0;
  std::vector<HostRequest> host_requests_;

  // Until the texts arrive: what they are joined to, and the last link, in case it opens a story.
  std::optional<DataFiles> first_files_;
  std::string early_link_;
  uint64_t early_link_version_ = 0;
};

}  // namespace atlas
