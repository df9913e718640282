#pragma once

// The colours of names, by what they name and on which ground: all at least 4.5 : 1 against the ground under their
// halo.
#include "scene/label_candidates.h"

namespace atlas {

/// `exit`: the name of a capital where an arc leaves the picture.
RunColours colours_of(const LabelCandidate& label, bool exit, bool paper);

}  // namespace atlas
