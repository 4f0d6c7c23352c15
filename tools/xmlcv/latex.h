#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// A piece of LaTeX source. Text becomes one only through escape.h, our own commands only through
// `code`, so nothing can reach TeX unescaped by accident. Remembers where leaves begin in it.
class Latex {
 public:
  struct Mark {
    std::size_t position;  // in bytes
    std::size_t leaf;      // as the source map numbers them
  };

  Latex() = default;

  // LaTeX that this program wrote itself.
  static Latex code(std::string_view source);

  Latex& operator+=(const Latex& other);
  friend Latex operator+(Latex a, const Latex& b) { return a += b; }

  void mark(std::size_t leaf) { marks_.push_back({text_.size(), leaf}); }

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  const std::vector<Mark>& marks() const { return marks_; }

 private:
  std::string text_;
  std::vector<Mark> marks_;
};

}  // namespace xmlcv
