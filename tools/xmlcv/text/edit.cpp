#include "text/edit.h"

#include <algorithm>
#include <numeric>

namespace xmlcv {

EditedText::EditedText(std::string_view original)
    : text_(original), originals_(original.size() + 1) {
  std::iota(originals_.begin(), originals_.end(), 0U);
}

void EditedText::apply(const Edit& edit) {
  const auto place = originals_[edit.offset];
  text_.replace(edit.offset, edit.length, edit.replacement);
  const auto begin = originals_.begin() + static_cast<std::ptrdiff_t>(edit.offset);
  const auto behind = originals_.erase(begin, begin + static_cast<std::ptrdiff_t>(edit.length));
  originals_.insert(behind, edit.replacement.size(), place);
}

std::size_t EditedText::original(std::size_t offset) const {
  return originals_[std::min(offset, originals_.size() - 1)];
}

}  // namespace xmlcv
