#include "cv/picture.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace xmlcv {
namespace {

enum class Order { big, little };

// Numbers in a file; 0 behind its end.
class Numbers {
 public:
  Numbers(std::string_view bytes, Order order) : bytes_(bytes), order_(order) {}

  std::uint32_t read(std::size_t at, std::size_t count) const {
    if (at > bytes_.size() || count > bytes_.size() - at) return 0;
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto byte =
          static_cast<unsigned char>(bytes_[order_ == Order::big ? at + i : at + count - 1 - i]);
      result = result << 8U | byte;
    }
    return result;
  }
  std::uint32_t two(std::size_t at) const { return read(at, 2); }
  std::uint32_t four(std::size_t at) const { return read(at, 4); }

 private:
  std::string_view bytes_;
  Order order_;
};

// The value of Exif's tag: 1 to 8.
Orientation orientation_of(std::uint32_t value) {
  constexpr auto all = std::to_array<Orientation>({{0, false},
                                                   {0, false},
                                                   {0, true},
                                                   {180, false},
                                                   {180, true},
                                                   {-90, true},
                                                   {-90, false},
                                                   {90, true},
                                                   {90, false}});
  return value < all.size() ? all.at(value) : Orientation();
}

// exif: what stands behind "Exif\0\0", a TIFF file with one directory.
Orientation read_exif(std::string_view exif) {
  const Numbers numbers(exif, exif.starts_with("II") ? Order::little : Order::big);
  const std::size_t directory = numbers.four(4);
  const auto entries = numbers.two(directory);
  constexpr std::size_t entry_size = 12;
  constexpr std::uint32_t orientation_tag = 0x0112;
  for (std::size_t i = 0; i < entries; ++i) {
    const auto entry = directory + 2 + i * entry_size;
    if (entry >= exif.size()) break;
    if (numbers.two(entry) == orientation_tag) return orientation_of(numbers.two(entry + 8));
  }
  return {};
}

// across, along: pixels for one length; 0 where the file does not say it.
void set_resolution(Picture& picture, std::uint32_t across, std::uint32_t along) {
  if (across == 0 || along == 0) return;
  picture.height =
      static_cast<std::uint32_t>(std::lround(static_cast<double>(picture.height) * across / along));
}

void turn_upright(Picture& picture) {
  const int turn = picture.orientation.turn;
  if (turn == 90 || turn == -90) std::swap(picture.width, picture.height);
}

bool begins_frame(unsigned char marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<Picture> read_jpeg(std::string_view bytes) {
  const Numbers numbers(bytes, Order::big);
  constexpr std::string_view exif = {"Exif\0\0", 6};
  constexpr std::string_view jfif = {"JFIF\0", 5};
  constexpr std::string_view end_of_image = "\xFF\xD9";
  Picture result;
  std::pair<std::uint32_t, std::uint32_t> density;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (bytes[at] != '\xFF') return std::nullopt;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // a filler
      ++at;
      continue;
    }
    const auto length = numbers.two(at + 2);
    const auto segment = bytes.substr(at + 4, length < 2 ? 0 : length - 2);
    if (marker == 0xE1 && segment.starts_with(exif)) {
      result.orientation = read_exif(segment.substr(exif.size()));
    }
    // pdfTeX and LuaTeX (TeX Live 2022) take no resolution that has no unit.
    if (marker == 0xE0 && segment.starts_with(jfif) && segment.size() > 11 && segment[7] != 0) {
      density = {numbers.two(at + 12), numbers.two(at + 14)};
    }
    if (begins_frame(marker)) {
      result.height = numbers.two(at + 5);
      result.width = numbers.two(at + 7);
      if (bytes.find(end_of_image, at) == std::string_view::npos) return std::nullopt;
      set_resolution(result, density.first, density.second);
      turn_upright(result);
      return result;
    }
    at += 2 + length;
    if (length < 2) return std::nullopt;
  }
  return std::nullopt;
}

// Its chunks: length, name, content, checksum.
Picture read_png(std::string_view bytes) {
  constexpr std::size_t first_chunk = 8;
  constexpr std::size_t width = 16;
  constexpr std::size_t around = 12;
  const Numbers numbers(bytes, Order::big);
  Picture result{numbers.four(width), numbers.four(width + 4), {}};
  for (std::size_t at = first_chunk; at + around <= bytes.size();) {
    const std::size_t length = numbers.four(at);
    if (bytes.substr(at + 4, 4) == "eXIf") {
      result.orientation = read_exif(bytes.substr(at + 8, length));
    }
    if (bytes.substr(at + 4, 4) == "pHYs") {
      set_resolution(result, numbers.four(at + 8), numbers.four(at + 12));
    }
    if (length > bytes.size()) break;
    at += around + length;
  }
  turn_upright(result);
  return result;
}

}  // namespace

std::optional<Picture> read_picture(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) {
    return read_png(bytes);
  }
  if (bytes.starts_with("\xFF\xD8\xFF")) return read_jpeg(bytes);
  return std::nullopt;
}

}  // namespace xmlcv
