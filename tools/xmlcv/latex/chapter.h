#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "latex/moderncv.h"
#include "machine/folder.h"

namespace xmlcv {

// Writes the CV as a chapter, which \inputcv reads, and beside it xmlcv.sty, which defines that.
// links: whether the file may be a link to another one. inputs: what must not be overwritten.
// Throws Failure: wrong_usage for a file that is not from xmlcv, machine_failed.
void write_chapter(const std::filesystem::path& file, Links links, const LatexDocument& document,
                   const std::vector<std::filesystem::path>& inputs);

// Perl for the latexmkrc of such a document. It holds xmlcv.sty too.
std::string thesis_settings();

}  // namespace xmlcv
