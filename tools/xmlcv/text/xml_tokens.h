#pragma once

#include <cstddef>
#include <string_view>

namespace xmlcv {

enum class XmlTokenKind { text, start_tag, end_tag, empty_tag, cdata, other };

// A piece of XML. Other: a comment, a processing instruction.
struct XmlToken {
  XmlTokenKind kind;
  std::size_t begin;
  std::size_t end;        // behind its last byte
  std::string_view name;  // of a tag
  std::string_view text;  // the bytes of a text, as they are in the file, or of a CDATA section
  bool is_complete;       // a tag ends with ">", a comment with "-->", and so on
};

// The one that begins at an offset inside the text. XML that is not well-formed is no error: a tag
// without its ">" ends in front of the next "<", and what is not closed with the text.
XmlToken read_xml_token(std::string_view text, std::size_t begin);

}  // namespace xmlcv
