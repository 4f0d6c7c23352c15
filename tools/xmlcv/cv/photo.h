#pragma once

#include <optional>
#include <string_view>

#include "cv/input_folders.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// Reads the photo that a CV names, once: the bytes that are looked at here are those that are set.
// Reports one that may not or cannot be read, is no regular file (a device never ends), has more
// than 64 MB, or is no picture.
void load_photo(Cv& cv, const InputFolders& folders, Diagnostics& diagnostics);

// png, jpg or pdf, by the first bytes; nothing for what TeX cannot set.
std::optional<std::string_view> photo_kind(std::string_view bytes);

}  // namespace xmlcv
