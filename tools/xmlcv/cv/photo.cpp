#include "cv/photo.h"

#include <fmt/format.h>

#include <utility>

#include "machine/file.h"

namespace xmlcv {

void load_photo(Cv& cv, const InputFolders& folders, Diagnostics& diagnostics) {
  if (!cv.person.photo || cv.person.photo->src.value.empty()) return;
  auto& [location, src, bytes] = *cv.person.photo;
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
    bytes = std::move(*found);
  } catch (const UnreadableFile& error) {
    diagnostics.error(src.location,
                      fmt::format("cannot read the photo {}: {}", src.value, error.what()),
                      "the path is relative to the XML file");
    return;
  }
  if (photo_kind(bytes)) return;
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
