#include "latex/latex.h"

namespace xmlcv {

Latex Latex::code(LatexLiteral source) { return unchecked(std::string(source.text())); }

Latex Latex::unchecked(std::string source) {
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

Latex Latex::wrapped(LatexLiteral begin, LatexLiteral end) && {
  text_.reserve(begin.text().size() + text_.size() + end.text().size());
  text_.insert(0, begin.text());
  text_ += end.text();
  for (auto& mark : marks_) mark.position += begin.text().size();
  return std::move(*this);
}

Latex Latex::marked(std::size_t leaf) && {
  marks_.insert(marks_.begin(), {0, leaf});
  return std::move(*this);
}

}  // namespace xmlcv
