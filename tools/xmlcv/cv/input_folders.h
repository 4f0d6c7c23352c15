#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace xmlcv {

// Where the files may be that a CV names: its photo and its .bib files. A CV may come from somebody
// else, and must not carry a file of the reader's into the PDF.
struct InputFolders {
  std::filesystem::path cv;                    // the folder of the XML file; empty: the current one
  std::vector<std::filesystem::path> allowed;  // named on the command line

  // Whether a file is below one of them, with all links followed. It need not be there.
  bool hold(const std::filesystem::path& file) const;
};

// What to do about a file that none holds.
std::string advice_on_outside(const std::filesystem::path& file);

}  // namespace xmlcv
