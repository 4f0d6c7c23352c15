#include "latex/chapter.h"

#include <fmt/format.h>

#include <string>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/output_path.h"
#include "machine/resources.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

std::string package_text() {
  return fmt::format("{}{}{}", xmlcv_sty, chapter_letters_sty, chapter_sty);
}

constexpr std::string_view first_words = "% Made by xmlcv";

void refuse_file_of_others(const OutputFile& output, std::string_view first) {
  constexpr std::size_t most_bytes = 256U << 20U;
  using enum Folder::Kind;
  if (output.folder.kind(output.name) == nothing) return;
  try {
    if (output.folder.read(output.name, most_bytes).value_or("").starts_with(first)) return;
  } catch (const UnreadableFile&) {
    // It is refused.
  }
  throw Failure(ExitStatus::wrong_usage,
                fmt::format("{} is there already, and not from xmlcv", output.path().string()),
                "give the output another name or folder");
}

}  // namespace

void write_chapter(const fs::path& file, Links links, const LatexDocument& document,
                   const std::vector<fs::path>& inputs) {
  const auto chapter = find_output(file, links, inputs);
  const auto package = find_output(file.parent_path() / "xmlcv.sty", Links::refuse, inputs);
  refuse_file_of_others(chapter, first_words);
  refuse_file_of_others(package, xmlcv_sty.substr(0, xmlcv_sty.find('\n')));
  write_file(package.folder, {package.name, package_text()});
  const auto text =
      fmt::format("{} from the XML file of the CV: edit that one, not this one.\n{}{}", first_words,
                  document.fonts, document.body);
  // With a new time stamp also where the text is the same, for make.
  replace_files({{chapter.folder, {chapter.name, text}}});
}

std::string thesis_settings() {
  return fmt::format("{}$xmlcv_sty = <<'END_OF_XMLCV_STY';\n{}END_OF_XMLCV_STY\n1;\n",
                     thesis_latexmkrc, package_text());
}

}  // namespace xmlcv
