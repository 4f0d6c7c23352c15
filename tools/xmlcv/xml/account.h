#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace xmlcv {

// What the reader took of a tree. What it does not take is lost, so the reader gets no place and no
// value but from here.
class Account {
 public:
  explicit Account(const Source& source)
      : source_(source), taken_(source.text().size() + 1, false) {}

  const Source& source() const { return source_; }

  // Marks an element or a text as taken. Returns its place: the element's "<", or the text's first
  // character.
  Location take(pugi::xml_node node);

  // Marks an attribute of an element as taken, and returns it, or nothing if it is not there.
  pugi::xml_attribute take(pugi::xml_node element, std::string_view attribute);

  // Throws InternalError at the first element, attribute or text that is not blank that nobody
  // took.
  void require_all(const pugi::xml_document& tree) const;

 private:
  void require_attributes(pugi::xml_node element, std::size_t begin) const;
  void require_children(pugi::xml_node parent) const;

  const Source& source_;
  // By the offset of an element's "<" and of a text. The attributes of an element have the offsets
  // behind its "<": no tag has more attributes than bytes.
  std::vector<bool> taken_;
};

}  // namespace xmlcv
