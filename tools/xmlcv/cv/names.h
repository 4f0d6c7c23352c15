#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cv/model.h"

namespace xmlcv {

// Recognises the owner of a CV among the authors of a publication: the same family name, and
// given names of which each is the other's or its initial. Case and accents are free, and so is
// the order: Walid A. Hanafy, W. Hanafy and Hanafy, Walid are one person.
class OwnerName {
 public:
  explicit OwnerName(const Name& name);

  bool matches(std::string_view printed) const;

 private:
  struct Parts {
    std::vector<std::string> given;
    std::vector<std::string> family;
  };
  static Parts split(std::string_view printed, std::size_t family_words);

  std::vector<Parts> forms_;
};

}  // namespace xmlcv
