#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/bib_text.h"
#include "cv/model.h"

namespace xmlcv {

// Reads LaTeX from its beginning to its end: the text in bib_text.cpp, the math in bib_math.cpp.
class TextParser {
 public:
  TextParser(std::string_view latex, Location location) : latex_(latex), location_(location) {}

  BibText parse();

 private:
  using Content = std::vector<Inline>;

  bool enter();
  void until(char end, Content& content);
  void one(char end, Content& content);
  void dashes(Content& content);
  void quotes(Content& content);
  void command(char end, Content& content);
  void named_command(std::string_view name, char end, Content& content);
  void math(char end, Content& content);
  void formula(std::string_view end, Content& content);
  void math_command(std::string_view name, Content& content);
  bool ends_formula();
  void accent(std::string_view mark, Content& content);
  void negated(Content& content);
  bool entity(Content& content);
  void math_character(Content& content);
  void relation(std::string_view symbol, Content& content);
  void function(std::string_view name, Content& content);
  void raised_or_lowered(Inline::Kind kind, Content& content);
  void in_brackets_if_long(Content part, Content& content) const;
  void link(std::string_view name, Content& content);
  Content argument(bool in_math);
  Content upright_argument();
  std::string verbatim_argument();
  void skip_spaces();
  bool is_at(char c) const { return next_ < latex_.size() && latex_[next_] == c; }

  void put(std::string_view text, Content& content) const;
  void put(Inline::Kind kind, Content children, Content& content) const;
  void append(Content part, Content& content) const;

  std::string_view latex_;
  Location location_;
  std::size_t next_ = 0;
  int depth_ = 0;
  bool math_ = false;
  bool small_ = false;    // raised or lowered: nothing has spaces around it
  bool upright_ = false;  // math in \mathrm: letters are no variables
  std::vector<std::string> unknown_;
};

}  // namespace xmlcv
