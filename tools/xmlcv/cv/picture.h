#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace xmlcv {

// How a camera held the picture: it is turned by the degrees, to the left, and then mirrored left
// to right where it is.
struct Orientation {
  int turn = 0;  // 0, 90, 180 or -90
  bool is_mirrored = false;
};

struct Picture {
  std::uint32_t width = 0;  // in pixels, as it stands upright
  std::uint32_t height = 0;
  Orientation orientation;  // of Exif
};

// What the header of a PNG or JPEG file says. Nothing for others, and where it is damaged.
std::optional<Picture> read_picture(std::string_view bytes);

}  // namespace xmlcv
