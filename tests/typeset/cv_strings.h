#pragma once

#include <filesystem>
#include <string>
#include <vector>

// Each string of a CV that is to be printed in English for everybody, in the order of the file;
// of a date its year.
std::vector<std::string> printed_strings(const std::filesystem::path& xml);

// An account as its network would have it.
std::string account_of(const std::string& network);
