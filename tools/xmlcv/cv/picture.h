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
  // As it stands upright, in units of a pixel's width: the pixels of a scan or a fax may be no
  // squares.
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  Orientation orientation;  // of Exif
};

// What the header of a PNG or JPEG file says. Nothing for others, and where it is damaged or, in a
// JPEG, the end is missing.
std::optional<Picture> read_picture(std::string_view bytes);

}  // namespace xmlcv
