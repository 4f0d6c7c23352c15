#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "bibliography/library.h"
#include "cv/cv_words.h"
#include "cv/input_folders.h"
#include "cv/model.h"
#include "text/diagnostics.h"

namespace xmlcv {

// The .bib files that a CV names. Must outlive the CVs and diagnostics that it fills: their
// locations lead into the files.
class Bibliographies {
 public:
  // folders: where the files may be. instead: read in place of each, from anywhere; empty for none.
  // on_run: called with the path of a file before biber reads it.
  Bibliographies(InputFolders folders, std::filesystem::path instead,
                 std::function<void(const std::string&)> on_run)
      : folders_(std::move(folders)), instead_(std::move(instead)), on_run_(std::move(on_run)) {}

  // Gives each bibliography of the CV its publications: selected, sorted and grouped as it says.
  // What is wrong with an entry is reported only if it is selected. What selects nothing is left
  // out, and the section around it if that was all. Throws Failure and Interrupted.
  void fill(Cv& cv, Diagnostics& diagnostics);

 private:
  bool fill(std::vector<Content>& content, Cv& cv, CvWords& words, Diagnostics& diagnostics);
  void fill(Bibliography& bibliography, Cv& cv, CvWords& words, Diagnostics& diagnostics);
  static void tell_of_nothing(const Library& library, const Bibliography& bibliography,
                              bool all_known, Diagnostics& diagnostics);
  void name_unknown_fields(const Library& library, Diagnostics& diagnostics);
  const Library* library(const Words& src, Diagnostics& diagnostics);

  InputFolders folders_;
  std::filesystem::path instead_;
  std::function<void(const std::string&)> on_run_;
  std::map<std::string, std::unique_ptr<Library>> libraries_;  // by their src
  // Fields of no rule in the entries that were selected, and where each is first.
  std::map<const Library*, std::map<std::string, std::size_t>> unknown_;
  std::set<std::tuple<const Source*, std::size_t, std::string>> told_;
};

}  // namespace xmlcv
