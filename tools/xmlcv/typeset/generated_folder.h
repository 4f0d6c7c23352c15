#pragma once

#include <filesystem>
#include <vector>

#include "cv/model.h"
#include "latex/moderncv.h"
#include "machine/folder.h"

namespace xmlcv {

// All that TeX needs: cv.tex, cv-body.tex, xmlcv.sty, a latexmkrc, the photo, and cv-preamble.sty
// if there is a preamble. Together they stand alone: plain latexmk compiles them where xmlcv is
// unknown.
std::vector<NewFile> generated_files(LatexDocument document, const Cv& cv);

// Writes them into a folder for the user, who gets them to look at: nothing there is ever read but
// to see whose it is. Throws Failure: wrong_usage for a file of somebody else and for a link under
// one of these names, machine_failed.
void export_files(const Folder& folder, const std::vector<NewFile>& files);

// TeX's log, beside them.
void export_log(const Folder& folder, const std::string& log);

}  // namespace xmlcv
