#pragma once

#include <string_view>

#include "cv/contact_link.h"
#include "cv/vocabulary_values.h"

namespace xmlcv {

// The name of a network, as people read it; empty for another one, which the CV names.
std::string_view network_name(SocialNetwork network);

// The page of an account, which is written as a name, with @ or without, or as the address of that
// page. Without an address and without an error: the network has no pages.
ContactLink account_link(SocialNetwork network, std::string_view account);

}  // namespace xmlcv
