#pragma once

#include <filesystem>
#include <vector>

namespace xmlcv {

// The files that a program, and all that it starts, may touch. What is below a folder belongs to
// it; what is not there is left out.
struct Confinement {
  std::vector<std::filesystem::path> readable;
  std::vector<std::filesystem::path> writable;  // and readable
};

// Confines this process for good, by Landlock (Linux 5.13), and keeps it from TCP (Linux 6.7).
// False where the kernel has none.
bool confine(const Confinement& confinement);

}  // namespace xmlcv
