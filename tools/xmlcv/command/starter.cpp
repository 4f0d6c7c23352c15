#include "command/starter.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "machine/failure.h"
#include "machine/file.h"
#include "machine/resources.h"

namespace xmlcv {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view placeholder = "FILE";

// Each of them names the vocabulary or its namespace, whatever its version.
bool is_ours(const fs::path& path) {
  try {
    return read_file(path).find("urn:xmlcv:1") != std::string::npos;
  } catch (const UnreadableFile&) {
    return false;
  }
}

std::string starter_for(const fs::path& cv) {
  std::string text(starter_xml);
  const std::string name = cv.filename().string();
  // A comment must not hold two hyphens.
  const std::string shown = name.find("--") == std::string::npos ? name : "cv.xml";
  for (auto at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + shown.size())) {
    text.replace(at, placeholder.size(), shown);
  }
  return text;
}

}  // namespace

std::vector<fs::path> write_starter(const fs::path& cv) {
  if (fs::exists(cv)) {
    throw Failure(ExitStatus::wrong_usage, fmt::format("{} is there already", cv.string()),
                  "xmlcv new writes a new file and never overwrites one");
  }
  const auto folder = cv.parent_path();
  const std::array<std::pair<fs::path, std::string_view>, 4> schemas = {
      {{folder / "cv.xsd", cv_xsd},
       {folder / "xml.xsd", xml_xsd},
       {folder / "cv.rnc", cv_rnc},
       {folder / "schemas.xml", schemas_xml}}};
  for (const auto& [path, text] : schemas) {
    if (!fs::exists(path) || is_ours(path)) continue;
    throw Failure(ExitStatus::wrong_usage,
                  fmt::format("{} is there already, and not from xmlcv", path.string()),
                  "write the CV into a folder of its own");
  }
  make_folder(folder);
  std::vector<fs::path> written = {cv};
  for (const auto& [path, text] : schemas) {
    write_file(path, text);
    written.push_back(path);
  }
  write_file(cv, starter_for(cv));
  return written;
}

std::string_view schema_text(std::string_view form) {
  if (form == "rnc") return cv_rnc;
  return form == "xml.xsd" ? xml_xsd : cv_xsd;
}

}  // namespace xmlcv
