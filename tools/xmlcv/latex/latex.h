#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xmlcv {

// LaTeX that is written in this program's source: text of run time is none.
class LatexLiteral {
 public:
  consteval LatexLiteral(const char* text) : text_(text) {}
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

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
  static Latex code(LatexLiteral source);

  // LaTeX that was made from text: by `escape`, and of raw LaTeX. tests/unit/structure_test.cpp
  // keeps all others from it.
  static Latex unchecked(std::string source);

  Latex& operator+=(Latex other);
  friend Latex operator+(Latex a, Latex b) { return std::move(a += std::move(b)); }

  // Puts LaTeX that this program wrote itself around it.
  Latex wrapped(LatexLiteral begin, LatexLiteral end) &&;

  // The leaf begins where this does.
  Latex marked(std::size_t leaf) &&;

  bool empty() const { return text_.empty(); }
  const std::string& text() const { return text_; }
  const std::vector<Mark>& marks() const { return marks_; }

 private:
  std::string text_;
  std::vector<Mark> marks_;
};

}  // namespace xmlcv
