#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/location.h"

namespace xmlcv {

// The bytes of one XML file, without a byte-order mark, and the way from offsets to lines, which
// end with LF or CR LF, as libxml2 2.9.14 counts them.
class Source {
 public:
  // path: as the user gave it, for messages. text: the file's bytes.
  Source(std::string path, std::string text);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  Location at(std::size_t offset) const { return {this, offset}; }

  // Lines and columns count from 1; a column is a code point.
  struct Position {
    std::size_t line;
    std::size_t column;
  };
  Position position(std::size_t offset) const;

  // The line's bytes without its end. Lines count from 1.
  std::string_view line(std::size_t number) const;

  // The offset of the column-th code point (from 1) of a line; the line's end if it is shorter.
  std::size_t offset(Position position) const;

 private:
  std::size_t code_points_before(std::size_t offset) const;
  std::size_t code_points_in(std::size_t begin, std::size_t end) const;

  std::string path_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
  std::vector<std::size_t> code_points_;  // before each block of bytes, so that columns cost little
};

// Where attributes stand, which pugixml 1.13 does not tell.
struct AttributePlace {
  std::size_t name;    // offset of the name's first byte
  std::size_t length;  // of the name, in bytes
  std::size_t value;   // offset of the value's first byte, behind the quote
};

// All attributes of the start tag whose "<" is at the offset, in their order. The XML must be
// well-formed.
std::vector<AttributePlace> attribute_places(const Source& source, std::size_t tag);

// One of them by its name.
std::optional<AttributePlace> find_attribute(const Source& source, std::size_t tag,
                                             std::string_view name);

// The offset of the n-th code point (from 0) of the character data that begins at an offset.
// A character or entity reference is one code point (but stands for itself in a CDATA section),
// and so is a CR LF pair.
std::size_t character_offset(const Source& source, std::size_t begin, std::size_t n);

// Likewise for several n, in ascending order.
std::vector<std::size_t> character_offsets(const Source& source, std::size_t begin,
                                           const std::vector<std::size_t>& numbers);

}  // namespace xmlcv
