// Exchanges two files for each other, over and over, until it is killed: somebody who hopes that a
// file is looked at and then opened anew.
//   exchange FILE OTHER
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto parent = ::getppid();
  while (::getppid() == parent) {
    if (::renameat2(AT_FDCWD, arguments[1], AT_FDCWD, arguments[2], RENAME_EXCHANGE) != 0) return 1;
  }
  return 0;
}
