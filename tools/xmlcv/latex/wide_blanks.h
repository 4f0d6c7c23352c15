#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// In a line whose words have one character each, such as "C R" or the name 明 李, pdftotext (22.12)
// takes a gap of less than 0.4 of the font's size for none: CR. A blank between two such words is
// therefore set wider.
class WideBlanks {
 public:
  // The words of a whole text, in UTF-8, without its markup; a blank for a line break.
  explicit WideBlanks(std::string_view words);

  // The next part of that text, with the blanks of escape.h that are wide.
  std::string mark(std::string_view part);
  void skip_line_break() { ++next_; }

 private:
  std::vector<bool> is_wide_;  // for each blank
  std::size_t next_ = 0;
};

// Whether a blank between the two is between words of one character each.
bool is_wide_between(std::string_view first, std::string_view second);

}  // namespace xmlcv
