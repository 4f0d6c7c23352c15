#include "typeset/generated_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cv/photo.h"
#include "machine/failure.h"
#include "machine/file.h"
#include "machine/resources.h"

namespace xmlcv {
namespace {

constexpr std::string_view first_words = "% Made by xmlcv";

// Every name that is ever written there. cv.tex is the first, so a folder with one of ours is ours.
constexpr auto all_names =
    std::to_array<std::string_view>({"cv.tex", "cv-body.tex", "xmlcv.sty", "latexmkrc",
                                     "cv-preamble.sty", "photo.png", "photo.jpg", "photo.pdf"});

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, std::min(text.find('\n'), text.size())));
}

// A file of the folder; "" for one that is missing or cannot be read.
std::string text_of(const Folder& folder, const std::string& name) {
  constexpr std::size_t most = 64U << 20U;
  try {
    return folder.read(name, most).value_or("");
  } catch (const UnreadableFile&) {
    return "";
  }
}

[[noreturn]] void refuse(const Folder& folder, std::string_view name, const char* why) {
  throw Failure(ExitStatus::wrong_usage,
                fmt::format("{} is {}", (folder.path() / name).string(), why),
                "remove it, or write into another folder");
}

// What is left of a folder that was cleaned in part. Pictures have no line that tells.
bool is_left_of_ours(const std::string& text, std::string_view name,
                     const std::vector<NewFile>& files) {
  const auto found = std::ranges::find(files, name, &NewFile::name);
  if (found == files.end()) return false;
  if (text == found->bytes) return true;
  return !name.starts_with("photo.") && first_line(text) == first_line(found->bytes);
}

void refuse_files_of_others(const Folder& folder, const std::vector<NewFile>& files) {
  using enum Folder::Kind;
  const bool is_ours = text_of(folder, "cv.tex").starts_with(first_words);
  for (const auto name : all_names) {
    const auto kind = folder.kind(std::string(name));
    if (kind == nothing) continue;
    if (kind != regular) refuse(folder, name, "a link or no ordinary file");
    if (is_ours || is_left_of_ours(text_of(folder, std::string(name)), name, files)) continue;
    refuse(folder, name, "there already, and not from xmlcv");
  }
}

}  // namespace

std::vector<NewFile> generated_files(LatexDocument document, const Cv& cv) {
  const int pdf_mode = document.engine == Engine::lualatex ? 4 : 1;
  std::vector<NewFile> result;
  result.push_back({"cv.tex", document.cv_tex()});
  result.push_back({"cv-body.tex", std::move(document.body)});
  result.push_back({"xmlcv.sty", fmt::format("{}{}", xmlcv_sty, standalone_sty)});
  result.push_back({"latexmkrc", fmt::format("{}$pdf_mode = {};\n", latexmkrc, pdf_mode)});
  if (document.preamble != nullptr) {
    result.push_back({"cv-preamble.sty", std::string(document.preamble->text())});
  }
  // As photo.png, photo.jpg or photo.pdf by its content: \photo{photo} finds it.
  if (const auto& photo = cv.person.photo) {
    const auto kind = photo_kind(photo->bytes);
    if (kind) result.push_back({fmt::format("photo.{}", *kind), photo->bytes});
  }
  return result;
}

void export_files(const Folder& folder, const std::vector<NewFile>& files) {
  refuse_files_of_others(folder, files);
  for (const auto& file : files) write_file(folder, file);
  for (const auto name : all_names) {
    if (std::ranges::find(files, name, &NewFile::name) == files.end()) {
      folder.remove(std::string(name));
    }
  }
}

void export_log(const Folder& folder, const std::string& log) {
  using enum Folder::Kind;
  const auto kind = folder.kind("cv.log");
  if (kind != nothing && kind != regular) refuse(folder, "cv.log", "a link or no ordinary file");
  write_file(folder, {"cv.log", log});
}

}  // namespace xmlcv
