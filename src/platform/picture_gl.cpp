#include "platform/picture_gl.h"

#include "render/offscreen.h"

namespace atlas {

Result<Image> draw_picture(Atlas& atlas, Renderer& renderer, PanelPainter& panels, int width_px, int height_px,
                           double pixel_ratio) {
  Result<std::unique_ptr<Offscreen>> target = Offscreen::create(width_px, height_px);
  if (!target.ok()) return target.faults();
  const double width_before = atlas.width_px(), height_before = atlas.height_px(), ratio_before = atlas.pixel_ratio();
  const bool still_before = atlas.session().reduced_motion;
  std::vector<Message> messages;  // are for whoever sits before the window
  std::swap(messages, atlas.session().messages);
  LabelLayout labels_before = atlas.labels();
  LabelLayout labels = labels_before;
  labels.forget();
  atlas.put_labels(std::move(labels));
  atlas.session().reduced_motion = true;
  atlas.resize(width_px, height_px, pixel_ratio);
  atlas.settle();
  // ImGui lays some windows out one frame late: the last of these is the picture.
  for (int i = 0; i < 3; ++i) {
    atlas.settle();
    atlas.step(0.5);
  }
  atlas.draw(renderer, (*target)->framebuffer());
  panels.draw(atlas.ui().lists(), atlas.ui().font());
  Image image = (*target)->read();
  atlas.session().reduced_motion = still_before;
  for (Message& message : atlas.session().messages) messages.push_back(std::move(message));
  std::swap(messages, atlas.session().messages);
  atlas.put_labels(std::move(labels_before));
  atlas.resize(width_before, height_before, ratio_before);
  return image;
}

}  // namespace atlas
