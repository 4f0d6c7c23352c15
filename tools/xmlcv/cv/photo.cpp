#include "cv/photo.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "cv/picture.h"
#include "machine/file.h"

namespace xmlcv {
namespace {

// 4cm, 45mm or 1.5in, in centimetres.
double centimetres(const std::string& height) {
  const double number = std::strtod(height.c_str(), nullptr);
  constexpr double inch = 2.54;
  constexpr double millimetre = 0.1;
  return number * (height.ends_with("in") ? inch : height.ends_with("mm") ? millimetre : 1);
}

// A picture fills the page where its width or height follows from the other.
void check_size(Photo& photo, Diagnostics& diagnostics) {
  const auto picture = read_picture(photo.bytes);
  const bool has_size = picture && picture->width > 0 && picture->height > 0;
  if (!has_size && photo_kind(photo.bytes) == "pdf") return;
  if (!has_size) {
    diagnostics.error(
        photo.src.location,
        fmt::format("the photo {} is damaged: {}", photo.src.value,
                    picture ? "it has no width or no height" : "a part of it is missing"),
        "copy it again, or save it anew in a program for pictures");
    return;
  }
  photo.turn = picture->orientation.turn;
  photo.is_mirrored = picture->orientation.is_mirrored;
  const double ratio = static_cast<double>(picture->height) / picture->width;
  constexpr double highest = 3;
  if (photo.height.value.empty()) {
    if (ratio <= highest) return;
    diagnostics.error(
        photo.src.location,
        fmt::format("the photo {} is {:.1f} times as high as it is wide", photo.src.value, ratio),
        "height=\"4cm\" makes it smaller");
    return;
  }
  constexpr double widest = 8;  // cm
  const double width = centimetres(photo.height.value) / ratio;
  if (width <= widest) return;
  diagnostics.error(
      photo.height.location,
      fmt::format("at this height the photo {} is {:.0f} cm wide", photo.src.value, width),
      fmt::format("it may be {:.0f} cm wide", widest));
}

}  // namespace

void load_photo(Cv& cv, const InputFolders& folders, Diagnostics& diagnostics) {
  if (!cv.person.photo || cv.person.photo->src.value.empty()) return;
  auto& photo = *cv.person.photo;
  const auto& src = photo.src;
  const auto path = folders.cv / src.value;
  constexpr std::size_t most_megabytes = 64;
  try {
    auto found = folders.read(path, most_megabytes);
    if (!found) {
      diagnostics.error(src.location,
                        fmt::format("the photo {} is outside the CV's folder", src.value),
                        advice_on_outside(path));
      return;
    }
    photo.bytes = std::move(*found);
  } catch (const UnreadableFile& error) {
    diagnostics.error(src.location,
                      fmt::format("cannot read the photo {}: {}", src.value, error.what()),
                      "the path is relative to the XML file");
    return;
  }
  if (photo_kind(photo.bytes)) {
    check_size(photo, diagnostics);
    return;
  }
  diagnostics.error(src.location, fmt::format("the photo {} is no picture", src.value),
                    "a photo is a PNG, JPEG or PDF file");
}

std::optional<std::string_view> photo_kind(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "jpg";
  if (bytes.starts_with("%PDF-")) return "pdf";
  return std::nullopt;
}

}  // namespace xmlcv
