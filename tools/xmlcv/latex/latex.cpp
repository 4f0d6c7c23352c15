#include "latex/latex.h"

namespace xmlcv {

Latex Latex::code(std::string source) {
  Latex result;
  result.text_ = std::move(source);
  return result;
}

Latex& Latex::operator+=(Latex other) {
  if (text_.empty() && marks_.empty()) return *this = std::move(other);
  for (const auto& mark : other.marks_) {
    marks_.push_back({text_.size() + mark.position, mark.leaf});
  }
  text_ += other.text_;
  return *this;
}

Latex Latex::wrapped(std::string_view begin, std::string_view end) && {
  text_.reserve(begin.size() + text_.size() + end.size());
  text_.insert(0, begin);
  text_ += end;
  for (auto& mark : marks_) mark.position += begin.size();
  return std::move(*this);
}

Latex Latex::marked(std::size_t leaf) && {
  marks_.insert(marks_.begin(), {0, leaf});
  return std::move(*this);
}

}  // namespace xmlcv
