#pragma once

#include <string_view>

// How an account of a network looks that is no plain name, such as ada.00; each 0 may be any digit,
// but for what is fixed. Empty where any name with a hyphen in it is an account.
std::string_view account_form(std::string_view network);
