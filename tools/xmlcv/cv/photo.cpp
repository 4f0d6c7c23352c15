#include "cv/photo.h"

#include "machine/file.h"

namespace xmlcv {
namespace fs = std::filesystem;

std::string read_photo(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status)) {
    throw UnreadableFile("it is no ordinary file");
  }
  return read_file(path, 64);
}

std::optional<std::string_view> photo_kind(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "jpg";
  if (bytes.starts_with("%PDF-")) return "pdf";
  return std::nullopt;
}

}  // namespace xmlcv
