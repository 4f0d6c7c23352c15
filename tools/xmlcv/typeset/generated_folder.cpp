#include "typeset/generated_folder.h"

#include <fmt/format.h>

#include "cv/photo.h"
#include "machine/failure.h"
#include "machine/file.h"
#include "machine/resources.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view first_words = "% Made by xmlcv";

[[noreturn]] void refuse(const fs::path& file) {
  throw Failure(ExitStatus::wrong_usage,
                fmt::format("{} is there already, and not from xmlcv", file.string()),
                "write into another folder");
}

// cv.tex is the first file that is written, so a folder without it is not ours yet.
void refuse_folder_of_others(const fs::path& folder) {
  const auto main = folder / "cv.tex";
  std::error_code error;
  if (fs::exists(main, error)) {
    if (!read_file(main).starts_with(first_words)) refuse(main);
    return;
  }
  for (const auto* name :
       {"cv-body.tex", "xmlcv.sty", "latexmkrc", "photo.png", "photo.jpg", "photo.pdf"}) {
    if (fs::exists(folder / name, error)) refuse(folder / name);
  }
}

// TeX writes through a link, and the folder may have come with somebody's CV.
void remove_links_of_others(const fs::path& folder) {
  for (const auto& file : fs::directory_iterator(folder)) {
    const bool is_ours = file.path().filename().string().starts_with("cv");
    std::error_code ignored;
    if (is_ours && file.is_symlink(ignored)) fs::remove(file, ignored);
  }
}

// As photo.png, photo.jpg or photo.pdf by its content: \photo{photo} finds it.
void write_photo(const fs::path& folder, const Cv& cv, const fs::path& cv_folder) {
  std::string bytes;
  if (cv.person.photo) bytes = read_photo(cv_folder / cv.person.photo->src.value);
  const auto kind = photo_kind(bytes);
  for (const std::string_view each : {"png", "jpg", "pdf"}) {
    const auto path = folder / fmt::format("photo.{}", each);
    std::error_code ignored;
    if (each == kind) {
      write_file(path, bytes);
    } else {
      fs::remove(path, ignored);
    }
  }
}

void write_preamble(const fs::path& folder, const Source* preamble) {
  const auto path = folder / "cv-preamble.sty";
  std::error_code ignored;
  if (preamble == nullptr) {
    fs::remove(path, ignored);
  } else {
    write_file(path, preamble->text());
  }
}

}  // namespace

void write_generated_folder(const std::filesystem::path& folder, const LatexDocument& document,
                            const Cv& cv, const std::filesystem::path& cv_folder) {
  make_folder(folder);
  refuse_folder_of_others(folder);
  remove_links_of_others(folder);
  write_file(folder / "cv.tex", document.main);
  write_file(folder / "cv-body.tex", document.body);
  write_file(folder / "xmlcv.sty", fmt::format("{}{}", xmlcv_sty, standalone_sty));
  const int pdf_mode = document.engine == Engine::lualatex ? 4 : 1;
  write_file(folder / "latexmkrc", fmt::format("{}$pdf_mode = {};\n", latexmkrc, pdf_mode));
  write_photo(folder, cv, cv_folder);
  write_preamble(folder, document.preamble);
}

void refuse_code_of_others(const std::filesystem::path& folder) {
  for (const auto& file : fs::directory_iterator(folder)) {
    const auto name = file.path().filename().string();
    const bool is_harmless = name.starts_with('.') || name.starts_with("cv.") ||
                             name.starts_with("cv-") || name.starts_with("photo.") ||
                             name == "xmlcv.sty" || name == "latexmkrc" || name == "format";
    if (is_harmless) continue;
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("{} is not from xmlcv, and LuaLaTeX would run what is in it",
                              file.path().string()),
                  "remove it, or write into another folder");
  }
}

}  // namespace xmlcv
