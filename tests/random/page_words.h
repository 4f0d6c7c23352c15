#pragma once

#include <string>
#include <vector>

#include "cv_leaves.h"

// The leaves that do not stand in the text of a PDF, each once, with the same words and with the
// same boundaries of words. may_divide: lines may end inside words, with a hyphen.
std::vector<Leaf> lost_leaves(std::vector<Leaf> leaves, const std::string& text, bool may_divide);

// The text of all pages, without page numbers, and with the foot that repeats at the end only.
std::string flowing_text(const std::string& text);
