#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace xmlcv {

// A small CV to begin with, and beside it what editors need to complete it: cv.xsd and xml.xsd,
// for Emacs cv.rnc and schemas.xml. Returns what was written, the CV first. Never overwrites
// what it did not write itself. name: the owner's, given names first; empty for an example. Throws
// Failure (wrong_usage, machine_failed).
std::vector<std::filesystem::path> write_starter(const std::filesystem::path& cv,
                                                 const std::string& name = {});

// The command that makes its PDF, as a shell reads it.
std::string build_command(const std::filesystem::path& cv);

// Writes the four files of the schema beside a CV, in place of those of another version. Returns
// what was written. Throws Failure as above.
std::vector<std::filesystem::path> write_schema(const std::filesystem::path& cv);

// The names of the schema's files beside a CV that another version of xmlcv wrote.
std::vector<std::string> outdated_schemas(const std::filesystem::path& cv);

// The schema's text: "xsd", "rnc", or "xml.xsd", which the XSD imports.
std::string_view schema_text(std::string_view form);

}  // namespace xmlcv
