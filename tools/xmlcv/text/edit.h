#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// Puts other bytes in the place of some. Offsets and lengths are bytes.
struct Edit {
  std::size_t offset;
  std::size_t length;
  std::string replacement;
};

// A text that is edited, and the way back to where each byte was at first.
class EditedText {
 public:
  explicit EditedText(std::string_view original);

  void apply(const Edit& edit);
  const std::string& text() const { return text_; }

  // Where the byte at this offset was at first; for one that an edit brought, where the edit was.
  std::size_t original(std::size_t offset) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> originals_;  // for each byte, and for the end
};

}  // namespace xmlcv
