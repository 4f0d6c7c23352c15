#pragma once

#include <string>
#include <vector>

#include "cv_leaves.h"

// A leaf that does not stand in the text of a PDF, and what stands there instead.
struct Lost {
  Leaf leaf;
  std::string instead;
};

// Each leaf must stand there once more, with the same words and the same boundaries of words.
// may_divide: lines may end inside words, with a hyphen.
std::vector<Lost> lost_leaves(std::vector<Leaf> leaves, const std::string& text, bool may_divide);

// The text of all pages, without page numbers, and with the foot that repeats at the end only: the
// shortest that holds the contacts.
std::string flowing_text(const std::string& text, const std::vector<Leaf>& leaves);
