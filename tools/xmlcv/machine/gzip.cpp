#include "machine/gzip.h"

#include <zlib.h>

#include <memory>

#include "machine/file.h"

namespace xmlcv {

std::string read_gzip(const std::filesystem::path& path) {
  std::unique_ptr<gzFile_s, decltype(&gzclose_r)> file(gzopen(path.c_str(), "rbe"), &gzclose_r);
  if (!file) throw UnreadableFile("it cannot be opened");
  std::string bytes;
  char buffer[1 << 16];
  for (;;) {
    const int count = gzread(file.get(), buffer, sizeof buffer);
    if (count > 0) {
      bytes.append(buffer, static_cast<std::size_t>(count));
      continue;
    }
    // zlib 1.2.13 tells only here that the file is cut off.
    if (gzclose_r(file.release()) != Z_OK || count < 0) throw UnreadableFile("it is damaged");
    return bytes;
  }
}

}  // namespace xmlcv
