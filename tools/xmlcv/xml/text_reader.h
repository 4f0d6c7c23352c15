#pragma once

#include <pugixml.hpp>

#include "cv/model.h"
#include "text/diagnostics.h"
#include "xml/account.h"

namespace xmlcv {

// Reads the text of elements: NFC (ICU), white space collapsed, none at the ends. Reports
// characters that have no place in a text: controls, invisible and private ones. What is read is
// marked in the account.
class TextReader {
 public:
  TextReader(Account& account, Diagnostics& diagnostics)
      : account_(account), source_(account.source()), diagnostics_(diagnostics) {}

  // Text with markup. `label` and `when` elements are left out: they are not part of the text
  // that they stand before.
  Text text(pugi::xml_node element) const;

  Words words(pugi::xml_node element) const;

  // An attribute's value, at its place; empty if there is none.
  Words value(pugi::xml_node element, const char* attribute) const;

 private:
  void append(pugi::xml_node parent, std::vector<Inline>& content) const;
  static void append(std::string text, Location location, std::vector<Inline>& content);
  enum class Kind { text, value };
  std::string normalised(std::string_view text, std::size_t offset, Kind kind = Kind::text) const;

  Account& account_;
  const Source& source_;
  Diagnostics& diagnostics_;
};

}  // namespace xmlcv
