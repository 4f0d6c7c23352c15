#include "generated_folder.h"

#include <fmt/format.h>

#include "failure.h"
#include "file.h"
#include "photo.h"
#include "resources.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view first_words = "% Made by xmlcv";

void refuse_folder_of_others(const fs::path& folder) {
  const auto main = folder / "cv.tex";
  std::error_code error;
  if (!fs::exists(main, error) || read_file(main).starts_with(first_words)) return;
  throw Failure(ExitStatus::wrong_usage,
                fmt::format("{} is there already, and not from xmlcv", main.string()),
                "write into another folder");
}

// As photo.png, photo.jpg or photo.pdf by its content: \photo{photo} finds it.
void write_photo(const fs::path& folder, const Cv& cv, const fs::path& cv_folder) {
  std::string bytes;
  if (cv.person.photo) bytes = read_photo(cv_folder / cv.person.photo->value);
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

}  // namespace

void write_generated_folder(const std::filesystem::path& folder, const LatexDocument& document,
                            const Cv& cv, const std::filesystem::path& cv_folder) {
  make_folder(folder);
  refuse_folder_of_others(folder);
  write_file(folder / "cv.tex", document.main);
  write_file(folder / "cv-body.tex", document.body);
  write_file(folder / "xmlcv.sty", xmlcv_sty);
  const int pdf_mode = document.engine == Engine::lualatex ? 4 : 1;
  write_file(folder / "latexmkrc", fmt::format("{}$pdf_mode = {};\n", latexmkrc, pdf_mode));
  write_photo(folder, cv, cv_folder);
}

}  // namespace xmlcv
