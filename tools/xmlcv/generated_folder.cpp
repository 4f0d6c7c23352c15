#include "generated_folder.h"

#include "file.h"
#include "resources.h"

namespace xmlcv {

void write_generated_folder(const std::filesystem::path& folder, const LatexDocument& document,
                            const Cv& cv, const std::filesystem::path& cv_folder) {
  make_folder(folder);
  write_file(folder / "cv.tex", document.main);
  write_file(folder / "cv-body.tex", document.body);
  write_file(folder / "xmlcv.sty", xmlcv_sty);
  write_file(folder / "latexmkrc", latexmkrc);
  if (const auto& photo = cv.person.photo) {
    write_file(folder / photo_name(*photo), read_file(cv_folder / photo->value));
  }
}

}  // namespace xmlcv
