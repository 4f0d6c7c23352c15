#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cv/model.h"
#include "cv/name_words.h"

namespace xmlcv {

// Recognises the owner of a CV among the authors of a publication: the same family name, and
// given names of which each is the other's or its initial. Case and accents are free, and so is
// the order: Walid A. Hanafy, W. Hanafy, Hanafy WA and Hanafy, Walid are one person. A double
// family name may stand in one of its parts.
class OwnerName {
 public:
  explicit OwnerName(const Name& name);

  bool matches(std::string_view printed) const;

  // Whether it has the owner's whole family name at least.
  bool has_family(std::string_view printed) const;

 private:
  struct Form {
    std::vector<GivenName> given;
    std::vector<NameWord> families;  // each will do; the whole one first
  };

  void add(const std::vector<GivenName>& given, const std::vector<GivenName>& family);

  std::vector<Form> forms_;
  std::vector<NameWord> variants_;  // as they stand
};

}  // namespace xmlcv
