// Exchanges files in pairs for each other, over and over, until it is killed: somebody who hopes
// that a file is looked at and then opened anew. It ends when no pair is there any more.
//   exchange FILE OTHER [FILE OTHER]...
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <span>

int main(int count, char** values) {
  const std::span files(values + 1, static_cast<std::size_t>(count - 1));
  if (files.empty() || files.size() % 2 != 0) return 2;
  const auto parent = ::getppid();
  for (bool some = true; some && ::getppid() == parent;) {
    some = false;
    for (std::size_t i = 0; i < files.size(); i += 2) {
      some |= ::renameat2(AT_FDCWD, files[i], AT_FDCWD, files[i + 1], RENAME_EXCHANGE) == 0;
    }
  }
  return 0;
}
