#include "latex.h"

namespace xmlcv {

Latex Latex::code(std::string_view source) {
  Latex result;
  result.text_ = source;
  return result;
}

Latex& Latex::operator+=(const Latex& other) {
  for (const auto& mark : other.marks_) {
    marks_.push_back({text_.size() + mark.position, mark.leaf});
  }
  text_ += other.text_;
  return *this;
}

}  // namespace xmlcv
