#pragma once

#include <future>

namespace xmlcv {

// How work is begun that can be done beside the rest: on another core, or, where the address space
// is limited (ulimit -v), only when it is asked for.
std::launch beside();

}  // namespace xmlcv
