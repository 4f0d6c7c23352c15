#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// A word of a name in lower case and without accents, in the two ways in which ASCII writes it:
// sondergaard and soendergaard for Søndergaard. Both are the same where it has no such letter.
struct NameWord {
  std::string plain;
  std::string spelt_out;

  bool is_initial() const;
  void append(const NameWord& other);
};

// Whether one way is common to both.
bool is_same(const NameWord& a, const NameWord& b);
bool starts_with(const NameWord& word, const NameWord& begin);

// What stands between two blanks or full stops: Jan, J, or Jean-Pierre and J.-P. with two parts.
struct GivenName {
  std::vector<NameWord> parts;
  bool is_capitals = false;  // of two or three capitals, which may be initials: JP

  NameWord joined() const;
};

// The words of a name, or of a part of one. UTF-8.
std::vector<GivenName> split_name(std::string_view name);

// With JP as J P, where there is such a word; else the same.
std::vector<GivenName> with_initials_apart(const std::vector<GivenName>& names);

// Whether printed given names may be those of a person: every name of the shorter list has its own
// in the longer one, in the same order. Two that a hyphen joins are one name: W.-H. is not Wei, but
// Wei-Hua, W.-H., Weihua are one, and Wei-Hua may be printed as W. Neither list is empty.
bool may_be_given_names(const std::vector<GivenName>& printed,
                        const std::vector<GivenName>& of_person);

}  // namespace xmlcv
