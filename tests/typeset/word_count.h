#pragma once

#include <map>
#include <string>
#include <vector>

// How often each word stands in a text: between blanks, and without the marks round it that a style
// may have set.
std::map<std::string, int> count_words(const std::string& text);

// What a text has less often than it should: "1 of 2 times word".
std::vector<std::string> missing_words(const std::map<std::string, int>& expected,
                                       const std::string& text);
