#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace xmlcv {

// Where the files may be that a CV names: its photo and its .bib files. A CV may come from somebody
// else, and must not carry a file of the reader's into the PDF.
struct InputFolders {
  std::filesystem::path cv;                    // the folder of the XML file; empty: the current one
  std::vector<std::filesystem::path> allowed;  // named on the command line
  std::string refused = {};  // characters of paths that the reader of the depfile cannot read

  // The bytes of a file that is below one of them, with all links followed; nothing for one that is
  // not, whether it is there or not. Throws UnreadableFile.
  std::optional<std::string> read(const std::filesystem::path& file,
                                  std::size_t most_megabytes) const;

 private:
  bool hold(const std::filesystem::path& real_file) const;
};

// What to do about a file that none holds.
std::string advice_on_outside(const std::filesystem::path& file);

}  // namespace xmlcv
